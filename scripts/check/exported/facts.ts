/** A text of an exported file that is read in one go: a paragraph, a cell, an alternative text, a bookmark. */
export interface ExportedText {
  /** Where it stands on its page, in Chinese: “标题 4”, 表格第 3 行第 2 列, 备注. */
  place: string
  text: string
  /** Whether it is a cell of a table, of which nothing stands elsewhere. */
  isCell?: true
  /** Whether it may be a piece of a text, which goes on in the pieces before and behind it. */
  piece?: true
  /** What stands before and behind a piece, and may be of its text. */
  beside?: readonly [before: string, behind: string]
  /** Whether it repeats what its page says already, as the data of a chart does. */
  copy?: true
}

/** A number in the workbook of a chart. */
export interface ChartCell {
  /** Such as C7. */
  ref: string
  value: number
  /** As the file has it, without its sign of equality. */
  formula?: string
  /** The head of its column, which ends in the unit. */
  head: string
  /** How the workbook says that its number is written, and where that is from. */
  told?: { text: string; evidence: string }
}

/** A number that a chart draws. */
export interface ChartPoint {
  series: string
  category: string
  /** As the chart itself keeps it. */
  drawn: number
  /** The cell that it is from; undefined where the workbook has none. */
  ref: string | undefined
  /** What stands at it, as office programs print it; undefined for nothing. */
  label: string | undefined
}

/** A name that a chart draws: of a series, of a category. */
export interface ChartName {
  drawn: string
  /** The cell that it is from, and what stands there; undefined where the workbook has none. */
  ref: string | undefined
  cell: string | undefined
}

/** A native chart, and the workbook behind it. */
export interface ExportedChart {
  place: string
  names: readonly ChartName[]
  points: readonly ChartPoint[]
  /** Undefined where the file has none. */
  cells: readonly ChartCell[] | undefined
}

/** A slide or a page. */
export interface ExportedPage {
  /** Its place in the file, from 1. */
  no: number
  /** The slide that it shows, by its number in the deck; undefined where it does not tell, or shows several. */
  slide: number | undefined
  /** The slides that stand on a sheet of paper, as far as its file tells. */
  slides?: readonly number[]
  /** Whether it is a slide at all, and not a sheet of paper. */
  isSlide: boolean
  /** Whether office programs count it anew: its number is nobody's text. */
  counted?: boolean
  texts: readonly ExportedText[]
  charts: readonly ExportedChart[]
}

/** What an exported file says. */
export interface ExportedFile {
  pages: readonly ExportedPage[]
  /** Texts of the file as a whole. */
  document: readonly ExportedText[]
  /** When it was made, if it tells. */
  made?: Date
  /** The figures that it carries as data; undefined where it is of a form without them. */
  facts?: string
  /** How many pictures it has that are only pixels, and so are not read. */
  pictures: number
}
