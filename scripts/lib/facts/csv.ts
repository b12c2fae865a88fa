import path from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import { readCell } from '../../../model/reading/cells.ts'
import { tableOf, type SourceTable } from '../../../model/reading/tables.ts'
import { toHalfWidth } from '../../../model/reading/text.ts'
import { cellName } from './office/place.ts'
import type { Sheet } from './office/workbook.ts'
import { sheetTables } from './office/xlsx.ts'

/** Rows of a csv file that anyone fills in. */
const MOST_ROWS = 100_000

/** Lines that may stand above the first row of a table. */
const MOST_LINES_ABOVE = 20

/**
 * A csv file as a sheet that is named as the file is, its cells texts.
 * @throws HuibaoError where it is none
 */
export function csvSheet(text: string, file: string): Sheet {
  const rows = recordsOf(text, file).map((record, index) => {
    const cells = record.map((value, column) => ({ ref: cellName({ column, row: index + 1 }), value: value.trim() }))
    return [index + 1, new Map([...cells.entries()].filter(([, { value }]) => value !== ''))] as const
  })
  return {
    name: path.parse(file).name,
    hidden: false,
    rows: new Map(rows.filter(([, cells]) => cells.size > 0)),
    merges: [],
  }
}

function recordsOf(text: string, file: string): readonly (readonly string[])[] {
  let records: readonly (readonly string[])[]
  try {
    records = parse(text, { bom: true, relaxColumnCount: true, delimiter: delimiterOf(text), to: MOST_ROWS + 1 })
  } catch (error) {
    const place = error instanceof CsvError ? `第 ${error.lines} 行的引号不成对` : messageOf(error)
    throw new HuibaoError(`csv 文件读不出来：${file}：${place}`, {
      hint: '请改好引号，或用 Excel、WPS 打开它，另存为 UTF-8 编码的 csv。',
      exitCode: 2,
      cause: error,
    })
  }
  if (records.length > MOST_ROWS)
    throw new HuibaoError(`csv 文件太长：${file}：超过 ${MOST_ROWS / 10_000} 万行`, {
      hint: '请只留要用的行。',
      exitCode: 2,
    })
  return records
}

/** Commas, tabs in what Excel saves as Unicode text, and semicolons where commas are points: what parts most cells. */
const DELIMITERS = [',', '\t', ';'] as const

/** What parts the cells of the first line that has several. */
function delimiterOf(text: string): string {
  const lines = text.split(/[\r\n]+/, MOST_LINES_ABOVE).map(line => line.replace(/"[^"]*"/g, ''))
  const counts = (line: string): number[] => DELIMITERS.map(delimiter => line.split(delimiter).length)
  const [found] = lines.map(counts).filter(each => Math.max(...each) > 1)
  return found ? DELIMITERS[found.indexOf(Math.max(...found))]! : ','
}

const YEAR = /^(?:19|20)\d\d$/
const isNumber = (cell: string): boolean => readCell(cell.trim()).sort === 'number'

/**
 * Whether a text is a csv file, and no prose with commas in it: as many cells on each line, the first of which names
 * them, and a number on each other beside its first cell.
 */
export function isCsv(text: string): boolean {
  const [heads = [], ...rows] = textRecords(text).filter(cells => cells.some(cell => cell.trim() !== ''))
  return (
    heads.length > 1 &&
    delimiterOf(text) === ',' &&
    heads.slice(1).every(cell => YEAR.test(cell.trim()) || !isNumber(cell)) &&
    rows.length > 0 &&
    rows.every(cells => cells.length === heads.length && cells.slice(1).some(isNumber))
  )
}

/** The records of what may be a csv file; none where it is none. */
function textRecords(text: string): readonly (readonly string[])[] {
  try {
    return recordsOf(text, '')
  } catch {
    return []
  }
}

/**
 * The tables of a csv file, as of a sheet; where nothing in it is one, all of it, its first line the heads. The caption
 * is the line above a table, or else the file's name.
 * @throws HuibaoError where it is none
 */
export function readCsv(text: string, file: string): SourceTable[] {
  const tables = sheetTables(csvSheet(text, file), file).map(({ sheet: _, ...table }) => table)
  if (tables.length > 0) return tables
  const lines = recordsOf(text, file).map((record, index) => ({
    cells: record.map(cell => toHalfWidth(cell).trim()),
    line: index + 1,
  }))
  if (lines.length < 2)
    throw new HuibaoError(`csv 文件里没有表：${file}`, { hint: '第一行是各列的名称，下面每行一条。', exitCode: 2 })
  return [{ file, caption: path.parse(file).name, unit: '', ...tableOf(lines), first: 1, last: lines.at(-1)!.line }]
}
