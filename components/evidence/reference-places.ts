/** A box in the px of a drawing. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A small text that wants to stand beside one of some others, the first for choice. */
export interface PlaceRequest {
  width: number
  height: number
  anchors: readonly Box[]
}

/** Px between a text and what stands beside it. */
const GAP = 4

function boxAt(left: number, top: number, { width, height }: PlaceRequest): Box {
  return { left, top, right: left + width, bottom: top + height }
}

/** Behind the text, raised behind it, below and above it, before it. */
function candidates(anchor: Box, request: PlaceRequest): Box[] {
  const { left, top, right, bottom } = anchor
  const { width, height } = request
  const middle = (top + bottom - height) / 2
  return [
    boxAt(right + GAP, middle, request),
    boxAt(right + GAP, top, request),
    boxAt(left, bottom, request),
    boxAt(right - width, bottom, request),
    boxAt(left, top - height, request),
    boxAt(right - width, top - height, request),
    boxAt(left - GAP - width, middle, request),
  ]
}

function overlap(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
}

function outside({ left, top, right, bottom }: Box, room: Box): number {
  return Math.max(0, room.left - left) + Math.max(0, room.top - top) + Math.max(0, right - room.right) + Math.max(0, bottom - room.bottom)
}

/**
 * Places small texts beside those that they belong to, clear of everything that is drawn and of each other; where nothing
 * is clear, where they cover least.
 * @returns their boxes, in order
 */
export function placeBeside(requests: readonly PlaceRequest[], drawn: readonly Box[], room: Box): Box[] {
  const taken = [...drawn]
  return requests.map((request) => {
    const cost = (box: Box): number => taken.reduce((sum, other) => sum + overlap(box, other), 0) + 1000 * outside(box, room)
    const all = request.anchors.flatMap(anchor => candidates(anchor, request))
    const costs = all.map(cost)
    const best = all[costs.indexOf(Math.min(...costs))] ?? boxAt(room.left, room.top, request)
    taken.push(best)
    return best
  })
}
