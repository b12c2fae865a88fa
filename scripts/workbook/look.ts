import type { CellStyle } from '../lib/xlsx/sheet.ts'

/** How the cells of the workbook look. */
export const LOOK = {
  /** A head of what has to be filled in, and one of what may be. */
  required: { bold: true, color: 'FFFFFF', fill: 'A61B29', wrap: true },
  optional: { bold: true, fill: 'E7E2D8', wrap: true },
  example: { italic: true, color: '7A7A7A', fill: 'F5F5F5', format: '@', wrap: true },
  text: { format: '@', wrap: true },
  number: { wrap: true },
  /** What somebody still has to look at. */
  doubt: { fill: 'FFF2B3', format: '@', wrap: true },
  title: { bold: true, fill: 'DCE6F1', format: '@' },
} as const satisfies Record<string, CellStyle>

/** What the first cell of an example begins with. */
export const EXAMPLE = '例：'

/** Rows that may be filled in, down to which choices go. */
export const ROWS = 2000
