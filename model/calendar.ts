/** A year, or a part of one. */
export interface CalendarUnit {
  year: number
  /** As in ISO 8601 behind the year, halves and quarters too: `H1`, `Q3`, `11`, `11-30`; empty for the whole year. */
  part: string
}

/** A stretch of time, or the state at a day. */
export interface Span {
  /** `during` from one unit to another, `until` the end of a unit whenever it began, `at` a day. */
  sort: 'during' | 'until' | 'at'
  from: CalendarUnit
  /** The same as `from` where there is one unit only. */
  to: CalendarUnit
}

/** Five-year plan n, since the third, covers the five years from this one + 5n. */
export const FIRST_PLAN = 1951

/** What a unit can be. */
export type UnitSort = 'year' | 'half' | 'quarter' | 'month' | 'day'

const SORTS: readonly (readonly [UnitSort, RegExp])[] = [
  ['year', /^$/],
  ['half', /^H[12]$/],
  ['quarter', /^Q[1-4]$/],
  ['month', /^(?:0[1-9]|1[0-2])$/],
  ['day', /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
]

const two = (number: number): string => String(number).padStart(2, '0')

/** Which unit a part of a year is; `undefined` for what is none. */
export function sortOfPart(part: string): UnitSort | undefined {
  return SORTS.find(([, pattern]) => pattern.test(part))?.[0]
}

/** The part of a year that is its month `month`, from 1. */
export const monthPart = (month: number): string => two(month)

/** Days of a month, from 1. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** First and last month of a part that is no day. */
function monthsOf(part: string): [first: number, last: number] {
  if (part === '') return [1, 12]
  const index = Number(part.replace(/\D/, ''))
  const months = part.startsWith('H') ? 6 : part.startsWith('Q') ? 3 : 1
  return [(index - 1) * months + 1, index * months]
}

/** The first day of a unit in ISO 8601, which sorts by time: `2020-01-01`. */
export function firstDay({ year, part }: CalendarUnit): string {
  return `${year}-${sortOfPart(part) === 'day' ? part : `${two(monthsOf(part)[0])}-01`}`
}

/** The last day of a unit: `2020-12-31`. */
export function lastDay({ year, part }: CalendarUnit): string {
  if (sortOfPart(part) === 'day') return `${year}-${part}`
  const month = monthsOf(part)[1]
  return `${year}-${two(month)}-${two(daysOf(year, month))}`
}

/** A day as a unit. @param day in ISO 8601 */
export function dayUnit(day: string): CalendarUnit {
  return { year: Number(day.slice(0, 4)), part: day.slice(5) }
}

/** Whether a day is the last of its month. */
export function endsMonth({ year, part }: CalendarUnit): boolean {
  return sortOfPart(part) === 'day' && Number(part.slice(3)) === daysOf(year, Number(part.slice(0, 2)))
}

/** The same unit some years later; the last day of a month stays so. */
export function yearsLater(unit: CalendarUnit, years: number): CalendarUnit {
  const { part } = unit
  const later = { year: unit.year + years, part }
  return endsMonth(unit) ? dayUnit(lastDay({ ...later, part: part.slice(0, 2) })) : later
}

/** A unit as its code: `2020`, `2020-H1`, `2020-11-30`. */
export function unitCode({ year, part }: CalendarUnit): string {
  return part === '' ? String(year) : `${year}-${part}`
}

/** The unit of a code; `undefined` for what is none, as a thirtieth of February. */
export function parseCalendarUnit(code: string): CalendarUnit | undefined {
  const [, year, part = ''] = /^(\d{4})(?:-(.+))?$/.exec(code) ?? []
  if (year === undefined || sortOfPart(part) === undefined) return undefined
  const unit = { year: Number(year), part }
  const real = sortOfPart(part) !== 'day' || Number(part.slice(3)) <= daysOf(unit.year, Number(part.slice(0, 2)))
  return real ? unit : undefined
}

const NUMERALS = '一二三四'

/** A part of a year as it is printed: 上半年, 一季度, 11月, 11月30日; nothing for the whole year. */
export function printPart(part: string): string {
  const [first = 0, second = 0] = part.replace(/^[HQ]/, '').split('-').map(Number)
  switch (sortOfPart(part)) {
    case 'half':
      return first === 1 ? '上半年' : '下半年'
    case 'quarter':
      return `${NUMERALS[first - 1]}季度`
    case 'month':
      return `${first}月`
    case 'day':
      return `${first}月${second}日`
    default:
      return ''
  }
}
