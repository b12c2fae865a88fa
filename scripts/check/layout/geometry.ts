import { isOnOneLine, type Rect } from '../../../components/rect.ts'
import type { Body, Box, LayoutSnapshot } from './facts.ts'
import { EDGE_TOLERANCE } from './limits.ts'

/** Text boxes by the line that they stand on, from the top. A smaller word beside a larger one is on its line. */
export function rowsOf<T extends { rect: Rect }>(items: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const item of [...items].sort((a, b) => a.rect.top - b.rect.top)) {
    const row = rows.find(each => each.some(({ rect }) => isOnOneLine(rect, item.rect)))
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows
}

/**
 * The largest rectangle of a page that none of the given ones reaches into. The page is divided into cells, and a cell
 * is taken as soon as anything touches it, so that the result is never too large.
 * @param cell side of the cells
 */
export function largestEmptyRect(width: number, height: number, taken: readonly Rect[], cell = 4): Rect {
  const columns = Math.ceil(width / cell)
  const rows = Math.ceil(height / cell)
  const grid = new Uint8Array(columns * rows)
  for (const { left, top, right, bottom } of taken) {
    const [from, to] = [Math.max(0, Math.floor(left / cell)), Math.min(columns, Math.ceil(right / cell))]
    for (let row = Math.max(0, Math.floor(top / cell)); row < Math.min(rows, Math.ceil(bottom / cell)); row += 1)
      if (to > from) grid.fill(1, row * columns + from, row * columns + to)
  }
  const heights = new Array<number>(columns + 1).fill(0)
  let best = { area: 0, left: 0, top: 0, right: 0, bottom: 0 }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1)
      heights[column] = grid[row * columns + column] ? 0 : heights[column]! + 1
    // The largest rectangle under a histogram: each column is taken off the stack where a lower one ends it.
    const stack: number[] = []
    for (let column = 0; column <= columns; column += 1) {
      while (stack.length > 0 && heights[stack.at(-1)!]! >= heights[column]!) {
        const tall = heights[stack.pop()!]!
        const left = stack.length > 0 ? stack.at(-1)! + 1 : 0
        const area = tall * (column - left)
        if (area > best.area) best = { area, left, top: row + 1 - tall, right: column, bottom: row + 1 }
      }
      stack.push(column)
    }
  }
  return {
    left: best.left * cell,
    top: best.top * cell,
    right: Math.min(width, best.right * cell),
    bottom: Math.min(height, best.bottom * cell),
  }
}

/** A box and those that contain it, from the inside. */
export function* boxesFrom(index: number | undefined, boxes: readonly Box[]): Generator<Box> {
  for (let each = index; each !== undefined; each = boxes[each]!.parent) yield boxes[each]!
}

/** The bodies whose content has no room in them. */
export function overfullBodies({ bodies }: Pick<LayoutSnapshot, 'bodies'>): Body[] {
  return bodies.filter(({ across, along }) => Math.max(across, along) > EDGE_TOLERANCE)
}

/** Whether what stands in a box is in one of these bodies. */
export function isIn(
  bodies: readonly Body[],
  index: number | undefined,
  { boxes }: Pick<LayoutSnapshot, 'boxes'>,
): boolean {
  return bodies.some(({ box }) => box === undefined || [...boxesFrom(index, boxes)].some(each => each === boxes[box]))
}
