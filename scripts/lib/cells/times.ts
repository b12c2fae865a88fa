import { dateFromSerial, getFormatDateInfo, parseDate } from 'numfmt'
import {
  isPartOfYear,
  parseSpan,
  readSpans,
  spanCode,
  spanEnd,
  spanYear,
  yearBefore,
  type Span,
} from '../../../model/span.ts'

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
/** A month as Excel shows it by itself. */
const ENGLISH_MONTH = /^[A-Z][a-z]{2}-\d\d$/

/** What a text says as a whole, where that is a time: its code, empty for one of no year of its own, as 1—2月. */
export function timeOf(text: string): string | undefined {
  const [, year, month] = MONTH.exec(text) ?? []
  if (year !== undefined) return `${year}-${two(Number(month))}`
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

/**
 * The time that a table as a whole is about.
 * @param context what stands above it, its sheet and its file, the nearest first
 */
export function tableSpan(context: readonly string[]): Span | undefined {
  const [dated] = context.flatMap(text => spansIn(text))
  if (!dated) return undefined
  const year = spanYear(dated.span)
  const all = context.flatMap(text => spansIn(text, year)).filter(({ span }) => spanYear(span) === year)
  // 2026年 in the title, 1—2月 on the tab.
  return (isPartOfYear(dated.span) ? dated : (all.find(({ span }) => isPartOfYear(span)) ?? dated)).span
}

const monthOf = (span: Span): string => spanEnd(span).slice(0, 7)

/** What heads say of their time in relation to that of their table. */
const RELATIONS: readonly (readonly [words: RegExp, relate: (span: Span) => Span | undefined])[] = [
  [/[上去]年同[期月]/, yearBefore],
  [/[本当]月/, span => parseSpan(monthOf(span))],
  [
    /累计/,
    span => {
      const month = monthOf(span)
      const january = `${month.slice(0, 4)}-01`
      return span.from.part === span.to.part && /^\d\d$/.test(span.to.part) && month !== january
        ? parseSpan(`${january}/${month}`)
        : span
    },
  ],
]

/** After these, words of time are only what something is compared with. */
const COMPARED = /[比较与]$/

/**
 * The time that a cell is of.
 * @param heads of its row and its column
 * @param table what `tableSpan` says
 */
export function cellSpan(heads: readonly string[], table: Span | undefined): Span | undefined {
  const year = table && spanYear(table)
  for (const head of heads) {
    const relation = RELATIONS.find(([words]) => words.exec(head) && !COMPARED.test(head.slice(0, head.search(words))))
    const own = spansIn(head, year).find(({ start }) => !COMPARED.test(head.slice(0, start)))
    // 2026年1—2月累计 says its own time, 累计 and 上年同期 tell it from the table's.
    if (relation && !(own && !/同[期月]/.test(head))) return table && relation[1](table)
    if (own) return own.span
  }
  return table
}

/** A text with what it says of time taken out, to compare heads of one month with those of another. */
export function timeless(text: string): string {
  if (timeOf(text) !== undefined) return '〇'
  const told = text.replace(BARE_YEAR, '$1年').replace(DIGITS_OF_MONTH, (_, y, m) => `${y}年${Number(m)}月`)
  const spans = readSpans(told).filter(({ text }) => /\d|[一二三四五六七八九十]/.test(text))
  return spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}〇${rest.slice(end)}`, told)
}
