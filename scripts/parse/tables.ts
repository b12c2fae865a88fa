import { cellsOf, headOf } from '../../model/cells.ts'
import type { FigureInput } from '../../model/figure.ts'
import { readCell } from '../../model/reading/cells.ts'
import { parseClause, type ParsedClause, type ParsedFigure } from '../../model/reading/parse.ts'
import { readTables, type SourceTable } from '../../model/reading/tables.ts'
import { numberOf } from '../../model/values.ts'
import { readCsv } from '../lib/facts/csv.ts'
import { unitColumnOf } from '../lib/facts/table-units.ts'
import { draftTable, nameColumnOf } from '../suggest/tables.ts'

/**
 * Reads lines: the rows of tables by their heads, all others as clauses. Empty lines are left out.
 * @param lines of a text, in which tables are divided by bars, tabs or spaces, or of a csv file
 */
export function parseLines(lines: readonly string[]): ParsedClause[] {
  const text = lines.join('\n')
  const tables = isCsv(lines) ? readCsv(text, '') : readTables(text)
  const rows = new Map(tables.flatMap(table => rowsOf(table, lines)))
  const isOfTable = (line: number): boolean => tables.some(({ first, last }) => first <= line && line <= last)
  return lines.flatMap((line, index) => {
    const clause = line.trim()
    if (clause === '') return []
    // Captions and heads only tell what the numbers below them are of.
    return rows.get(index + 1) ?? (isOfTable(index + 1) ? { clause, figures: [], unread: [] } : parseClause(clause))
  })
}

/** Whether lines are those of a csv file: as many cells on each, and a number in each but the first. */
function isCsv(lines: readonly string[]): boolean {
  const [heads = [], ...rows] = lines.filter(line => line.trim() !== '').map(line => line.split(','))
  return (
    heads.length > 1 &&
    rows.length > 0 &&
    rows.every(cells => cells.length === heads.length && cells.slice(1).some(isNumber))
  )
}

const isNumber = (cell: string): boolean => readCell(cell.trim()).sort === 'number'

function rowsOf(table: SourceTable, lines: readonly string[]): [line: number, row: ParsedClause][] {
  const named = [nameColumnOf(table), unitColumnOf(table)]
  return table.rows.map(row => {
    const draft = draftTable({ ...table, rows: [row] }, '', '', { id: '', text: '', stated: [] })
    const cells = cellsOf(draft).filter(({ unit }) => unit)
    const figures: ParsedFigure[] = []
    const unread: string[] = []
    for (const [column, cell] of row.cells.entries()) {
      const index = draft.measures.findIndex(measure => headOf(measure) === table.heads[column])
      const found = cells.find(({ evidence }) => 'cell' in evidence && evidence.cell?.column === table.heads[column])
      if (found && index >= 0) figures.push(figureOf(found))
      else if (!named.includes(column) && /\d/.test(cell)) unread.push(cell)
    }
    return [row.line, { clause: lines[row.line - 1]!.trim(), figures, unread }]
  })
}

const KINDS = ['growth', 'share', 'rate', 'rank'] as const

function figureOf({
  value,
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
    ...(change !== undefined && { change }),
    ...(comparedWith !== undefined && { comparedWith }),
    ...(told && { kind: told }),
    ...(period !== '' && { period }),
    of: label,
    ...(told === 'share' && whole !== undefined && { whole }),
  }
}
