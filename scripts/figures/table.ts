import type { FigureRecord } from './records.ts'
import stringWidth from 'string-width'
import { DERIVED_MARK } from '../../model/format.ts'

const COLUMNS: readonly { title: string; cell: (record: FigureRecord) => string }[] = [
  { title: '编号', cell: ({ id }) => id },
  { title: '名称', cell: ({ label }) => label },
  { title: '数据', cell: ({ text, derived }) => (derived ? `${text}（${DERIVED_MARK}）` : text) },
  { title: '时段', cell: ({ period }) => period },
  { title: '栏目', cell: ({ evidence }) => evidence.column ?? '' },
  { title: '依据', cell: ({ evidence, derived }) => (derived ? derived.formula : evidence.clause) },
]

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** The records as a table whose columns line up in a terminal, Chinese characters being two cells wide. */
export function figureTable(records: readonly FigureRecord[]): string {
  const rows = [COLUMNS.map(({ title }) => title), ...records.map(record => COLUMNS.map(({ cell }) => cell(record)))]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(row => stringWidth(row[column]!))))
  const lines = rows.map(row =>
    row.map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column]!))).join('  '),
  )
  return lines.join('\n')
}
