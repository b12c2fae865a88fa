import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { bareText, readCell as readPrinted } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { spanCode, type Span } from '../../../model/span.ts'
import { parseUnit } from '../../../model/units.ts'
import { csvSheet } from '../facts/csv.ts'
import { decodeText } from '../facts/decode.ts'
import { readSheets, type Sheet } from '../facts/office/workbook.ts'
import { sheetTables } from '../facts/office/xlsx.ts'
import { sourceUnit, splitHead, unitColumnOf } from '../facts/table-units.ts'
import type { CellReading, SheetCell } from './cell.ts'
import { columnName } from '../facts/office/place.ts'
import { readCell } from './read-cell.ts'
import { unitOf } from './units.ts'
import { cellSpan, tableSpan, timeOf } from './times.ts'

/** A table of an office's own workbook: the numbers below heads, each read. */
export interface SheetTable {
  sheet: string
  caption: string
  /** The time that it is about as a whole. */
  span: Span | undefined
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}

/** A column of numbers. */
export interface SheetColumn {
  /** From 0. */
  column: number
  /** As printed; of two rows of heads, both in one. */
  head: string
  /** The head without its unit. */
  name: string
  /** The unit in the head. */
  unit: string
}

/** A row with numbers. */
export interface SheetRow {
  /** From 1. */
  row: number
  /** The head next to its numbers, as printed. */
  head: string
  /** What tells it from all other rows: its heads from left to right, and where those stand twice the row's above. */
  key: string
  /** Whether it is the sum of others by its head. */
  total: boolean
  cells: ReadonlyMap<number, SheetNumber>
}

/** What stands in a cell below a head. */
export interface SheetNumber {
  ref: string
  /** As people see it. */
  printed: string
  reading: CellReading
  /** Its unit; empty where nothing gives one. */
  unit: string
  /** `undefined` where nothing gives it. */
  span: Span | undefined
}

/** A workbook or a csv file, read. */
export interface ReadSheets {
  tables: SheetTable[]
  /** What was not looked at, in Chinese. */
  notes: string[]
}

/** Rows and filled cells of a sheet that people brief from. */
const MOST_ROWS = 2000
const MOST_FILLED = 20_000

/**
 * Reads the tables of an office's own workbook or csv file.
 * @param file its name, which may say the time
 * @throws HuibaoError where it is none, or too large
 */
export function readOwnSheets(bytes: Uint8Array, file: string): ReadSheets {
  const sheets = sheetsOf(bytes, file)
  const shown = sheets.filter(({ hidden }) => !hidden)
  for (const { name, rows } of shown)
    if (rows.size > MOST_ROWS || [...rows.values()].reduce((sum, { size }) => sum + size, 0) > MOST_FILLED)
      throw new HuibaoError(`${file}[${name}] 太大：超过 ${MOST_ROWS} 行或 ${MOST_FILLED / 10_000} 万格`, {
        hint: '一份汇报用不了这么多，请只留要用的行和列，或把这张工作表隐藏。',
        exitCode: 2,
      })
  const found = shown.flatMap(sheet =>
    sheetTables(sheet, file).map(found => ({ found, sheet, span: tableSpan(contextOf(found)) })),
  )
  // Tables that say no time are of the one that all others say, else of the file's.
  const told = new Map(found.flatMap(({ span }) => (span ? [[spanCode(span), span] as const] : [])))
  const shared = told.size === 1 ? [...told.values()][0] : undefined
  return {
    tables: found.flatMap(({ found, sheet, span = shared }) => {
      const own = span ?? tableSpan([...contextOf(found), path.parse(file).name])
      return readTable(found, sheet, own) ?? []
    }),
    notes: [
      ...sheets.filter(({ hidden }) => hidden).map(({ name }) => `隐藏的工作表“${name}”没有读`),
      ...shown.flatMap(({ name, rows }) => {
        const hidden = hiddenIn(rows)
        return hidden.length > 0 ? [`工作表“${name}”隐藏的${hidden.join('、')}没有读`] : []
      }),
    ],
  }
}

function sheetsOf(bytes: Uint8Array, file: string): Sheet[] {
  switch (path.extname(file).toLowerCase()) {
    case '.xlsx':
    case '.xlsm':
      return readSheets(bytes, file)
    case '.csv': {
      const text = decodeText(bytes)
      if (text !== undefined) return [csvSheet(text, file)]
    }
  }
  throw new HuibaoError(`读不了 ${file}：不是 xlsx，也不是 csv`, {
    hint: '请用 Excel 或 WPS 打开它，另存为 xlsx 或 csv。',
    exitCode: 2,
  })
}

/** Rows that are hidden as a whole, and columns. */
function hiddenIn(rows: Sheet['rows']): string[] {
  const lines = [...rows].filter(([, cells]) => [...cells.values()].every(({ hidden }) => hidden)).map(([row]) => row)
  const others = [...rows].filter(([row]) => !lines.includes(row)).flatMap(([, cells]) => [...cells])
  const columns = [...new Set(others.filter(([, { hidden }]) => hidden).map(([column]) => column))]
  return [
    ...(lines.length > 0 ? [`第 ${lines.join('、')} 行`] : []),
    ...(columns.length > 0
      ? [
          `${columns
            .sort((a, b) => a - b)
            .map(columnName)
            .join('、')} 列`,
        ]
      : []),
  ]
}

const YEAR = /^(?:19|20)\d\d年?$/
const isTime = (text: string): boolean => YEAR.test(text) || timeOf(text) !== undefined
const isWord = (text: string): boolean => readPrinted(text).sort === 'text'

/** A row below a table that tells of it. */
const REMARK = /^(?:注|备注|说明|数据来源|资料来源)[:：]?/
const TOTAL = /^(?:合计|总计|总数|总和|共计)$/

/** What of a sheet says the time of a table, the nearest first. */
export function contextOf({ above = [], caption, sheet = '' }: SourceTable): string[] {
  return [...above, caption, sheet]
}

function readTable(found: SourceTable, sheet: Sheet, span: Span | undefined): SheetTable | undefined {
  const rows = found.rows.filter(({ cells }) => !REMARK.test(bareText(cells.find(Boolean) ?? '')))
  const cellAt = (row: number, column: number): SheetCell | undefined => {
    const cell = sheet.rows.get(row)?.get(column)
    return cell?.hidden ? undefined : cell
  }
  const read = new Map(
    rows.map(({ line, cells }) => [
      line,
      cells.map((_, column): CellReading => readCell(cellAt(line, column) ?? { ref: '', value: null })),
    ]),
  )
  const unitColumn = unitColumnOf(found)
  const numbers = found.heads.map((_, column) => isNumbers([...read.values()].map(cells => cells[column]!)))
  const first = numbers.findIndex((own, column) => own && !isSerial(rows, column) && !isTimes(rows, column))
  if (first < 0) return undefined
  const headColumns = found.heads
    .map((_, column) => column)
    .filter(column => column < first && column !== unitColumn)
    .filter(column => rows.some(({ cells }) => isWord(cells[column]!) || isTime(cells[column]!)))
  const columns = found.heads.flatMap((head, column): SheetColumn[] => {
    const { name, unit } = splitHead(head)
    return column >= first && column !== unitColumn && numbers[column] && head !== ''
      ? [{ column, head, name, unit }]
      : []
  })
  const heads = rows.map(({ cells }) => headColumns.map(column => cells[column]!).filter(Boolean))
  const keys = keysOf(heads)
  const places = new Map(found.rows.map(({ line }, index) => [line, index]))
  return {
    sheet: sheet.name,
    caption: found.caption,
    span,
    columns,
    rows: rows.flatMap(({ cells, line }, index): SheetRow[] => {
      const own = heads[index]!
      if (own.length === 0) return []
      const place = places.get(line)!
      const values = columns.map(({ column, head }): [number, SheetNumber] => [
        column,
        {
          ref: `${columnName(column)}${line}`,
          printed: cells[column]!,
          ...withUnit(read.get(line)![column]!, cells[column]!, {
            own: sourceUnit({ found: { ...found, unit: '' }, unitColumn }, column, place),
            table: unitOf(found.unit) ?? '',
          }),
          span: cellSpan([...own, head], span),
        },
      ])
      if (values.every(([, { reading }]) => reading.kind === 'blank')) return []
      return [
        {
          row: line,
          head: own.at(-1)!,
          key: keys[index]!,
          total: TOTAL.test(bareText(own[0]!)),
          cells: new Map(values),
        },
      ]
    }),
  }
}

/** A number with its unit: that of its heads, its own, or that of all the table. */
function withUnit(
  reading: CellReading,
  printed: string,
  { own, table }: { own: string; table: string },
): Pick<SheetNumber, 'reading' | 'unit'> {
  const inCell = reading.kind === 'value' ? reading.unit : undefined
  if (inCell !== undefined && own !== '' && inCell !== own)
    return { reading: { kind: 'error', found: printed, expected: `单位与行名、列名的“${own}”一致` }, unit: own }
  const unit = own || (inCell ?? table)
  if (reading.kind === 'value' && reading.change !== undefined && parseUnit(unit)?.kind)
    return { reading: { kind: 'error', found: printed, expected: `多少${unit}；增减写在另一列` }, unit }
  return { reading, unit }
}

/** Whether a column holds numbers, and faults where numbers should be, rather than words. */
function isNumbers(cells: readonly CellReading[]): boolean {
  const count = (...kinds: CellReading['kind'][]): number => cells.filter(({ kind }) => kinds.includes(kind)).length
  return count('value', 'error') > count('text')
}

/** Whether a column only counts the rows, 1, 2, 3, beside their heads. */
function isSerial(rows: SourceTable['rows'], column: number): boolean {
  const own = rows.map(({ cells }) => cells[column]!).filter(Boolean)
  const beside = rows.filter(({ cells }) => isWord(cells[column + 1] ?? '')).length
  return own.every((cell, index) => cell === String(index + 1)) && beside * 2 > rows.length
}

/** Whether a column heads its rows with times. */
function isTimes(rows: SourceTable['rows'], column: number): boolean {
  return rows.every(({ cells }) => cells[column] === '' || isTime(bareText(cells[column]!)))
}

/** What tells rows apart: their heads, and of those that stand twice, as 其中：女, the head above that stands once. */
function keysOf(heads: readonly (readonly string[])[]): string[] {
  const plain = heads.map(own => own.map(bareText).join('/'))
  const count = Map.groupBy(plain, key => key)
  const single = (key: string): boolean => count.get(key)!.length === 1
  let above = ''
  return plain.map(key => {
    if (single(key)) above = key
    return single(key) ? key : `${above}/${key}`
  })
}
