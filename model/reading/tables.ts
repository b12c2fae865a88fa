import { TABLE_NUMBER } from './captions.ts'
import { bareText, readCell } from './cells.ts'
import { toHalfWidth } from './text.ts'

/** A table as a text of the source has it. Texts are in half width, otherwise as they stand. */
export interface SourceTable {
  /** The file, as it was given; empty where there is none. */
  file: string
  /** Id of its source, in a deck that names its sources. */
  source?: string
  /** Name of its sheet in a workbook; its lines are the rows of that. */
  sheet?: string
  /** The line above it, without the unit; empty where there is none. */
  caption: string
  /** Of a table of a sheet, all lines between it and the table before it, the nearest first. */
  above?: readonly string[]
  /** What stands behind 单位： with the caption; empty where nothing does. */
  unit: string
  /** A head for each column; of two rows of heads, both in one. */
  heads: readonly string[]
  /** As many cells each as there are heads. */
  rows: readonly { cells: readonly string[]; line: number }[]
  /** First and last line of the file, from 1, its caption included. */
  first: number
  last: number
}

const BAR = /[|｜│]/
/** Lines that only draw: `|---|:-:|`, `+----+`, `====`. */
const RULE = /^[\s|｜│+:=\-–—─━┼├┤┬┴┌┐└┘]+$/

/** How the cells of a line are told apart, the surest first. */
const SEPARATORS: readonly ((line: string) => string[])[] = [
  line =>
    BAR.test(line)
      ? line
          .trim()
          .replace(/^[|｜│]|[|｜│]$/g, '')
          .split(BAR)
      : [],
  line => line.split('\t'),
  line => withoutLetterSpace(line.trim()).split(/ {2,}|\s*\u3000\s*/),
  line => (BAR.test(line) ? [] : line.trim().split(/\s+/)),
]
const DRAWN = 0
/** Single spaces divide only lines of as many cells each, below a head without a number. */
const LOOSE = 3
const FEWEST_LOOSE = 3

/** Single characters of one word with a wide space between each two, which fill the width of a column. */
const SPACED = /(^|[^\p{sc=Han}])(\p{sc=Han}(?:\u3000\p{sc=Han})+)(?!\p{sc=Han})/gu

function withoutLetterSpace(line: string): string {
  return line.replace(SPACED, (_, before: string, word: string) => before + word.replaceAll('\u3000', ''))
}

function cellsOf(line: string, separator: number): string[] {
  const cells = SEPARATORS[separator]!(line).map(cell => toHalfWidth(cell).trim())
  return cells.length >= (separator === LOOSE ? FEWEST_LOOSE : 2) ? cells : []
}

/** Whether a cell is a number, by what it prints. */
type IsNumber = (cell: string) => boolean
const isPlainNumber: IsNumber = cell => readCell(cell).sort === 'number'

/** For each line what one separator makes of it and of those behind it. */
interface Run {
  /** Whether it is divided. */
  divided: boolean
  /** How many cells it has. */
  width: number
  /** The first line behind it that the separator does not divide. */
  end: number
  /** Rows from it to there, and how many of these have a number behind their first cell. */
  rows: number
  values: number
  /** Whether the first of them has one. */
  headed: boolean
}

/** What a separator makes of lines, from the last to the first, so that each line is read once. */
function runsOf(lines: readonly string[], separator: number, heads: readonly boolean[], isNumber: IsNumber): Run[] {
  const runs: Run[] = []
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!
    const cells = heads[at] ? [] : cellsOf(line, separator)
    const isRule = RULE.test(line)
    const next = runs[at + 1]
    const goesOn = !heads[at] && (cells.length > 0 || (separator === DRAWN && isRule))
    const alike = separator !== LOOSE || next?.width === cells.length
    const behind = goesOn && next && next.end > at + 1 && alike ? next : undefined
    const value = !isRule && cells.slice(1).some(isNumber)
    runs[at] = {
      divided: cells.length > 0,
      width: cells.length,
      end: goesOn ? (behind?.end ?? at + 1) : at,
      rows: (behind?.rows ?? 0) + (goesOn && !isRule ? 1 : 0),
      values: (behind?.values ?? 0) + (value ? 1 : 0),
      headed: isRule ? (behind?.headed ?? false) : value,
    }
  }
  return runs
}

/** Finds the lines from one on that a separator divides; fewer than two make no table. */
function blocksIn(
  lines: readonly string[],
  heads: readonly boolean[],
  isNumber: IsNumber,
): (start: number) => { separator: number; end: number } | undefined {
  const runs: Run[][] = []
  return start => {
    for (const separator of SEPARATORS.keys()) {
      runs[separator] ??= runsOf(lines, separator, heads, isNumber)
      const { divided, end, rows, values, headed } = runs[separator][start]!
      if (separator === LOOSE && headed) continue
      if (divided && rows > 1 && (values - (headed ? 1 : 0)) * 2 >= rows - 1) return { separator, end }
    }
    return undefined
  }
}

/** Two rows of heads in one: what stands above several columns is part of each. */
function joinedHeads(upper: readonly string[], lower: readonly string[]): string[] {
  let above = ''
  return lower.map((cell, index) => {
    if (upper[index] !== '' || cell === '') above = upper[index] ?? ''
    return above + cell
  })
}

const YEAR = /^(?:19|20)\d\d$/

const UNIT_HEAD = /^(?:计量)?单位$/

/**
 * Whether a second line heads columns too: words, or years below a cell that is one with that above it. What has a unit
 * of its own is a row, whatever stands where its numbers should.
 */
function isSecondHead(
  [first = '', ...cells]: readonly string[],
  [, ...heads]: readonly string[],
  isNumber: IsNumber,
): boolean {
  if (first !== '' && cells.some((cell, index) => cell !== '' && UNIT_HEAD.test(bareText(heads[index]!)))) return false
  const words = cells.filter(cell => cell !== '' && !YEAR.test(bareText(cell)))
  if (words.length === 0) return first === '' && cells.some(cell => cell !== '')
  return ![first, ...words].some(isNumber) && words.some(cell => readCell(cell).sort === 'text')
}

/** A table of lines of cells. Rows without anything but a head are headings within it. */
export function tableOf(
  lines: readonly { cells: readonly string[]; line: number }[],
  isNumber: IsNumber = isPlainNumber,
): Pick<SourceTable, 'heads' | 'rows'> {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const padded = lines.map(({ cells, line }) => ({
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
    line,
  }))
  const [upper, lower, ...rest] = padded
  const two = lower !== undefined && rest.length > 0 && isSecondHead(lower.cells, upper!.cells, isNumber)
  return {
    heads: two ? joinedHeads(upper!.cells, lower.cells) : upper!.cells,
    rows: (two ? rest : padded.slice(1)).filter(({ cells }) => cells.slice(1).some(cell => cell !== '')),
  }
}

/** What the line above a table begins with: its number, or that it is one. */
const CAPTIONED = new RegExp(`^\\s*(?:${TABLE_NUMBER.source.slice(1)}|附表)[\\s:：]`)
const UNIT = /(?:^|[\s（(])(?:计量|金额|货币)?单位\s*[:：]\s*([^）)\s]+)\s*[）)]?/
const SENTENCE = /[。；！？!?;]$/

/** Caption and unit in the lines above a table, and the first line that they take. */
function captionAbove(
  lines: readonly string[],
  start: number,
  taken: (line: number) => boolean,
): Pick<SourceTable, 'caption' | 'unit'> & { first: number } {
  let unit = ''
  let first = start
  for (let at = start - 1, blanks = 0; at >= 0 && blanks < 2 && !taken(at); at--) {
    const line = toHalfWidth(lines[at]!).trim()
    if (line === '') {
      blanks++
      continue
    }
    const told = UNIT.exec(line)
    const caption = line.replace(UNIT, '').trim()
    // What stands above the unit may be as far from it as that from the table.
    if (told) [unit, first, blanks] = [told[1]!, at, 0]
    if (caption === '') continue
    // Any short line that touches the table names it; further away, one that says that it does.
    const isCaption =
      TABLE_NUMBER.test(bareText(caption)) ||
      /^(?:附[表件]?|表)[:：]/.test(caption) ||
      (blanks === 0 && !SENTENCE.test(caption) && caption.length <= 40)
    return isCaption ? { caption, unit, first: at } : { caption: '', unit, first }
  }
  return { caption: '', unit, first }
}

/**
 * The tables of a text: lines divided by bars (Markdown's too), by tabs or by several spaces, or by single ones into as
 * many cells each, at least two on end, of which most have a number.
 * @param isHeading whether a line is a heading, which is no caption
 * @param isNumber whether a cell is a number, and so heads nothing. Default: one that is printed in digits alone
 */
export function readTables(
  text: string,
  file = '',
  isHeading: (line: string) => boolean = () => false,
  isNumber: IsNumber = isPlainNumber,
): SourceTable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const headings = lines.map(line => line.trim() !== '' && isHeading(line))
  // A caption is no row, though wide spaces divide its number from it.
  const undivided = lines.map((line, index) => headings[index]! || (CAPTIONED.test(line) && !/[|｜│\t]/.test(line)))
  const tables: SourceTable[] = []
  const blockAt = blocksIn(lines, undivided, isNumber)
  for (let at = 0; at < lines.length; at++) {
    const block = undivided[at] ? undefined : blockAt(at)
    if (!block) continue
    const { separator, end } = block
    const above = captionAbove(lines, at, line => headings[line]! || line < (tables.at(-1)?.last ?? 0))
    const drawn = lines
      .slice(at, end)
      .map((line, index) => ({ cells: RULE.test(line) ? [] : cellsOf(line, separator), line: at + index + 1 }))
      .filter(({ cells }) => cells.length > 0)
    // An indented head of fewer cells than each of the rows leaves the first empty, which names what stands below.
    const [head, ...below] = drawn
    const indented = separator !== DRAWN && /^\s/.test(lines[at]!) && below.length > 0
    if (indented && below.every(({ cells }) => cells.length === head!.cells.length + 1)) head!.cells.unshift('')
    tables.push({
      file,
      ...tableOf(drawn, isNumber),
      caption: above.caption,
      unit: above.unit,
      first: above.first + 1,
      last: end,
    })
    at = end - 1
  }
  return tables
}
