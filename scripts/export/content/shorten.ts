import { readNumbers } from './numbers.ts'
import type { Operation } from './operations.ts'
import { PATH_OPERATORS, simplifyPath, type Step } from './paths.ts'
import { decimalsFor, formatNumbers, MOST_DECIMALS, roundTo } from './precision.ts'

/** How far a curve may be from where Chromium drew it: points on paper. */
const CURVE_TOLERANCE = 0.005

/** A content stream that is written with less. */
export interface Shortened {
  operations: Operation[]
  /** The objects that it draws, by their names, with the points on paper that a unit of each becomes at most. */
  drawn: Map<string, number>
}

/**
 * Writes a content stream with less, so that everything stays where it is to within what no printer shows (see
 * `docs/pdf.md`): coordinates with no more decimals than that needs, arcs as one curve each, rectangles as such.
 * @param scale points on paper of a unit
 * @returns undefined where an operation has other operands than it takes
 */
export function shortenContent(operations: readonly Operation[], scale: number): Shortened | undefined {
  const shortened: Operation[] = []
  const drawn = new Map<string, number>()
  const saved: Space[] = []
  let space = new Space([scale, 0, 0, scale])
  let text = new TextPosition(space)
  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index]!
    const { operator, operands } = operation
    if (PATH_OPERATORS.has(operator)) {
      const steps = stepsAt(operations, index)
      if (!steps) return undefined
      index += steps.length - 1
      const filled = !strokes(operations, index + 1)
      for (const step of simplifyPath(steps, { tolerance: CURVE_TOLERANCE / space.scale, filled }))
        shortened.push({ operator: step.operator, operands: writeStep(step, space.decimals) })
    } else if (operator === 'cm' || operator === 'Tm') {
      const matrix = readNumbers(operands, 6)
      if (!matrix) return undefined
      const place = formatNumbers(matrix.slice(4), space.decimals)
      shortened.push({ operator, operands: `${formatNumbers(matrix.slice(0, 4), MOST_DECIMALS)} ${place}` })
      const inner = space.within(matrix)
      if (operator === 'cm') space = inner
      else text = new TextPosition(inner)
    } else if (operator === 'Td') {
      const step = readNumbers(operands, 2)
      if (!step) return undefined
      shortened.push({ operator, operands: text.move(step) })
    } else {
      if (operator === 'q') saved.push(space)
      else if (operator === 'Q') space = saved.pop() ?? space
      else if (operator === 'BT') text = new TextPosition(space)
      else if (operator === 'Do') {
        const name = operands.slice(1)
        drawn.set(name, Math.max(drawn.get(name) ?? 0, space.scale))
      }
      shortened.push(operation)
    }
  }
  return { operations: shortened, drawn }
}

/** What coordinates are of. */
class Space {
  /** What 1 along each axis becomes on paper. */
  readonly #axes: readonly number[]
  /** The points on paper that a unit becomes at most, along either axis. */
  readonly scale: number
  /** How many a coordinate needs. */
  readonly decimals: number

  constructor(axes: readonly number[]) {
    this.#axes = axes
    const [a, b, c, d] = axes as [number, number, number, number]
    this.scale = Math.max(Math.hypot(a, b), Math.hypot(c, d))
    this.decimals = decimalsFor(this.scale)
  }

  within(matrix: readonly number[]): Space {
    const [a, b, c, d] = this.#axes as [number, number, number, number]
    const [e, f, g, h] = matrix as [number, number, number, number]
    return new Space([a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h])
  }
}

/** Where text stands, which is moved by steps: what one leaves out is made up for by the next. */
class TextPosition {
  readonly #decimals: number
  readonly #rest = [0, 0]

  constructor({ decimals }: Space) {
    this.#decimals = decimals
  }

  move(step: readonly number[]): string {
    const written = step.map((number, axis) => {
      const exact = number + this.#rest[axis]!
      const rounded = roundTo(exact, this.#decimals)
      this.#rest[axis] = exact - rounded
      return rounded
    })
    return formatNumbers(written, this.#decimals)
  }
}

function writeStep({ operator, numbers }: Step, decimals: number): string {
  if (operator !== 're') return formatNumbers(numbers, decimals)
  const [x, y, width, height] = numbers as [number, number, number, number]
  // Its far edges are rounded, not its size: they may be the edges of what stands beside it.
  return formatNumbers([x, y, extent(x, width, decimals), extent(y, height, decimals)], decimals)
}

function extent(from: number, length: number, decimals: number): number {
  return roundTo(from + length, decimals) - roundTo(from, decimals)
}

/** The steps of the path that begins there; undefined where one has other operands than it takes. */
function stepsAt(operations: readonly Operation[], start: number): Step[] | undefined {
  const steps: Step[] = []
  for (let index = start; index < operations.length; index += 1) {
    const { operator, operands } = operations[index]!
    const count = PATH_OPERATORS.get(operator)
    if (count === undefined) break
    const numbers = readNumbers(operands, count)
    if (!numbers) return undefined
    steps.push({ operator, numbers })
  }
  return steps
}

/** Whether the path that ends there is stroked. */
function strokes(operations: readonly Operation[], end: number): boolean {
  const clips = /^W\*?$/.test(operations[end]?.operator ?? '') ? 1 : 0
  return !/^(?:f\*?|F|n)$/.test(operations[end + clips]?.operator ?? '')
}
