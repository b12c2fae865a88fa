import stringWidth from 'string-width'
import type { WrittenCell, WrittenSheet } from './sheet.ts'

/** Points of a row of plain type, and of each further line, in whatever face stands in for ours; its size. */
export const ROW_HEIGHT = 15
const LINE_HEIGHT = 18
const SIZE = 11

/**
 * How high a row has to be for its cells to be read to the end, in points; undefined where a plain one is enough. Not
 * every program makes rows as high as their wrapped texts when it opens a file.
 */
export function heightOf(
  cells: readonly (WrittenCell | undefined)[],
  columns: NonNullable<WrittenSheet['columns']>,
): number | undefined {
  const heights = cells.map((cell, index) => {
    const { size = SIZE, wrap } = cell?.style ?? {}
    const lines = wrap ? linesOf(String(cell!.value), ((columns[index]?.width ?? 8) * SIZE) / size) : 1
    return Math.ceil(((ROW_HEIGHT + (lines - 1) * LINE_HEIGHT) * size) / SIZE)
  })
  const height = Math.max(ROW_HEIGHT, ...heights)
  return height > ROW_HEIGHT ? height : undefined
}

/** Lines that a text takes where it is wrapped: a column has room for a little less than its width in characters. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map(line => Math.max(1, Math.ceil(stringWidth(line) / (width - 1))))
    .reduce((sum, lines) => sum + lines, 0)
}
