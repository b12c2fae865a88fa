import type { Figure } from './figure.ts'
import type { MeasureInput, Table, TableRow } from './table.ts'
import { byValue, inBase } from './units.ts'
import { partOf } from './appendix-part.ts'

/** The cells of a measure that hold a number, row by row. @param measure default: the first */
export function cellsOf(table: Table, measure?: string, rows: readonly TableRow[] = table.rows): Figure[] {
  return rows.flatMap(({ id }) => {
    const cell = table.cell(id, measure)
    return cell && 'id' in cell ? [cell] : []
  })
}

/** Whether the columns of a table are periods, each another. */
export function hasPeriodColumns({ measures }: Pick<Table, 'measures'>): boolean {
  const periods = measures.map(({ period }) => period?.id)
  return periods.length > 1 && !periods.includes(undefined) && new Set(periods).size === periods.length
}

/** What a row is called that others add up to, though the data may not say which. */
const SUM = /(?:合计|总计|小计)$/

/** Whether others add up to a row. */
export function isWhole({ parts }: Pick<Table, 'parts'>, { id }: Pick<TableRow, 'id'>): boolean {
  return parts.has(id) || SUM.test(id)
}

/** The id of the measure that peers are ordered by where none is named: the first that is no rank. */
export function mainMeasure({
  measures,
}: {
  measures: readonly Pick<MeasureInput, 'id' | 'kind'>[]
}): string | undefined {
  return (measures.find(({ kind }) => kind !== 'rank') ?? measures[0])?.id
}

/**
 * The peers of a table from the largest down; what others add up to is none.
 * @param measure default: the first that is no rank
 * @param top how many. Default: all
 */
export function peersOf(table: Table, measure = mainMeasure(table), top = Infinity): Figure[] {
  const rows = table.rows.filter(row => !isWhole(table, row))
  return cellsOf(table, measure, rows).sort(byValue).slice(0, top)
}

type Sized = Pick<Figure, 'value' | 'unit'>

/** The place of a figure among others, from 1; equal ones share theirs. */
export function placeAmong(figure: Sized, figures: readonly Sized[]): number {
  return figures.filter(other => inBase(other) > inBase(figure)).length + 1
}

/** How `DataTable` lays out a table. */
export interface TableView {
  /** Ids of the columns. Default: all. */
  measures?: readonly string[]
  /** Id of the measure that rows are sorted by, from the largest down. Default: the order of the source. */
  sort?: string
  /** Which part of the rows, from 1. Default: all of them. */
  part?: number
  /** Over how many slides the rows are spread. Default: as many as they need. */
  parts?: number
}

/** Most rows of a table on a slide. */
export const MOST_ROWS = 14

/**
 * The rows of a table in order. Sorted, rows without a number come last, and a whole stays at the end at which the
 * source has it, below its parts otherwise.
 */
export function rowsInOrder(table: Table, { sort, part = 1, parts = 1 }: TableView): TableRow[] {
  const valueOf = ({ id }: TableRow): number => {
    const cell = table.cell(id, sort)
    return cell && 'id' in cell ? inBase(cell) : -Infinity
  }
  const { rows } = table
  const first = rows[0]
  const top = sort !== undefined && first && isWhole(table, first) ? [first] : []
  const peers = rows.filter(row => !isWhole(table, row))
  const wholes = rows.filter(row => isWhole(table, row) && !top.includes(row))
  const ordered = sort === undefined ? rows : [...top, ...peers.sort((a, b) => valueOf(b) - valueOf(a) || 0), ...wholes]
  return partOf(ordered, part, parts)
}
