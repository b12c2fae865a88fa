import { cellId, cellsOf } from '../../model/cells.ts'
import type { FigureInput } from '../../model/figure.ts'
import { parseClause, type ParsedClause, type ParsedFigure } from '../../model/reading/parse.ts'
import { readTables, type SourceTable } from '../../model/reading/tables.ts'
import { numberOf } from '../../model/values.ts'
import { isCsv, readCsv } from '../lib/facts/csv.ts'
import { draftTable, nameColumnOf } from '../lib/facts/draft-table.ts'
import { unitColumnOf } from '../lib/facts/table-units.ts'

/**
 * Reads lines: the rows of tables by their heads, all others as clauses. Empty lines are left out.
 * @param lines of a text, in which tables are divided by bars, tabs or spaces, or of a csv file
 */
export function parseLines(lines: readonly string[]): ParsedClause[] {
  const text = lines.join('\n')
  const tables = isCsv(text) ? readCsv(text, '') : readTables(text)
  const rows = new Map(tables.flatMap(table => rowsOf(table, lines)))
  const isOfTable = (line: number): boolean => tables.some(({ first, last }) => first <= line && line <= last)
  return lines.flatMap((line, index) => {
    const clause = line.trim()
    if (clause === '') return []
    // Captions and heads only tell what the numbers below them are of.
    return rows.get(index + 1) ?? (isOfTable(index + 1) ? { clause, figures: [], unread: [] } : parseClause(clause))
  })
}

function rowsOf(table: SourceTable, lines: readonly string[]): [line: number, row: ParsedClause][] {
  const named = [nameColumnOf(table), unitColumnOf(table)]
  return table.rows.map(row => {
    const { table: draft, columns } = draftTable({ ...table, rows: [row] }, '', '', { id: '', text: '', stated: [] })
    const figures: ParsedFigure[] = []
    const unread: string[] = []
    const cells = cellsOf(draft).filter(({ unit }) => unit)
    for (const [column, cell] of row.cells.entries()) {
      const measure = draft.measures[columns.indexOf(column)]
      const [name = ''] = draft.cells[0] ?? []
      const found = measure && cells.find(({ id }) => id === cellId(draft, name, measure.id))
      if (found) figures.push(figureOf(found))
      else if (!named.includes(column) && /\d/.test(cell)) unread.push(cell)
    }
    return [row.line, { clause: lines[row.line - 1]!.trim(), figures, unread }]
  })
}

const KINDS = ['growth', 'share', 'rate', 'rank'] as const

function figureOf({
  value,
  qualifier,
  decimals = 0,
  unit,
  kind,
  change,
  comparedWith,
  period,
  whole,
  label,
}: FigureInput): ParsedFigure {
  const digits = numberOf(value).toFixed(decimals)
  const told = KINDS.find(each => each === kind)
  return {
    value: String(numberOf(value)) === digits ? numberOf(value) : digits,
    unit,
    ...(qualifier !== undefined && { qualifier }),
    ...(change !== undefined && { change }),
    ...(comparedWith !== undefined && { comparedWith }),
    ...(told && { kind: told }),
    ...(period !== '' && { period }),
    of: label,
    ...(told === 'share' && whole !== undefined && { whole }),
  }
}
