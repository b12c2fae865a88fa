import { cellPlace } from '../../../scripts/lib/facts/office/place.ts'
import { xlsx, type Cell } from '../../check/support/office.ts'
import type { Sheet, Workbook } from '../../fixtures/workbooks/workbook.ts'

/** The file of a workbook that is written down in plain data. */
export function fileOf({ sheets }: Workbook): Uint8Array {
  const perSheet = <Value>(valueOf: (sheet: Sheet) => Value) =>
    Object.fromEntries(sheets.map(sheet => [sheet.name, valueOf(sheet)]))
  return xlsx(perSheet(rowsOf), {
    hidden: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    merges: perSheet(({ merged = [] }) => merged),
    hiddenRows: perSheet(({ hiddenRows = [] }) => hiddenRows),
    hiddenColumns: perSheet(({ hiddenColumns = [] }) => hiddenColumns.map(name => cellPlace(`${name}1`).column + 1)),
  })
}

function rowsOf({ cells }: Sheet): Cell[][] {
  const rows: Cell[][] = []
  for (const { ref, error, ...cell } of cells) {
    const { row, column } = cellPlace(ref)
    while (rows.length < row) rows.push([])
    const line = rows[row - 1]!
    while (line.length <= column) line.push(null)
    line[column] = error ? { ...cell, t: 'e' } : cell.format || cell.formula ? cell : cell.value
  }
  return rows
}
