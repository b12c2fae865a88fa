import type { MappedCell, MappedTable } from '../../model/cell-map.ts'
import { bareText } from '../../model/reading/cells.ts'
import { isValue } from '../lib/cells/cell-measure.ts'
import { isSameHead, plainHead } from '../lib/cells/names.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from '../lib/cells/sheet-table.ts'
import { timeless } from '../lib/cells/times.ts'

/** A cell of a workbook with all that stands around it. */
export interface FoundCell {
  table: SheetTable
  row: SheetRow
  column: SheetColumn
  number: SheetNumber
  /** Its heads are others than those of the map: it was found by its place alone. */
  moved: boolean
}

const plainKey = (key: string): string => key.split('/').map(plainHead).join('/')
const plainSheet = (name: string): string => timeless(bareText(name))

/**
 * The cells of figures in a workbook of another month, by figure: those with their heads, of columns that differ in
 * time alone the one as far from the last filled one; else those at their places, where row or column is still called
 * the same. A cell is of one figure: what another one has by its heads is not found by its place.
 */
export function findCells(
  tables: readonly SheetTable[],
  places: readonly MappedCell[],
): ReadonlyMap<string, FoundCell> {
  const sheets = Map.groupBy(tables, ({ sheet }) => plainSheet(sheet))
  const index = new Map([...sheets].map(([sheet, own]) => [sheet, indexOf(own)]))
  const found = new Map<string, FoundCell>()
  const taken = new Set<SheetNumber>()
  for (const place of places) {
    const cell = byHeads(index.get(plainSheet(place.sheet)), place)
    if (cell) found.set(place.figure, cell)
    if (cell) taken.add(cell.number)
  }
  for (const place of places) {
    const cell = found.has(place.figure) ? undefined : byPlace(index.get(plainSheet(place.sheet)), place)
    if (!cell || taken.has(cell.number)) continue
    found.set(place.figure, cell)
    taken.add(cell.number)
  }
  return found
}

/** Rows and cells of the tables of a sheet. */
interface SheetIndex {
  rows: ReadonlyMap<string, readonly { table: SheetTable; row: SheetRow }[]>
  cells: ReadonlyMap<string, Omit<FoundCell, 'moved'>>
}

function indexOf(tables: readonly SheetTable[]): SheetIndex {
  const rows = tables.flatMap(table => table.rows.map(row => ({ table, row })))
  const cells = rows.flatMap(({ table, row }) =>
    table.columns.map(column => ({ table, row, column, number: row.cells.get(column.column)! })),
  )
  return {
    rows: Map.groupBy(rows, ({ row }) => plainKey(row.key)),
    cells: new Map(cells.map(cell => [cell.number.ref, cell])),
  }
}

function byHeads(index: SheetIndex | undefined, place: MappedCell): FoundCell | undefined {
  const rows = index?.rows.get(plainKey(place.row)) ?? []
  const all = rows.flatMap(({ table, row }): FoundCell[] => {
    const column = columnOf(table, row, place)
    return column ? [{ table, row, column, number: row.cells.get(column.column)!, moved: false }] : []
  })
  // Of two tables with the same heads, the one where the figure was.
  return all.length === 1 ? all[0] : all.find(({ number }) => number.ref === place.cell)
}

function columnOf({ columns }: SheetTable, row: SheetRow, { column, back = 0 }: MappedCell): SheetColumn | undefined {
  const alike = columns.filter(({ head }) => isSameHead(head, column))
  if (alike.length < 2) return alike[0]
  return alike.filter(each => isValue(row.cells.get(each.column))).at(-1 - back)
}

function byPlace(index: SheetIndex | undefined, place: MappedCell): FoundCell | undefined {
  const found = index?.cells.get(place.cell)
  const known =
    found && (plainKey(found.row.key) === plainKey(place.row) || isSameHead(found.column.head, place.column))
  return known ? { ...found, moved: true } : undefined
}

/** The table of a workbook that a table of the data is from: by its sheet and caption, or the only one of the sheet. */
export function findTable(tables: readonly SheetTable[], place: MappedTable): SheetTable | undefined {
  const own = tables.filter(({ sheet }) => plainSheet(sheet) === plainSheet(place.sheet))
  return own.find(({ caption }) => isSameHead(caption, place.caption)) ?? (own.length === 1 ? own[0] : undefined)
}
