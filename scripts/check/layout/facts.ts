import type { Rect } from '../../../components/rect.ts'

/** A box that elements are laid out in: a block, a cell, a column. Boxes form a tree by what contains what. */
export interface Box {
  /** As `describeElement` names it. */
  element: string
  /** Its padding box where it cuts off what leaves it, else its border box. */
  rect: Rect
  clipsX: boolean
  clipsY: boolean
  /** How it shortens text that has no room. */
  shortens: 'ellipsis' | 'clamp' | undefined
  /** Index of the box that contains it; undefined for those right in the slide. */
  parent: number | undefined
  /** Whether it leaves its parent on purpose: positioned, or pulled out by a negative margin. */
  free: boolean
}

/** How far away a text is read from, which decides its least size. */
export type Distance = 'hall' | 'chart' | 'near'

/** A run of text in one style on one line. */
export interface Piece {
  text: string
  element: string
  /** The line's box of the font, as wide as the text. */
  rect: Rect
  /** What the glyphs blacken, from the font's own measurements. */
  ink: Rect
  /** As much of that as is in the line: glyphs stick out of lines that are set tight, which is no overflow. */
  slot: Rect
  /** Size of the font in CSS px of the slide, transforms included. */
  size: number
  distance: Distance
  /** Index in `flows`, and of the line in it. */
  flow: number
  line: number
  /** Index of the innermost box; undefined right in the slide. */
  box: number | undefined
  /** Index in `drawings` for the text of an SVG. */
  drawing: number | undefined
}

export interface Line {
  text: string
  /** Whether a forced break or the end of the text comes after it. */
  ends: boolean
}

/** Text that is broken into lines together: a paragraph, a title, a cell, a label of a chart. */
export interface Flow {
  element: string
  lines: Line[]
}

/** Pieces that belong together wherever they stand. */
export interface Group {
  element: string
  text: string
  /** Indexes in `pieces`. */
  pieces: number[]
}

export interface Heading extends Group {
  /** Whether it is the title of a cover or of a chapter's opening. */
  opening: boolean
}

/** An image, or the outermost element of an SVG. */
export interface Drawing {
  element: string
  rect: Rect
  box: number | undefined
  /** Whether it leaves its box on purpose, see `Box`. */
  free: boolean
}

/** A painted part of an SVG: a bar, a line, an icon. */
export interface Shape {
  element: string
  rect: Rect
  drawing: number
  /** Whether the SVG itself cuts it to shape. */
  clipped: boolean
}

/** A background. */
export interface Fill {
  rect: Rect
  color: string
  picture: boolean
}

/** The part of a slide that its own content goes into. */
export interface Body {
  element: string
  /** Index of its box; undefined where it is the whole slide. */
  box: number | undefined
  /** How much wider and higher than it its content is, in px; what rounding comes to is none. */
  across: number
  along: number
}

/** Where a character stands: from the corner of the page that was measured. */
export interface Cell {
  character: string
  rect: Rect
}

/** A text whose elements do not tell whether it is seen. */
export interface DoubtfulText {
  element: string
  /** What may keep it from being seen, in a few Chinese words. */
  reason: string
  /** Index in `flows`. */
  flow: number
  /** Its corner, from that of the slide. */
  place: Pick<Rect, 'left' | 'top'>
  cells: Cell[]
}

/** A text that is there and is not seen, or hardly. */
export interface UnseenText extends Pick<DoubtfulText, 'element' | 'reason' | 'flow'> {
  /** Its characters that are not painted, and how many it has. */
  characters: string
  count: number
}

/** What one slide looks like after some clicks: everything that the rules judge by. */
export interface LayoutSnapshot {
  no: number
  clicks: number
  title: string
  width: number
  height: number
  boxes: Box[]
  bodies: Body[]
  pieces: Piece[]
  flows: Flow[]
  /** Texts that nobody sees, for those who do not see. */
  spoken: string[]
  headings: Heading[]
  numbers: Group[]
  drawings: Drawing[]
  shapes: Shape[]
  fills: Fill[]
  doubtful: DoubtfulText[]
  /** By pictures of the doubtful texts; nothing before they have been taken. */
  unseen: UnseenText[]
}

/** An element that reaches beyond the window. */
export interface WideElement {
  /** Number of the slide; 0 outside of slides. */
  no: number
  element: string
  /** Its right edge, from the left one of the window. */
  right: number
}

/** What the reading page looks like in a narrow window. */
export interface ReadingFacts {
  /** How wide the page is, which is more than the window where it has to be scrolled sideways. */
  scrollWidth: number
  /**
   * The slides from top to bottom, measured from the left edge of the window, as wide as it is; what is no slide has
   * number 0.
   */
  snapshots: LayoutSnapshot[]
  /** The innermost elements that reach beyond the window. */
  wide: WideElement[]
}
