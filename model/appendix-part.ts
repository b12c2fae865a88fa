/**
 * The rows of one part of a list that is spread evenly over `of` slides, as the appendix does: no part has more than
 * one row more than another, so that none is nearly empty.
 */
export function partOf<Row>(rows: readonly Row[], part: number, of: number): Row[] {
  const end = (parts: number): number => Math.ceil((parts * rows.length) / of)
  return rows.slice(end(part - 1), end(part))
}

/** How many slides a row names at the most, so that a figure of every slide has a row that a page has room for. */
export const MOST_PLACES = 12

/** What stands behind the last of them where there are more. */
export const MORE_PLACES = '等'

/** Most cells of a table's row that stand beside each other in the appendix. */
const MOST_CELLS = 5

/** In how many columns the cells of a table's row stand in the appendix: as many as fill its lines evenly. */
export function cellsAcross(count: number): number {
  return Math.max(1, Math.ceil(count / Math.ceil(count / MOST_CELLS)))
}
