import { dateFromSerial, getFormatDateInfo } from 'numfmt'
import { parseSpan, readSpans, spanCode } from '../../../model/span.ts'

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

/** What a text says as a whole, where that is a time: its code, empty for one of no year of its own, as 1—2月. */
export function timeOf(text: string): string | undefined {
  const [, year, month] = MONTH.exec(text) ?? []
  if (year !== undefined) return `${year}-${two(Number(month))}`
  if (/-/.test(text) && parseSpan(text)) return text
  const [first, ...more] = readSpans(text)
  if (!first || more.length > 0 || first.start > 0 || first.end < text.length) return undefined
  return first.span ? spanCode(first.span) : ''
}
