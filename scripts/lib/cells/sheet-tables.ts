import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { formatSpan, isPartOfYear, spanCode, spanEnd, spanYear, type Span } from '../../../model/span.ts'
import { csvSheet } from '../facts/csv.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { decodeText } from '../facts/decode.ts'
import { columnName } from '../facts/office/place.ts'
import { readSheets, type Sheet } from '../facts/office/workbook.ts'
import { sheetTables } from '../facts/office/xlsx.ts'
import { printCell } from './print-cell.ts'
import { readCell } from './read-cell.ts'
import { readTable } from './read-table.ts'
import type { LeftOut, SheetTable } from './sheet-table.ts'
import { contextOf, tableSpan } from './times.ts'

/** A workbook or a csv file, read. */
export interface ReadSheets {
  /** At least one. */
  tables: SheetTable[]
  /** Numbers that can be seen, and are not in the rows and columns of a table. */
  left: LeftOut[]
  /** What was not looked at, in Chinese. */
  notes: string[]
}

/** Rows and filled cells of a sheet that people brief from. */
const MOST_ROWS = 20_000
const MOST_FILLED = 200_000

/**
 * Reads the tables of an office's own workbook or csv file.
 * @param file its name, which may say the time
 * @throws HuibaoError where it is none, is too large, or has no table
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
  const read = found.map(({ found, sheet, span = shared }) =>
    readTable(found, sheet, span ?? tableSpan([...contextOf(found), path.parse(file).name])),
  )
  const tables = read.flatMap(({ table }) => table ?? [])
  if (tables.length === 0)
    throw new HuibaoError(`${file} 里没有找到表`, {
      hint: '表要有列名，左边有行名，里面有数；隐藏的工作表不读。',
      exitCode: 2,
    })
  return {
    tables,
    left: [
      ...read.flatMap(({ left }) => left),
      ...shown.flatMap(sheet =>
        outside(
          sheet,
          found.filter(each => each.sheet === sheet).map(each => each.found),
        ),
      ),
    ],
    notes: [
      ...staleTimes(
        file,
        found.flatMap(({ found: table, span }) => (span ? [{ table, span }] : [])),
      ),
      ...sheets.filter(({ hidden }) => hidden).map(({ name }) => `隐藏的工作表“${name}”没有读`),
      ...shown.flatMap(({ name, rows }) => {
        const hidden = hiddenIn(rows)
        return hidden.length > 0 ? [`工作表“${name}”隐藏的${hidden.join('、')}没有读`] : []
      }),
    ],
  }
}

/** Tables whose own words say another time than the name of their file: one of the two was forgotten. */
function staleTimes(file: string, tables: readonly { table: SourceTable; span: Span }[]): string[] {
  const named = tableSpan([path.parse(file).name])
  if (!named) return []
  const others = tables.filter(({ span }) => !mayBeOf(span, named))
  return [...Map.groupBy(others, ({ span }) => formatSpan(span))].map(([told, own]) => {
    const names = [...new Set(own.map(({ table: { caption } }) => `“${caption}”`))].join('')
    return `${names}里写的是${told}，文件名写的是${formatSpan(named)}：照表里的取，不对请改表里的时间`
  })
}

/** Whether what a table is about may be what a file is called: to its end, or within the year that is its name. */
function mayBeOf(span: Span, named: Span): boolean {
  if (isPartOfYear(span) && isPartOfYear(named)) return spanEnd(span).slice(0, 7) === spanEnd(named).slice(0, 7)
  return spanYear(span) === spanYear(named)
}

function sheetsOf(bytes: Uint8Array, file: string): Sheet[] {
  switch (path.extname(file).toLowerCase()) {
    case '.xlsx':
    case '.xlsm':
      return readSheets(bytes, file)
    case '.csv': {
      const text = decodeText(bytes)
      if (text !== undefined) return [csvSheet(text, file)]
      throw new HuibaoError(`读不出文字：${file} 的编码不认得`, {
        hint: '请用 Excel 或 WPS 打开它，另存为 UTF-8 编码的 csv，或 xlsx。',
        exitCode: 2,
      })
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
  const whole = new Set(lines)
  const others = [...rows].filter(([row]) => !whole.has(row)).flatMap(([, cells]) => [...cells])
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

/** Numbers of a sheet that stand in none of its tables. */
function outside({ name, rows }: Sheet, tables: readonly { first: number; last: number }[]): LeftOut[] {
  return [...rows].flatMap(([row, cells]) =>
    tables.some(({ first, last }) => first <= row && row <= last)
      ? []
      : [...cells.values()].flatMap(cell =>
          !cell.hidden && readCell(cell).kind === 'value'
            ? [{ sheet: name, ref: cell.ref, found: printCell(cell), reason: '不在有行名和列名的表里' }]
            : [],
        ),
  )
}
