/** How many slides a sheet of paper may have. */
export const PER_PAGE = [1, 2, 3, 6] as const
export type PerPage = (typeof PER_PAGE)[number]

/** A4 and its margins, of which the header and the footer are part: millimetres. */
export const PAPER = { width: 210, height: 297, top: 20, side: 15, bottom: 17 } as const

const WIDTH = PAPER.width - 2 * PAPER.side
const HEIGHT = PAPER.height - PAPER.top - PAPER.bottom
/** Between a slide and what stands with it, and between two slides. */
const GAP = 6
/** From one ruled line to the next, for handwriting. */
const LINE = 8
/** Of a row, so that rounding breaks no page too early. */
const SPARE = 0.3

interface Arrangement {
  columns: number
  rows: number
  /** Whether notes stand to the right of the slide, and not below it. */
  beside: boolean
  /** The largest that a slide may be. */
  width: number
  height: number
  /** Size of what is said: points. */
  type: number
}

/** Slides as large as they leave room for what is said on a slide within a minute. */
const ARRANGEMENTS: Readonly<Record<PerPage, Arrangement>> = {
  1: { columns: 1, rows: 1, beside: false, width: WIDTH, height: 112, type: 10.5 },
  2: { columns: 1, rows: 2, beside: false, width: 142, height: 80, type: 10.5 },
  3: { columns: 1, rows: 3, beside: true, width: 116, height: 72, type: 10 },
  6: { columns: 2, rows: 3, beside: false, width: (WIDTH - GAP) / 2, height: 50, type: 9 },
}

/** Where slides stand on a sheet: lengths in millimetres. */
export interface SheetPlan {
  columns: number
  beside: boolean
  /** Of the part of a sheet that a slide has with its notes; long notes make it higher. */
  rowHeight: number
  cellWidth: number
  /** Of the slide. */
  width: number
  height: number
  gap: number
  /** Size of what is said: points. */
  type: number
  /** How many ruled lines have room with the slide, and how far they are apart. */
  lines: number
  line: number
}

/** Plans a sheet for slides of a shape. */
export function planSheet(perPage: PerPage, canvas: { width: number; height: number }): SheetPlan {
  const { columns, rows, beside, width, height, type } = ARRANGEMENTS[perPage]
  const scale = Math.min(width / canvas.width, height / canvas.height)
  const rowHeight = HEIGHT / rows - SPARE
  const slide = { width: canvas.width * scale, height: canvas.height * scale }
  // The last row needs no distance from what would follow.
  const room = rowHeight - (rows > 1 ? GAP : 0) - (beside ? 0 : slide.height)
  return {
    columns,
    beside,
    rowHeight,
    cellWidth: (WIDTH - (columns - 1) * GAP) / columns,
    ...slide,
    gap: GAP,
    type,
    lines: Math.floor(room / LINE),
    line: LINE,
  }
}
