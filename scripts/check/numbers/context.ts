import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import { INEXACT_BEFORE, INEXACT_BEHIND } from '../../lib/facts/inexact.ts'
import type { RuleFinding } from '../finding.ts'
import { inContext, tagOf } from './unaccounted.ts'
import { stripStopCharacters, meantInstead, namedInstead } from './likeness.ts'
import { UNIT_OF_DIGITS } from './lexicon/words.ts'
import type { NumberData } from './snapshot.ts'
import { occurrences, type Printed } from './spans.ts'

/** A text with the figures that it prints, in order. */
export interface Prose {
  element: string
  text: string
  printed: readonly Printed[]
}

/** Words that say a direction. */
const UP = '(?<!负)增长|提高|提升|上升|增加(?!值)|增幅|增速|攀升|上涨|涨幅|增至'
const DOWN = '下降|压缩|压减|减少|降低|缩短|下滑|下跌|降幅|回落|缩减|跌幅|精简|放缓|减缓|趋缓|收窄|负增长'
const [RISES, FALLS] = [new RegExp(UP), new RegExp(DOWN)]
/**
 * What may stand between such a word and its number: with 到, 至 or 为 it is the level that is reached, unless a change
 * is named.
 */
const TOUCHING = (words: string): RegExp => new RegExp(`(?:同比|环比)?(?:${words})(?:了|幅度|约|近|超过?)?$`)
const AMOUNTS = (words: string): RegExp => new RegExp(`(?:${words})(?:达到?|为|是|约)$`)
const [UP_BEFORE, DOWN_BEFORE] = [TOUCHING(UP), TOUCHING(DOWN)]
const [UP_AMOUNTS, DOWN_AMOUNTS] = [AMOUNTS('增幅|增速|涨幅'), AMOUNTS('降幅|跌幅')]
/** As verbs only: 增速 and 降幅 may be the name of what grows. */
const [VERB_UP, VERB_DOWN] = [TOUCHING('增长|提高|提升|上升|增加(?!值)'), TOUCHING('下降|压缩|减少|降低|缩短')]
const UP_BEHIND = /^的?(?:增幅|增速|涨幅|增长|提高|提升)/
const DOWN_BEHIND = /^的?(?:降幅|跌幅|下降|压缩|减少|降低|缩短)/
const COMPARED = /(?:同比|环比)(?:增长|下降|增加|减少|提高|降低)了?$/

/** Words right before or behind a number that make it inexact. */
const QUALIFIER_BEFORE = new RegExp(`${INEXACT_BEFORE}$`)
const QUALIFIER_BEHIND = new RegExp(
  `^(?:${INEXACT_BEHIND}|不到(?=$|[\\s，。；、！？）”])|[多余](?=$|[\\s，。；、！？）”]))`,
)
/** What right behind a printed unit would be another one. */
const UNIT_BEHIND =
  /^(?:[%％‰℃]|个?百分点|[百千万亿]+(?=$|[元美个家户人件名套辆平吨次亩，。；、])|元(?![旦宵素件首])|美元|平方米|公里|月(?!球|光|亮)|级(?!别))/
const SHARE_BEFORE = /[百千万]分之$/
const SIGN_BEFORE = /(?:[-−－+＋±￥¥$]|负)\s*$/
const BOUNDARY = /[，。；：、！？\n（）()—|]/
const SENTENCE = /[。；！？\n]/

interface Place {
  figure: Figure
  style: Printed['styles'][number]
  at: Printed
  /** Text up to the clause's ends, or the next figure. */
  before: string
  behind: string
  /** What is said before the first of figures that are only listed, 建成道路36条、47公里, for those behind it; else empty. */
  lead: string
  /** All that the clause says. */
  clause: string
  prose: Prose
}

function placesOf(prose: Prose): Place[] {
  const { text, printed } = prose
  let lead = ''
  return printed.flatMap((at, index): Place[] => {
    const figure = at.figures[0]
    // Words that several figures of a chart share say nothing of one of them.
    if (!figure || at.figures.length > 1) return []
    const [from, to] = [printed[index - 1]?.end ?? 0, printed[index + 1]?.start ?? text.length]
    const before = text.slice(from, at.start).split(BOUNDARY).at(-1)!
    const behind = text.slice(at.end, to).split(BOUNDARY)[0]!
    // A chart's description says the direction once for all that it compares.
    const ends = at.bound ? /[，。；：！？\n]/ : SENTENCE
    const clause = `${text.slice(0, at.start).split(ends).at(-1)!}${text.slice(at.start).split(ends)[0]!}`
    const listed = index > 0 && /^[、和及与]$/.test(text.slice(from, at.start).trim())
    if (!listed) lead = before
    return [{ figure, style: at.styles[0]!, at, before, behind, lead: listed ? lead : '', clause, prose }]
  })
}

function judge(
  { prose, before, at, behind, figure }: Place,
  measured: string,
  expected: string,
  advice: string,
): RuleFinding {
  const own = `${before.slice(-6)}${prose.text.slice(at.start, at.end)}${behind.slice(0, 4)}`
  return {
    element: prose.element,
    text: inContext(own, prose.text),
    measured: `${figure.id}：${measured}`,
    expected,
    advice,
    excess: 1,
    typed: before.slice(-6) || behind.slice(0, 4),
  }
}

function signFindings(place: Place): RuleFinding[] {
  const { figure, style, before, behind, clause } = place
  const [up, down] = [
    UP_BEFORE.test(before) || UP_AMOUNTS.test(before) || UP_BEHIND.test(behind),
    DOWN_BEFORE.test(before) || DOWN_AMOUNTS.test(before) || DOWN_BEHIND.test(behind),
  ]
  if (style === 'period') return []
  if (figure.kind === 'growth' || figure.kind === 'reduction') {
    const [right, contrary] = figure.kind === 'growth' ? [up, down] : [down, up]
    const expected = `“${formatFigure(figure, 'worded')}”`
    if (contrary)
      return [
        judge(place, `${figure.kind === 'growth' ? '增幅' : '降幅'}旁边写着相反的词`, expected, '请改词，或核对编号'),
      ]
    if ((figure.kind === 'growth' ? VERB_UP : VERB_DOWN).test(before) && style === 'worded')
      return [judge(place, '增减词写了两遍', expected, '请去掉标签外面的词，或去掉 as="worded"')]
    const [own, other] = figure.kind === 'growth' ? [RISES, FALLS] : [FALLS, RISES]
    if (style === 'plain' && !right && !own.test(clause)) {
      return [
        judge(
          place,
          other.test(clause)
            ? `${figure.kind === 'growth' ? '增幅' : '降幅'}所在的句子说的是相反的方向`
            : `${figure.kind === 'growth' ? '增幅' : '降幅'}没有增减词`,
          expected,
          '请写出增减词，或用 as="worded"',
        ),
      ]
    }
    return []
  }
  if (
    COMPARED.test(before) ||
    ((figure.kind === 'share' || figure.kind === 'ratio' || figure.kind === 'rank') && (up || down))
  ) {
    return [
      judge(
        place,
        '它不是增幅也不是降幅，旁边却写着增减',
        `${figure.label}${formatFigure(figure)}`,
        '请改词，或核对编号',
      ),
    ]
  }
  if (down && /[增新加]/.test(figure.label))
    return [
      judge(place, '它是增加的数，旁边却写着减少', `${figure.label}${formatFigure(figure)}`, '请改词，或核对编号'),
    ]
  return []
}

function qualifierFindings(place: Place): RuleFinding[] {
  const { figure, style, before, behind } = place
  const word =
    style === 'period' ? undefined : (QUALIFIER_BEFORE.exec(before)?.[0] ?? QUALIFIER_BEHIND.exec(behind)?.[0])
  if (word === undefined) return []
  const expected = `“${formatFigure(figure)}”`
  return [
    figure.qualifier === 'none'
      ? judge(place, `原文是确数，旁边却写着“${word}”`, expected, `请去掉“${word}”`)
      : judge(place, `数里已有“${figure.qualifier}”，旁边又写着“${word}”`, expected, `请去掉“${word}”`),
  ]
}

function unitFindings(place: Place): RuleFinding[] {
  const { figure, style, before, behind } = place
  if (style === 'period') return []
  const repeated = new RegExp(`^(?:${UNIT_OF_DIGITS})`).exec(behind)?.[0] === figure.unit ? figure.unit : undefined
  const unit = UNIT_BEHIND.exec(behind)?.[0] ?? repeated
  const front = SHARE_BEFORE.exec(before)?.[0] ?? SIGN_BEFORE.exec(before)?.[0]
  const expected = `“${formatFigure(figure)}”`
  return [
    ...(unit === undefined ? [] : [judge(place, `数后面又写着单位“${unit}”`, expected, `请去掉“${unit}”`)]),
    ...(front === undefined ? [] : [judge(place, `数前面写着“${front}”`, expected, `请去掉“${front}”`)]),
  ]
}

function labelFindings(place: Place, { figures }: NumberData): RuleFinding[] {
  const { figure, style, before, behind, lead } = place
  if (style === 'period') return []
  if (lead !== '') {
    const listed = stripStopCharacters(lead).length < 4 ? undefined : namedInstead(lead, figure, figures)
    return listed
      ? [
          judge(
            place,
            `接着“${lead.trim()}”列出，印的却是“${figure.label}”的数`,
            `“${formatFigure(listed)}”一类，即 ${tagOf(listed)}`,
            '请核对编号，或写明说的是什么',
          ),
        ]
      : []
  }
  const named =
    namedInstead(before, figure, figures) ?? (before === '' ? namedInstead(behind, figure, figures) : undefined)
  // What follows may be said of this figure even where what leads up to it names another.
  const other =
    named && namedInstead(before + behind, figure, figures) === named
      ? named
      : meantInstead(before + behind, figure, figures)
  if (!other) return []
  return [
    judge(
      place,
      `说的是“${other.label}”，印的却是“${figure.label}”的数`,
      `“${formatFigure(other)}”，即 ${tagOf(other)}`,
      '请核对编号，或改词',
    ),
  ]
}

/** `aside` stands in brackets behind a number and holds for that one alone. */
interface Dated {
  start: number
  end: number
  period: string
  head: boolean
  aside: boolean
}

/**
 * Periods in a text, printed or typed. At the head of a sentence one holds for all of it, elsewhere for the next
 * number.
 */
function datedIn({ text, printed }: Prose, { periods }: NumberData): Dated[] {
  const typed = periods.flatMap(({ text: said }) => occurrences(text, said).map(span => ({ ...span, period: said })))
  const longest = typed.filter(
    each => !typed.some(other => other !== each && other.start <= each.start && each.end <= other.end),
  )
  const bound = printed
    .filter(({ styles }) => styles.includes('period'))
    .map(({ start, end }) => ({ start, end, period: text.slice(start, end) }))
  const all = [
    ...bound,
    ...longest.filter(({ start }) => !printed.some(each => each.start <= start && start < each.end)),
  ].sort((a, b) => a.start - b.start)
  return all.map(each => {
    const before = text.slice(0, each.start)
    return {
      ...each,
      head:
        before
          .split(SENTENCE)
          .at(-1)!
          .replace(/[\s“在至]/g, '') === '',
      aside: before.lastIndexOf('（') > before.lastIndexOf('）'),
    }
  })
}

function periodFindings(prose: Prose, places: readonly Place[], data: NumberData): RuleFinding[] {
  const dated = datedIn(prose, data)
  return places
    .filter(({ style }) => style !== 'period')
    .flatMap(place => {
      const behind = dated.find(
        ({ aside, start }) =>
          aside && start > place.at.end && /^（[^（）]*$/.test(prose.text.slice(place.at.end, start)),
      )
      if (behind && !place.at.figures.some(({ period }) => period.text === behind.period)) {
        return [
          judge(place, `括号里写的时段是“${behind.period}”`, `“${place.figure.period.text}”`, '请写这条数据自己的时段'),
        ]
      }
      const before = dated.filter(({ end, aside }) => !aside && end <= place.at.start)
      const nearest = before.at(-1)
      const between = nearest ? prose.text.slice(nearest.end, place.at.start) : ''
      const holds = nearest && !SENTENCE.test(between) && (nearest.head || !/[，：]/.test(between))
      // What the data computes for another time than its inputs' says so in its own words.
      const own = place.at.figures.map(({ period }) => period.text)
      if (!holds || own.includes(nearest.period) || place.figure.derived) return []
      if (
        !nearest.head &&
        places.some(({ at, style }) => style !== 'period' && at.start >= nearest.end && at.end <= place.at.start)
      )
        return []
      return [
        judge(
          place,
          `前面写的时段是“${nearest.period}”`,
          `“${place.figure.period.text}”`,
          '请写这条数据自己的时段，可用 as="period"',
        ),
      ]
    })
}

/** Words for a time that no period of the deck is printed as; what something is compared with is none. */
const WHOLE_YEAR = /全年|整年|年底|年末/
const OTHER_YEAR =
  /(?<![比较与同和])(?:去年|上年|前年|往年|上一年|明年|来年|下一年)(?!同期|度?相比|底|末|以来|初|起|的?基础)/

/** 全年 before a number of some months, 去年 before one of this year. */
function yearFindings(place: Place, { periods }: NumberData): RuleFinding[] {
  const {
    figure: { period, derived },
    style,
    before,
  } = place
  const year = periods.find(({ implied }) => implied)?.text
  if (style === 'period' || derived !== null || year === undefined) return []
  const whole = period.text === year || /[底末]|12月/.test(period.text) ? undefined : WHOLE_YEAR.exec(before)?.[0]
  const other = period.text.includes(year) ? OTHER_YEAR.exec(before)?.[0] : undefined
  const said = whole ?? other
  if (said === undefined || period.stated.some(words => words.includes(said))) return []
  return [judge(place, `前面写的是“${said}”`, `“${period.text}”`, '请写这条数据自己的时段，可用 as="period"')]
}

/** Judges the words around the figures of a text. */
export function judgeContext(prose: Prose, data: NumberData): RuleFinding[] {
  const places = placesOf(prose)
  return [
    ...places.flatMap(place => [
      ...signFindings(place),
      ...qualifierFindings(place),
      ...unitFindings(place),
      ...labelFindings(place, data),
    ]),
    ...periodFindings(prose, places, data),
    ...places.flatMap(place => yearFindings(place, data)),
  ]
}
