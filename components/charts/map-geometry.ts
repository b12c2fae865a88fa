import type { MapDistrict, Ring } from '../../model/maps.ts'
import type { Box } from './label-places.ts'

type Point = readonly [x: number, y: number]
type Edge = readonly [from: Point, to: Point]

/** Where a map lies: px of its upper left corner, and px for one of its units. */
export interface MapPlace {
  left: number
  top: number
  /** Units from bottom to top. */
  height: number
  unit: number
}

/** The outlines of a district in px, polygon by polygon. */
export function placedRings({ polygons }: MapDistrict, { left, top, height, unit }: MapPlace): Ring[][] {
  return polygons.map(rings => rings.map(ring => ring.map(([x, y]) => [left + x * unit, top + (height - y) * unit])))
}

function edgesOf(rings: readonly Ring[]): Edge[] {
  return rings.flatMap(ring => ring.map((point, index): Edge => [point, ring[(index + 1) % ring.length]!]))
}

function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Where edges cross a straight line `a·x + b·y = at`, as positions along it, in order. */
function crossings(edges: readonly Edge[], a: number, b: number, at: number): Point[] {
  return edges
    .flatMap(([[x1, y1], [x2, y2]]) => {
      const [before, behind] = [a * x1 + b * y1 - at, a * x2 + b * y2 - at]
      if (before < 0 === behind < 0) return []
      const share = before / (before - behind)
      return [[x1 + share * (x2 - x1), y1 + share * (y2 - y1)] as const]
    })
    .sort((one, two) => b * (one[0] - two[0]) - a * (one[1] - two[1]))
}

/** Whether a point lies inside: a line to its left crosses an odd number of edges. */
function isInside([x, y]: Point, edges: readonly Edge[]): boolean {
  return crossings(edges, 0, 1, y).filter(([at]) => at < x).length % 2 === 1
}

/** Whether an edge runs through a box. */
function runsThrough([[x1, y1], [x2, y2]]: Edge, { left, right, top, bottom }: Box): boolean {
  let [from, to] = [0, 1]
  for (const [start, delta, least, most] of [
    [x1, x2 - x1, left, right],
    [y1, y2 - y1, top, bottom],
  ] as const) {
    if (delta === 0 && (start <= least || start >= most)) return false
    if (delta === 0) continue
    const [one, two] = [(least - start) / delta, (most - start) / delta]
    from = Math.max(from, Math.min(one, two))
    to = Math.min(to, Math.max(one, two))
  }
  return from < to
}

/** Places that are tried across and down a district. */
const TRIED = 28

const sizeOf = (ring: Ring): number => {
  const { left, right, top, bottom } = boundsOf(ring)
  return (right - left) * (bottom - top)
}

/** Words that ask for a place inside a district, px. */
export interface Words {
  width: number
  height: number
}

/**
 * The middle of words within the largest polygon of a district, as near to that one's middle as may be; undefined
 * where they have no room.
 */
export function placeInside(polygons: readonly (readonly Ring[])[], { width, height }: Words): Point | undefined {
  const rings = [...polygons].sort((a, b) => sizeOf(b[0]!) - sizeOf(a[0]!))[0]
  if (!rings) return undefined
  const edges = edgesOf(rings)
  const { left, right, top, bottom } = boundsOf(rings[0]!)
  const middle: Point = [(left + right) / 2, (top + bottom) / 2]
  const steps = Array.from({ length: TRIED + 1 }, (_, step) => step / TRIED)
  return steps
    .flatMap(down => steps.map((across): Point => [left + across * (right - left), top + down * (bottom - top)]))
    .sort((a, b) => Math.hypot(a[0] - middle[0], a[1] - middle[1]) - Math.hypot(b[0] - middle[0], b[1] - middle[1]))
    .find(point => {
      const [x, y] = point
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
      return (
        box.left >= left &&
        box.right <= right &&
        box.top >= top &&
        box.bottom <= bottom &&
        !edges.some(edge => runsThrough(edge, box)) &&
        isInside(point, edges)
      )
    })
}

/**
 * Diagonal lines within a district, `apart` px from each other: no pattern, of which a PDF would make a picture.
 */
export function hatch(polygons: readonly (readonly Ring[])[], apart: number): Edge[] {
  return polygons.flatMap(rings => {
    const edges = edgesOf(rings)
    const sums = rings.flat().map(([x, y]) => x + y)
    const [first, last] = [Math.ceil(Math.min(...sums) / apart), Math.floor(Math.max(...sums) / apart)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
      const points = crossings(edges, 1, 1, (first + index) * apart)
      return points.flatMap((point, at) => (at % 2 === 0 && points[at + 1] ? [[point, points[at + 1]!] as const] : []))
    }).flat()
  })
}
