import { sortOfPart } from '../../../model/calendar.ts'
import { headsSentence, periodWords, type PeriodWords } from '../../../model/reading/periods.ts'
import { readTables } from '../../../model/reading/tables.ts'
import { readSpans } from '../../../model/span.ts'
import type { SpanWords } from '../../../model/span-words.ts'
import { bySentence, collapseSpaces, normalize, SENTENCE_ENDS, toHalfWidth } from '../../../model/reading/text.ts'

/** A heading that opens a chapter. */
interface Heading {
  /** The line, as the article has it. */
  title: string
  /** Without its number; where the columns of its chapter name it, what they call it. */
  short: string
}

/** How an article is divided. */
export interface Outline {
  title: string
  /** Lines below the title and above the text: publisher, date. */
  subtitle: readonly string[]
  chapters: readonly Heading[]
  /** What stands at the head of a part of several chapters: 话说 of 话说 高质量. */
  columns: readonly string[]
}

/** A line that is no sentence and no part of one. */
interface Line {
  /** Its number in the file, from 1. */
  no: number
  raw: string
  text: string
  /** Whether it may be a heading. */
  bare: boolean
}

/** Longest heading: characters. */
const LONGEST = 30
/** Longest title, as of 关于…执行情况和…草案的报告. */
const LONGEST_TITLE = 60
const ENDS = new RegExp(`[${SENTENCE_ENDS}，,；;：:、…]$`)
/** What no title ends with; headlines call and ask. */
const TITLE_ENDS = /[。，,；;：:、]$/
/** Lines that name a table, or who has spoken. */
const NO_HEADING = /^(?:(?:附?[表图]|续表)\s*[\d一二三四五六七八九十]|[—–-])/
const NUMERALS = '一二三四五六七八九十'
/** How headings are numbered, the outermost first. */
const NUMBERED: readonly RegExp[] = [
  new RegExp(`^第[${NUMERALS}]+(?:章|部分|篇)\\s*`),
  new RegExp(`^[${NUMERALS}]+[、.．]\\s*`),
  new RegExp(`^[（(][${NUMERALS}]+[）)]\\s*`),
  /^\d+[、.．]\s*(?!\d)/,
]

/**
 * Reads how an article is divided: by the outermost numbers that several of its headings have, or else by bare lines
 * above paragraphs. Where no line is one, it has no chapters.
 */
export function outlineOf(text: string): Outline {
  const lines = linesOf(text)
  const body = lines.findIndex(({ bare }, index) => !bare && !isSubtitle(lines, index))
  const front = lines.slice(0, body < 0 ? lines.length : body)
  const numbered = NUMBERED.map(pattern => lines.filter(({ bare, text }) => bare && pattern.test(text)))
  const depth = numbered.findIndex(found => found.length > 1)
  const first = depth < 0 ? undefined : numbered[depth]![0]
  const head = front.slice(0, first && front.includes(first) ? front.indexOf(first) : undefined)
  const [title, ...subtitle] = head.map(({ raw }) => raw)
  const own = depth < 0 ? bareHeadings(lines, head) : { chapters: numberedHeadings(numbered[depth]!, NUMBERED[depth]!) }
  return { title: title ?? '', subtitle, columns: [], ...own }
}

/** Whether a line goes on with the title above it, behind a dash. */
function isSubtitle([title, ...below]: readonly Line[], index: number): boolean {
  return index === 1 && title!.bare && /^[—–]/.test(below[0]!.text) && !ENDS.test(below[0]!.text)
}

/** Whether a line alone is numbered as a heading, and so is no caption; numbers in digits are those of tables, too. */
const isNumbered = (line: string): boolean =>
  NUMBERED.slice(0, -1).some(pattern => pattern.test(toHalfWidth(line).trim())) && !/[|｜│\t]| {2}/.test(line.trim())

function linesOf(text: string): Line[] {
  const raws = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const tables = readTables(text, '', isNumbered)
  const lines = raws
    .map((raw, index) => ({ raw: raw.trim(), text: toHalfWidth(raw).trim(), no: index + 1 }))
    .filter(({ raw, no }) => raw !== '' && !tables.some(({ first, last }) => first <= no && no <= last))
  return lines.map(({ raw, text, no }, index) => {
    // A line that goes on where a sentence was broken off is none of its own.
    const before = lines[index - 1]
    const continued = before?.no === no - 1 && before.text.length > LONGEST && !ENDS.test(before.text)
    const plain = collapseSpaces(text)
    const titles = index === 0 && (lines[1]?.no ?? 0) > no + 1
    const [longest, ends] = titles ? [LONGEST_TITLE, TITLE_ENDS] : [LONGEST, ENDS]
    const bare = plain.length <= longest && !ends.test(plain) && !NO_HEADING.test(plain) && !continued
    return { no, raw, text, bare }
  })
}

function numberedHeadings(found: readonly Line[], pattern: RegExp): Heading[] {
  return found.map(({ raw, text }) => ({ title: raw, short: collapseSpaces(text.replace(pattern, '')) }))
}

/** Whether a line only says when a text was written: （2026年2月）. */
function isDate(line: string): boolean {
  const text = line.replace(/^[（(]|[）)]$/g, '')
  const [first] = readSpans(text)
  return first?.text === text
}

/** The headings of an article. */
export interface Headings {
  /** The lines that are numbered as headings. */
  numbered: ReadonlySet<number>
  /** Those in force at each line that is not empty, the innermost first. */
  inForce: ReadonlyMap<number, readonly string[]>
}

/**
 * Reads the headings of an article: its title, those of its chapters, and lines that are numbered as such.
 * @param isChapter whether a line is the title of a chapter
 */
export function headingsOf(text: string, isChapter: (line: string) => boolean): Headings {
  const lines = linesOf(text)
  const numbered = new Set<number>()
  const inForce = new Map<number, readonly string[]>()
  const review = reviewOf(lines)
  let open: readonly { depth: number; text: string }[] = review === undefined ? [] : [{ depth: -1, text: review }]
  lines.forEach(({ no, raw, text, bare }, index) => {
    const number = bare ? NUMBERED.findIndex(pattern => pattern.test(text)) : -1
    if (number >= 0) numbered.add(no)
    const next = lines[index + 1]
    const titles = index === 0 && bare && next !== undefined && (next.bare || next.no > no + 1)
    const lead = bare ? undefined : timeLeading(text)
    const depth = isChapter(raw)
      ? 1
      : number >= 0
        ? 2 + number
        : titles
          ? 0
          : lead === undefined
            ? undefined
            : depthAbove(next)
    if (depth !== undefined)
      open = [...(isDate(text) ? [] : [{ depth, text: lead ?? text }]), ...open.filter(each => each.depth < depth)]
    inForce.set(
      no,
      open.map(each => each.text),
    )
  })
  return { numbered, inForce }
}

/** Words of time that head a line that leads to those below it: 2025年，我们做了以下工作：. */
function timeLeading(text: string): string | undefined {
  const line = normalize(text)
  if (!line.endsWith(':')) return undefined
  return periodWords(line, []).find(words => headsSentence(line, words) && words.span !== null)?.text
}

/** The depth of what leads to a line and its like: just above it. */
function depthAbove(line: Line | undefined): number {
  const number = line ? NUMBERED.findIndex(pattern => pattern.test(line.text)) : -1
  return (number >= 0 ? 2 + number : 2 + NUMBERED.length) - 0.5
}

/** The name of a five-year plan: “十四五”. */
const PLAN_NAME = new RegExp(`“[${NUMERALS}]{1,3}五”`)

/**
 * The years that an article looks back on as a whole, in its words: those that head its first sentence with a time, as
 * 五年来, or else the plan that its title names. One that tells of parts of a year, or of 今年, is no such review.
 */
export function reviewedYears(text: string): string | undefined {
  return reviewOf(linesOf(text))
}

function reviewOf([title, ...below]: readonly Line[]): string | undefined {
  const text = below.map(line => line.text).join('\n')
  const times = bySentence(text, sentence =>
    periodWords(sentence, []).filter(words => headsSentence(normalize(sentence), words) && !isDay(words)),
  )
  const [first] = times
  const plan = PLAN_NAME.exec(title?.text ?? '')?.[0]
  if (plan !== undefined && first && isOfYears(first)) return first.text
  if (times.some(isWithinYear)) return undefined
  return first && isOfYears(first) ? first.text : plan
}

const isDay = ({ words }: PeriodWords): boolean => isDates(words) && sortOfPart(words.to.part) === 'day'
const isDates = (words: PeriodWords['words']): words is SpanWords => typeof words === 'object'
const yearOf = (unit: SpanWords['to']): number => ('year' in unit ? unit.year : unit.offset)

/** Whether words tell of several years: 2021—2025年, 五年来, 2021年以来. */
function isOfYears({ words }: PeriodWords): boolean {
  return isDates(words) && words.sort === 'during' && yearOf(words.from) !== yearOf(words.to)
}

/** Whether words tell of a part of one year, or of the year that an article is written in. */
function isWithinYear(told: PeriodWords): boolean {
  const { words } = told
  return (
    isDates(words) && words.sort === 'during' && !isOfYears(told) && (words.to.part !== '' || !('year' in words.to))
  )
}

/** What stands between the title of a chapter and its first column. */
const LEAD = '章首'

/**
 * Bare lines with a paragraph below them; those that come again, alone or with what their chapter is called, name
 * columns.
 */
function bareHeadings(lines: readonly Line[], head: readonly Line[]): Pick<Outline, 'chapters' | 'columns'> {
  const body = lines.filter(line => !head.includes(line))
  const above = body.filter((line, index) => line.bare && body[index + 1]?.bare === false)
  const firsts = above.map(({ text }) => partsOf(text).column)
  const columns = [...new Set(firsts.filter((column, index) => firsts.indexOf(column) < index))]
  const isColumn = ({ text }: Line): boolean => columns.includes(partsOf(text).column)
  const found = body.filter(
    (line, index) => above.includes(line) || (line.bare && body[index + 1] && isColumn(body[index + 1]!)),
  )
  const chapters = found.flatMap((line, index) => {
    if (isColumn(line)) return []
    const end = found.findIndex((other, later) => later > index && !isColumn(other))
    const names = new Set(
      found.slice(index + 1, end < 0 ? undefined : end).flatMap(({ text }) => partsOf(text).name ?? []),
    )
    return [{ title: line.raw, short: names.size === 1 ? [...names][0]! : collapseSpaces(line.text) }]
  })
  return { chapters, columns: columns.length > 0 ? [LEAD, ...columns] : [] }
}

/** 话说 高质量 is a column and the name of its chapter; a line without a space is one or the other. */
function partsOf(text: string): { column: string; name?: string } {
  const [column = '', name, ...more] = text.split(/\s+/)
  return name === undefined || more.length > 0 ? { column: text } : { column, name }
}
