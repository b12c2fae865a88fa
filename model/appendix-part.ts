/** The rows of one part of a list that is spread evenly over `of` slides, as the appendix does. */
export function partOf<Row>(rows: readonly Row[], part: number, of: number): Row[] {
  const size = Math.ceil(rows.length / of)
  return rows.slice((part - 1) * size, part * size)
}
