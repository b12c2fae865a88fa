import { joinArcs, type Curve, type Point } from './arcs.ts'

/** A step of a path: an operator that builds it, with its numbers. */
export interface Step {
  operator: string
  numbers: readonly number[]
}

/** How many numbers each operator takes that builds paths. */
export const PATH_OPERATORS: ReadonlyMap<string, number> = new Map([
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['v', 4],
  ['y', 4],
  ['h', 0],
  ['re', 4],
])

export interface PathOptions {
  /** How far a curve may be from where it was. */
  tolerance: number
  /** Whether it is not stroked, so that it does not matter where a closed line begins. */
  filled: boolean
}

/** The same path in fewer steps: arcs are one curve each, and rectangles `re`. */
export function simplifyPath(steps: readonly Step[], { tolerance, filled }: PathOptions): Step[] {
  const simple: Step[] = []
  let index = 0
  while (index < steps.length) {
    const step = steps[index]!
    const rectangle = step.operator === 'm' ? rectangleAt(steps, index, filled) : undefined
    const curves = step.operator === 'c' ? curvesAt(steps, index) : []
    if (rectangle) simple.push(rectangle.step)
    else if (curves.length > 1) for (const curve of joinArcs(curves, tolerance)) simple.push(stepOf(curve))
    else simple.push(step)
    index += rectangle?.count ?? Math.max(1, curves.length)
  }
  return filled ? withoutClosing(simple) : simple
}

/** Leaves out what draws the line back to where a path began: an area is closed without. */
function withoutClosing(steps: readonly Step[]): Step[] {
  const open: Step[] = []
  let start: Step | undefined
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1]?.operator
    const isLast = next === undefined || next === 'm' || next === 're'
    if (step.operator === 'm') start = step
    if (step.operator === 'h' && isLast) {
      const last = open.at(-1)!
      if (last.operator === 'l' && start && isSame(last.numbers, start.numbers)) open.pop()
    } else open.push(step)
  }
  return open
}

/** The curves that follow each other from this step on. */
function curvesAt(steps: readonly Step[], start: number): Curve[] {
  const before = steps[start - 1]?.numbers ?? []
  const curves: Curve[] = []
  let from: Point = [before.at(-2)!, before.at(-1)!]
  // Where the path goes on from what was closed, its numbers do not say where it stands.
  if (steps[start - 1]?.operator === 're' || before.length < 2) return []
  for (let index = start; steps[index]?.operator === 'c'; index += 1) {
    const [a, b, c, d, e, f] = steps[index]!.numbers as [number, number, number, number, number, number]
    curves.push([from, [a, b], [c, d], [e, f]])
    from = [e, f]
  }
  return curves
}

function stepOf([, a, b, c]: Curve): Step {
  return { operator: 'c', numbers: [...a, ...b, ...c] }
}

/** The rectangle that is drawn by lines from this step on, and how many steps it takes. */
function rectangleAt(
  steps: readonly Step[],
  start: number,
  filled: boolean,
): { step: Step; count: number } | undefined {
  const corners: Point[] = []
  let index = start
  while (index < start + 5 && steps[index]?.operator === (index === start ? 'm' : 'l')) {
    corners.push(steps[index]!.numbers as unknown as Point)
    index += 1
  }
  const [a, b, c, d, e = a] = corners
  if (!a || !b || !c || !d || !e || !isSame(a, e) || steps[index]?.operator !== 'h') return undefined
  const count = index + 1 - start
  if (isBox(a, b, c, d)) return { step: boxOf(a, c), count }
  // Begins at the next corner: the same area, drawn in the same direction.
  return filled && isBox(b, c, d, a) ? { step: boxOf(b, d), count } : undefined
}

/** Whether it goes from the first corner along, then up or down, back, and home: as `re` does. */
function isBox(a: Point, b: Point, c: Point, d: Point): boolean {
  return a[1] === b[1] && b[0] === c[0] && c[1] === d[1] && d[0] === a[0]
}

function boxOf(from: Point, to: Point): Step {
  return { operator: 're', numbers: [...from, to[0] - from[0], to[1] - from[1]] }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
