import type { Figure } from './figure.ts'
import type { Table } from './table.ts'
import { isWhole } from './table-cells.ts'

/** Which two times of a table are compared, and in which of its rows or measures. */
export interface SlopeEnds {
  /**
   * The earlier time: id of a row in a series, of a measure in a table of subjects. Default: the first that is no rank.
   */
  from?: string
  /** The later time, likewise. Default: the last that is no rank. */
  to?: string
  /** Of a series: ids of the measures. Default: all. */
  measure?: string | readonly string[]
  /** Of a table of subjects: ids of the rows. Default: all but those that others add up to. */
  rows?: readonly string[]
}

/** What is compared at two times: a measure of a series, or a row of a table of subjects. */
export interface SlopeRow {
  id: string
  name: string
  /** `null` where the table has no number. */
  ends: readonly [from: Figure | null, to: Figure | null]
}

/** The rows that a table compares at two times; none where it has no such times. */
export function slopeRows(table: Table, { from, to, measure, rows }: SlopeEnds): SlopeRow[] {
  const figure = (row: string, of: string): Figure | null => {
    const cell = table.cell(row, of)
    return cell && 'id' in cell ? cell : null
  }
  if (table.by === 'periods') {
    const [first, last] = [from ?? table.rows[0]?.id ?? '', to ?? table.rows.at(-1)?.id ?? '']
    const picked = measure === undefined ? undefined : [measure].flat()
    return table.measures
      .filter(({ id }) => picked?.includes(id) ?? true)
      .map(({ id, label }) => ({ id, name: label, ends: [figure(first, id), figure(last, id)] }))
  }
  const measures = table.measures.filter(({ kind }) => kind !== 'rank')
  const [first, last] = [from ?? measures[0]?.id ?? '', to ?? measures.at(-1)?.id ?? '']
  return table.rows
    .filter(row => rows?.includes(row.id) ?? !isWhole(table, row))
    .map(({ id, text }) => ({ id, name: text, ends: [figure(id, first), figure(id, last)] }))
}
