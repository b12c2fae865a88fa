import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { MEASURED_KINDS } from '../../data/model/vocabulary.ts'
import { formatFigure } from '../../data/format.ts'
import { richStyles, richValue } from './elements.ts'
import { isCertainOrder } from './qualifier-edge.ts'
import { hasMixedPeriods, refuse, requireKinds, requireNumber, requireSameMeasure, requireSamePeriod } from './refuse.ts'
import { wrapLabel } from './text-width.ts'
import { spoken, valueLabel } from './value-label.ts'

const CHART = '前后对比图'

/** What a deck may say about a comparison of before and after. */
export interface BeforeAfterOptions {
  /** Words for the two points. Default: the figures' short labels, or their periods where these differ. */
  names?: readonly [before: string, after: string]
  /** Allows figures of different periods; both labels then name theirs. Default: `false`. */
  mixedPeriods?: boolean
}

/** Words beside the number of the later point: the direction, or what a figure says of the change. */
function changeRemark(direction: string, change: Figure | undefined): string {
  if (change)
    return formatFigure(change, 'worded')
  return direction && direction !== '持平' ? `${direction === '增加' ? '▲' : '▼'}${direction}` : direction
}

/** One of the two points. */
export interface SlopePoint {
  value: number
  label: ValueLabel
  name: string[]
  /** An inexact value is a hollow, dashed point. */
  exact: boolean
}

/** A change before it is drawn: a slope over a scale from zero. */
export interface BeforeAfterPlan {
  points: readonly [before: SlopePoint, after: SlopePoint]
  /** 增加, 减少 or 持平; empty where the qualifiers leave it open. */
  direction: string
  figures: readonly [before: Figure, after: Figure]
  /** The growth or reduction that the later point names. */
  change: Figure | undefined
  mixed: boolean
}

function directionOf(before: Figure, after: Figure): string {
  if (isCertainOrder([after, before]))
    return '增加'
  if (isCertainOrder([before, after]))
    return '减少'
  return before.value === after.value && before.qualifier === 'none' && after.qualifier === 'none' ? '持平' : ''
}

/**
 * Plans the change from one figure to another.
 * @throws ChartDataError for growths, reductions and ranks, and where kinds, units or periods differ.
 */
export function planBeforeAfter(before: Figure, after: Figure, { names, mixedPeriods }: BeforeAfterOptions = {}, change?: Figure): BeforeAfterPlan {
  const figures = [before, after] as const
  requireNumber(CHART, figures, 2, 2)
  requireKinds(CHART, figures, MEASURED_KINDS, '降幅请用 ReductionPair，增幅请用 GrowthBars')
  requireSameMeasure(CHART, figures)
  requireSamePeriod(CHART, figures, mixedPeriods)
  if (change) {
    requireKinds(CHART, [change], ['growth', 'reduction'], 'change 只写增幅或降幅')
    if (change.of !== after.id)
      refuse(CHART, [...figures, change], `“${change.id}”不是“${after.id}”的变化（data 里没有写 of）`)
  }
  const mixed = hasMixedPeriods(figures)
  const direction = directionOf(before, after)
  const point = (figure: Figure, name: string | undefined, remarks: readonly string[] = []): SlopePoint => ({
    value: figure.value,
    label: valueLabel(figure, { period: mixed && name !== undefined, remarks }),
    name: wrapLabel(name ?? (mixed ? figure.period.text : figure.short)),
    exact: figure.qualifier === 'none',
  })
  return { points: [point(before, names?.[0]), point(after, names?.[1], [changeRemark(direction, change)])], direction, figures, change, mixed }
}

const POINT = 26
const LABEL_DISTANCE = 12
/** A point lower than this share of the scale has no room for a label below it. */
const LOW = 0.35

/** On which side of its point a number stands, so that the line never runs through it. */
export function labelSide(value: number, other: number): 'top' | 'bottom' | 'left' {
  if (value >= other)
    return 'top'
  return value < other * LOW ? 'left' : 'bottom'
}

/** The option of a planned change. The scale starts at zero, which the stems show, so the slope is not exaggerated. */
export function buildBeforeAfter({ points: [before, after] }: BeforeAfterPlan, theme: ChartTheme): EChartsOption {
  const { chartLabel, chartValue, chartSmall } = theme.size
  const lineHeight = chartLabel * 1.25
  const item = ({ value, label, exact }: SlopePoint, other: SlopePoint, look: { color: string, ink: string, size: number }): NonNullable<LineSeriesOption['data']>[number] => {
    const styles = richStyles({ size: look.size, color: look.ink }, theme)
    return {
      value,
      symbol: 'circle',
      itemStyle: exact ? { color: look.color } : { color: theme.color.paper, borderColor: look.color, borderWidth: 3, borderType: [4, 3] },
      label: {
        show: true,
        position: labelSide(value, other.value),
        distance: LABEL_DISTANCE,
        // Covers the stem where the number stands below its point.
        backgroundColor: theme.color.paper,
        padding: [2, 6],
        align: labelSide(value, other.value) === 'left' ? 'right' : 'center',
        formatter: richValue(label, '\n'),
        rich: { ...styles, remark: { ...styles.remark, padding: [4, 0, 0, 0] } },
      },
    }
  }
  const line: LineSeriesOption = {
    type: 'line',
    silent: true,
    symbolSize: POINT,
    clip: false,
    lineStyle: { color: theme.color.highlight, width: 6, cap: 'round' },
    data: [
      item(before, after, { color: theme.color.soft, ink: theme.color.ink, size: chartValue }),
      item(after, before, { color: theme.color.highlight, ink: theme.color.highlight, size: chartValue + 10 }),
    ],
  }
  const stems: BarSeriesOption = { type: 'bar', silent: true, clip: false, barWidth: 2, itemStyle: { color: theme.color.context }, data: [before.value, after.value] }
  return {
    grid: { left: 8, right: 8, top: (chartValue + 10 + chartSmall) * 1.25 + POINT, bottom: 16 + lineHeight * Math.max(before.name.length, after.name.length), outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: [before.name.join('\n'), after.name.join('\n')],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.color.ink, width: 2 } },
      axisLabel: { interval: 0, hideOverlap: false, margin: 14, lineHeight, fontFamily: theme.font.sans, fontSize: chartLabel, color: theme.color.ink },
    },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(before.value, after.value) || 1 },
    series: [stems, line],
  }
}

/** The chart in words, with the direction of the change. */
export function summarizeBeforeAfter({ figures: [before, after], direction, change, mixed }: BeforeAfterPlan): string {
  return `${CHART}：由${spoken(before, mixed)}到${spoken(after, mixed)}${change ? `，${formatFigure(change, 'worded')}` : direction && `，${direction}`}。`
}
