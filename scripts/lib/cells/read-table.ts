import { bareText, readCell as readPrinted } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import type { Span } from '../../../model/span.ts'
import { parseUnit } from '../../../model/units.ts'
import { columnName } from '../facts/office/place.ts'
import type { Sheet } from '../facts/office/workbook.ts'
import { sourceUnit, splitHead, unitColumnOf } from '../facts/table-units.ts'
import type { CellReading, SheetCell } from './cell.ts'
import { hasOwnUnit, isBareChange, isRank } from './measures.ts'
import { readCell } from './read-cell.ts'
import { rowKeys } from './row-keys.ts'
import type { LeftOut, SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-table.ts'
import { cellTime, contextOf, timeOf } from './times.ts'
import { isTitle } from './names.ts'
import { unitOf } from './units.ts'

/** A table of a sheet, its cells read; none where no column heads its rows. */
export interface ReadTable {
  table?: SheetTable
  /** Its numbers that stand in no row or no column of it. */
  left: LeftOut[]
}

const YEAR = /^(?:19|20)\d\d年?$/
const isTime = (text: string): boolean => YEAR.test(text) || timeOf(text) !== undefined
const isWord = (text: string): boolean => readPrinted(text).sort === 'text'
const isHead = (text: string): boolean => isWord(text) || isTime(bareText(text))

/** A row below a table that tells of it. */
const REMARK = /^(?:注|备注|说明|数据来源|资料来源)[:：]?/
const TOTAL = /^(?:合计|总计|总数|总和|共计)$/

/** A row of a table of a sheet, and its cells read. */
interface Line {
  line: number
  cells: readonly string[]
  readings: readonly CellReading[]
}

/** Reads a table of a sheet. @param span the time that it is about as a whole */
export function readTable(found: SourceTable, sheet: Sheet, span: Span | undefined): ReadTable {
  const lines = linesOf(found, sheet)
  const layout = layoutOf(found, lines)
  const columns = layout.numbers.map((column): SheetColumn => {
    const head = found.heads[column]!
    return { column, head, ...splitHead(head) }
  })
  const heads = lines.map(({ cells }) => headsOf(cells, layout.heads))
  const times = lines.map(({ cells }) =>
    layout.heads.filter(column => isHead(cells[column]!)).map(column => timeHead(cells[column]!, found.heads[column]!)),
  )
  const keys = rowKeys(heads, sectionsOf(lines, sheet, found.first), isBareChange)
  const places = new Map(found.rows.map(({ line }, index) => [line, index]))
  const rows = lines.flatMap(({ cells, line, readings }, index): SheetRow[] => {
    const own = heads[index]!
    const values = columns.map(({ column, head, name }): [number, SheetNumber] => {
      const ofHead = splitHead(head).unit
      const ofRow = sourceUnit({ found: { ...found, unit: '' }, unitColumn: layout.unit }, column, places.get(line)!)
      const units = hasOwnUnit(name)
        ? { own: ofHead || (isRank(name) ? '位' : ''), table: '' }
        : { own: ofRow, table: unitOf(found.unit) ?? '', other: unitOf(cells[layout.unit] ?? '') }
      return [
        column,
        {
          ref: `${columnName(column)}${line}`,
          printed: cells[column]!,
          ...withUnit(readings[column]!, cells[column]!, units),
          ...cellTime([...times[index]!, head], span),
        },
      ]
    })
    if (own.length === 0 || values.every(([, { reading }]) => reading.kind === 'blank')) return []
    const total = TOTAL.test(bareText(own[0]!))
    return [{ row: line, head: own.at(-1)!, ...keys[index]!, total, cells: new Map(values) }]
  })
  const title = contextOf(found).find(text => isTitle(text)) ?? ''
  const table = { sheet: sheet.name, caption: found.caption, title, span, columns, rows }
  return { ...(rows.length > 0 && { table }), left: leftIn(lines, table, found, layout) }
}

function linesOf(found: SourceTable, sheet: Sheet): Line[] {
  return found.rows
    .filter(({ cells }) => !REMARK.test(bareText(cells.find(Boolean) ?? '')))
    .map(({ line, cells }) => ({
      line,
      cells,
      readings: cells.map((_, column): CellReading => {
        const cell = sheet.rows.get(line)?.get(column)
        return readCell(!cell || cell.hidden ? { ref: '', value: null } : cell)
      }),
    }))
}

/** What the columns of a table are. */
interface Layout {
  /** The one that gives the units of rows; negative where there is none. */
  unit: number
  /** Those that head rows: down to the one that names them, and those behind it where they tell more rows apart. */
  heads: readonly number[]
  /** Those of numbers, behind the heads. */
  numbers: readonly number[]
}

/**
 * Rows are headed by words, or by times; numbers in front of these count or code the rows. What names a row is the
 * column with the most words of its own: what stands behind it, as who is in charge, only tells of it.
 */
function layoutOf(found: SourceTable, lines: readonly Line[]): Layout {
  const unit = unitColumnOf(found)
  const all = found.heads.map((_, column) => column).filter(column => column !== unit)
  const isNumbers = new Set(all.filter(column => holdsNumbers(lines, column) && !holdsTimes(lines, column)))
  const begin = all.findIndex(column => !isNumbers.has(column) && lines.some(({ cells }) => isHead(cells[column]!)))
  const first = begin < 0 ? undefined : all.slice(begin).find(column => isNumbers.has(column))
  if (first === undefined) return { unit, heads: [], numbers: [] }
  const before = all.filter(column => column < first && lines.some(({ cells }) => isHead(cells[column]!)))
  const words = before.filter(column => !holdsTimes(lines, column))
  const name = mostTold(lines, words.length > 0 ? words : before)
  const upToName = before.filter(column => column <= name)
  const isEnough = countTold(lines, upToName) >= countTold(lines, before)
  return {
    unit,
    heads: isEnough ? upToName : before,
    numbers: all.filter(column => column >= first && isNumbers.has(column) && found.heads[column] !== ''),
  }
}

/** A date as the time that its column is of: 2021/12/31 below 年度 is 2021年. */
function timeHead(text: string, head: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d$/.exec(timeOf(bareText(text)) ?? '') ?? []
  if (year !== undefined && /^年(?:度|份)?$/.test(bareText(head))) return `${year}年`
  return month !== undefined && /^月份?$/.test(bareText(head)) ? `${year}年${Number(month)}月` : text
}

/** How many heads columns have that no other row has. */
function countTold(lines: readonly Line[], heads: readonly number[]): number {
  return new Set(lines.map(({ cells }) => headsOf(cells, heads).map(bareText).join('/')).filter(Boolean)).size
}

function mostTold(lines: readonly Line[], columns: readonly number[]): number {
  const counts = columns.map(column => countTold(lines, [column]))
  return columns[counts.indexOf(Math.max(...counts))]!
}

function headsOf(cells: readonly string[], heads: readonly number[]): string[] {
  return heads.map(column => cells[column]!).filter(isHead)
}

/** Whether a column holds numbers, and faults where numbers should be, rather than words. */
function holdsNumbers(lines: readonly Line[], column: number): boolean {
  const count = (...kinds: CellReading['kind'][]): number =>
    lines.filter(({ readings }) => kinds.includes(readings[column]!.kind)).length
  return count('value', 'error') > count('text')
}

/** Whether a column heads its rows with times. */
function holdsTimes(lines: readonly Line[], column: number): boolean {
  return lines.every(({ cells }) => cells[column] === '' || isTime(bareText(cells[column]!)))
}

/** Of each row the heading within the table that it stands below: a text that is alone in its row, behind the heads. */
function sectionsOf(lines: readonly Line[], sheet: Sheet, first: number): (string | undefined)[] {
  const textsOf = (line: number): SheetCell[] =>
    [...(sheet.rows.get(line)?.values() ?? [])].filter(each => !each.hidden)
  const rows = new Set(lines.map(({ line }) => line))
  let section: string | undefined
  let at = first
  return lines.map(({ line }) => {
    for (; at < line; at++) {
      const [text, ...more] = rows.has(at) ? [] : textsOf(at)
      if (text) section = more.length === 0 ? String(text.value) : undefined
    }
    return section
  })
}

/** A number with its unit: that of its heads, its own, or that of all the table. */
function withUnit(
  reading: CellReading,
  printed: string,
  { own, table, other }: { own: string; table: string; other?: string | undefined },
): Pick<SheetNumber, 'reading' | 'unit'> {
  // Of shares of an amount the row tells the amount's unit; the same in two scales cannot both be true.
  if (
    reading.kind === 'value' &&
    other !== undefined &&
    other !== own &&
    parseUnit(other)?.base === parseUnit(own)?.base
  )
    return {
      reading: { kind: 'error', found: `列名里的单位是“${own}”，这一行写“${other}”`, expected: '单位只写一处' },
      unit: own,
    }
  const inCell = reading.kind === 'value' ? reading.unit : undefined
  if (inCell !== undefined && own !== '' && inCell !== own)
    return { reading: { kind: 'error', found: printed, expected: `单位与行名、列名的“${own}”一致` }, unit: own }
  const unit = own || (inCell ?? table)
  if (reading.kind === 'value' && reading.change !== undefined && parseUnit(unit)?.kind)
    return { reading: { kind: 'error', found: printed, expected: `多少${unit}；增减写在另一列` }, unit }
  return { reading, unit }
}

/** Numbers between the heads and the end of a table that are in no row or column of it. */
function leftIn(
  lines: readonly Line[],
  { sheet, rows }: SheetTable,
  { heads }: SourceTable,
  layout: Layout,
): LeftOut[] {
  const taken = new Set(rows.map(({ row }) => row))
  const numbers = new Set(layout.numbers)
  const first = layout.numbers[0]
  const reasonFor = (line: number, column: number): string | undefined => {
    if (first === undefined) return '表里没有行名'
    if (heads[column] === '') return '这一列没有列名'
    if (column < first)
      return holdsSerials(lines, column) || layout.heads.includes(column) ? undefined : '在行名前面，看作编号'
    if (!numbers.has(column)) return '这一列多数不是数'
    return taken.has(line) ? undefined : '这一行没有行名'
  }
  return lines.flatMap(({ line, cells, readings }) =>
    readings.flatMap((reading, column) => {
      const reason = reading.kind === 'value' && column !== layout.unit ? reasonFor(line, column) : undefined
      return reason === undefined ? [] : [{ sheet, ref: `${columnName(column)}${line}`, found: cells[column]!, reason }]
    }),
  )
}

/** Whether a column only counts the rows, 1, 2, 3. */
function holdsSerials(lines: readonly Line[], column: number): boolean {
  const own = lines.map(({ cells }) => cells[column]!).filter(cell => cell !== '' && !isWord(cell))
  return own.every((cell, index) => cell === String(index + 1))
}
