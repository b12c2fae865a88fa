import { changedFields, figureDetails, jumpsOf, stateOf } from './compare-figures.ts'
import type { CellChange, TableChange } from './diff.ts'
import { detailsOf, type Detail } from './leaves.ts'
import { pairEntries, type Pair } from './pairs.ts'
import type { ComparedCell, ComparedTable, Head } from './record.ts'

/** What changed of a table; `undefined` where nothing did. */
export function compareTable(pair: Pair<ComparedTable>): TableChange | undefined {
  const { before, after } = pair
  const { id, chapter } = (after ?? before)!
  const state = stateOf(pair)
  const common = {
    state,
    id,
    chapter,
    label: { before: before?.label ?? null, after: after?.label ?? null },
    cells: pairEntries(before?.cells ?? [], after?.cells ?? [], keyOfCell).flatMap(compareCell),
  }
  if (!before || !after)
    return { ...common, rows: { added: [], gone: [] }, columns: { added: [], gone: [] }, arranged: false, details: [] }
  const [rows, columns] = [compareHeads(before.rows, after.rows), compareHeads(before.columns, after.columns)]
  const arranged = rows.arranged || columns.arranged
  const details = detailsBesideColumns(before, after)
  const same = [rows, columns].every(({ added, gone }) => added.length + gone.length === 0)
  if (same && !arranged && common.cells.length === 0 && details.length === 0) return undefined
  return {
    ...common,
    rows: { added: rows.added, gone: rows.gone },
    columns: { added: columns.added, gone: columns.gone },
    arranged,
    details,
  }
}

/** What the entry says otherwise; that a column is there or not is told as such. */
function detailsBesideColumns(before: ComparedTable, after: ComparedTable): Detail[] {
  const isShared = ({ path }: Detail): boolean => {
    const [, column] = /^measures\.([^.]+)/.exec(path) ?? []
    return column === undefined || [before, after].every(({ columns }) => columns.some(({ id }) => id === column))
  }
  return detailsOf(before.leaves, after.leaves, 'table').filter(isShared)
}

/** The key of a cell in its table. */
export function keyOfCell({ row, measure }: Pick<ComparedCell, 'row' | 'measure'>): string {
  return JSON.stringify([row, measure])
}

function compareCell(pair: Pair<ComparedCell>): CellChange[] {
  const { before, after } = pair
  const figures = { before: before?.figure ?? undefined, after: after?.figure ?? undefined }
  const fields = changedFields(figureDetails(figures))
  if (before && after && before.text === after.text && fields.length === 0) return []
  const [row, column] = (after ?? before)!.heads
  return [
    {
      state: stateOf(pair),
      id: (figures.after ?? figures.before)?.id ?? null,
      row,
      column,
      before: before?.text ?? null,
      after: after?.text ?? null,
      fields,
      jumps: jumpsOf(figures),
    },
  ]
}

function compareHeads(
  before: readonly Head[],
  after: readonly Head[],
): { added: string[]; gone: string[]; arranged: boolean } {
  const missing = (from: readonly Head[], others: readonly Head[]): string[] =>
    from.filter(({ id }) => !others.some(other => other.id === id)).map(({ text }) => text)
  const common = (heads: readonly Head[], others: readonly Head[]): string =>
    JSON.stringify(heads.filter(({ id }) => others.some(other => other.id === id)).map(({ id, text }) => [id, text]))
  return {
    added: missing(after, before),
    gone: missing(before, after),
    arranged: common(before, after) !== common(after, before),
  }
}
