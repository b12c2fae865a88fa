import type { Figure } from './figure.ts'
import { tableIdOf } from './table-id.ts'

/** What entries are made of. */
export type Listed = Pick<Figure, 'id'> & { evidence: Pick<Figure['evidence'], 'cell'> }

function isOneEntry(a: Listed, b: Listed): boolean {
  const table = tableIdOf(a.id)
  return table !== undefined && table === tableIdOf(b.id) && a.evidence.cell?.row === b.evidence.cell?.row
}

/** The entries of the appendix, in order: each figure is one, the cells of a table's row together are one. */
export function entriesOf<Item extends Listed>(figures: readonly Item[]): Item[][] {
  const entries: Item[][] = []
  for (const figure of figures) {
    const last = entries.at(-1)
    if (last && isOneEntry(last[0]!, figure)) last.push(figure)
    else entries.push([figure])
  }
  return entries
}

/** The number of a figure's entry in the appendix, from 1; 0 where there is no such figure. */
export function entryNumber(id: string, figures: readonly Listed[]): number {
  return entriesOf(figures).findIndex(entry => entry.some(figure => figure.id === id)) + 1
}
