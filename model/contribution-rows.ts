import type { Figure } from './figure.ts'
import type { Table } from './table.ts'
import { cellsOf, mainMeasure } from './table-cells.ts'

/** Which of a table's rows add up to which. */
export interface ContributionRows {
  /** Id of the measure. Default: the first that is no rank. */
  measure?: string
  /** Id of the row that others add up to. Default: the one that is part of no other. */
  row?: string
}

/** The row that others add up to, where none is named: the first that is part of no other. */
function totalRow({ parts }: Pick<Table, 'parts'>): string | undefined {
  const inner = new Set([...parts.values()].flat())
  return [...parts.keys()].find(row => !inner.has(row))
}

/** The numbers of the rows that add up to a row, in their order, and its own; none where the table has no such row. */
export function contributionFigures(
  table: Table,
  { measure = mainMeasure(table), row = totalRow(table) }: ContributionRows,
): { parts: Figure[]; total: Figure | undefined } {
  const figures = (ids: readonly string[]): Figure[] =>
    cellsOf(
      table,
      measure,
      ids.flatMap(id => table.rows.filter(each => each.id === id)),
    )
  const parts = table.parts.get(row ?? '')
  return { parts: figures(parts ?? []), total: parts && figures([row!])[0] }
}

/** The unit in which numbers are added up: points of growth make per cent of it. */
export function unitInSum(unit: string): string {
  return /^个?百分点$/.test(unit) ? '%' : unit
}
