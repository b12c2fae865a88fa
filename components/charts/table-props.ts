import type { Table, TableMeasure } from '../../model/table.ts'
import { nearestIds } from '../../model/nearest.ts'
import type { FindTable } from './define-chart.ts'
import { ChartDataError } from './plan.ts'

/** The props of a chart that shows cells of a table. */
export interface OfTable {
  /** Id of the table. */
  of: string
  /** Id of the measure. Default: the first that is no rank. */
  measure?: string
}

/** The table that a chart is of. @param chart Chinese name of the chart @throws ChartDataError where none is named */
export function tableOf(chart: string, of: string | undefined, find: FindTable): Table {
  if (of !== undefined) return find(of)
  throw new ChartDataError(chart, [], '没有写 of="表的编号"')
}

/** A measure of a table. @throws ChartDataError where there is none */
export function measureIn(chart: string, { id, measures }: Table, named: string | undefined): TableMeasure {
  const measure = measures.find(each => each.id === named)
  if (measure) return measure
  const known = nearestIds(
    named ?? '',
    measures.map(each => each.id),
  )
  throw new ChartDataError(chart, [id], `表里没有“${named ?? ''}”这一列，最接近的是：${known.join('、')}`)
}
