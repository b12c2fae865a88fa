/** A stretch of text whose characters belong to the same element that is bound to a figure, or to none. */
export interface TextPart {
  text: string
  /** Index in `boundElements`; undefined for text that is bound to nothing. */
  boundElement: number | undefined
}

/** How a text comes to those who see, hear or copy the deck. */
export type Channel = 'text' | 'attribute'

/** Text that is read in one go: a paragraph, a title, a cell, a label of a chart, an alternative text. */
export interface TextRun {
  channel: Channel
  /** The attribute; empty for plain text. */
  name: string
  /** As `describeElement` names it. */
  element: string
  parts: TextPart[]
  /** Whether a click has yet to show it. */
  later: boolean
  /** Index in `charts` of the chart that it is part of. */
  chart: number | undefined
  /** Figure that the element of an attribute is bound to; empty for none. */
  figure: string
}

/**
 * An element that says what its text is: a figure, or something of one, or a number that belongs to the deck itself.
 */
export interface BoundElement {
  element: string
  /** Id of the figure; empty for what belongs to the deck itself. */
  figure: string
  /** What of it; see `data-number` in the components and `MarkKind` of charts. `value` unless said. */
  role: string
  /** As far as it is seen; what a style sheet hides of it is not there. */
  text: string
  chart: number | undefined
}

/** A text of a chart that names a figure or prints its number, and where it stands. */
export interface Word {
  /** `label`, `value` or `limit`. */
  kind: string
  figure: string
  text: string
  box: Mark['box']
}

/** A point in px of the window. */
export type Point = readonly [x: number, y: number]

/** A part of a chart as it is drawn. */
export interface Mark {
  kind: string
  /** Id of the figure that it draws; empty for the zero line. */
  figure: string
  /** Its extent. */
  box: { left: number; top: number; right: number; bottom: number }
  /**
   * Of a piece of a ring, in percent of the turn: where it begins, from the top, and what it takes, negative where it
   * goes against the clock. None for other marks, and for what is no such piece.
   */
  turn?: { start: number; share: number }
  /** Px of the square that an icon is drawn on, whatever its shape. */
  square?: number
  /** Colour of a district, or of a class in the legend. */
  fill?: string
  /** Share of its width that is not cut off. */
  shown: number
  /** Whether it is painted at all. */
  painted: boolean
  /** Whether style sheets leave only a part of it visible. */
  cut: boolean
}

export interface ChartFacts {
  element: string
  /** What one icon stands for. Default: 1. */
  per?: number
  /** Whether it has a scale of its own, which is said beside it. */
  own?: boolean
  /** Whether it shows a red box, which is reported as such, instead of a drawing. */
  refused?: boolean
  /** Ids of the figures that the chart says to show. */
  figures: string[]
  marks: Mark[]
  /** Names and numbers of figures in it. */
  words: Word[]
  /** All that can be read in it, in the order in which it is drawn. */
  texts: string[]
}

/** What a rule of a style sheet, or an attribute of an element, says that may bear on what is read. */
export interface Declaration {
  /** Number of the slide that it is for; 0 where it is for none, or for several. */
  no: number
  /** The rule's selector, or the element as `describeElement` names it. */
  selector: string
  property: string
  value: string
}

/** What numbers one rendering of a slide shows, announces and draws. */
export interface NumberSnapshot {
  no: number
  clicks: number
  title: string
  textRuns: TextRun[]
  boundElements: BoundElement[]
  charts: ChartFacts[]
  /** What red boxes say: a component refused what it was given. */
  errors: string[]
  /** Of the document as a whole. */
  declarations?: Declaration[]
  /** Addresses of pictures whose insides are text, and of those that are only pixels. */
  drawings: string[]
  pixels: string[]
}

/** Texts of a drawing that a page shows as a picture. */
export interface DrawingTexts {
  address: string
  texts: string[]
}
