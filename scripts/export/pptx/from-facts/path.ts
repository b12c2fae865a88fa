import { absolutize, normalize, parsePath } from 'path-data-parser'
import type { Rect } from '../../../../components/rect.ts'
import type { VectorFact } from '../facts.ts'
import type { Geometry, PathStep, Point } from '../model.ts'

/** How far from a straight angle sides of a rectangle may be, px. */
const STRAIGHT = 0.02

/** The steps of a path, from its own coordinates to those of the slide; none where a browser draws none of it. */
export function stepsOf({ path, matrix: [a, b, c, d, e, f] }: Pick<VectorFact, 'path' | 'matrix'>): PathStep[] {
  const place = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f]
  if (path.includes('NaN')) return []
  return normalize(absolutize(parsePath(path))).map(({ key, data }): PathStep => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = data
    if (key === 'M') return { to: 'move', points: [place(x1, y1)] }
    if (key === 'L') return { to: 'line', points: [place(x1, y1)] }
    if (key === 'C') return { to: 'curve', points: [place(x1, y1), place(x2, y2), place(x, y)] }
    return { to: 'close', points: [] }
  })
}

/** The smallest rectangle around a path, or around the handles of its curves, which is as good. */
export function boundsOf(steps: readonly PathStep[]): Rect {
  const points = steps.flatMap(({ points }) => points)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** What office programs know a path by, placed in its bounds. */
export function geometryOf(steps: readonly PathStep[], { left, top, right, bottom }: Rect): Geometry {
  const points = steps.flatMap(({ points }) => points)
  const straight = steps.every(({ to }) => to !== 'curve')
  if (straight && isRectangle(steps, points)) return { form: 'rect', radius: 0 }
  if (straight && points.length === 2) {
    const [[x1, y1], [x2, y2]] = points as [Point, Point]
    return { form: 'line', rising: x1 < x2 ? y1 > y2 : y2 > y1 && x1 > x2 }
  }
  if (right - left < STRAIGHT || bottom - top < STRAIGHT) return { form: 'line', rising: false }
  const place = ([x, y]: Point): Point => [x - left, y - top]
  return { form: 'path', steps: steps.map(({ to, points }) => ({ to, points: points.map(place) })) }
}

function isRectangle(steps: readonly PathStep[], points: readonly Point[]): boolean {
  const [first, , third, , fifth = first] = points
  const moves = steps.filter(({ to }) => to === 'move').length
  const closed = steps.at(-1)?.to === 'close' || fifth !== first
  if (moves !== 1 || !closed || !first || !third || (points.length !== 4 && points.length !== 5)) return false
  const corners = [...points.slice(0, 4), first]
  const level = corners.slice(1).map(([x, y], index) => {
    const [px, py] = corners[index]!
    return Math.abs(y - py) < STRAIGHT ? 'across' : Math.abs(x - px) < STRAIGHT ? 'along' : 'askew'
  })
  return near(fifth!, first) && !level.includes('askew') && level[0] !== level[1] && level[1] !== level[2]
}

const near = ([x, y]: Point, [u, v]: Point): boolean => Math.abs(x - u) < STRAIGHT && Math.abs(y - v) < STRAIGHT
