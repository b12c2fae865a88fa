import type { MappedTable } from '../../../model/cell-map.ts'
import type { Span } from '../../../model/span.ts'
import { figuresOf, type Naming, type ProposedFigure } from './as-figures.ts'
import { draftTable, kindWord, tableParts, type DraftTable } from './as-table.ts'
import type { CellValue, SheetProblem } from './cell.ts'
import { titleOf } from './names.ts'
import { givenTimeProblems, tableProblems } from './problems.ts'
import { tableTime } from './times.ts'
import type { LeftOut, SheetColumn, SheetRow, SheetTable } from './sheet-table.ts'

/** What a table of a sheet is to a deck: tables, and figures, each in a cell. */
export interface Proposal {
  sheet: string
  /** What the table is about, without its time. */
  title: string
  span: Span
  figures: readonly ProposedFigure[]
  tables: readonly ProposedTable[]
}

/** A table, and where it is from. */
export interface ProposedTable {
  input: DraftTable
  place: MappedTable
  /** The table of the sheet. */
  found: SheetTable
}

/** A cell that was read otherwise than it is written. */
export interface Normalised {
  sheet: string
  ref: string
  found: string
  read: string
  how: string
}

export interface Proposed {
  proposals: Proposal[]
  problems: SheetProblem[]
  normalised: Normalised[]
  /** Numbers of the tables that are no figures. */
  left: LeftOut[]
}

export interface ProposeOptions {
  /** Gives an id that no other thing of its kind has. */
  figureId: (label: string) => string
  tableId: (table: DraftTable) => string
  /** Labels that are given away. Default: none. */
  labels?: Iterable<string>
  /** Whether a figure may have a label. Default: any that is not given away. */
  isFree?: Naming['isFree']
  /** The figure that a cell is already. Default: none. */
  known?: Naming['known']
  /** The time of tables that say none. */
  span?: Span | undefined
}

/** Proposes what the tables of an office's own workbook are, and says all that keeps them from being it. */
export function propose(tables: readonly SheetTable[], options: ProposeOptions): Proposed {
  const { figureId, labels, isFree = () => true, known = () => undefined, span } = options
  const naming = { figureId, isFree, known, taken: new Set(labels) }
  const all = tables.map(table => ({ table, problems: tableProblems(table, span) }))
  const left: LeftOut[] = []
  return {
    proposals: all
      .filter(({ problems }) => problems.length === 0)
      .map(({ table }) => proposalOf(timed(table, span), options, naming, left)),
    problems: [...givenTimeProblems(tables, span), ...all.flatMap(({ problems }) => problems)],
    normalised: tables.flatMap(normalisedIn),
    left,
  }
}

/** A table with a time, where its own words give none. */
function timed(table: SheetTable, span: Span | undefined): SheetTable & { span: Span } {
  if (table.span) return { ...table, span: table.span }
  const rows = table.rows.map(row => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, { ...cell, span: cell.span ?? span }])),
  }))
  return { ...table, rows, span: (span ?? tableTime(table))! }
}

/** What was read otherwise than it is written. */
export function normalisedIn({ sheet, rows }: SheetTable): Normalised[] {
  return rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ ref, printed, reading }) =>
      reading.kind === 'value' && reading.normalised !== undefined
        ? [{ sheet, ref, found: printed, read: printValue(reading), how: reading.normalised }]
        : [],
    ),
  )
}

/** A value as figures have it: −4.2%. */
function printValue({ digits, negative, unit = '' }: Pick<CellValue, 'digits' | 'negative' | 'unit'>): string {
  return `${negative ? '−' : ''}${digits}${unit}`
}

function proposalOf(
  table: SheetTable & { span: Span },
  { tableId }: ProposeOptions,
  naming: Naming,
  left: LeftOut[],
): Proposal {
  const { sheet, caption, span } = table
  const title = titleOf(table.title) || titleOf(sheet) || sheet
  const parts = tableParts(table)
  const tables = parts.map((part): ProposedTable => {
    const label = title + kindWord(part)
    const input = draftTable(table, part, label)
    const id = tableId(input)
    return { input: { ...input, id }, place: { table: id, sheet, caption }, found: table }
  })
  const taken = parts.map(({ rows, columns }) => ({ rows: new Set(rows), columns: new Set(columns) }))
  const isTaken = (row: SheetRow, column: SheetColumn): boolean =>
    taken.some(({ rows, columns }) => rows.has(row) && columns.has(column))
  const found = figuresOf(table, naming, isTaken)
  left.push(...found.left)
  return { sheet, title, span, figures: found.figures, tables }
}
