import { lastDay } from '../../model/calendar.ts'
import { toHalfWidth } from '../../model/reading/text.ts'

const DAY = /(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?!\d)/
const MONTH = /(20\d\d)年(\d{1,2})月[)）]?$/
const SENTENCE = /[。！？!?]/
/** Cells of a table. */
const CELLS = /[|｜│\t]/

/**
 * The day on which an article was written, in ISO 8601: that of a line below its title, or at its end, that is no
 * sentence; of a month its last. What ends later is still to come, and 今年 is its year.
 * @returns `undefined` where no line tells one
 */
export function dayWritten(text: string): string | undefined {
  const [, ...lines] = text
    .split(/\r\n|\r|\n/)
    .map(line => toHalfWidth(line).trim())
    .filter(line => line !== '')
  const dates = [...beforeSentence(lines), ...beforeSentence(lines.reverse())].flatMap(line => dateIn(line) ?? [])
  return dates[0]
}

function beforeSentence(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(line => SENTENCE.test(line))
  return lines.slice(0, end < 0 ? undefined : end).filter(line => !CELLS.test(line))
}

/** The day that a line tells, in half width; of a month its last. */
export function dateIn(line: string): string | undefined {
  const [, year, month = '', day] = DAY.exec(line) ?? MONTH.exec(line) ?? []
  if (year === undefined) return undefined
  return lastDay({ year: Number(year), part: [month, day].flatMap(part => part?.padStart(2, '0') ?? []).join('-') })
}

/** An article without its title, and without lines that only say when it was written. */
export function bodyOf(text: string): string {
  const [, ...lines] = text.trim().split(/\r\n|\r|\n/)
  return lines.filter(line => SENTENCE.test(line) || dateIn(toHalfWidth(line).trim()) === undefined).join('\n')
}
