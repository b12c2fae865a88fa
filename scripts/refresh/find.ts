import type { MappedCell, MappedTable } from '../../model/cell-map.ts'
import { bareText } from '../../model/reading/cells.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from '../lib/cells/sheet-tables.ts'
import { timeless } from '../lib/cells/times.ts'
import { splitHead } from '../lib/facts/table-units.ts'

/** A cell of a workbook with all that stands around it. */
export interface FoundCell {
  table: SheetTable
  row: SheetRow
  column: SheetColumn
  number: SheetNumber
  /** Its heads are others than those of the map: it was found by its place. */
  moved: boolean
}

/** A head without its unit and its time, as heads of two months are compared. */
export function plainHead(head: string): string {
  return timeless(splitHead(head).name)
}

export function isSameHead(a: string, b: string): boolean {
  return plainHead(a) === plainHead(b)
}

const isSameKey = (a: string, b: string): boolean => {
  const [own, other] = [a, b].map(key => key.split('/').map(plainHead).join('/'))
  return own === other
}

function isSameSheet(a: string, b: string): boolean {
  return timeless(bareText(a)) === timeless(bareText(b))
}

/**
 * The cell of a figure in a workbook of another month: that with its heads, of columns that differ in time alone the
 * one as far from the last filled one; else the one at its place, where row or column is still called the same.
 */
export function findCell(tables: readonly SheetTable[], place: MappedCell): FoundCell | undefined {
  const own = tables.filter(({ sheet }) => isSameSheet(sheet, place.sheet))
  const rows = own.flatMap(table =>
    table.rows.filter(({ key }) => isSameKey(key, place.row)).map(row => ({ table, row })),
  )
  const byHeads = rows.flatMap(({ table, row }): FoundCell[] => {
    const column = columnOf(table, row, place)
    return column ? [{ table, row, column, number: row.cells.get(column.column)!, moved: false }] : []
  })
  return byHeads.length === 1 ? byHeads[0] : atPlace(own, place)
}

function columnOf({ columns }: SheetTable, row: SheetRow, { column, back = 0 }: MappedCell): SheetColumn | undefined {
  const alike = columns.filter(({ head }) => isSameHead(head, column))
  if (alike.length < 2) return alike[0]
  const filled = alike.filter(each => row.cells.get(each.column)?.reading.kind === 'value')
  return filled.at(-1 - back)
}

function atPlace(tables: readonly SheetTable[], place: MappedCell): FoundCell | undefined {
  const all = tables.flatMap(table =>
    table.rows.flatMap(row =>
      table.columns.map(column => ({ table, row, column, number: row.cells.get(column.column)! })),
    ),
  )
  const found = all.find(({ number }) => number.ref === place.cell)
  if (!found) return undefined
  const known = isSameKey(found.row.key, place.row) || isSameHead(found.column.head, place.column)
  return known ? { ...found, moved: true } : undefined
}

/** The table of a workbook that a table of the data is from: by its sheet and caption, or the only one of the sheet. */
export function findTable(tables: readonly SheetTable[], place: MappedTable): SheetTable | undefined {
  const own = tables.filter(({ sheet }) => isSameSheet(sheet, place.sheet))
  return own.find(({ caption }) => isSameHead(caption, place.caption)) ?? (own.length === 1 ? own[0] : undefined)
}
