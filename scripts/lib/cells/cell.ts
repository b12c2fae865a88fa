/** A cell of a sheet as the file keeps it. */
export interface SheetCell {
  /** Its place, such as C7. */
  ref: string
  /** A date is a number of days since 1899-12-30, whatever calendar the workbook counts by. */
  value: string | number | boolean | null
  /** How a number is shown, in the language of Excel. Default: General. */
  format?: string
  /** Its value is the result of a formula, as it was when the workbook was saved. */
  formula?: boolean
  /** The formula asks another workbook, which is not looked for. */
  linked?: boolean
  /** The fault that a formula ended with: #REF!, #DIV/0!. */
  error?: string
  /** Its row or its column is hidden. */
  hidden?: boolean
}

/** What stands in a cell. `normalised` says, for people, what was read otherwise than it is written. */
export type CellReading =
  | { kind: 'blank' }
  /** What is printed where there is no number: …, –, 缺. */
  | { kind: 'gap'; text: string }
  | CellValue
  /** `date` is the code of the time that the text is, as in `parseSpan`, where it is one of a year of its own. */
  | { kind: 'text'; text: string; date?: string }
  /** What nobody can be sure of: what stands there, and what should. */
  | { kind: 'error'; found: string; expected: string }

/** A number of a cell. */
export interface CellValue {
  kind: 'value'
  /** As printed, without sign and grouping. */
  digits: string
  /** Whether it is below zero; a fall by its word of change is. */
  negative: boolean
  /** The unit in the cell itself; % of a number that is shown as one. */
  unit?: string
  qualifier?: string
  change?: string
  normalised?: string
}

/** Something that a sheet has otherwise than it can be read. */
export interface SheetProblem {
  sheet: string
  /** A cell, such as C7, or a row, such as 7. */
  ref: string
  found: string
  expected: string
}
