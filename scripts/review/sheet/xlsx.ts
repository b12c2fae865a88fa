import type { CellStyle, WrittenCell } from '../../lib/xlsx/sheet.ts'
import { writeXlsx } from '../../lib/xlsx/write.ts'
import { COLUMNS, headingOf, type SheetInput } from './rows.ts'

const TITLE: CellStyle = { bold: true, size: 16 }
const HEAD: CellStyle = { bold: true, fill: 'F3EDE2', border: true }
const CELL: CellStyle = { wrap: true, border: true }

/** The sign-off sheet as a workbook. */
export function sheetXlsx({ deck: { title }, items, review, date }: SheetInput): Uint8Array {
  const heading = headingOf(title, items, review, date)
  const rows: WrittenCell[][] = [
    ...heading.map((value, index) => [{ value, ...(index === 0 && { style: TITLE }) }]),
    COLUMNS.map(({ head }) => ({ value: head, style: HEAD })),
    ...items.map((item, index) => COLUMNS.map(({ text }) => ({ value: text(item, index, review), style: CELL }))),
  ]
  return writeXlsx([{ name: '校核表', rows, columns: COLUMNS, frozen: { rows: heading.length + 1, columns: 0 } }])
}
