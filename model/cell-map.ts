/** Which cell of an office's own workbook is which figure, as `data/cells.ts` has it. */
export interface CellMap {
  /** Id of the workbook in `data/sources.ts`. */
  source: string
  /** The code of the time that the data was read of last, as in `parseSpan`. */
  period: string
  figures: readonly MappedCell[]
  /** Tables that are taken as a whole. Default: none. */
  tables?: readonly MappedTable[]
}

/** The cell of a figure: found by its heads, in which times may move on, and by its place where these have changed. */
export interface MappedCell {
  /** Id of the figure. */
  figure: string
  /** Name of the sheet. */
  sheet: string
  /** Heads of its row, with a stroke between several. */
  row: string
  /** Head of its column, as printed. */
  column: string
  /** Where it was last, such as C7. */
  cell: string
  /** How many filled columns of later times stand behind it, where heads differ in time alone. Default: 0. */
  back?: number
}

/** A table of a sheet. */
export interface MappedTable {
  /** Id of the table. */
  table: string
  /** Name of the sheet. */
  sheet: string
  /** The line above it, or the sheet's name. */
  caption: string
}
