import type { Figure } from '../../model/figure.ts'
import { edgeNote } from './edges.ts'
import { type Emphasis, reject } from './plan.ts'
import { CUT_AXIS } from './structural.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { itemsOver, type TimeItem } from './time-items.ts'
import { assertOneMeasure, figuresOver, type Slot, timeNote, type TimeProps, type TimeSeries } from './time-series.ts'

/** The chart's name in messages. */
export const CHART = '趋势图'
/** Most series of lines. */
const MOST = 4

/** What a deck may say about a chart over time. */
export interface TrendProps extends TimeProps, NamedInTime {
  /** Default: `line`. */
  type?: 'line' | 'columns'
  /** Where the axis of a line begins: at zero, or below the smallest number, which its note then says. */
  base?: 'zero' | 'data'
}

/** A chart over time before it is drawn. */
export interface TrendPlan {
  slots: readonly Slot[]
  series: readonly (TimeSeries & { emphasis: Emphasis })[]
  items: readonly TimeItem[]
  columns: boolean
  /** Whether zero is the base. */
  zero: boolean
  note: string
  figures: readonly Figure[]
}

/** @throws ChartDataError for figures that do not make one trend */
export function planTrend(
  time: { slots: readonly Slot[]; series: readonly TimeSeries[] },
  props: TrendProps & { steps?: readonly string[]; step?: number } = {},
): TrendPlan {
  const { slots, series } = time
  const { type = 'line', base = 'zero' } = props
  const columns = type === 'columns'
  assertOneMeasure(CHART, series, MOST)
  const figures = figuresOver(time)
  if (columns && series.length > 1)
    reject(CHART, figures, '柱形一次只画一个系列；几个系列请用线（type="line"），各部分相加的请用 StackedColumns')
  if (columns && base === 'data') reject(CHART, figures, '柱形比的是长短，必须从零起；base="data" 只用于线')
  const whole = columns ? figures.at(-1)!.id : series[0]!.id
  const named = emphasisOver(CHART, time, props, whole)
  const items = itemsOver(slots, series, named.ofFigure)
  const crosses = items.some(({ value }) => value < 0)
  const zero = base === 'zero' || crosses
  const note = [
    zero ? '' : CUT_AXIS,
    ...timeNote(time, columns ? '柱' : '点').map(text => (columns ? text.replace('空心柱', '浅色柱') : text)),
    columns ? edgeNote(items.map(({ edge }) => edge)) : '',
  ]
  return {
    slots,
    series: series.map(each => ({ ...each, emphasis: named.ofSeries(each) })),
    items,
    columns,
    zero,
    note: note.filter(Boolean).join('　'),
    figures,
  }
}
