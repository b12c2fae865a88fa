import type { HuibaoError } from '../../../../model/errors.ts'
import { readTables, type SourceTable } from '../../../../model/reading/tables.ts'
import { printCell } from '../../cells/print-cell.ts'
import { readCell } from '../../cells/read-cell.ts'
import { rowLine } from './lines.ts'
import { unreadable } from './unzip.ts'
import { readSheets, type Sheet } from './workbook.ts'

/** Cells of a sheet, empty ones between others included. */
const MOST_CELLS = 500_000

/**
 * The tables of the sheets of a workbook that can be seen, cells as Excel prints them. A table's caption is the line
 * above it, or else the sheet's name; its lines are the sheet's rows.
 * @param file for messages
 * @throws HuibaoError where it is none
 */
export function readXlsx(bytes: Uint8Array, file: string): SourceTable[] {
  return readSheets(bytes, file)
    .filter(({ hidden }) => !hidden)
    .flatMap(sheet => sheetTables(sheet, file))
}

/** The tables of a sheet. Rows and columns that are hidden are not seen. */
export function sheetTables({ name, ...sheet }: Sheet, file: string): SourceTable[] {
  const place = `${file}[${name}]`
  const lines = sheetLines(shownRows(sheet, place), place)
  const tables = readTables(lines.join('\n'), file, undefined, isNumber)
  return tables.map((table, index) => ({
    ...table,
    caption: table.caption || name,
    above: linesAbove(lines, tables[index - 1]?.last ?? 0, table),
    sheet: name,
  }))
}

/** The lines from the end of another table to the first row of one, the nearest first. */
function linesAbove(lines: readonly string[], from: number, { first, last }: SourceTable): string[] {
  const begin = lines.slice(first - 1, last).findIndex(line => line.startsWith('|'))
  return lines
    .slice(from, begin < 0 ? from : Math.max(first - 1 + begin, from))
    .filter(Boolean)
    .reverse()
}

/** What can be seen in each row; in rows of numbers, what is merged over several rows stands in each of them. */
function shownRows({ rows, merges }: Pick<Sheet, 'rows' | 'merges'>, sheet: string): Map<number, Map<number, string>> {
  const shown = new Map<number, Map<number, string>>()
  for (const [row, cells] of rows) {
    const texts = [...cells].flatMap(([column, cell]) => {
      const text = cell.hidden ? '' : printCell(cell)
      return text === '' ? [] : [[column, text] as const]
    })
    if (texts.length > 0) shown.set(row, new Map(texts))
  }
  let filled = 0
  for (const { top, left, bottom } of merges) {
    const text = shown.get(top)?.get(left)
    if (text === undefined) continue
    for (let row = top + 1; row <= bottom; row++) {
      if (++filled > MOST_CELLS) throw tooLarge(sheet)
      const cells = shown.get(row)
      if (cells && hasNumber(cells)) cells.set(left, text)
    }
  }
  return shown
}

const tooLarge = (sheet: string): HuibaoError => unreadable(sheet, `超过 ${MOST_CELLS} 个单元格`)

/** Whether a cell holds a number, or what should be one. */
const isNumber = (text: string): boolean => /^(?:value|error)$/.test(readCell({ ref: '', value: text }).kind)

const YEAR = /^(?:19|20)\d\d$/

/** Whether a row has a number that is no year, which heads columns. */
function hasNumber(cells: ReadonlyMap<number, string>): boolean {
  return [...cells.values()].some(text => !YEAR.test(text) && isNumber(text))
}

/** What tells, on a row of its own, in which unit numbers are; and who made the table, which says nothing of it. */
const UNIT_LINE = /^[（(]?\s*(?:计量|金额|货币)?单位\s*[:：]/
const MAKER = /^[（(]?\s*(?!计量|金额|货币)[\u4E00-\u9FFF]{2,}单位\s*[:：]/

/** Whether a line above a table only tells the unit of its numbers, or who made it. */
export const isAside = (text: string): boolean => UNIT_LINE.test(text) || MAKER.test(text)

/**
 * A line for each row of a sheet. What stands alone in its row before or behind a table is a text and no row of it; a
 * heading within it, behind which its numbers go on, is one.
 */
function sheetLines(rows: ReadonlyMap<number, ReadonlyMap<number, string>>, sheet: string): string[] {
  const last = Math.max(0, ...rows.keys())
  const lines = Array.from({ length: last }, (_, index) => rows.get(index + 1) ?? new Map<number, string>())
  // Whether the nearest line before, or behind, that is no single cell is a row.
  const before = beside(lines)
  const after = beside(lines.toReversed()).toReversed()
  const numbersBehind = beforeNumbers(lines)
  let padded = 0
  let isTable = false
  return lines.map((cells, index) => {
    const texts = [...cells.values()]
    // Blank rows part no table whose numbers go on behind them.
    if (texts.length === 0) return isTable && numbersBehind[index] ? rowLine(['', '']) : ''
    if (texts.some(text => UNIT_LINE.test(text)) && texts.length <= 3) {
      isTable = false
      return texts.filter(text => !MAKER.test(text)).join(' ')
    }
    if (texts.length === 1 && !(before[index] && after[index] && numbersBehind[index])) {
      isTable = false
      return texts.join('')
    }
    isTable = true
    const width = Math.max(1, ...cells.keys()) + 1
    padded += width
    if (padded > MOST_CELLS) throw tooLarge(sheet)
    return rowLine(Array.from({ length: width }, (_, column) => cells.get(column) ?? ''))
  })
}

/** For each line whether the next row has a number. */
function beforeNumbers(lines: readonly ReadonlyMap<number, string>[]): boolean[] {
  let numbers = false
  return lines
    .toReversed()
    .map(cells => {
      const behind = numbers
      if (cells.size > 1) numbers = hasNumber(cells)
      return behind
    })
    .toReversed()
}

function beside(lines: readonly ReadonlyMap<number, string>[]): boolean[] {
  let row = false
  return lines.map(({ size }) => {
    if (size !== 1) row = size > 1
    return row
  })
}
