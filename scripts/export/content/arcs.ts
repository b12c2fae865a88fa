/** Two coordinates. */
export type Point = readonly [x: number, y: number]

/** A Bézier curve: where it begins, its two control points, and where it ends. */
export type Curve = readonly [Point, Point, Point, Point]

/** Skia divides an arc into 2, 4, 8, 16 or 32 curves. */
const DIVISIONS = [32, 16, 8, 4, 2]

/**
 * Draws arcs of ellipses, which Skia divides into many curves, as one curve each.
 * @param curves one behind the other
 * @param tolerance how far the new curves may be from these
 */
export function joinArcs(curves: readonly Curve[], tolerance: number): Curve[] {
  const joined: Curve[] = []
  let index = 0
  while (index < curves.length) {
    const [curve, count] = longestArc(curves, index, tolerance)
    joined.push(curve)
    index += count
  }
  return joined
}

function longestArc(curves: readonly Curve[], start: number, tolerance: number): [curve: Curve, count: number] {
  for (const count of DIVISIONS) {
    if (start + count > curves.length) continue
    const arc = arcThrough(curves, start, count)
    if (arc && isNear(arc, curves, start, count, tolerance)) return [arc, count]
  }
  return [curves[start]!, 1]
}

/**
 * The arc of an ellipse that begins and ends as these curves do, and passes through their middle: its control points
 * part the way to where its tangents meet alike.
 */
function arcThrough(curves: readonly Curve[], first: number, count: number): Curve | undefined {
  const [start, next] = curves[first]!
  const [, , last, end] = curves[first + count - 1]!
  const chord = minus(end, start)
  const out = minus(next, start)
  const back = minus(last, end)
  const turn = cross(out, back)
  const reach = cross(chord, back) / turn
  if (!(reach > 0) || !(cross(chord, out) / turn > 0)) return undefined
  const corner = plus(start, out, reach)
  const centre = between(start, end, 0.5)
  const height = minus(corner, centre)
  const part = (4 / 3) * (dot(height, minus(curves[first + count / 2]![0], centre)) / dot(height, height))
  if (!(part > 0 && part < 1)) return undefined
  return [start, between(start, corner, part), between(end, corner, part), end]
}

/** Whether these curves are where an arc is, each seen from where it begins and from its middle. */
function isNear(arc: Curve, curves: readonly Curve[], first: number, count: number, tolerance: number): boolean {
  const [x, y] = [polynomialOf(arc, 0), polynomialOf(arc, 1)]
  for (let index = 0; index < count; index += 1) {
    const piece = curves[first + index]!
    if (distance(x, y, piece[0][0], piece[0][1], index / count) > tolerance) return false
    if (distance(x, y, middleOf(piece, 0), middleOf(piece, 1), (index + 0.5) / count) > tolerance) return false
  }
  return true
}

function middleOf(curve: Curve, axis: 0 | 1): number {
  return (curve[0][axis] + 3 * curve[1][axis] + 3 * curve[2][axis] + curve[3][axis]) / 8
}

/** One coordinate of a curve, by the powers of the place on it. */
type Polynomial = readonly [number, number, number, number]

function polynomialOf(curve: Curve, axis: 0 | 1): Polynomial {
  const a = curve[0][axis]
  const b = curve[1][axis]
  const c = curve[2][axis]
  const d = curve[3][axis]
  return [a, 3 * (b - a), 3 * (c - 2 * b + a), d - 3 * c + 3 * b - a]
}

/**
 * How far a point is from a curve, at most: it is sought from a place on the curve on, which is near. Infinite where
 * the curve has no direction there.
 */
function distance(x: Polynomial, y: Polynomial, left: number, top: number, place: number): number {
  const dx = slopeAt(x, place)
  const dy = slopeAt(y, place)
  const along = dx * (left - valueAt(x, place)) + dy * (top - valueAt(y, place))
  const sought = place + along / (dx * dx + dy * dy)
  const apart = Math.hypot(left - valueAt(x, sought), top - valueAt(y, sought))
  return Number.isNaN(apart) ? Infinity : apart
}

function valueAt(of: Polynomial, place: number): number {
  return ((of[3] * place + of[2]) * place + of[1]) * place + of[0]
}

function slopeAt(of: Polynomial, place: number): number {
  return (3 * of[3] * place + 2 * of[2]) * place + of[1]
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]]
}

function plus(a: Point, b: Point, times: number): Point {
  return [a[0] + b[0] * times, a[1] + b[1] * times]
}

function between(a: Point, b: Point, part: number): Point {
  return plus(a, minus(b, a), part)
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1]
}

function cross(a: Point, b: Point): number {
  return a[0] * b[1] - a[1] * b[0]
}
