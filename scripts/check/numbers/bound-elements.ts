import { entryNumber } from '../../../model/appendix-entries.ts'
import { kindName } from '../../../model/vocabulary.ts'
import type { Figure } from '../../../model/figure.ts'
import { placeAmong } from '../../../model/table-cells.ts'
import { DERIVED_MARK, formatFigure } from '../../../model/format.ts'
import { axisLabel } from '../../../model/span.ts'
import { allowedSpans, isAllowed, scaleSpans } from './allowed.ts'
import type { BoundElement } from './facts.ts'
import type { RuleFinding } from '../finding.ts'
import { tagOf, unaccounted, inContext } from './unaccounted.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import { parseNumeral } from '../../../model/reading/numerals.ts'
import { inside, occurrences, type Span } from '../../../model/reading/text.ts'
import { bigramOverlap, namesOf, stripStopCharacters } from '../likeness.ts'
import { namedInstead, wordsOfFigure } from './wording.ts'
import type { JudgedSnapshot } from './snapshot.ts'
import { figuresOf } from './snapshot.ts'
import { judgeSource } from './source-line.ts'
import { givesPeriod, periodWords } from '../../../model/reading/periods.ts'
import { printedIn, stylesOf } from './spans.ts'

type Judge = (boundElement: BoundElement, snapshot: JudgedSnapshot, figure: Figure) => RuleFinding[]
type OwnJudge = (boundElement: BoundElement, snapshot: JudgedSnapshot) => RuleFinding[]

function wrong({ element, text }: BoundElement, measured: string, expected: string, advice: string): RuleFinding[] {
  return [{ element, text, measured, expected, advice, excess: 1 }]
}

/** Something of a figure that is printed exactly as the data has it. */
function exactly(name: string, expectedOf: (figure: Figure) => string): Judge {
  return (boundElement, _, figure) => {
    const expected = expectedOf(figure)
    return boundElement.text === expected
      ? []
      : wrong(boundElement, `${name}与数据 ${figure.id} 不符`, `“${expected}”`, '请让组件从数据里取，不要改写')
  }
}

/** Numbers in a text outside of some parts of it. */
function stray({ text, element }: BoundElement, snapshot: JudgedSnapshot, spans: readonly Span[]): RuleFinding[] {
  const allowed = [...allowedSpans(text, snapshot), ...spans]
  return readNumbers(text)
    .filter(number => !isAllowed(number, allowed))
    .map(number => unaccounted(number, text, element, snapshot.data.figures))
}

const value: Judge = (boundElement, snapshot, figure) => {
  if (boundElement.chart !== undefined) return chartValue(boundElement, snapshot, figure)
  const styles = stylesOf(figure, boundElement.text)
  if (styles.includes('period')) return strayPeriod(boundElement, snapshot, figure)
  if (styles.length > 0) return []
  return wrong(
    boundElement,
    `这里绑定的是 ${figure.id}，显示的却是“${boundElement.text}”`,
    `“${formatFigure(figure, 'worded')}”（${figure.label}）`,
    `请用 ${tagOf(figure)} 印数，不要自己写`,
  )
}

/** A period is that of something whose value is there, too. */
function strayPeriod(boundElement: BoundElement, { valued }: JudgedSnapshot, figure: Figure): RuleFinding[] {
  if (valued.length === 0 || valued.some(({ period }) => period.id === figure.period.id)) return []
  const periods = [...new Set(valued.map(({ period }) => period.text))].join('、')
  return wrong(
    boundElement,
    `这是 ${figure.id} 的时段，而这里没有一个数属于这个时段`,
    `“${periods}”`,
    '请用这里的数自己的编号，写 as="period"',
  )
}

/** In a chart words stand around the number: 累计1050家. */
const chartValue: Judge = (boundElement, snapshot, figure) => {
  const { text } = boundElement
  const changes = snapshot.data.figures.filter(({ of }) => of === figure.id)
  const printed = printedIn(text, [figure, ...changes])
  const scale = scaleSpans(
    text,
    snapshot.charts[boundElement.chart!]!,
    figuresOf(snapshot.charts[boundElement.chart!]!.figures, snapshot.data),
  )
  const plain = printed.find(
    ({ figures, styles }) =>
      figures.includes(figure) && styles.includes('plain') && !styles.includes('worded') && styles.length === 1,
  )
  const unsigned =
    plain && !/[增减升降压缩提高]/.test(text)
      ? wrong(
          boundElement,
          `${kindName(figure)}没有增减词也没有正负号`,
          `“${formatFigure(figure, 'signed')}”或“${formatFigure(figure, 'worded')}”`,
          '请用带增减词的写法',
        )
      : []
  const other =
    printed.length === 0
      ? readNumbers(text).filter(
          number => ![...allowedSpans(text, snapshot), ...scale].some(span => inside(number, span)),
        )
      : []
  if (other.length > 0) {
    return wrong(
      boundElement,
      `图里 ${figure.id} 的数写成了“${text}”`,
      `“${formatFigure(figure)}”（${figure.label}）`,
      '图里的数要由数据来，请检查组件',
    )
  }
  return [...unsigned, ...stray(boundElement, snapshot, [...printed, ...scale])]
}

/** The place of a figure among those of its chart, before its name. */
const rank: Judge = (boundElement, { charts, data }, figure) => {
  const place = placeAmong(figure, figuresOf(charts[boundElement.chart!]!.figures, data))
  return Number.parseInt(boundElement.text, 10) === place
    ? []
    : wrong(
        boundElement,
        `图里 ${figure.id} 的次序写成了“${boundElement.text}”`,
        String(place),
        '次序由数的大小来，请检查组件',
      )
}

/** Share of a chart's name that another figure has to have before it is taken for that one's. */
const CROSSED = 0.5

/** Whether an axis of time calls a figure so: its period, or the year that it is in. */
function isTimeOf(text: string, { period: { span } }: Figure): boolean {
  if (span === null) return false
  const { year } = span.to
  return [axisLabel(span), axisLabel(span, year), `${year}`, `${year}年`].includes(text)
}

/** Whether another figure, of that name, is of what a figure is of at a later time: 城镇化率 and 期初的城镇化率. */
function isLater(other: Figure, figure: Figure, name: string): boolean {
  const isOne = other.unit === figure.unit && other.kind === figure.kind
  return isOne && other.period.end > figure.period.end && namesOf(figure).some(own => own.endsWith(name))
}

/** A name beside a number: the figure's own, or words that are of no other. Names in charts may be of the author's. */
const label: Judge = (boundElement, snapshot, figure) => {
  const { text } = boundElement
  const isNamed = (each: Figure): boolean =>
    namesOf(each).some(name => stripStopCharacters(name) === stripStopCharacters(text))
  if (isNamed(figure) || (boundElement.chart !== undefined && isTimeOf(text, figure))) return []
  const isRanked = ['', ...namesOf(figure)].some(
    name => /^\d+$/.test(text.slice(0, text.length - name.length)) && text.endsWith(name),
  )
  if (boundElement.chart !== undefined && isRanked) return rank(boundElement, snapshot, figure)
  const other = snapshot.data.figures.find(isNamed)
  if (other && boundElement.chart !== undefined && isLater(other, figure, text)) {
    const drawn = figuresOf(snapshot.charts[boundElement.chart]!.figures, snapshot.data)
    if (drawn.includes(other)) return []
  }
  if (other)
    return wrong(
      boundElement,
      `${formatFigure(figure)}旁边的名称是另一条数据（${other.id}）的`,
      `“${figure.label}”`,
      `请改名称，或改用 ${tagOf(other)}`,
    )
  const { chart } = boundElement
  const inChart = chart !== undefined
  // Names in charts may be of the author's own, but not more like that of another bar, nor of another time.
  const crossed = inChart
    ? figuresOf(snapshot.charts[chart]!.figures, snapshot.data).find(
        each =>
          !each.derived?.inputs.includes(figure.id) &&
          bigramOverlap(text, namesOf(each)) > Math.max(CROSSED, bigramOverlap(text, namesOf(figure))),
      )
    : undefined
  // The whole that a change is shown beside is of the time before.
  const dated =
    inChart && figure.change === undefined
      ? periodWords(text, snapshot.data.periods).find(words => !givesPeriod(words, figure.period))
      : undefined
  const like = inChart ? undefined : namedInstead(text, figure, snapshot.data.figures)
  const foreign = !inChart && text !== '' && bigramOverlap(text, wordsOfFigure(figure)) === 0
  const measured = like
    ? `${formatFigure(figure)}旁边的名称更像另一条数据（${like.id}）的`
    : crossed
      ? `图里 ${figure.id} 的名称更像另一条数据（${crossed.id}）的`
      : dated
        ? `图里 ${figure.id} 的名称写着“${dated.text}”，它的时段是“${figure.period.text}”`
        : `名称与数据 ${figure.id} 的名称没有一处相同`
  return [
    ...(like || crossed || dated || foreign
      ? wrong(boundElement, measured, `“${figure.label}”`, '请看一眼；不对的请改名称，或改编号').map(finding => ({
          ...finding,
          severity: 'notice' as const,
        }))
      : []),
    ...stray(
      boundElement,
      snapshot,
      namesOf(figure).flatMap(name => occurrences(text, name)),
    ),
  ]
}

const NUMBERLESS = /[^\d.]/g

const page: OwnJudge = (boundElement, { no }) =>
  Number(boundElement.text.replace(NUMBERLESS, '')) === no
    ? []
    : wrong(boundElement, `页码写成了“${boundElement.text}”`, String(no), '页码请用 $page')

const numberIn = ({ text }: BoundElement): number => Number(text.replace(NUMBERLESS, ''))

/** The number of a figure's entry in the appendix. */
const reference: Judge = (boundElement, { data: { figures } }, figure) => {
  const expected = entryNumber(figure.id, figures)
  return numberIn(boundElement) === expected
    ? []
    : wrong(
        boundElement,
        `数据 ${figure.id} 的附录编号写成了“${boundElement.text}”`,
        String(expected),
        '编号是数据在附录里的次序，请让组件去取',
      )
}

/** The number of a slide that shows the figure. */
const place: Judge = (boundElement, { showing }, figure) =>
  showing(figure.id, numberIn(boundElement)) === false
    ? wrong(
        boundElement,
        `说第 ${numberIn(boundElement)} 页有数据 ${figure.id}`,
        '印着这条数据的一页',
        '请让组件去取页码，不要自己写',
      )
    : []

const chapterOrdinal: OwnJudge = (boundElement, { chapter }) =>
  parseNumeral(boundElement.text.replace(/^第|章$/g, '')) === chapter
    ? []
    : wrong(
        boundElement,
        '章的序号与本页的章不符',
        chapter === undefined ? '这一页不属于任何一章' : `第 ${chapter} 章`,
        '请改 chapter',
      )

/** A date that stands by itself: a period of the data. */
const date: OwnJudge = (boundElement, { data: { periods } }) =>
  periods.some(({ text }) => text === boundElement.text)
    ? []
    : wrong(
        boundElement,
        `“${boundElement.text}”不是文稿里的时段`,
        'data/periods.ts 里的一条，或某条数据的时段',
        '请用 <Milestone at="…"> 印日期，不要自己写',
      )

const time: OwnJudge = (boundElement, { time: planned }) =>
  boundElement.text === planned
    ? []
    : wrong(boundElement, '讲稿里的计划时间与页首的 time 不符', planned ?? '没有计划时间', '请改页首的 time')

const erratum: OwnJudge = (boundElement, snapshot) =>
  stray(
    boundElement,
    snapshot,
    snapshot.data.errata
      .flatMap(({ printed, read }) => [printed, read])
      .flatMap(each => occurrences(boundElement.text, each)),
  )

const scale: OwnJudge = (boundElement, snapshot) => {
  const chart = boundElement.chart === undefined ? undefined : snapshot.charts[boundElement.chart]
  return stray(
    boundElement,
    snapshot,
    chart ? scaleSpans(boundElement.text, chart, figuresOf(chart.figures, snapshot.data)) : [],
  )
}

/** What an element says to hold of a figure. */
const OF_FIGURE: Readonly<Record<string, Judge>> = {
  value,
  limit: value,
  label,
  name: exactly('名称', figure => figure.label),
  period: exactly('时段', figure => figure.period.text),
  note: exactly('附注', figure => figure.note ?? ''),
  clause: exactly('原句', figure => figure.evidence.clause),
  table: exactly('表名', figure => figure.evidence.cell?.table ?? ''),
  row: exactly('行名', figure => figure.evidence.cell?.row ?? ''),
  head: exactly('列名', figure => figure.evidence.cell?.column ?? ''),
  reference,
  place,
  formula: exactly('算式', figure => `${DERIVED_MARK}：${figure.derived?.formula ?? ''}`),
}

/** What an element says to hold of the deck itself. */
const OF_DECK: Readonly<Record<string, OwnJudge>> = {
  page,
  chapter: chapterOrdinal,
  time,
  date,
  erratum,
  scale,
  source: judgeSource,
}

/** Judges what an element says that its text is. */
export function judgeBoundElement(boundElement: BoundElement, snapshot: JudgedSnapshot): RuleFinding[] {
  const own = OF_DECK[boundElement.role]
  if (own) return own(boundElement, snapshot)
  const judge = OF_FIGURE[boundElement.role]
  if (!judge)
    return wrong(
      boundElement,
      `不认识的 data-number：${boundElement.role}`,
      `${[...Object.keys(OF_FIGURE), ...Object.keys(OF_DECK)].join('、')} 之一`,
      '请改正',
    )
  const figure = snapshot.data.findFigure(boundElement.figure)
  if (figure) return judge(boundElement, snapshot, figure)
  return readNumbers(boundElement.text).length === 0 || (boundElement.chart !== undefined && boundElement.figure === '')
    ? stray(boundElement, snapshot, [])
    : wrong(
        boundElement,
        `绑定了不存在的数据“${boundElement.figure}”`,
        '一条数据的编号',
        `请写对编号；现在显示的是“${inContext(boundElement.text, '')}”`,
      )
}
