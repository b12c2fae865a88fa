import type { CalendarUnit, Span } from './calendar.ts'
import type { ReadSpan, SpanWords } from './span-words.ts'
import {
  dayUnit,
  endsMonth,
  FIRST_PLAN,
  firstDay,
  lastDay,
  parseCalendarUnit,
  printPart,
  sortOfPart,
  unitCode,
  yearsLater as unitYearsLater,
} from './calendar.ts'
import { toChineseNumeral } from './reading/numerals.ts'
import { resolveSpan } from './span-words.ts'

export { readSpan, readSpans, spanBetween } from './span-words.ts'
export type { Span } from './calendar.ts'
export type { ReadSpan, ReadSpanOptions } from './span-words.ts'

/**
 * The span of a code; `undefined` for what is none.
 *
 * - `2020`, `2020-H1`, `2020-Q1`, `2020-11`, `2020-11-30`: a year, half a year, a quarter, a month, a day
 * - `2020-Q1/2020-Q3`, `2020-01/2020-11`, `2015/2021`: from one unit to a later one of the same sort
 * - `../2020-11`, `../2020-11-30`: up to the end of it
 * - `@2020-12-31`: the state at a day
 */
export function parseSpan(code: string): Span | undefined {
  const [, sort, rest = ''] = /^(@|\.\.\/)?(.*)$/s.exec(code)!
  const [from, to = from, ...more] = rest.split('/').map(parseCalendarUnit)
  if (!from || !to || more.length > 0) return undefined
  if (sort !== undefined) {
    if (rest.includes('/') || (sort === '@' && sortOfPart(from.part) !== 'day')) return undefined
    return { sort: sort === '@' ? 'at' : 'until', from, to }
  }
  const ordered =
    !rest.includes('/') || (sortOfPart(from.part) === sortOfPart(to.part) && firstDay(from) < firstDay(to))
  return ordered ? { sort: 'during', from, to } : undefined
}

/** Whether a span from one unit to another is one unit. */
function isOne({ from, to }: Span): boolean {
  return from.year === to.year && from.part === to.part
}

/** The code of a span: the inverse of `parseSpan`. */
export function spanCode(span: Span): string {
  const { sort, from, to } = span
  if (sort !== 'during') return `${sort === 'at' ? '@' : '../'}${unitCode(to)}`
  return isOne(span) ? unitCode(to) : `${unitCode(from)}/${unitCode(to)}`
}

/** The day on which a span begins, in ISO 8601; `null` where it has no beginning of its own. */
export function spanBegin({ sort, from }: Span): string | null {
  return sort === 'during' ? firstDay(from) : null
}

/** The last day of a span, in ISO 8601. */
export function spanEnd({ to }: Span): string {
  return lastDay(to)
}

/** Whether two spans are one time: a half-year and its six months are, and so are 2020年末 and 截至2020年12月. */
export function isSameSpan(a: Span, b: Span): boolean {
  const [own, other] = [a, b].map(span => ({ begin: spanBegin(span), end: spanEnd(span) })) as [Dates, Dates]
  return own.end === other.end && (own.begin === other.begin || (isMoment(own) && isMoment(other)))
}

interface Dates {
  begin: string | null
  end: string
}

/** Whether nothing but the end tells what it is: a state has no beginning, and a day is at its own end. */
function isMoment({ begin, end }: Dates): boolean {
  return begin === null || begin === end
}

/** Orders spans by their end, and those that end together by their beginning. */
export function compareSpans(a: Span, b: Span): number {
  const key = (span: Span): string => `${spanEnd(span)} ${spanBegin(span) ?? ''}`
  const [own, other] = [key(a), key(b)]
  return own < other ? -1 : own > other ? 1 : 0
}

/** The span from the beginning of the first of several to the end of the last. */
export function spanOver(spans: readonly Span[]): Span {
  const begin = (span: Span): string => spanBegin(span) ?? spanEnd(span)
  const ordered = [...spans].sort(compareSpans)
  const last = ordered.at(-1)!
  // Of several that begin together the longest, so that a year and its quarter make a year.
  const first = ordered.reduceRight((a, b) => (begin(b) < begin(a) ? b : a))
  const [from, to] = [first.sort === 'during' ? first.from : first.to, last.to]
  return sortOfPart(from.part) === sortOfPart(to.part)
    ? { sort: 'during', from, to }
    : { sort: 'during', from: dayUnit(begin(first)), to: dayUnit(spanEnd(last)) }
}

/** The year in which a span ends. */
export function spanYear({ to }: Span): number {
  return to.year
}

/** The same span some years later. */
export function yearsLater({ sort, from, to }: Span, years: number): Span {
  return { sort, from: unitYearsLater(from, years), to: unitYearsLater(to, years) }
}

/** The same span a year ago. */
export function yearBefore(span: Span): Span {
  return yearsLater(span, -1)
}

/** Whether a span begins when another has ended: a plan, where the other is what the source is about. */
export function isAfter(span: Span, other: Span): boolean {
  return (spanBegin(span) ?? spanEnd(span)) > spanEnd(other)
}

/** Whether a span is some months of one year, which compares with no whole year. */
export function isPartOfYear(span: Span): boolean {
  const { from, to } = span
  const year = { year: to.year, part: '' }
  const whole = spanBegin(span) === firstDay(year) && spanEnd(span) === lastDay(year)
  return span.sort === 'during' && from.year === to.year && !whole
}

/** Whether a span goes over the end of a year. */
export function isSeveralYears({ sort, from, to }: Span): boolean {
  return sort === 'during' && from.year < to.year
}

/** Whether a span is one whole year. */
export function isWholeYear(span: Span): boolean {
  return span.sort === 'during' && isOne(span) && span.to.part === ''
}

/** The number of the five-year plan that a span is all of, as 14; `undefined` for other spans. */
function planOf({ from, to }: Span): number | undefined {
  const plan = (from.year - FIRST_PLAN) / 5
  const whole = from.part === '' && to.part === '' && to.year === from.year + 4
  return whole && Number.isInteger(plan) && plan >= 3 ? plan : undefined
}

/** What a span of several units of one year is called behind the year. */
function printRange(from: string, to: string): string {
  if (sortOfPart(from) === 'quarter' && from === 'Q1') return `前${printPart(to)}`
  return sortOfPart(from) === 'month'
    ? `${printPart(from).slice(0, -1)}—${printPart(to)}`
    : `${printPart(from).replace('季度', '')}至${printPart(to)}`
}

const printUnit = ({ year, part }: CalendarUnit): string => `${year}年${printPart(part)}`

function printDuring(span: Span, planName: (plan: number) => string): string {
  const { from, to } = span
  const plan = planOf(span)
  if (plan !== undefined) return planName(plan)
  if (isOne(span)) return printUnit(to)
  if (from.year === to.year) return `${to.year}年${printRange(from.part, to.part)}`
  return from.part === '' ? `${from.year}—${printUnit(to)}` : `${printUnit(from)}—${printUnit(to)}`
}

function printState(day: CalendarUnit): string {
  const { year, part } = day
  if (part === '01-01') return `${year}年初`
  if (part === '12-31') return `${year}年末`
  return endsMonth(day) ? `${printUnit({ year, part: part.slice(0, 2) })}末` : printUnit(day)
}

/** A span as it is printed: 2020年, 2020年1—11月, 2020年前三季度, 截至2020年11月, 2020年末, 2015—2021年, “十四五”时期. */
export function formatSpan(span: Span): string {
  const { sort, to } = span
  if (sort === 'at') return printState(to)
  if (sort === 'during') return printDuring(span, plan => `“${toChineseNumeral(plan)}五”时期`)
  return `截至${printUnit(to)}${['month', 'day'].includes(sortOfPart(to.part)!) ? '' : '末'}`
}

/**
 * A span as an axis has room for it: 2019, 2020上半年, 2020年1—11月.
 * @param year the year that all of the axis is in, which the labels leave out: 上半年, 1—11月
 */
export function axisLabel(span: Span, year?: number): string {
  const text = formatSpan(span)
  const within = span.from.year === year && span.to.year === year && text !== `${year}年`
  if (within) return text.replace(new RegExp(`${year}(?:年(?![初末]))?`), '')
  // 年 tells a year from what stands behind it, where that is a number too.
  return text.replace(/^(\d{4}(?:—\d{4})?)年(?=$|[上下前一二三四])/, '$1').replace('时期', '')
}

/** Years that are told from the one that a text is about. */
function tellOffset(offset: number): string {
  if (offset === 0) return ''
  if (Math.abs(offset) === 1) return offset < 0 ? 'last' : 'next'
  return offset < 0 ? `${-offset} years before` : `${offset} years after`
}

function tellYear(unit: SpanWords['to']): string {
  return 'year' in unit ? unitCode(unit) : `${tellOffset(unit.offset) || 'this'} year`
}

function tellPart(part: string): string {
  return sortOfPart(part) === 'month' ? `M${Number(part)}` : part
}

function tellRelative({ sort, from, to }: SpanWords): string {
  if ('year' in from || 'year' in to) return [from, to].map(tellYear).join('/')
  if (from.offset !== to.offset) return `last ${to.offset - from.offset + 1} years`
  const offset = tellOffset(to.offset)
  const said = (words: string): string => (offset === '' ? words : `${offset} ${words}`)
  if (sort === 'at') {
    if (to.part === '') return said('year end')
    if (to.part === '01-01') return said('year start')
    // Whatever the year, but for a leap one's February.
    return `${said('at')} ${lastDay({ year: 2001, part: to.part }).slice(5)}`
  }
  if (to.part === '') return offset === '' ? 'this year' : `${offset} year`
  const parts = [...new Set([from.part, to.part])].map(tellPart).join('-')
  return `${said(sort === 'until' ? 'until ' : '')}${parts}`
}

/**
 * A span as `huibao parse` tells it: its code, or in words where its year is not known: `last year`, `year end`,
 * `Q1-Q3`, `at 12-31`, `before`.
 */
export function tellSpan(words: Span | ReadSpan['words']): string {
  if (typeof words === 'string') return words
  const span = resolveSpan(words)
  return span ? spanCode(span) : tellRelative(words)
}
