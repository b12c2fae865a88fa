import type { Figure } from '../../model/figure.ts'
import { isSamePeriod } from '../../model/periods.ts'
import { cellsOf } from '../../model/table-cells.ts'
import type { Table } from '../../model/table.ts'
import { inBase, isSameBase } from '../../model/units.ts'
import { bigramOverlap, namesOf } from '../check/likeness.ts'

/** The table of which a cell holds the same number of the same thing; `undefined` where none does. */
export function repeatedIn(figure: Figure, tables: readonly Table[]): Table | undefined {
  const isSame = (cell: Figure): boolean =>
    isSameBase(cell.unit, figure.unit) &&
    inBase(cell) === inBase(figure) &&
    cell.kind === figure.kind &&
    cell.chapter.id === figure.chapter.id &&
    isSamePeriod(cell.period, figure.period) &&
    bigramOverlap(figure.short, namesOf(cell)) >= 0.5
  return tables.find(table => table.measures.some(({ id }) => cellsOf(table, id).some(isSame)))
}
