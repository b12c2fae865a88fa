/**
 * The design tokens: everything that layouts, components and charts draw with. Replacing this file re-skins the deck.
 * Sizes are CSS px on a canvas 1280 px wide.
 */

/** The colours of a skin, by what they are for. Contrasts between those that touch are tested. */
export interface SkinColors {
  /** The ground of pages. */
  paper: string
  /** A tinted ground for what stands apart: quotes, pictures' captions. */
  panel: string
  /** Text, and axes. */
  ink: string
  /** Quieter text: periods, sources, names of bars that are not highlighted. */
  soft: string
  /** Hairlines between groups. Ornament: nothing depends on seeing them. */
  line: string
  /** Chart parts that give the highlight its context. */
  context: string
  onContext: string
  /** The empty part of a whole; `context` outlines it. */
  track: string
  /** The one thing that a slide is about. */
  highlight: string
  onHighlight: string
  /** What the highlight is compared with, where grey would make it look like context. */
  compare: string
  onCompare: string
  /** Gold: ornament, and on maps the shades of what is less than zero. */
  ornament: string
  /** Ground of captions on pictures, nearly opaque; text on it is `onCover`. */
  caption: string
  /** Ground of the cover and of red panels, and what stands on it. */
  cover: string
  onCover: string
  onCoverSoft: string
  onCoverAccent: string
}

/** A skin: the colours of the deck for one kind of room. */
export interface Skin {
  /** As `skin:` in the headmatter of `slides.md` names it. */
  name: string
  /** What the browser draws its own parts for. */
  scheme: 'light' | 'dark'
  /** Brightness of pictures, so that none outshines its slide. 1 leaves them as they are. */
  pictureBrightness: number
  color: SkinColors
}

/** The skins; the first is the default. */
export const skins = {
  red: {
    name: '红',
    scheme: 'light',
    pictureBrightness: 1,
    color: {
      paper: '#fcfaf6',
      panel: '#f3ede2',
      ink: '#1d1f23',
      soft: '#5a5e66',
      line: '#d9d5cc',
      context: '#83888f',
      onContext: '#1d1f23',
      track: '#f0ece4',
      highlight: '#a61c23',
      onHighlight: '#ffffff',
      compare: '#0c2d52',
      onCompare: '#ffffff',
      ornament: '#c9a063',
      caption: '#121418',
      cover: '#6d0f15',
      onCover: '#ffffff',
      onCoverSoft: '#f6e7d0',
      onCoverAccent: '#f3d98b',
    },
  },
  night: {
    name: '夜',
    scheme: 'dark',
    pictureBrightness: 0.84,
    color: {
      paper: '#12161f',
      panel: '#1c2330',
      ink: '#f3f0ea',
      soft: '#b9bfca',
      line: '#3a4250',
      context: '#687281',
      onContext: '#ffffff',
      track: '#1f2632',
      highlight: '#ff7a68',
      onHighlight: '#12161f',
      compare: '#b5dcff',
      onCompare: '#12161f',
      ornament: '#c9a063',
      caption: '#0b0d12',
      cover: '#3d090d',
      onCover: '#ffffff',
      onCoverSoft: '#f6e7d0',
      onCoverAccent: '#f3d98b',
    },
  },
} as const satisfies Record<string, Skin>

/** Id of a skin. */
export type SkinId = keyof typeof skins

/** Families, weights and sizes. A number at the end of a name is none of the scale: names say what a size is for. */
export const type = {
  family: { sans: '"Noto Sans SC"', serif: '"Noto Serif SC"' },
  size: {
    cover: 84,
    chapter: 64,
    quote: 68,
    title: 46,
    heading: 30,
    lead: 28,
    body: 24,
    /** The appendix, which is read on paper or on one's own screen. */
    table: 18,
    source: 16,
    /** Numbers, from the one of a slide to those of a table of results. */
    numberHero: 168,
    numberLarge: 84,
    number: 64,
    numberSmall: 50,
  },
} as const

/** Type in charts, by medium: the hall's canvas, and pages that are read from near (phones, paper). */
export const chartType = {
  hall: { chartLabel: 24, chartValue: 30, chartSmall: 20 },
  page: { chartLabel: 15, chartValue: 19, chartSmall: 13 },
} as const

/** What a chart is drawn for. */
export type Medium = keyof typeof chartType

/** Distances. `unit` is the step of the vertical rhythm; everything else is a multiple of it. */
export const space = { unit: 8, gap: 24, margin: 72 } as const

/**
 * The page: 12 columns between margins, and fixed lines for tag, title, body and source, from the slide's upper edge.
 */
export const grid = { columns: 12, tag: 40, title: 80, body: 224, foot: 64 } as const
