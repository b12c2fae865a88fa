/** How a cell looks. */
export interface CellStyle {
  bold?: boolean
  italic?: boolean
  /** Of the type, in points. Default: 11. */
  size?: number
  /** Of the text, RRGGBB. */
  color?: string
  /** Of the ground, RRGGBB. */
  fill?: string
  /** Of a number, as Excel writes it; `@` lets what is typed be text. Default: General. */
  format?: string
  wrap?: boolean
  /** Whether thin lines go round it. */
  border?: boolean
}

/** A cell to be written. A text is a text, whatever it begins with. */
export interface WrittenCell {
  value: string | number
  /** What its number follows from, without the sign before it; `value` is what it makes. Default: it is typed. */
  formula?: string
  style?: CellStyle
}

/** What may be chosen in some cells. */
export interface Choice {
  /** Such as C3:C2000. */
  range: string
  /** Such as 选项!$A$1:$A$9. */
  from: string
  /** Whether anything else may be typed. */
  open: boolean
}

/** A sheet to be written. */
export interface WrittenSheet {
  name: string
  hidden?: boolean
  /** By row and column. */
  rows: readonly (readonly (WrittenCell | undefined)[])[]
  /** Width and style of columns, in characters. */
  columns?: readonly { width: number; style?: CellStyle }[]
  /** Rows and columns that stay in sight. */
  frozen?: { rows: number; columns: number }
  choices?: readonly Choice[]
  /** Notes of cells. */
  notes?: readonly { ref: string; text: string }[]
}
