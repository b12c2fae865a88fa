import type { Figure } from '../../../model/figure.ts'
import { DERIVED_MARK, formatFigure } from '../../../model/format.ts'
import { alteredFindings } from './altered.ts'
import { allowedSpans, isAllowed, scaleSpans } from './allowed.ts'
import type { Holder } from './facts.ts'
import type { RuleFinding } from '../finding.ts'
import { tagOf, unaccounted, inContext } from './unaccounted.ts'
import { findNumbers } from './lexicon/find.ts'
import { numeralValue } from './lexicon/numeral.ts'
import { essence, namesOf, namedInstead, share, wordsOf } from './likeness.ts'
import type { JudgedSheet } from './sheet.ts'
import { figuresOf } from './sheet.ts'
import { judgeSource } from './source-line.ts'
import { inside, occurrences, printedIn, stylesOf, type Span } from './spans.ts'

type Judge = (holder: Holder, sheet: JudgedSheet, figure: Figure) => RuleFinding[]
type OwnJudge = (holder: Holder, sheet: JudgedSheet) => RuleFinding[]

function wrong({ element, text }: Holder, measured: string, expected: string, advice: string): RuleFinding[] {
  return [{ element, text, measured, expected, advice, excess: 1 }]
}

/** Something of a figure that is printed exactly as the data has it. */
function exactly(name: string, expectedOf: (figure: Figure) => string): Judge {
  return (holder, _, figure) => {
    const expected = expectedOf(figure)
    return holder.text === expected
      ? []
      : wrong(holder, `${name}与数据 ${figure.id} 不符`, `“${expected}”`, '请让组件从数据里取，不要改写')
  }
}

/** Numbers in a text outside of some parts of it. */
function stray({ text, element }: Holder, sheet: JudgedSheet, spans: readonly Span[]): RuleFinding[] {
  const allowed = [...allowedSpans(text, sheet), ...spans]
  return findNumbers(text)
    .filter(number => !isAllowed(number, allowed))
    .map(number => unaccounted(number, text, element, sheet.data.figures))
}

const value: Judge = (holder, sheet, figure) => {
  if (holder.chart !== undefined) return chartValue(holder, sheet, figure)
  const styles = stylesOf(figure, holder.text)
  if (styles.includes('period')) return strayPeriod(holder, sheet, figure)
  if (styles.length > 0) return []
  return wrong(
    holder,
    `这里绑定的是 ${figure.id}，显示的却是“${holder.text}”`,
    `“${formatFigure(figure, 'worded')}”（${figure.label}）`,
    `请用 ${tagOf(figure)} 印数，不要自己写`,
  )
}

/** A period is that of something whose value is there, too. */
function strayPeriod(holder: Holder, { valued }: JudgedSheet, figure: Figure): RuleFinding[] {
  if (valued.length === 0 || valued.some(({ period }) => period.id === figure.period.id)) return []
  const periods = [...new Set(valued.map(({ period }) => period.text))].join('、')
  return wrong(
    holder,
    `这是 ${figure.id} 的时段，而这里没有一个数属于这个时段`,
    `“${periods}”`,
    '请用这里的数自己的编号，写 as="period"',
  )
}

/** In a chart words stand around the number: 累计1050家. */
const chartValue: Judge = (holder, sheet, figure) => {
  const { text } = holder
  const changes = sheet.data.figures.filter(({ of }) => of === figure.id)
  const printed = printedIn(text, [figure, ...changes])
  const scale = scaleSpans(
    text,
    sheet.charts[holder.chart!]!,
    figuresOf(sheet.charts[holder.chart!]!.figures, sheet.data),
  )
  const plain = printed.find(
    ({ figures, styles }) =>
      figures.includes(figure) && styles.includes('plain') && !styles.includes('worded') && styles.length === 1,
  )
  const unsigned =
    plain && !/[增减升降压缩提高]/.test(text)
      ? wrong(
          holder,
          `${figure.kind === 'growth' ? '增幅' : '降幅'}没有增减词也没有正负号`,
          `“${formatFigure(figure, 'signed')}”或“${formatFigure(figure, 'worded')}”`,
          '请用带增减词的写法',
        )
      : []
  const other =
    printed.length === 0
      ? findNumbers(text).filter(number => ![...allowedSpans(text, sheet), ...scale].some(span => inside(number, span)))
      : []
  if (other.length > 0) {
    return wrong(
      holder,
      `图里 ${figure.id} 的数写成了“${text}”`,
      `“${formatFigure(figure)}”（${figure.label}）`,
      '图里的数要由数据来，请检查组件',
    )
  }
  return [...unsigned, ...stray(holder, sheet, [...printed, ...scale])]
}

const label: Judge = (holder, sheet, figure) => {
  const { text } = holder
  const said = essence(text)
  const own = namesOf(figure).some(name => essence(name) === said)
  if (own) return []
  const inChart = holder.chart !== undefined
  // Names of bars and columns may be of the author's own: 原来, 现在, a period.
  const exact = sheet.data.figures.find(
    other => other.id !== figure.id && namesOf(other).some(name => essence(name) === said),
  )
  const other = exact ?? namedInstead(text, figure, sheet.data.figures)
  if (other && !inChart) {
    return wrong(
      holder,
      `${formatFigure(figure)}旁边的名称是另一条数据（${other.id}）的`,
      `“${figure.label}”`,
      `请改名称，或改用 ${tagOf(other)}`,
    )
  }
  if (exact && inChart) {
    return wrong(
      holder,
      `图里 ${figure.id} 的名称是另一条数据（${exact.id}）的`,
      `“${figure.short}”`,
      '请检查图的名称（names 等）写在谁那里',
    )
  }
  if (!inChart && share(said, wordsOf(figure)) === 0 && said.length > 0) {
    return wrong(
      holder,
      `名称与数据 ${figure.id} 的名称没有一处相同`,
      `“${figure.label}”`,
      '请去掉 label，或改成这条数据的名称',
    )
  }
  return stray(
    holder,
    sheet,
    namesOf(figure).flatMap(name => occurrences(text, name)),
  )
}

const NUMBERLESS = /[^\d.]/g

const page: OwnJudge = (holder, { no }) =>
  Number(holder.text.replace(NUMBERLESS, '')) === no
    ? []
    : wrong(holder, `页码写成了“${holder.text}”`, String(no), '页码请用 $page')

const numberIn = ({ text }: Holder): number => Number(text.replace(NUMBERLESS, ''))

/** The number of a figure's entry in the appendix. */
const reference: Judge = (holder, { data: { figures } }, figure) => {
  const expected = figures.indexOf(figure) + 1
  return numberIn(holder) === expected
    ? []
    : wrong(
        holder,
        `数据 ${figure.id} 的附录编号写成了“${holder.text}”`,
        String(expected),
        '编号是数据在附录里的次序，请让组件去取',
      )
}

/** The number of a slide that shows the figure. */
const place: Judge = (holder, { showing }, figure) =>
  showing(figure.id, numberIn(holder)) === false
    ? wrong(
        holder,
        `说第 ${numberIn(holder)} 页有数据 ${figure.id}`,
        '印着这条数据的一页',
        '请让组件去取页码，不要自己写',
      )
    : []

const chapterOrdinal: OwnJudge = (holder, { chapter }) =>
  numeralValue(holder.text.replace(/^第|章$/g, '')) === chapter
    ? []
    : wrong(
        holder,
        '章的序号与本页的章不符',
        chapter === undefined ? '这一页不属于任何一章' : `第 ${chapter} 章`,
        '请改 chapter',
      )

const time: OwnJudge = (holder, { time: planned }) =>
  holder.text === planned
    ? []
    : wrong(holder, '讲稿里的计划时间与页首的 time 不符', planned ?? '没有计划时间', '请改页首的 time')

const correction: OwnJudge = (holder, sheet) =>
  stray(
    holder,
    sheet,
    sheet.data.corrections
      .flatMap(({ printed, read }) => [printed, read])
      .flatMap(each => occurrences(holder.text, each)),
  )

const scale: OwnJudge = (holder, sheet) => {
  const chart = holder.chart === undefined ? undefined : sheet.charts[holder.chart]
  return stray(holder, sheet, chart ? scaleSpans(holder.text, chart, figuresOf(chart.figures, sheet.data)) : [])
}

/** What an element says to hold of a figure. */
const OF_FIGURE: Readonly<Record<string, Judge>> = {
  value,
  label,
  name: exactly('名称', figure => figure.label),
  period: exactly('时段', figure => figure.period.text),
  note: exactly('附注', figure => figure.note ?? ''),
  clause: exactly('原句', figure => figure.evidence.clause),
  reference,
  place,
  formula: exactly('算式', figure => `${DERIVED_MARK}：${figure.derived?.formula ?? ''}`),
}

/** What an element says to hold of the deck itself. */
const OF_DECK: Readonly<Record<string, OwnJudge>> = {
  page,
  chapter: chapterOrdinal,
  time,
  correction,
  scale,
  source: judgeSource,
}

/** Judges what an element says that its text is. */
export function judgeHolder(holder: Holder, sheet: JudgedSheet): RuleFinding[] {
  const own = OF_DECK[holder.role]
  if (own) return own(holder, sheet)
  const judge = OF_FIGURE[holder.role]
  if (!judge)
    return wrong(
      holder,
      `不认识的 data-number：${holder.role}`,
      `${[...Object.keys(OF_FIGURE), ...Object.keys(OF_DECK)].join('、')} 之一`,
      '请改正',
    )
  const figure = sheet.data.findFigure(holder.figure)
  if (figure) return [...judge(holder, sheet, figure), ...alteredFindings(holder, figure)]
  return findNumbers(holder.text).length === 0 || (holder.chart !== undefined && holder.figure === '')
    ? stray(holder, sheet, [])
    : wrong(
        holder,
        `绑定了不存在的数据“${holder.figure}”`,
        '一条数据的编号',
        `请写对编号；现在显示的是“${inContext(holder.text, '')}”`,
      )
}
