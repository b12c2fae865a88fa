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
/** Px on a line within which it would be taken for another text's. */
const NEAR = 16

/**
 * What a place costs, by how much it misleads: it covers a shape, stands at a lesser text, or seems to be another's.
 */
const COVERING = 1
const LESSER = 2
const MISTAKEN = 3

function boxAt(left: number, top: number, { width, height }: PlaceRequest): Box {
  return { left, top, right: left + width, bottom: top + height }
}

/** Behind the text, raised behind it, below and above its middle and ends, before it. */
function candidates(anchor: Box, request: PlaceRequest): Box[] {
  const { left, top, right, bottom } = anchor
  const { width, height } = request
  const [middle, centre] = [(top + bottom - height) / 2, (left + right - width) / 2]
  return [
    boxAt(right + GAP, middle, request),
    boxAt(right + GAP, top, request),
    boxAt(centre, bottom, request),
    boxAt(left, bottom, request),
    boxAt(right - width, bottom, request),
    boxAt(centre, top - height, request),
    boxAt(left, top - height, request),
    boxAt(right - width, top - height, request),
    boxAt(left - GAP - width, middle, request),
  ]
}

function overlap(a: Box, b: Box): number {
  return (
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
  )
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - 0.5 &&
    inner.right <= outer.right + 0.5 &&
    inner.top >= outer.top - 0.5 &&
    inner.bottom <= outer.bottom + 0.5
  )
}

function near(a: Box, b: Box): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left - b.right < NEAR && b.left - a.right < NEAR
}

function outside({ left, top, right, bottom }: Box, room: Box): number {
  return (
    Math.max(0, room.left - left) +
    Math.max(0, room.top - top) +
    Math.max(0, right - room.right) +
    Math.max(0, bottom - room.bottom)
  )
}

/**
 * Places small texts beside those that they belong to: within the room, clear of other texts and of each other, not so
 * that they seem to belong to those, and clear of shapes where that can be. Of equally good places the first counts.
 * @returns their boxes, in order
 */
export function placeBeside(requests: readonly PlaceRequest[], { texts, shapes }: Drawn, room: Box): Box[] {
  const taken = [...texts]
  return requests.map(request => {
    const cost = (box: Box, anchor: Box): number => {
      const hidden = taken.reduce((sum, other) => sum + overlap(box, other), 0)
      return (
        1000 * outside(box, room) +
        (hidden && 10 + hidden) +
        (taken.some(other => near(box, other) && !within(other, anchor)) ? MISTAKEN : 0) +
        (anchor === request.anchors[0] ? 0 : LESSER) +
        (shapes.some(shape => overlap(box, shape)) ? COVERING : 0)
      )
    }
    const all = request.anchors.flatMap(anchor => candidates(anchor, request))
    const costs = request.anchors.flatMap(anchor => candidates(anchor, request).map(box => cost(box, anchor)))
    const best = all[costs.indexOf(Math.min(...costs))] ?? boxAt(room.left, room.top, request)
    taken.push(best)
    return best
  })
}
