import type { Figure } from '../model/figure.ts'
import type { Table, TableMeasure, TableRow } from '../model/table.ts'
import { isWhole, rowsInOrder, type TableView } from '../model/table-cells.ts'
import { inBase, isSameBase } from '../model/units.ts'
import { MEASURED_KINDS } from '../model/vocabulary.ts'
import { reject } from './charts/plan.ts'
import type { FindTable } from './charts/define-chart.ts'
import { measureIn, tableOf } from './charts/table-props.ts'

const NAME = '数据表'

/** The props of `DataTable`. */
export interface DataTableProps extends TableView {
  /** Id of the table. */
  of?: string
  /** Id of the measure whose cells have bars. Default: none. */
  bars?: string
  /** Id of the cell whose row is set in red. Default: ours. */
  highlight?: string
}

/** A cell before it is shown. */
export interface PlannedCell {
  /** The number, or what the source prints instead of one. */
  figure?: Figure
  gap: string
  /** Length of its bar, in percent of the longest of the table. */
  bar?: number
}

/** A row before it is shown. */
export interface PlannedRow {
  row: TableRow
  cells: readonly PlannedCell[]
  /** Whether it is the one that is meant: ours, or that of `highlight`. */
  ours: boolean
  /** Whether others add up to it. */
  whole: boolean
}

/** A table before it is shown. */
export interface TablePlan {
  table: Table
  measures: readonly TableMeasure[]
  rows: readonly PlannedRow[]
  /** The figures with bars. */
  figures: readonly Figure[]
  /** What is printed where the source has no number, each once. */
  gaps: readonly string[]
}

/**
 * Plans rows by measures of a table.
 * @throws ChartDataError for a table, measure or cell that is not there, and for bars of what has no length
 */
export function planTable(
  { of, measures: named, sort, bars, highlight, ...part }: DataTableProps,
  find: FindTable,
): TablePlan {
  const table = tableOf(NAME, of, find)
  const measures = (named ?? table.measures.map(({ id }) => id)).map(id => measureIn(NAME, table, id))
  for (const id of [sort, bars]) if (id !== undefined) measureIn(NAME, { ...table, measures }, id)
  const cellOf = ({ id }: TableRow, measure: string): PlannedCell => {
    const cell = table.cell(id, measure)
    return cell && 'id' in cell ? { figure: cell, gap: '' } : { gap: cell?.gap ?? '' }
  }
  // A whole is as long as all of its parts together: beside it they would be hardly to be seen.
  const barred = table.rows
    .filter(row => bars !== undefined && !isWhole(table, row))
    .flatMap(row => cellOf(row, bars!).figure ?? [])
  const wrong = barred.find(
    ({ kind, value, unit }) => !MEASURED_KINDS.includes(kind) || value < 0 || !isSameBase(unit, barred[0]!.unit),
  )
  if (wrong) reject(NAME, [wrong], '条形从零起，只画同一单位、不小于零的金额、数量、占比；增减在格里有 ▲▼，不必画条')
  const meant = table.rows.find(row => measures.some(({ id }) => cellOf(row, id).figure?.id === highlight))
  if (highlight !== undefined && !meant)
    reject(NAME, [], `highlight 写的“${highlight}”不在表里；请写这张表里一格的编号`)
  const longest = Math.max(...barred.map(inBase))
  const rows = rowsInOrder(table, { ...(sort !== undefined && { sort }), ...part }).map(row => ({
    row,
    ours: highlight === undefined ? row.id === table.ours : row === meant,
    whole: isWhole(table, row),
    cells: measures.map(({ id }): PlannedCell => {
      const cell = cellOf(row, id)
      const { figure } = cell
      return id === bars && figure && barred.includes(figure) && longest > 0
        ? { ...cell, bar: (100 * inBase(figure)) / longest }
        : cell
    }),
  }))
  const cells = rows.flatMap(row => row.cells)
  return {
    table,
    measures,
    rows,
    figures: cells.flatMap(({ figure, bar }) => (figure && bar !== undefined ? [figure] : [])),
    gaps: [...new Set(cells.filter(({ figure }) => !figure).map(({ gap }) => gap))],
  }
}
