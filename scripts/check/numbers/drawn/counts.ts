import type { ChartFacts, Mark } from '../facts.ts'

/** A share as filled cells of a grid. */
export interface Cells {
  figure: string
  /** How many cells the grid has, and how many of them are filled, parts of cells included. */
  cells: number
  filled: number
}

/** A number of things, one icon each. */
export interface Icons {
  figure: string
  /** Filled icons, as far as they are not cut off. */
  filled: number
  /** Outlined ones, for what is not exact. */
  hollow: number
  /** Width and height in px of the largest. */
  size: number
}

const width = ({ box: { left, right } }: Mark): number => right - left
const height = ({ box: { top, bottom } }: Mark): number => bottom - top

function largest(marks: readonly Mark[], measure: (mark: Mark) => number): number {
  return Math.max(0, ...marks.map(measure))
}

function idsOf(marks: readonly Mark[]): string[] {
  return [...new Set(marks.map(({ figure }) => figure))]
}

/** How many cells are drawn: an outline and what fills it are one, and cells lie farther apart than they are wide. */
function placesOf(marks: readonly Mark[], side: number): number {
  const [left, bottom] = [
    Math.min(...marks.map(({ box }) => box.left)),
    Math.max(...marks.map(({ box }) => box.bottom)),
  ]
  return new Set(
    marks.map(({ box }) => `${Math.round((box.left - left) / side)} ${Math.round((bottom - box.bottom) / side)}`),
  ).size
}

/** The grids that a chart draws: a cell counts as far as its area is filled. */
export function cellsOf({ marks }: ChartFacts): Cells[] {
  const drawn = marks.filter(({ kind, painted }) => painted && (kind === 'cell' || kind === 'fill'))
  return idsOf(drawn).map(figure => {
    const own = drawn.filter(mark => mark.figure === figure)
    const fills = own.filter(({ kind }) => kind === 'fill')
    // Outlines of empty cells lie inside of them: where any cell is filled, that one is the measure.
    const side = largest(fills.length > 0 ? fills : own, width)
    const area = side * side
    return {
      figure,
      cells: placesOf(own, side),
      filled: area > 0 ? fills.reduce((sum, mark) => sum + width(mark) * height(mark), 0) / area : 0,
    }
  })
}

/** The rows of icons that a chart draws. */
export function iconsOf({ marks }: ChartFacts): Icons[] {
  const drawn = marks.filter(({ kind, painted }) => painted && (kind === 'icon' || kind === 'hollow'))
  return idsOf(drawn).map(figure => {
    const own = drawn.filter(mark => mark.figure === figure)
    const filled = own.filter(({ kind }) => kind === 'icon')
    return {
      figure,
      filled: filled.reduce((sum, { shown }) => sum + shown, 0),
      hollow: own.length - filled.length,
      size: largest(own, width),
    }
  })
}
