import type { Rect } from '../../../components/rect.ts'
import type { SkinColors } from '../../../styles/tokens.ts'
import type { NativeChart } from './charts/native-chart.ts'

/** A presentation as it is to be written. Lengths are px of the deck's canvas. */
export interface DeckModel {
  title: string
  author: string
  subject: string
  keywords: readonly string[]
  /** A BCP 47 tag. */
  lang: string
  date: Date
  canvas: { width: number; height: number }
  theme: DeckTheme
  slides: readonly SlideModel[]
}

export interface DeckTheme {
  name: string
  /** Whether its ground is dark. */
  dark: boolean
  colors: SkinColors
  /** Families of titles and of all else. */
  faces: { heading: string; body: string }
}

export interface SlideModel {
  /** In the deck. */
  no: number
  /** The deck's name of its layout. */
  layout: string
  /** Ground of its own; that of the theme where there is none. */
  background?: Ink
  /** From behind to before. */
  shapes: readonly Shape[]
  /** What the speaker says, a paragraph each. */
  notes: readonly string[]
}

/** A colour: six digits, and how opaque it is. */
export interface Ink {
  hex: string
  alpha: number
}

export type Shape = TextShape | VectorShape | PictureShape | GroupShape | TableShape | ChartShape

interface Placed {
  rect: Rect
}

/** What a text is for, which decides the placeholder that holds it. */
export type Role = 'title' | 'body' | 'number' | 'other'

export interface TextShape extends Placed {
  kind: 'text'
  role: Role
  paragraphs: readonly Paragraph[]
  /** Placed and set as its placeholder says, but for the size of its text where that is too large for it: points. */
  asTemplate?: { points?: number }
}

export interface Paragraph {
  align: 'left' | 'center' | 'right'
  /** The lines as they are broken. */
  lines: readonly (readonly TextRun[])[]
  /** Px from the left edge of its box. */
  indent: number
  /** Px from line to line. */
  pitch: number
  /** Px above it. */
  before: number
  bullet?: Bullet
}

export interface Bullet {
  marker: number | string
  color: Ink
  level: number
  /** Px from it to its text. */
  hanging: number
}

export interface TextRun {
  text: string
  face: 'heading' | 'body'
  size: number
  bold: boolean
  color: Ink
  underline: boolean
  /** Px between characters. */
  spacing: number
  link?: { slide: number } | { url: string }
}

export interface Line {
  color: Ink
  width: number
  /** Lengths of dashes and gaps; empty for none. */
  dash: readonly number[]
  cap: 'flat' | 'round' | 'square'
  join: 'miter' | 'round' | 'bevel'
}

/** A step of an outline, in px from the corner of its shape; a curve has two handles before its end. */
export interface PathStep {
  to: 'move' | 'line' | 'curve' | 'close'
  points: readonly Point[]
}

export type Point = readonly [x: number, y: number]

export type Geometry =
  | { form: 'rect'; radius: number }
  | { form: 'ellipse' }
  /** From the upper left to the lower right corner, or from the lower left to the upper right one. */
  | { form: 'line'; rising: boolean }
  | { form: 'path'; steps: readonly PathStep[] }

/** A ground that goes over from colour to colour. */
export interface Gradient {
  /** Clockwise from the right, in degrees; from the middle outwards where there is none. */
  angle?: number
  /** Places from 0 to 1. */
  stops: readonly { at: number; color: Ink }[]
}

export interface VectorShape extends Placed {
  kind: 'vector'
  geometry: Geometry
  fill?: Ink | Gradient
  line?: Line
}

export interface PictureShape extends Placed {
  kind: 'picture'
  /** Its address, by which its file is known. */
  source: string
  /** Shares of the picture that are cut off. */
  crop: Rect
  /** Empty for an ornament. */
  alt: string
}

export interface GroupShape extends Placed {
  kind: 'group'
  /** Empty for an ornament. */
  alt: string
  shapes: readonly (TextShape | VectorShape | PictureShape)[]
}

export interface TableShape extends Placed {
  kind: 'table'
  alt: string
  /** Widths of columns. */
  columns: readonly number[]
  headed: boolean
  rows: readonly { height: number; cells: readonly TableCell[] }[]
}

/** A chart of the office program's own, with a workbook. */
export interface ChartShape extends Placed {
  kind: 'chart'
  alt: string
  chart: NativeChart
}

/** A cell; one that another covers has no paragraphs. */
export interface TableCell {
  across: number
  along: number
  covered?: 'across' | 'along'
  paragraphs: readonly Paragraph[]
  anchor: 'top' | 'middle' | 'bottom'
  /** Px between its edges and its text. */
  margins: Rect
  fill?: Ink
  borders: readonly { side: 'left' | 'top' | 'right' | 'bottom'; color: Ink; width: number; dash: readonly number[] }[]
}
