import type { Sheet } from '../lib/facts/office/workbook.ts'
import type { SheetCell } from '../lib/cells/cell.ts'
import { printCell } from '../lib/cells/print-cell.ts'
import { cellName } from '../lib/facts/office/place.ts'
import { CellFault } from './codec.ts'
import { isExample } from './entry-rows.ts'
import { entryOf, type Fields } from './fields.ts'
import type { References } from './names.ts'
import type { Problems } from './problems.ts'
import type { Column, EntrySheet } from './sheets/index.ts'

/** A row of a sheet that is no example and not empty. */
export interface EntryRow {
  row: number
  /** By path of their columns; only cells that hold something. */
  cells: ReadonlyMap<string, SheetCell>
  /** Where the cell of a field is, whether it holds something or not. */
  refs: ReadonlyMap<string, string>
}

/** The row of heads. */
const HEADS = 1

/** The rows of a sheet; heads may stand in any order. */
export function entryRows({ columns, name }: EntrySheet, sheet: Sheet, problems: Problems): EntryRow[] {
  const heads = new Map<number, Column>()
  for (const [at, cell] of sheet.rows.get(HEADS) ?? []) {
    const head = printCell(cell)
    const column = columns.find(each => each.head === head)
    if (column) heads.set(at, column)
    else if (!head.startsWith('备注'))
      problems.at(
        name,
        cell.ref,
        cell,
        `列头应为：${columns.map(each => each.head).join('、')}；自己加的列，列头以“备注”开头`,
      )
  }
  for (const { head, required } of columns)
    if (required && ![...heads.values()].some(column => column.head === head))
      problems.at(name, `A${HEADS}`, undefined, `要有“${head}”这一列；请从空表里复制列头`)
  const places = [...heads].map(([at, { path }]) => [at, path] as const)
  return [...sheet.rows].flatMap(([row, cells]): EntryRow[] => {
    if (row === HEADS) return []
    const own = new Map(places.flatMap(([at, path]) => (cells.has(at) ? [[path, cells.get(at)!] as const] : [])))
    const refs = new Map(places.map(([column, path]) => [path, cellName({ column, row })]))
    const first = [...cells].sort(([a], [b]) => a - b)[0]?.[1]
    if (own.size === 0 || first === undefined) return []
    if (!isExample(printCell(first))) return [{ row, cells: own, refs }]
    for (const [path, cell] of own) {
      const example = columns.find(column => column.path === path)?.example ?? ''
      if (printCell(cell) !== example)
        problems.at(
          name,
          cell.ref,
          cell,
          `示例行不要改（这里原是“${example || '空'}”）；要用这一行，请删去第一格的“例：”`,
        )
    }
    return []
  })
}

/** The entry that a row says. Missing fields are told of by the rules on data. @param id where it says none */
export function readEntry(sheet: EntrySheet, row: EntryRow, refs: References, problems: Problems, id?: string): Fields {
  const values = new Map<string, unknown>()
  for (const { path, codec } of sheet.columns) {
    const cell = row.cells.get(path)
    if (cell)
      values.set(
        path,
        problems.attempt(sheet.name, cell, each => codec.read(each, refs)),
      )
  }
  if (id !== undefined && values.get('id') === undefined) values.set('id', id)
  const order = sheet.order ?? sheet.columns.map(({ path }) => path)
  const entry = entryOf(order.map(path => [path, values.get(path)]))
  try {
    return sheet.settle?.(entry) ?? entry
  } catch (error) {
    if (!(error instanceof CellFault)) throw error
    const cell = row.cells.get('value')
    problems.at(sheet.name, row.refs.get('value') ?? `A${row.row}`, cell, error.expected)
    return entry
  }
}

/** The text of a field of a row. */
export function textIn(row: EntryRow, path: string): string | undefined {
  const cell = row.cells.get(path)
  return cell && cell.error === undefined ? printCell(cell) || undefined : undefined
}
