import type { Figure } from '../../model/figure.ts'
import { isSamePeriod } from '../../model/periods.ts'
import { cellsOf } from '../../model/table-cells.ts'
import type { Table } from '../../model/table.ts'
import { inBase, isSameBase } from '../../model/units.ts'
import { bigramOverlap, namesOf } from '../check/likeness.ts'

/** The table that holds the same number of the same thing, or all numbers of a proportion; `undefined` for none. */
export function repeatedIn(figure: Figure, tables: readonly Table[]): Table | undefined {
  const { parts } = figure
  if (parts) return tables.find(table => table.chapter.id === figure.chapter.id && holdsParts(table, figure, parts))
  const isSame = (cell: Figure): boolean =>
    isSameBase(cell.unit, figure.unit) &&
    inBase(cell) === inBase(figure) &&
    cell.kind === figure.kind &&
    cell.chapter.id === figure.chapter.id &&
    isSamePeriod(cell.period, figure.period) &&
    bigramOverlap(figure.short, namesOf(cell)) >= 0.5
  return tables.find(table => table.measures.some(({ id }) => cellsOf(table, id).some(isSame)))
}

/** Whether cells of a table are the parts of a proportion at its time, in their order and no more. */
function holdsParts(table: Table, { period }: Figure, parts: readonly number[]): boolean {
  const cells = table.rows.flatMap(row => table.measures.flatMap(({ id }) => cellsOf(table, id, [row])))
  const own = cells.filter(cell => isSamePeriod(cell.period, period) && cell.kind === 'share')
  return own.length === parts.length && own.every(({ value }, index) => value === parts[index])
}
