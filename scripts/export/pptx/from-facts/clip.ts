import type { Rect } from '../../../../components/rect.ts'
import type { PathStep, Point } from '../model.ts'
import { boundsOf } from './path.ts'

/** How many lines a curve is cut as. */
const CHORDS = 24

/** By how many px a path may reach beyond what cuts it and be whole. */
const TOLERANCE = 1

/** What of a path is within a rectangle; itself where all of it is. */
export function clipSteps(steps: readonly PathStep[], clip: Rect): readonly PathStep[] {
  if (steps.length === 0) return steps
  const { left, top, right, bottom } = boundsOf(steps)
  const within =
    left >= clip.left - TOLERANCE &&
    top >= clip.top - TOLERANCE &&
    right <= clip.right + TOLERANCE &&
    bottom <= clip.bottom + TOLERANCE
  if (within) return steps
  return outlinesOf(steps).flatMap(outline => stepsOfOutline(clipOutline(outline, clip)))
}

/** The outlines of a path as points. */
function outlinesOf(steps: readonly PathStep[]): Point[][] {
  const outlines: Point[][] = []
  for (const { to, points } of steps) {
    const last = outlines.at(-1)
    if (to === 'move') outlines.push([points[0]!])
    else if (to === 'line') last?.push(points[0]!)
    else if (to === 'curve' && last) last.push(...chords(last.at(-1)!, points as [Point, Point, Point]))
  }
  return outlines
}

function chords(from: Point, [a, b, to]: readonly [Point, Point, Point]): Point[] {
  return Array.from({ length: CHORDS }, (_, index) => {
    const t = (index + 1) / CHORDS
    const at = (axis: 0 | 1): number =>
      (1 - t) ** 3 * from[axis] + 3 * (1 - t) ** 2 * t * a[axis] + 3 * (1 - t) * t ** 2 * b[axis] + t ** 3 * to[axis]
    return [at(0), at(1)] as const
  })
}

/** Cuts an outline side by side, by Sutherland and Hodgman. */
function clipOutline(outline: readonly Point[], { left, top, right, bottom }: Rect): readonly Point[] {
  const sides: readonly (readonly [axis: 0 | 1, limit: number, sign: 1 | -1])[] = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ]
  return sides.reduce<readonly Point[]>((points, [axis, limit, sign]) => {
    const isInside = (point: Point): boolean => sign * (point[axis] - limit) >= 0
    return points.flatMap((point, index) => {
      const before = points.at(index - 1)!
      const crossing = isInside(point) === isInside(before) ? [] : [cross(before, point, axis, limit)]
      return isInside(point) ? [...crossing, point] : crossing
    })
  }, outline)
}

function cross(a: Point, b: Point, axis: 0 | 1, limit: number): Point {
  const share = (limit - a[axis]) / (b[axis] - a[axis])
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

function stepsOfOutline(points: readonly Point[]): PathStep[] {
  if (points.length < 3) return []
  return [
    ...points.map((point, index): PathStep => ({ to: index === 0 ? 'move' : 'line', points: [point] })),
    { to: 'close', points: [] },
  ]
}
