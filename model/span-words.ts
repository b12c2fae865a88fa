import {
  dayUnit,
  FIRST_PLAN,
  lastDay,
  monthPart,
  parseCalendarUnit,
  sortOfPart,
  unitCode,
  type CalendarUnit,
  type Span,
} from './calendar.ts'
import { parseNumeral } from './reading/numerals.ts'

/** A unit of the calendar in a year that is told from another: 0 for 今年, −1 for 上年. */
export interface RelativeUnit {
  offset: number
  part: string
}

/** What words of time say: a span, parts of it in years that are told from the one that a text is about. */
export interface SpanWords {
  /** As that of a span; a month or year that a state is `at` is at its end. */
  sort: Span['sort']
  from: CalendarUnit | RelativeUnit
  to: CalendarUnit | RelativeUnit
}

/** Words of time in a text. */
export interface ReadSpan {
  /** `null` where the words tell no dates, or tell them from a year that is not known. */
  span: Span | null
  /** `before` where they only say that it was earlier, as 往年, `since` where they leave open until when, as 5月以来. */
  words: SpanWords | OpenWords
  /** Where they stand. */
  start: number
  end: number
  text: string
}

/** What words of time are read with. */
export interface ReadSpanOptions {
  /** The year that the text is about, from which 今年 and 上年 are told, and which 1—11月 are of. Default: not known. */
  year?: number
}

/** Years as they are told from the one that a text is about. */
const OFFSETS: Readonly<Record<string, number>> = Object.fromEntries([
  ...['全年', '今年', '本年', '当年'].map(word => [word, 0] as const),
  ...['去年', '上年', '上一年'].map(word => [word, -1] as const),
  ['前年', -2],
  ...['明年', '来年', '下一年'].map(word => [word, 1] as const),
])

/** Words that only say that something was earlier, or since when it goes on. */
export type OpenWords = 'before' | 'since'

const CHINESE = '一二三四五六七八九十'
const TO = '(?:[-\u2010-\u2015\u2212~～]{1,2}|[至到])'
const COUNT = `(?:\\d{1,2}|[${CHINESE}]{1,3})`
const QUARTER = '[一二三四1-4]'

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'y')
const UNTIL = sticky('截[至止]到?')
const YEAR = sticky(
  `(?<digits>\\d{4})(?:年度?(?:全年)?|(?=${TO}\\d{4}年))|(?<numerals>[一二][〇零${CHINESE}]{3})年度?` +
    `|(?<relative>${Object.keys(OFFSETS).join('|')})度?(?:全年)?`,
)
const MONTHS = sticky(
  `前(?<first>${COUNT})个?月` +
    `|(?:(?<from>${COUNT})月?${TO})?(?<to>${COUNT})月(?:(?<day>\\d{1,2})[日号]|(?<edge>[末底初])|份)?`,
)
/** Days, of one month or of two: 10月1日至8日, 9月28日—10月3日. */
const DAYS = sticky(
  `(?<month>${COUNT})月(?<first>\\d{1,2})[日号]?${TO}(?:(?<until>${COUNT})月)?(?<last>\\d{1,2})[日号]`,
)
const QUARTERS = sticky(
  `前(?<first>${QUARTER}|两)个?季度|第?(?:(?<from>${QUARTER})(?:个?季度)?${TO})?(?<to>${QUARTER})季度(?<edge>末)?`,
)
const HALF = sticky('(?<half>[上下])半年')
const EDGE_OF_YEAR = sticky('年?(?<edge>[初末底])')
const EDGE_ALONE = sticky('年(?<edge>[初末底])')
const SINCE = sticky('以来')
const FROM = sticky('[自从]')
/** What was done at the time from which something is told: 自2019年启动改造以来, 自2021年5月开园以来. */
const DONE_SINCE = sticky('[^\\d,，、;；。:：]{0,12}以来')
const PLAN = sticky(
  `[“"]?(?<plan>[${CHINESE}]{1,3})五[”"]?(?:时期|期间|(?<since>以来)|(?<edge>[初末])|前(?<first>[两二三四])年|(?<alone>$))`,
)
const RECENT = sticky(`(?:最?近|过去)(?<recent>${COUNT})年(?:来|间)?|(?<years>${COUNT})年[来间]`)
const EARLIER = sticky('往年')
const LEADS_TO = sticky(TO)

/** What words say, and where they end. */
interface Match<Words = SpanWords> {
  words: Words
  end: number
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position
  return pattern.exec(text) ?? undefined
}

const countOf = (written: string): number => (/^\d/.test(written) ? Number(written) : parseNumeral(written))
const yearOf = (numerals: string): number => Number([...numerals].map(char => parseNumeral(char)).join(''))

type Parts = Pick<SpanWords, 'sort'> & { from: string; to: string; end: number }

const isPart = (part: string): boolean => sortOfPart(part) !== undefined
const between = (from: string, to: string, end: number): Parts | undefined =>
  isPart(from) && isPart(to) && from <= to ? { sort: 'during', from, to, end } : undefined
const stateAt = (part: string, end: number): Parts => ({ sort: 'at', from: part, to: part, end })

function readMonths(text: string, position: number): Parts | undefined {
  const found = at(MONTHS, text, position)
  if (!found) return undefined
  const { first, from, to, day, edge } = found.groups!
  const end = position + found[0].length
  const last = monthPart(countOf(first ?? to!))
  const begin = first === undefined ? (from === undefined ? last : monthPart(countOf(from))) : monthPart(1)
  if (day !== undefined)
    return from === undefined
      ? between(`${last}-${day.padStart(2, '0')}`, `${last}-${day.padStart(2, '0')}`, end)
      : undefined
  if (edge === undefined) return between(begin, last, end)
  return isPart(last) ? stateAt(edge === '初' ? `${last}-01` : last, end) : undefined
}

function readDays(text: string, position: number): Parts | undefined {
  const found = at(DAYS, text, position)
  if (!found) return undefined
  const { month, first, until = month, last } = found.groups!
  const day = (month: string, day: string): string => `${monthPart(countOf(month))}-${day.padStart(2, '0')}`
  return between(day(month!, first!), day(until!, last!), position + found[0].length)
}

function readQuarters(text: string, position: number): Parts | undefined {
  const found = at(QUARTERS, text, position)
  if (!found) return undefined
  const { first, from, to, edge } = found.groups!
  const end = position + found[0].length
  const last = `Q${countOf(first ?? to!)}`
  if (edge !== undefined) return stateAt(last, end)
  return between(first === undefined ? (from === undefined ? last : `Q${countOf(from)}`) : 'Q1', last, end)
}

function readHalf(text: string, position: number): Parts | undefined {
  const found = at(HALF, text, position)
  if (!found) return undefined
  const half = found.groups!.half === '上' ? 'H1' : 'H2'
  return between(half, half, position + found[0].length)
}

/** The beginning of a year is its first day; its end is that of the year. */
const edgePart = (edge: string): string => (edge === '初' ? '01-01' : '')

function readEdge(pattern: RegExp, text: string, position: number): Parts | undefined {
  const found = at(pattern, text, position)
  return found && stateAt(edgePart(found.groups!.edge!), position + found[0].length)
}

type YearWords = { year: number } | { offset: number }
const isThis = (words: YearWords): boolean => 'offset' in words && words.offset === 0

function readYear(text: string, position: number): Match<YearWords> | undefined {
  const found = at(YEAR, text, position)
  if (!found) return undefined
  const { digits, numerals, relative } = found.groups!
  const end = position + found[0].length
  if (relative !== undefined) return { words: { offset: OFFSETS[relative]! }, end }
  return { words: { year: digits === undefined ? yearOf(numerals!) : Number(digits) }, end }
}

/** A year, or a part of one: 2020年, 今年前11个月, 截至11月, 上年末. */
function readInYear(text: string, position: number): Match | undefined {
  const start = position + (at(UNTIL, text, position)?.[0].length ?? 0)
  const year = readYear(text, start)
  const behind = year?.end ?? start
  const parts =
    readDays(text, behind) ??
    readMonths(text, behind) ??
    readQuarters(text, behind) ??
    readHalf(text, behind) ??
    readEdge(year ? EDGE_OF_YEAR : EDGE_ALONE, text, behind)
  if (!year && !parts) return undefined
  const own = year?.words ?? { offset: 0 }
  const since = year && !isThis(year.words) && !parts ? at(SINCE, text, behind) : undefined
  if (since)
    return { words: { sort: 'during', from: { ...own, part: '' }, to: { offset: 0, part: '' } }, end: behind + 2 }
  const { sort, from, to, end } = parts ?? { sort: 'during', from: '', to: '', end: behind }
  const last = { ...own, part: to }
  return {
    words:
      start > position && sort === 'during'
        ? { sort: 'until', from: last, to: last }
        : { sort, from: { ...own, part: from }, to: last },
    end,
  }
}

/** The years since something was done, which is named: 自2019年启动改造以来. */
function readSinceDone(text: string, position: number): Match<SpanWords | OpenWords> | undefined {
  const from = at(FROM, text, position)
  const then = from && readInYear(text, position + 1)
  const since = then && then.words.sort === 'during' && at(DONE_SINCE, text, then.end)
  if (!since || ('offset' in then.words.from && then.words.from.offset === 0 && then.words.to.part === ''))
    return undefined
  const whole = then.words.to.part === ''
  return {
    words: whole ? { ...then.words, to: { offset: 0, part: '' } } : 'since',
    end: then.end + since[0].length,
  }
}

/** What goes on to another year: 2015—2020年, 2019年11月至2020年3月. */
function readAcross(text: string, position: number): Match | undefined {
  const first = readInYear(text, position)
  const between = first && at(LEADS_TO, text, first.end)
  const second = between && readInYear(text, first.end + between[0].length)
  if (!second || !readYear(text, first.end + between[0].length)) return first
  const { from, sort } = first.words
  const { to } = second.words
  const joins = sort === 'during' && second.words.sort === 'during' && sortOfPart(from.part) === sortOfPart(to.part)
  return joins ? { words: { sort: 'during', from, to }, end: second.end } : first
}

function readPlan(text: string, position: number): Match | undefined {
  const found = at(PLAN, text, position)
  // The name of a plan is that of its years only where nothing else is told: “十四五”规划 is a document, 十五 a number.
  const isNamed = position === 0 && /^[“"]/.test(text)
  if (!found || (found.groups!.alone !== undefined && !isNamed)) return undefined
  const { plan, since, edge, first } = found.groups!
  const from = { year: FIRST_PLAN + 5 * parseNumeral(plan!), part: '' }
  if (Number.isNaN(from.year)) return undefined
  const to = { ...from, year: from.year + (first === undefined ? 5 : parseNumeral(first)) - 1 }
  const end = position + found[0].length
  if (since !== undefined) return { words: { sort: 'during', from, to: { offset: 0, part: '' } }, end }
  if (edge === undefined) return { words: { sort: 'during', from, to }, end }
  const day = edge === '初' ? { ...from, part: edgePart(edge) } : to
  return { words: { sort: 'at', from: day, to: day }, end }
}

function readRecent(text: string, position: number): Match | undefined {
  const found = at(RECENT, text, position)
  const { recent, years: told = recent } = found?.groups ?? {}
  const years = countOf(told ?? '')
  if (!found || !(years > 1)) return undefined
  const [from, to] = [
    { offset: 1 - years, part: '' },
    { offset: 0, part: '' },
  ]
  return { words: { sort: 'during', from, to }, end: position + found[0].length }
}

/** A part of a year since which something goes on, until nobody says when: 今年5月以来. */
function readSince(text: string, position: number): Match<OpenWords> | undefined {
  const first = readInYear(text, position)
  const since = first?.words.sort === 'during' && first.words.to.part !== '' && at(SINCE, text, first.end)
  return since ? { words: 'since', end: first.end + since[0].length } : undefined
}

function readEarlier(text: string, position: number): Match<OpenWords> | undefined {
  const found = at(EARLIER, text, position)
  return found && { words: 'before', end: position + found[0].length }
}

function readAt(text: string, position: number): Match<SpanWords | OpenWords> | undefined {
  // A number is read as a whole: 1月 is none in 11月.
  if (/[\d一二三四五六七八九十百.][\d一二三四五六七八九十年]/.test(text.slice(position - 1, position + 1)))
    return undefined
  return (
    readSinceDone(text, position) ??
    readSince(text, position) ??
    readAcross(text, position) ??
    readPlan(text, position) ??
    readRecent(text, position) ??
    readEarlier(text, position)
  )
}

/**
 * The dates of what words say.
 * @param year that the text is about
 * @returns `undefined` where the words tell no dates, or need a year that is not given, or end before they begin
 */
export function resolveSpan(words: SpanWords | OpenWords, year?: number): Span | undefined {
  if (typeof words === 'string') return undefined
  const { sort } = words
  const [from, to] = [words.from, words.to].map(unit => resolveUnit(unit, sort, year))
  if (!from || !to || lastDay(from) > lastDay(to)) return undefined
  return { sort, from, to }
}

function resolveUnit(unit: CalendarUnit | RelativeUnit, sort: Span['sort'], year?: number): CalendarUnit | undefined {
  if (!('year' in unit) && year === undefined) return undefined
  const own = 'year' in unit ? unit : { year: year! + unit.offset, part: unit.part }
  // There is no thirtieth of February.
  const real = parseCalendarUnit(unitCode(own))
  return real && sort === 'at' ? dayUnit(lastDay(real)) : real
}

/** Full-width digits in half width, one character for one. */
function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** All words of time of a text, in order. What a word in front makes of them, as 比, is left to who asks. */
export function readSpans(given: string, { year }: ReadSpanOptions = {}): ReadSpan[] {
  const text = halfWidth(given)
  const found: ReadSpan[] = []
  for (let start = 0; start < text.length; start++) {
    // 前 of 提前3个月 is half a word.
    const match = text.startsWith('提前', start - 1) ? undefined : readAt(text, start)
    if (!match) continue
    const { words, end } = match
    found.push({ span: resolveSpan(words, year) ?? null, words, start, end, text: given.slice(start, end) })
    start = end - 1
  }
  return found
}

/**
 * The span of words of time: of 2020年1—11月, 前三季度, 截至2020年11月, 年末, “十四五”期间, and of 从2015年的…到2021年的… the years
 * between.
 * @returns `undefined` for other words, and where they need a year that is not given
 */
export function readSpan(text: string, options: ReadSpanOptions = {}): Span | undefined {
  const [first, second, ...more] = readSpans(text.trim(), options)
  if (!first || more.length > 0) return undefined
  if (!second) return first.start === 0 && first.end === text.trim().length ? (first.span ?? undefined) : undefined
  return spanBetween(text, first, second)
}

/** What lies between two times in a text that says that something went from one to the other; `undefined` else. */
export function spanBetween(text: string, first: TimeInText, second: TimeInText): Span | undefined {
  const led = /[从由自]$/.test(text.slice(0, first.start)) && /[到至为]/.test(text.slice(first.end, second.start))
  const [from, to] = [first.span, second.span]
  if (!led || from?.sort !== 'during' || to?.sort !== 'during') return undefined
  const same = sortOfPart(from.from.part) === sortOfPart(to.to.part)
  return same && lastDay(from.from) < lastDay(to.to) ? { sort: 'during', from: from.from, to: to.to } : undefined
}

type TimeInText = Pick<ReadSpan, 'span' | 'start' | 'end'>
