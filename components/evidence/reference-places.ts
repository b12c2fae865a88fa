/** A box in the px of a drawing. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What is drawn already: texts must stay legible, shapes may be covered where there is no other room. */
export interface Drawn {
  texts: readonly Box[]
  shapes: readonly Box[]
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
 * Places small texts beside those that they belong to: within the room, clear of other texts and of each other, and of
 * shapes where that can be. Of equally good places the first counts.
 * @returns their boxes, in order
 */
export function placeBeside(requests: readonly PlaceRequest[], { texts, shapes }: Drawn, room: Box): Box[] {
  const taken = [...texts]
  return requests.map((request) => {
    const cost = (box: Box): number => {
      const hidden = taken.reduce((sum, other) => sum + overlap(box, other), 0)
      return 1000 * outside(box, room) + (hidden && 10 + hidden) + (shapes.some(shape => overlap(box, shape)) ? 1 : 0)
    }
    const all = request.anchors.flatMap(anchor => candidates(anchor, request))
    const costs = all.map(cost)
    const best = all[costs.indexOf(Math.min(...costs))] ?? boxAt(room.left, room.top, request)
    taken.push(best)
    return best
  })
}
