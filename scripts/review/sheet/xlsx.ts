import writeExcel, { type Cell } from 'write-excel-file/node'
import { COLUMNS, headingOf, type SheetInput } from './rows.ts'

const text = (value: string): Cell => ({
  value,
  // A text that begins with = is no formula.
  type: String,
  wrap: true,
  alignVertical: 'top',
  borderStyle: 'thin',
  borderColor: '#8a8578',
})

/** The sign-off sheet as a workbook. */
export async function sheetXlsx({ deck: { title }, items, review, date }: SheetInput): Promise<Uint8Array> {
  const heading = headingOf(title, items, review, date)
  const rows = [
    ...heading.map((value, index): Cell[] => [
      { value, type: String, ...(index === 0 && { fontWeight: 'bold', fontSize: 16 }) },
    ]),
    COLUMNS.map(({ head }): Cell => ({ value: head, type: String, fontWeight: 'bold', backgroundColor: '#f3ede2' })),
    ...items.map((item, index) => COLUMNS.map(column => text(column.text(item, index, review)))),
  ]
  return writeExcel(rows, {
    sheet: '校核表',
    orientation: 'landscape',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: heading.length + 1,
  }).toBuffer()
}
