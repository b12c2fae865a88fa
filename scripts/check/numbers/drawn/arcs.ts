import type { ChartFacts, Point } from '../facts.ts'

/** A share as a piece of a ring, in percent of the turn; where its outer edge ends is the value. */
export interface Arc {
  figure: string
  percent: number
  /** Where it begins, in percent of the turn from the top. */
  start: number
}

const TURN = 2 * Math.PI
/** Px by which a point of a circle may be off. */
const NEAR = 0.6

/**
 * The middle of a ring of which a piece is drawn: it lies under the first point, which is at the top of the outer edge,
 * and as far from it as from the other points of that edge. Which these are shows in how many agree.
 */
export function centerOf(points: readonly Point[]): { center: Point; radius: number } | undefined {
  const [top] = points
  if (!top) return undefined
  const fits = points.slice(1).flatMap(([x, y]) => {
    const [dx, dy] = [x - top[0], y - top[1]]
    // The circle through both whose middle is below the first.
    const radius = dy > 0 ? (dx * dx + dy * dy) / (2 * dy) : Number.NaN
    if (!(radius > 1) || radius > 5000) return []
    const center: Point = [top[0], top[1] + radius]
    return [
      {
        center,
        radius,
        agreeing: points.filter(([px, py]) => Math.abs(Math.hypot(px - center[0], py - center[1]) - radius) < NEAR)
          .length,
      },
    ]
  })
  return fits.sort((a, b) => b.agreeing - a.agreeing || b.radius - a.radius)[0]
}

/** The angle from the top to where the outer edge ends, followed along it. */
function turnAlong(
  points: readonly Point[],
  { center: [cx, cy], radius }: NonNullable<ReturnType<typeof centerOf>>,
): { first: number; last: number } {
  const leaves = points.findIndex(([x, y]) => Math.abs(Math.hypot(x - cx, y - cy) - radius) >= NEAR)
  const outer = leaves < 0 ? points : points.slice(0, leaves)
  const angles = outer.map(([x, y]) => (Math.atan2(x - cx, cy - y) + TURN) % TURN)
  let last = angles[0] ?? 0
  if (last > TURN - 0.01) last -= TURN
  const first = last
  for (const angle of angles) {
    let step = (angle - last) % TURN
    if (step > Math.PI) step -= TURN
    if (step < -Math.PI) step += TURN
    if (step > 0) last += step
  }
  return { first, last }
}

/** The shares that a chart draws as pieces of rings. */
export function arcsOf({ marks }: ChartFacts): Arc[] {
  return marks
    .filter(({ kind, painted }) => kind === 'arc' && painted)
    .flatMap(({ figure, points }) => {
      const circle = centerOf(points)
      if (!circle) return []
      const own = turnAlong(points, circle)
      return [{ figure, percent: (100 * own.last) / TURN, start: (100 * own.first) / TURN }]
    })
}
