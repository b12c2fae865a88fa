/** A number that asks for a place at a point of a drawing; all in px. */
export interface LabelRequest {
  /** The point, and how far from it the label stands. */
  x: number
  y: number
  distance: number
  width: number
  height: number
  /** Sides that it may stand on, the better first. */
  sides: readonly Side[]
  /** How far to the side it may be moved, the better first. Default: not at all. */
  asides?: readonly number[]
  /** Whether it must be there, on its first side if on no other. */
  needed?: boolean
}

export type Side = 'top' | 'bottom'

/** Where a label stands, and how far to the side it is moved. */
export interface LabelPlace {
  side: Side
  aside: number
}

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Px between labels beside each other. */
const APART = 6

function boxAt({ x, y, distance, width, height }: LabelRequest, { side, aside }: LabelPlace): Box {
  const top = side === 'top' ? y - distance - height : y + distance
  return { left: x + aside - width / 2, right: x + aside + width / 2, top, bottom: top + height }
}

/** The box of a column between two heights. */
export function columnBox(x: number, end: number, zero: number, thickness: number): Box {
  return { left: x - thickness / 2, right: x + thickness / 2, top: Math.min(end, zero), bottom: Math.max(end, zero) }
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + APART && b.left < a.right + APART && a.top < b.bottom && b.top < a.bottom

/** Whether a line from point to point runs through a box. */
function crosses(line: readonly (readonly [x: number, y: number])[], box: Box): boolean {
  return line.slice(1).some(([x2, y2], index) => {
    const [x1, y1] = line[index]!
    const [from, to] = [Math.max(x1, box.left), Math.min(x2, box.right)]
    if (from > to || x1 === x2) return false
    const at = (x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)
    const [least, most] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))]
    return least < box.bottom && most > box.top
  })
}

/**
 * Finds labels their places, the important first: where none lies over another, a line or the edge of `room`. One
 * that has no place gets none.
 *
 * @param blocks what else no label may lie over, such as columns
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  lines: readonly (readonly (readonly [x: number, y: number])[])[],
  room: Box,
  blocks: readonly Box[] = [],
): (LabelPlace | undefined)[] {
  const taken: Box[] = [...blocks]
  return requests.map(request => {
    const { sides, asides = [0] } = request
    const places = asides.flatMap(aside => sides.map(side => ({ side, aside })))
    const free = places.find(place => {
      const box = boxAt(request, place)
      return (
        box.left >= room.left - 1 &&
        box.right <= room.right + 1 &&
        box.top >= room.top - 1 &&
        box.bottom <= room.bottom + 1 &&
        !taken.some(other => overlap(box, other)) &&
        !lines.some(line => crosses(line, box))
      )
    })
    const needed = request.needed && !taken.some(other => overlap(boxAt(request, places[0]!), other))
    const place = free ?? (needed ? places[0] : undefined)
    if (place) taken.push(boxAt(request, place))
    return place
  })
}

/**
 * Moves the middles of blocks apart until none lies over another, in their order, within a room, and as little as that
 * takes: those that touch lie around where they would be.
 *
 * @param height of all blocks, or of each
 */
export function spread(
  middles: readonly number[],
  height: number | readonly number[],
  least: number,
  most: number,
): number[] {
  const heightOf = (index: number): number => (typeof height === 'number' ? height : height[index]!)
  /** Blocks below one another from `top` on, which is as near to all as the room lets it be. */
  const pileOf = (members: readonly number[]): { members: readonly number[]; top: number; bottom: number } => {
    let size = 0
    let wanted = 0
    for (const index of members) {
      wanted += middles[index]! - heightOf(index) / 2 - size
      size += heightOf(index)
    }
    const top = Math.max(least, Math.min(most - size, wanted / members.length))
    return { members, top, bottom: top + size }
  }
  const piles: ReturnType<typeof pileOf>[] = []
  for (const index of middles.map((_, each) => each).sort((a, b) => middles[a]! - middles[b]!)) {
    let pile = pileOf([index])
    while (piles.length > 0 && piles.at(-1)!.bottom > pile.top)
      pile = pileOf([...piles.pop()!.members, ...pile.members])
    piles.push(pile)
  }
  const placed = [...middles]
  for (const { members, top } of piles) {
    let edge = top
    for (const index of members) {
      placed[index] = edge + heightOf(index) / 2
      edge += heightOf(index)
    }
  }
  return placed
}
