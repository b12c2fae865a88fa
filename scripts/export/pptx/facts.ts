import type { ChartBox } from '../../../components/charts/define-chart.ts'
import type { Rect } from '../../../components/rect.ts'
import type { Color } from '../../check/layout/page/color.ts'

/** What one slide of the print page paints, as read there. Places are px from the slide's upper left corner. */
export interface SlideFacts {
  no: number
  clicks: number
  width: number
  height: number
  /** In the order in which they are painted. */
  items: PaintedItem[]
}

export type PaintedItem = BoxFact | FlowFact | PictureFact | DrawingFact | TableFact

/** One side of a border. */
export interface BorderFact {
  side: 'left' | 'top' | 'right' | 'bottom'
  width: number
  color: Color
  /** As CSS names it: solid, dashed, dotted … */
  style: string
}

/** The ground and the border of an element, or of what a style sheet puts before or behind its content. */
export interface BoxFact {
  kind: 'box'
  rect: Rect
  fill?: Color
  /** A ground that goes over from colour to colour, as CSS says it; before `fill`. */
  gradient?: string
  borders: BorderFact[]
  /** Px of rounded corners. */
  radius: number
}

/** What a text is on its slide. */
export type TextRole = 'title' | 'body' | 'number' | 'other'

/** Where a link leads to. */
export type LinkFact = { slide: number } | { url: string }

/** Text of one look on one line. */
export interface RunFact {
  text: string
  /** The font's box around it. */
  rect: Rect
  /** From the slide's upper edge. */
  baseline: number
  size: number
  bold: boolean
  /** The first family that its style names. */
  family: string
  color: Color
  /** Px between characters beside what the font says. */
  spacing: number
  underline: boolean
  /** Px of its first character's blank half that are left out where it begins a line. */
  trimmed: number
  link?: LinkFact
}

/** Text that is broken into lines together. */
export interface FlowFact {
  kind: 'text'
  /** As `describeElement` names it. */
  element: string
  role: TextRole
  align: 'left' | 'center' | 'right'
  /** The runs of each line. */
  lines: RunFact[][]
  /** The item of a list that it begins. */
  item?: ItemFact
  /** Flows of one number are of one paragraph, list or quote. */
  block: number
}

export interface ItemFact {
  /** What stands before it: the number of an ordered list, else a sign. */
  marker: number | string
  color: Color
  /** From 0. */
  level: number
}

export interface PictureFact {
  kind: 'picture'
  /** What is seen of it. */
  rect: Rect
  /** Where the whole picture would be. */
  whole: Rect
  /** Address; see `shots.ts` for what has none. */
  source: string
  alt: string
}

/** A painted part of an SVG. */
export interface VectorFact {
  kind: 'vector'
  /** Path data in its own coordinates. */
  path: string
  /** From those to px of the slide, as in CSS' `matrix()`. */
  matrix: readonly [number, number, number, number, number, number]
  fill?: Color
  stroke?: { color: Color; width: number; dash: number[]; cap: string; join: string }
  /** What is seen of it, where the SVG cuts it. */
  clip?: Rect
  /** The figure that it draws. */
  figure?: string
}

/** An SVG in the page: a chart, a bar in a table. */
export interface DrawingFact {
  kind: 'drawing'
  rect: Rect
  /** Its alternative text; empty for an ornament. */
  alt: string
  /** The chart that it draws: its component, what the slide says of it, and the box that it is given. */
  chart?: { name: string; props: Record<string, unknown>; box: ChartBox & { height: number } }
  /** Ids of the figures that it draws. */
  figures: readonly string[]
  parts: (VectorFact | FlowFact | PictureFact)[]
}

export interface CellFact {
  rect: Rect
  across: number
  along: number
  fill?: Color
  borders: BorderFact[]
  heading: boolean
  /** What stands in it; what stands beside each other is joined later. */
  flows: FlowFact[]
}

export interface TableFact {
  kind: 'table'
  rect: Rect
  rows: { top: number; bottom: number; heading: boolean; cells: CellFact[] }[]
  /** What it is called. */
  alt: string
}
