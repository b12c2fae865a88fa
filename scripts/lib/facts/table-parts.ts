import type { SourceTable } from '../../../model/reading/tables.ts'
import { readCell } from '../../../model/reading/cells.ts'
import { parseUnit } from '../../../model/units.ts'
import { measureOf } from '../cells/measures.ts'
import { nameColumnOf, numericColumns } from './draft-table.ts'
import { sourceUnit, splitHead, unitColumnOf } from './table-units.ts'

/**
 * The parts of a table that make tables of their own: rows in which the same columns hold numbers, and what is counted
 * beside each sort of what is told in percent. The part with most rows comes first.
 */
export function tableParts(given: SourceTable): SourceTable[] {
  const nameColumn = nameColumnOf(given)
  const unitColumn = unitColumnOf(given)
  const numeric = numericColumns(given)
  const [first] = numeric
  if (first === undefined) return [given]
  const sortOf = (cells: readonly string[], row: number): string => {
    const unit = sourceUnit({ found: given, unitColumn }, first, row)
    const named = splitHead(cells[nameColumn]!).name
    return parseUnit(unit)?.kind === null ? `${unit}${measureOf(named, unit)?.kind ?? ''}` : ''
  }
  const oneUnit = new Set(given.rows.map((_, row) => sourceUnit({ found: given, unitColumn }, first, row))).size === 1
  const parts = Map.groupBy(given.rows, (each, row) => {
    const other = numeric.filter(column => readCell(each.cells[column]!).sort === 'text')
    return `${other.length < numeric.length ? other.join() : ''}|${oneUnit ? '' : sortOf(each.cells, row)}`
  })
  return [...parts.values()].sort((a, b) => b.length - a.length).map(rows => ({ ...given, rows }))
}
