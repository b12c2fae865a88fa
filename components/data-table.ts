import type { Figure } from '../model/figure.ts'
import { formatFigure } from '../model/format.ts'
import { phrases } from '../model/phrases.ts'
import type { Table, TableMeasure, TableRow } from '../model/table.ts'
import { CANVAS_WIDTH } from '../model/slides/headmatter.ts'
import { isWhole, rowsInOrder, type TableView } from '../model/table-cells.ts'
import { inBase, isSameBase } from '../model/units.ts'
import { MEASURED_KINDS } from '../model/vocabulary.ts'
import { space, type } from '../styles/tokens.ts'
import { reject } from './charts/plan.ts'
import { emWidth } from './charts/text-width.ts'
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

/** A column of numbers before it is shown. */
export interface PlannedColumn {
  measure: TableMeasure
  /** A number of the column that the source heads as it is headed here; none where the source has no number. */
  figure: Figure | undefined
  head: string
  /** Widest number, in widths of a character. */
  widest: number
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
  columns: readonly PlannedColumn[]
  rows: readonly PlannedRow[]
  /** The figures with bars. */
  figures: readonly Figure[]
  /** What is printed where the source has no number, each once. */
  gaps: readonly string[]
  /** Width that its columns need at least, without what parts them, in widths of a character. */
  width: number
}

/** Longest name, in characters, that stays on one line on a slide. */
const SHORT = 8
/** Narrowest bar, with what parts it from its number, in widths of a character. */
const BAR = 3.4

/** What a row is called. */
export const nameOf = ({ by }: Table, { text, head }: TableRow): string => (by === 'periods' ? text : head)

/** Whether a name has no places for a break, not even between words. */
export const isShort = (name: string): boolean => name.length <= SHORT

/** What a cell prints for its number, and the arrow in front of it. */
export const printed = (figure: Figure): string =>
  formatFigure(figure, figure.change === undefined ? 'plain' : 'signed')
export const arrowOf = ({ change, value }: Figure): string =>
  change === undefined || value === 0 ? '' : value > 0 ? '▲' : '▼'

/** Width of the widest of some texts that break nowhere, in widths of a character. */
const widestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(emWidth))

/** Where a table stands: its width, its letters, and the room in front of each column but the first; px. */
export interface TableRoom {
  width: number
  size: number
  gap: number
}

/** Rooms in which a table has letters as large as those of other text: a slide, a page to read, a phone. */
export const ROOMS = {
  slide: { width: CANVAS_WIDTH - 2 * space.margin, size: type.size.body, gap: 20 },
  page: { width: 680, size: 15, gap: 8 },
  phone: { width: 328, size: 15, gap: 8 },
} as const satisfies Record<string, TableRoom>

/** Whether a table stands in a room with no number broken. @param more what each number needs beside its own width */
export function fitsRoom({ width, columns }: Pick<TablePlan, 'width' | 'columns'>, room: TableRoom, more = 0): boolean {
  return (width + columns.length * more) * room.size + columns.length * room.gap <= room.width
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
  const columns = measures.map((measure, index): PlannedColumn => {
    const own = rows.map(row => row.cells[index]!)
    const figure = own.find(cell => cell.figure)?.figure
    const texts = own.map(cell => (cell.figure ? arrowOf(cell.figure) + printed(cell.figure) : cell.gap))
    return { measure, figure, head: figure?.evidence.cell?.column ?? measure.label, widest: widestOf(texts) }
  })
  return {
    table,
    columns,
    rows,
    width: widthOf(table, rows, columns, bars),
    figures: cells.flatMap(({ figure, bar }) => (figure && bar !== undefined ? [figure] : [])),
    gaps: [...new Set(cells.filter(({ figure }) => !figure).map(({ gap }) => gap))],
  }
}

/** Names of rows and heads of columns break between words, numbers nowhere. */
function widthOf(
  table: Table,
  rows: readonly PlannedRow[],
  columns: readonly PlannedColumn[],
  bars: string | undefined,
): number {
  const names = rows.map(({ row }) => nameOf(table, row)).flatMap(name => (isShort(name) ? [name] : phrases(name)))
  return columns.reduce(
    (sum, { measure, head, widest }) =>
      sum + Math.max(widest + (measure.id === bars ? BAR : 0), widestOf(phrases(head))),
    widestOf([...names, ...phrases(table.head)]),
  )
}
