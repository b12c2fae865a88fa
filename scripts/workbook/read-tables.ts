import type { TableInput } from '../../model/table.ts'
import type { SheetCell } from '../lib/cells/cell.ts'
import { printCell } from '../lib/cells/print-cell.ts'
import { readCell } from '../lib/cells/read-cell.ts'
import { cellName } from '../lib/facts/office/place.ts'
import type { Sheet } from '../lib/facts/office/workbook.ts'
import { CellFault, period, text, textOf } from './codec.ts'
import { isExample } from './entry-rows.ts'
import { entryOf, type Fields } from './fields.ts'
import { idsFor } from './ids.ts'
import type { References } from './names.ts'
import { Names } from './names.ts'
import type { Problems } from './problems.ts'
import {
  CELL_KEYS,
  CELLS_KEY,
  FIRST_KEY,
  MARKS,
  MEASURE_KEYS,
  ROW_KEYS,
  ROWS_KEY,
  SKIP_KEYS,
  TABLE_KEYS,
  type TableKey,
} from './table-layout.ts'
import { exampleLines } from './table-rows.ts'

/** A line of a sheet: its number, and its cells by column. */
type Line = readonly [row: number, cells: ReadonlyMap<number, SheetCell>]

/** A table of a sheet that has been told from others, but not been read. */
export interface Block {
  rows: TableInput['rows']
  sheet: string
  lines: readonly Line[]
}

/** Where what a table says stands. */
export interface TablePlaces {
  sheet: string
  /** The cell of its name. */
  label: string
  keys: ReadonlyMap<string, string>
  /** The columns of measures by their ids. */
  columns: ReadonlyMap<string, number>
  /** The lines of measures by their fields. */
  measureRows: ReadonlyMap<string, number>
  rows: ReadonlyMap<string, number>
  /** Everything that stands in the block. */
  cells: ReadonlyMap<string, SheetCell>
}

const headOf = ([, cells]: Line): string => (cells.get(0) ? printCell(cells.get(0)!) : '')

/** The blocks of a sheet of tables, the example left out. */
export function tableBlocks(rows: TableInput['rows'], { name, rows: all }: Sheet, problems: Problems): Block[] {
  const blocks: Line[][] = []
  for (const line of [...all].sort(([a], [b]) => a - b)) {
    if (headOf(line) === FIRST_KEY) blocks.push([line])
    else if (blocks.length > 0) blocks.at(-1)!.push(line)
    else
      problems.at(
        name,
        cellName({ column: Math.min(...line[1].keys()), row: line[0] }),
        [...line[1].values()][0],
        `一张表从“${FIRST_KEY}”这一行开始`,
      )
  }
  return blocks.flatMap(lines => {
    const label = lines[0]![1].get(1)
    if (!label || !isExample(printCell(label))) return [{ rows, sheet: name, lines }]
    checkExample(rows, name, lines, problems)
    return []
  })
}

function checkExample(rows: TableInput['rows'], sheet: string, lines: readonly Line[], problems: Problems): void {
  const expected = exampleLines(rows)
  const [begin] = lines[0]!
  for (const [row, cells] of lines)
    for (const [column, cell] of cells) {
      const own = expected[row - begin]?.[column]?.value ?? ''
      if (printCell(cell) !== String(own))
        problems.at(sheet, cell.ref, cell, `示例不要改（这里原是“${own || '空'}”）；要用这张表，请删去表名前面的“例：”`)
    }
}

/** What a block calls its table, before anything else of it is read. */
export function blockName({ lines }: Block): { id: string | undefined; name: string | undefined } {
  const find = (head: string): string | undefined => {
    const cell = lines.find(line => headOf(line) === head)?.[1].get(1)
    return cell && cell.error === undefined ? printCell(cell) || undefined : undefined
  }
  return { id: find('编号'), name: find(FIRST_KEY) }
}

/**
 * Reads a block.
 * @param id of the table
 * @param known the table of this id, where there has been one: its columns keep their ids
 */
export function readBlock(
  { rows, sheet, lines }: Block,
  id: string,
  known: TableInput | undefined,
  refs: References,
  problems: Problems,
): { table: TableInput; places: TablePlaces } {
  const attempt = <Value>(cell: SheetCell | undefined, read: (cell: SheetCell) => Value): Value | undefined =>
    cell && problems.attempt(sheet, cell, read)
  const begin = lines.findIndex(line => headOf(line) === ROWS_KEY)
  const [first] = lines[0]!
  if (begin < 0) problems.at(sheet, `A${first}`, lines[0]![1].get(0), `这张表要有“${ROWS_KEY}”这一行，它下面是各行的数`)
  const heads = begin < 0 ? lines : lines.slice(0, begin)
  const below = begin < 0 ? [] : lines.slice(begin + 1)
  const cellsAt = below.findIndex(line => headOf(line) === CELLS_KEY)
  const body = cellsAt < 0 ? below : below.slice(0, cellsAt)
  const noted = cellsAt < 0 ? [] : below.slice(cellsAt + 1)

  const keys = new Map<string, string>()
  const values: [string, unknown][] = []
  const skip: object[] = []
  const measureLines = new Map<TableKey, Line>()
  for (const line of heads) {
    const head = headOf(line)
    const key = TABLE_KEYS.find(each => each.head === head)
    const measureKey = MEASURE_KEYS.find(each => each.head === head)
    const skipped = SKIP_KEYS[head as keyof typeof SKIP_KEYS] as 'row' | 'column' | undefined
    const cell = line[1].get(1)
    if (key) {
      keys.set(key.path, cellName({ column: 1, row: line[0] }))
      values.push([key.path, attempt(cell, each => key.codec.read(each, refs))])
    } else if (measureKey) measureLines.set(measureKey, line)
    else if (skipped)
      skip.push({ [skipped]: attempt(cell, textOf) ?? '', reason: attempt(line[1].get(2), textOf) ?? '' })
    else
      problems.at(
        ...([sheet, cellName({ column: 0, row: line[0] }), line[1].get(0)] as const),
        `这一行的开头应为：${[...TABLE_KEYS, ...MEASURE_KEYS].map(each => each.head).join('、')}、${Object.keys(SKIP_KEYS).join('、')}、${ROWS_KEY}`,
      )
  }

  const width = Math.max(0, ...[...measureLines.values()].flatMap(([, cells]) => [...cells.keys()]))
  const columns = Array.from({ length: width }, (_, index) => index + 1)
  const measures = readMeasures(columns, measureLines, known, refs, attempt)
  const extras = new Map<keyof typeof ROW_KEYS, number>()
  if (begin >= 0)
    for (const [column, cell] of lines[begin]![1]) {
      if (column <= width) continue
      const key = (Object.keys(ROW_KEYS) as (keyof typeof ROW_KEYS)[]).find(each => ROW_KEYS[each] === printCell(cell))
      if (key) extras.set(key, column)
      else
        problems.at(
          sheet,
          cell.ref,
          cell,
          `应为：${Object.values(ROW_KEYS).join('、')}；多出来的列，请先在“列名”一行写上列名`,
        )
    }

  const cells: (readonly [string, ...string[]])[] = []
  const rowNumbers = new Map<string, number>()
  const said: Record<keyof typeof ROW_KEYS, Record<string, string>> = {
    ...{ heads: {}, units: {}, parts: {}, marks: {}, breaks: {} },
  }
  for (const [row, own] of body) {
    const name = attempt(own.get(0), each => (rows === 'periods' ? (period.read(each, refs) as string) : textOf(each)))
    if (name === undefined) {
      if (!own.has(0))
        problems.at(sheet, cellName({ column: 0, row }), undefined, `行名；新的一张表从“${FIRST_KEY}”这一行开始`)
      continue
    }
    rowNumbers.set(name, row)
    cells.push([name, ...columns.map(column => attempt(own.get(column), printedIn) ?? '')])
    for (const [key, column] of extras) {
      const given = attempt(own.get(column), textOf)
      if (given !== undefined) said[key][name] = given
    }
    for (const [column, cell] of own)
      if (column > width && ![...extras.values()].includes(column))
        problems.at(sheet, cell.ref, cell, `空着，或在“列名”一行写上这一列的列名`)
  }

  const marks = (mark: string): string | undefined =>
    Object.keys(said.marks).find(row => said.marks[row]!.split(/[；;、]/).includes(mark))
  for (const [row, given] of Object.entries(said.marks))
    if (given.split(/[；;、]/).some(mark => !(Object.values(MARKS) as string[]).includes(mark)))
      problems.at(
        ...([sheet, cellName({ column: extras.get('marks')!, row: rowNumbers.get(row)! })] as const),
        { ref: '', value: given },
        `其中之一：${Object.values(MARKS).join('、')}`,
      )
  const parts = Map.groupBy(Object.entries(said.parts), ([, whole]) => whole)
  const notes = readCellNotes(noted, attempt)
  const some = <Value extends object>(value: Value): Value | undefined =>
    Object.keys(value).length > 0 ? value : undefined
  const head = entryOf(values)
  const breaks = Object.entries(said.breaks).map(([before, reason]) => ({ before, reason }))
  const table = {
    id,
    ...(({ id: _, evidence: __, ...rest }: Fields) => rest)(head),
    evidence: head.evidence ?? {},
    rows,
    measures,
    ...given('units', some(said.units)),
    cells,
    ...given('heads', some(said.heads)),
    ...given('labels', some(notes.labels)),
    ...given('ours', marks(MARKS.ours)),
    ...given('total', marks(MARKS.total)),
    ...given('parts', some(Object.fromEntries([...parts].map(([whole, own]) => [whole, own.map(([row]) => row)])))),
    ...given('breaks', breaks.length > 0 ? breaks : undefined),
    ...given('skip', skip.length > 0 ? skip : undefined),
    ...given('doubts', some(notes.doubts)),
  } as unknown as TableInput
  const places: TablePlaces = {
    sheet,
    label: keys.get('label') ?? `A${first}`,
    keys,
    columns: new Map(measures.map(({ id: own }, index) => [own as string, index + 1])),
    measureRows: new Map([...measureLines].map(([key, [row]]) => [key.path, row])),
    rows: rowNumbers,
    cells: new Map(lines.flatMap(([, own]) => [...own.values()].map(cell => [cell.ref, cell] as const))),
  }
  return { table, places }
}

function given(key: string, value: unknown): Fields {
  return value === undefined ? {} : { [key]: value }
}

type Attempt = <Value>(cell: SheetCell | undefined, read: (cell: SheetCell) => Value) => Value | undefined

function readMeasures(
  columns: readonly number[],
  lines: ReadonlyMap<TableKey, Line>,
  known: TableInput | undefined,
  refs: References,
  attempt: Attempt,
): Fields[] {
  const all = columns.map(column =>
    entryOf(
      MEASURE_KEYS.map(key => [
        key.path,
        attempt(lines.get(key)?.[1].get(column), cell => (key.path === 'id' ? text : key.codec).read(cell, refs)),
      ]),
    ),
  )
  const nameable = ({ id, label }: Fields) => ({ id: id as string | undefined, name: label as string | undefined })
  const ids = idsFor(all.map(nameable), (known?.measures ?? []).map(nameable as never))
  const names = new Names(all.map(({ label }, index) => ({ id: ids[index]!, names: [label as string | undefined] })))
  return all.map(({ of, ...measure }, index) => ({
    id: ids[index]!,
    ...measure,
    ...(of !== undefined && { of: names.idOf(of as string) ?? of }),
  }))
}

/** Labels and doubts of single cells. */
function readCellNotes(
  lines: readonly Line[],
  attempt: Attempt,
): Record<keyof typeof CELL_KEYS, Record<string, string>> {
  const notes: Record<keyof typeof CELL_KEYS, Record<string, string>> = { labels: {}, doubts: {} }
  for (const [, cells] of lines) {
    const at = attempt(cells.get(0), textOf)
    if (at === undefined) continue
    ;(Object.keys(CELL_KEYS) as (keyof typeof CELL_KEYS)[]).forEach((key, index) => {
      const said = attempt(cells.get(1 + index), textOf)
      if (said !== undefined) notes[key][at] = said
    })
  }
  return notes
}

/** What a cell of a table prints: a text as it is typed, a number with the digits that are shown. */
function printedIn(cell: SheetCell): string {
  const reading = readCell(cell)
  if (reading.kind === 'blank') return ''
  if (reading.kind === 'error') throw new CellFault(reading.expected)
  if (typeof cell.value === 'string') return cell.value.trim()
  if (reading.kind !== 'value') return printCell(cell)
  if (reading.unit !== undefined && reading.unit !== '%') throw new CellFault('只有数；单位写在“单位”一行')
  // Whether thousands are grouped is told by how the number is shown.
  const shown = printCell(cell)
  return /^-?[\d,.]+$/.test(shown) ? shown : `${reading.negative ? '-' : ''}${reading.digits}`
}
