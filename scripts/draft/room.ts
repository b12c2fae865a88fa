import type { Figure } from '../../model/figure.ts'
import { CANVAS_WIDTH } from '../../model/slides/headmatter.ts'
import { grid, space, type } from '../../styles/tokens.ts'

const CANVAS_HEIGHT = (CANVAS_WIDTH * 9) / 16
/** Height of what stands under a title, and of what stands around the words of a number: rule, margins; px. */
const BODY = CANVAS_HEIGHT - grid.foot - 2 * space.unit - grid.body
const AROUND = 22
const LINE = 1.4 * type.size.body
/** Share of a line that words fill, which are not cut. */
const FILLED = 0.9

const SIZES = { s: type.size.numberSmall, m: type.size.number, l: type.size.numberLarge } as const

/** How numbers stand in a grid. */
export interface Cells {
  cols: number
  size: keyof typeof SIZES
  /** Columns of the page, of 12, that the grid takes. */
  width: number
}

/** Width of columns of the page, px. */
function widthOf(columns: number): number {
  const column = (CANVAS_WIDTH - 2 * space.margin - (grid.columns - 1) * space.gap) / grid.columns
  return columns * column + (columns - 1) * space.gap
}

/** Lines below a number: its label, its period, its note. */
function linesOf({ label, period, note = '' }: Figure, width: number): number {
  const lines = (text: string): number => Math.ceil(text.length / ((width / type.size.body) * FILLED))
  return lines(label) + (period.implied ? 0 : lines(period.text)) + lines(note)
}

/** Whether numbers have room in a grid under a title. */
export function fitsCells(figures: readonly Figure[], { cols, size, width }: Cells): boolean {
  const cell = (widthOf(width) - (cols - 1) * space.gap) / cols
  const room = BODY / Math.ceil(figures.length / cols) - AROUND - 1.1 * SIZES[size]
  return figures.every(figure => linesOf(figure, cell) * LINE <= room)
}
