import type { Figure } from '../../../../model/figure.ts'

/** A rectangle, px from the upper left corner of a chart's box. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

/** A piece of text in one look. Sizes are px. */
export interface NativeRun {
  text: string
  size: number
  bold: boolean
  /** #RRGGBB. */
  color: string
  /** The number format that prints the point's number as this text; none for words, and for what no format prints. */
  format?: string
}

/** Where PowerPoint puts the label of a point by itself. */
export type LabelPlace = 'outEnd' | 'ctr' | 't' | 'b' | 'l' | 'r'

/** What stands at a point, on one line. */
export interface NativeLabel {
  runs: readonly NativeRun[]
  at: LabelPlace
  /** Px by which it stands elsewhere. */
  moved: readonly [right: number, down: number]
  /** Colour of the ground that keeps lines off it. */
  ground?: string
}

/** How a shape is filled and outlined; nothing for what is not seen. */
export interface NativePaint {
  /** #RRGGBB. */
  fill?: string
  /** From 0 to 1. Default: 1. */
  opacity?: number
  line?: { color: string; width: number; dashed: boolean }
}

/** A number in a cell of the chart's workbook, in the unit of the chart. */
export interface NativeNumber {
  value: number
  /** The figure that it is of. */
  figure?: string
  /**
   * How it follows from figures, as a formula of a sheet with ids in braces: `100-{share}`. A number without a figure
   * is one of the drawing: the whole, what is left of it, where a part begins.
   */
  formula?: string
}

/** A number as it is drawn. */
export interface NativePoint extends NativeNumber {
  paint: NativePaint
  label?: NativeLabel
}

/** Numbers of one name, one for each category; null where there is none. */
export interface NativeSeries {
  name: string
  points: readonly (NativePoint | null)[]
  /** Of a line: its colour and width, and the size of its points. */
  stroke?: { color: string; width: number; symbol: number }
}

/** Series that are drawn in one way. */
export type NativeGroup =
  | {
      sort: 'bars'
      series: readonly NativeSeries[]
      stacked: boolean
      /** Between the bars of neighbouring categories, and over one another, in percent of their thickness. */
      gap: number
      overlap: number
    }
  | {
      sort: 'lines'
      series: readonly NativeSeries[]
      /** Whether a line goes on through places without a number. */
      spans: boolean
    }
  | {
      sort: 'ring'
      series: readonly NativeSeries[]
      /** Inner diameter in percent of the outer one. */
      hole: number
    }

/** The axes of a plot area; of the value axis only its ends are told, since no chart shows it. */
export interface NativeAxes {
  /** Whether bars lie. */
  lying: boolean
  /** Whether the first category stands where the axis ends. */
  reversed: boolean
  /** Whether categories have a slot each; else the outer ones stand at the edges. */
  slots: boolean
  least: number
  most: number
  /** Where the names of the categories stand, if the chart draws them. */
  names?: { side: 'low' | 'high'; look: Omit<NativeRun, 'text' | 'format'> }
  /** The line at zero, if there is one. */
  zero?: { color: string; width: number }
}

/** A chart of PowerPoint: categories × series of figures in one plot area. */
export interface NativeChart {
  /** All that it draws, and a margin; px from the box of the chart on the slide, beyond which it may go a little. */
  rect: Area
  /** Its plot area, within axis labels; px in the same box. */
  plot: Area
  /** Names of the categories; lines are apart by \n. */
  categories: readonly string[]
  /** None of a ring. */
  axes?: NativeAxes
  groups: readonly NativeGroup[]
  /** The figures whose numbers are in it, each once. */
  figures: readonly Figure[]
  /** The unit of its numbers. */
  unit: string
}

/** The series of a chart, in the order in which they are drawn. */
export const seriesOf = ({ groups }: Pick<NativeChart, 'groups'>): NativeSeries[] =>
  groups.flatMap(({ series }) => series)

/** The figures that a formula names. */
export const figuresIn = (formula: string): string[] => [...formula.matchAll(/\{([^}]+)\}/g)].map(([, id]) => id!)
