import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import type { Finders } from './define-chart.ts'
import { edgeNote } from './edges.ts'
import { reject } from './plan.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { itemsOver, type TimeItem } from './time-items.ts'
import {
  assertOneMeasure,
  figuresIn,
  figuresOver,
  readTime,
  type Slot,
  type TimeData,
  timeNote,
  type TimeSeries,
} from './time-series.ts'

/** The chart's name in messages. */
export const CHART = '总量与增速图'

/** What a deck may say about totals and their growth. */
export interface TotalAndGrowthProps extends NamedInTime {
  /** Id of a table whose rows are periods. */
  of?: string
  /** Of the table: id of the measure of totals. */
  total?: string
  /** Of the table: id of the measure of growths. */
  growth?: string
  /** Instead of a table: ids of totals of several periods, in order. */
  totals?: readonly string[]
  /** Instead of a table: ids of growths of several periods, in order. */
  growths?: readonly string[]
  /** How growth is drawn. Default: `bars`. */
  growthAs?: 'bars' | 'line'
}

/** Columns of one measure. */
interface Panel {
  series: TimeSeries
  items: readonly TimeItem[]
}

/** Totals above their growth, before they are drawn. */
export interface TotalAndGrowthPlan {
  slots: readonly Slot[]
  panels: readonly [totals: Panel, growths: Panel]
  /** Whether growth is a line. */
  line: boolean
  note: string
  figures: readonly Figure[]
}

/** @throws ChartDataError for figures that are not totals and their growth */
export function planTotalAndGrowth(
  time: TimeData,
  props: NamedInTime & Pick<TotalAndGrowthProps, 'growthAs'> & { steps?: readonly string[]; step?: number } = {},
): TotalAndGrowthPlan {
  const { slots, series } = time
  const [totals, growths] = series as [TimeSeries, TimeSeries]
  const figures = figuresOver(time)
  series.forEach(each => assertOneMeasure(CHART, [each], 1))
  const isGrowth = ({ kind }: Figure): boolean => kind === 'growth'
  const wrong = figuresOver({ series: [totals] }).find(isGrowth)
  if (wrong) reject(CHART, figures, `“${wrong.id}”是增减，上面只画总量；请写在 growth 里`)
  const other = figuresOver({ series: [growths] }).find(figure => !isGrowth(figure))
  if (other) reject(CHART, figures, `“${other.id}”不是增减，下面只画增减；请写在 total 里`)
  const stray = growths.figures.find((figure, index) => {
    const total = totals.figures[index]
    return figure?.of !== undefined && total && figure.of !== total.id
  })
  if (stray) reject(CHART, figures, `“${stray.id}”不是同一时段总量的变化（它的 of 是“${stray.of}”）`)
  const last = slots.findLastIndex((_, index) => totals.figures[index])
  const { ofFigure } = emphasisOver(CHART, time, props, slots[last] ? (totals.figures[last]?.period.id ?? '') : '')
  const panelOf = (each: TimeSeries): Panel => ({ series: each, items: itemsOver(slots, [each], ofFigure) })
  const panels = [panelOf(totals), panelOf(growths)] as const
  const line = props.growthAs === 'line'
  const edges = edgeNote(panels.slice(0, line ? 1 : 2).flatMap(({ items }) => items.map(({ edge }) => edge)))
  return {
    slots,
    panels,
    line,
    note: [...timeNote(time, '柱').map(text => text.replace('空心柱', '浅色柱')), edges].filter(Boolean).join('　'),
    figures,
  }
}

/** Totals and growth over time, as a deck asks for them. */
export function readBoth(props: TotalAndGrowthProps, find: Finders): TimeData {
  const { of, total, growth, totals, growths } = props
  if (of !== undefined) {
    const found: Table = find.table(of)
    if (total === undefined || growth === undefined)
      reject(
        CHART,
        figuresIn(found),
        `请写明总量和增速各是哪一列（total、growth），有：${found.measures.map(({ id }) => id).join('、')}`,
      )
    return readTime(CHART, { of, measure: [total, growth] }, find)
  }
  return readTime(CHART, { ids: [totals ?? [], growths ?? []] }, find)
}
