import { endsMonth, sortOfPart } from '../../../model/calendar.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { dateFromSerial, getFormatDateInfo, parseDate } from 'numfmt'
import {
  compareSpans,
  isPartOfYear,
  isWholeYear,
  parseSpan,
  readSpans,
  spanCode,
  spanEnd,
  spanYear,
  yearBefore,
  yearsLater,
  type Span,
} from '../../../model/span.ts'
import type { SheetTable } from './sheet-table.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** The code of the time that a date is shown as: of a year, a month of a year, or a day; `undefined` without a year. */
export function dateCode(serial: number, pattern: string): string | undefined {
  const [year, month, day] = dateFromSerial(serial)
  const shown = getFormatDateInfo(pattern)
  if (!shown.year) return undefined
  const parts = [String(year), ...(shown.month ? [two(month)] : []), ...(shown.month && shown.day ? [two(day)] : [])]
  return parts.join('-')
}

const MONTH = /^((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])$/
const DAY = /^((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])$/
/** A month as Excel shows it by itself. */
const ENGLISH_MONTH = /^[A-Z][a-z]{2}-\d\d$/

/** What a text says as a whole, where that is a time: its code, empty for one of no year of its own, as 1—2月. */
export function timeOf(text: string): string | undefined {
  const [, year, month] = MONTH.exec(text) ?? []
  if (year !== undefined) return `${year}-${two(Number(month))}`
  const [, ofYear, ofMonth, day] = DAY.exec(text) ?? []
  if (ofYear !== undefined) return [ofYear, two(Number(ofMonth)), two(Number(day))].join('-')
  const serial = ENGLISH_MONTH.test(text) ? parseDate(text)?.value : undefined
  if (serial !== undefined) return dateCode(serial, 'yyyy-mm')
  if (/-/.test(text) && parseSpan(text)) return text
  const [first, ...more] = readSpans(text)
  if (!first || more.length > 0 || first.start > 0 || first.end < text.length) return undefined
  return first.span ? spanCode(first.span) : ''
}

/** A year that stands alone, or behind the head above it, and the digits of a month in the name of a file. */
const BARE_YEAR = /(?<!\d)((?:19|20)\d\d)$/
const DIGITS_OF_MONTH = /(?<!\d)(20\d\d)[-._]?(0[1-9]|1[0-2])(?!\d)/g

function spansIn(text: string, year?: number): { span: Span; start: number; end: number }[] {
  const code = timeOf(text)
  const whole = code === undefined || code === '' ? undefined : parseSpan(code)
  if (whole) return [{ span: whole, start: 0, end: text.length }]
  const told = text.replace(BARE_YEAR, '$1年').replace(DIGITS_OF_MONTH, (_, y, m) => `${y}年${Number(m)}月`)
  return readSpans(told, { year }).flatMap(({ span, start, end }) => (span ? [{ span, start, end }] : []))
}

/** What of a sheet says the time of a table, the nearest first. */
export function contextOf({ above = [], caption, sheet = '' }: SourceTable): string[] {
  return [...above, caption, sheet]
}

/** A day that is told by itself is that of printing: 2026年10月15日编印. Up to a day numbers go that say so: 截至. */
const isDay = ({ sort, to }: Span): boolean => sort === 'during' && sortOfPart(to.part) === 'day'

/** Whether a line above a table only says when and by whom it was made. */
export function isImprint(text: string): boolean {
  return spansIn(text).some(({ span }) => isDay(span))
}

/**
 * The time that a table as a whole is about.
 * @param context what stands above it, its sheet and its file, the nearest first
 */
export function tableSpan(context: readonly string[]): Span | undefined {
  const found = context.flatMap(text => spansIn(text))
  const dated = found.find(({ span }) => !isDay(span)) ?? found[0]
  if (!dated) return undefined
  const year = spanYear(dated.span)
  const all = context.flatMap(text => spansIn(text, year)).filter(({ span }) => spanYear(span) === year)
  // 2026年 in the title, 1—2月 on the tab.
  const part = all.find(({ span }) => isPartOfYear(span) && !isDay(span))
  return wholeMonth((isPartOfYear(dated.span) ? dated : (part ?? dated)).span)
}

/** Up to the last day of a month is up to that month. */
function wholeMonth(span: Span): Span {
  return span.sort === 'until' && endsMonth(span.to) ? parseSpan(`../${monthOf(span)}`)! : span
}

/** The time that a read table is about: its own, or else the latest of its cells. */
export function tableTime({ span, rows }: SheetTable): Span | undefined {
  return (
    span ??
    rows
      .flatMap(({ cells }) => [...cells.values()].flatMap(cell => cell.span ?? []))
      .sort(compareSpans)
      .at(-1)
  )
}

const monthOf = (span: Span): string => spanEnd(span).slice(0, 7)

/** So many months before the one that a span ends with, as a unit of one month or of a quarter. */
function monthsBefore(span: Span, months: number): string {
  const [year = 0, month = 0] = monthOf(span).split('-').map(Number)
  const at = year * 12 + month - 1 - months
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`
}

/** The quarter that a month ends; `undefined` for other months. */
function quarterOf(month: string): Span | undefined {
  const [year = '', number = ''] = month.split('-')
  return Number(number) % 3 === 0 ? parseSpan(`${year}-Q${Number(number) / 3}`) : undefined
}

/** The months of a year up to the one that a span is; what is no month is as long as it says. */
function soFar(span: Span): Span {
  const month = monthOf(span)
  const january = `${month.slice(0, 4)}-01`
  const isMonth = span.sort === 'during' && spanCode(span) === month
  return isMonth && month !== january ? parseSpan(`${january}/${month}`)! : span
}

/**
 * What heads say of their time in relation to that of their table; `undefined` for what several times may be meant by,
 * as 上年 in a table of two months.
 */
const RELATIONS: readonly (readonly [words: RegExp, relate: (span: Span) => Span | undefined])[] = [
  [/[上去]年同[期月]/, yearBefore],
  [/[本当]月/, span => parseSpan(monthOf(span))],
  [/上个?月/, span => parseSpan(monthsBefore(span, 1))],
  [/[本当]季/, span => quarterOf(monthOf(span))],
  [/上个?季/, span => quarterOf(monthsBefore(span, 3))],
  [/上期|(?<!年)同期|[上本]周|[上本]旬/, () => undefined],
  [/[本今当]年/, soFar],
  [/[上去]年(?!同)/, span => (isWholeYear(span) ? yearBefore(span) : undefined)],
]
const SO_FAR = /累计/
/** A year that is told from another has as many months as the table that says it. */
const RELATIVE_YEAR = /^[本今当上去]年度?$/

/** What stands in front of words of time that only say what something is compared with, and behind them. */
const COMPARED = /[比较与]$/
const COMPARED_BEHIND = /^(?:\s*[=＝]|为\s*100|相比)/

const isCompared = (text: string, start: number, end: number): boolean =>
  COMPARED.test(text.slice(0, start)) || COMPARED_BEHIND.test(text.slice(end))

/** The time of a cell: none where nothing gives it, and the word of a head that may mean several. */
export interface CellTime {
  span: Span | undefined
  unclear?: string
}

/**
 * The time that a cell is of.
 * @param heads of its row and its column
 * @param table what `tableSpan` says
 */
export function cellTime(heads: readonly string[], table: Span | undefined): CellTime {
  for (const head of heads) {
    const time = headTime(head, table)
    if (time) return time
  }
  return { span: table }
}

function headTime(head: string, table: Span | undefined): CellTime | undefined {
  const own = spansIn(head, table && spanYear(table)).find(
    ({ start, end }) => !RELATIVE_YEAR.test(head.slice(start, end)) && !isCompared(head, start, end),
  )?.span
  const sameMonths = own && table && isWholeYear(own) && /同[期月]/.test(head)
  const relation = own ? undefined : relationIn(head)
  const isSoFar = SO_FAR.test(head)
  if (!own && !relation && !isSoFar) return undefined
  if (!own && !table) return { span: undefined }
  const span = sameMonths ? yearsLater(table, spanYear(own) - spanYear(table)) : (own ?? relation?.relate(table!))
  if (relation && !span) return { span: undefined, unclear: relation.word }
  // 本月累计 is what the month has so far.
  return { span: isSoFar && !/[本当]月/.test(relation?.word ?? '') ? soFar(span ?? table!) : span }
}

function relationIn(head: string): { word: string; relate: (span: Span) => Span | undefined } | undefined {
  for (const [words, relate] of RELATIONS) {
    const found = words.exec(head)
    if (found && !isCompared(head, found.index, found.index + found[0].length)) return { word: found[0], relate }
  }
  return undefined
}

/** The time that a cell is of; `undefined` where nothing gives it, or only a word that may mean several. */
export function cellSpan(heads: readonly string[], table: Span | undefined): Span | undefined {
  return cellTime(heads, table).span
}

/** A text with what it says of time taken out, to compare heads of one month with those of another. */
export function timeless(text: string): string {
  if (timeOf(text) !== undefined) return '〇'
  const told = text.replace(BARE_YEAR, '$1年').replace(DIGITS_OF_MONTH, (_, y, m) => `${y}年${Number(m)}月`)
  const spans = readSpans(told).filter(({ text }) => /\d|[一二三四五六七八九十]/.test(text))
  return spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}〇${rest.slice(end)}`, told)
}
