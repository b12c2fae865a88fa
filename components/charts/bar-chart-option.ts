import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Edge } from './qualifier-edge.ts'
import type { RowNames } from './row-name.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { MEASURED_KINDS } from '../../data/model/vocabulary.ts'
import { barElements, growingFrom, OVERHANG, valueAt, zeroLine } from './elements.ts'
import { edgeNote, edgeOf, isCertainOrder } from './qualifier-edge.ts'
import { hasMixedPeriods, pickHighlight, requireKinds, requireNumber, requireSameMeasure, requireSamePeriod } from './refuse.ts'
import { areaOf, rowAt, rowOption, rowsExtent } from './row-frame.ts'
import { GAP, planRowNames, rowNameAt } from './row-name.ts'
import { chartTheme } from './theme.ts'
import { WHOLE } from './structural.ts'
import { spoken, valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '条形图'

/** What a deck may say about a bar chart. */
export interface BarOptions {
  /** Id of the highlighted figure. Default: the largest. */
  highlight?: string
  /** Allows figures of different periods; every label then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One bar. */
export interface Bar {
  id: string
  value: number
  edge: Edge
  label: ValueLabel
  highlighted: boolean
}

/** A bar chart before it is drawn: largest first, from zero. */
export interface BarPlan {
  bars: readonly Bar[]
  names: RowNames
  /** End of the scale: 100 for shares, else the largest value. */
  max: number
  /** Whether pale tracks show the whole of each share. */
  tracks: boolean
  note: string
  figures: readonly Figure[]
  /** Whether labels and summary name periods. */
  mixed: boolean
}

/** Size in px of the number at the highlighted mark and at others. */
export function valueSize(highlighted: boolean, theme: ChartTheme): number {
  return theme.size.chartValue + (highlighted ? 6 : 0)
}

/**
 * Plans sorted horizontal bars of figures of one kind and unit.
 * @throws ChartDataError for growths, reductions and ranks, and where kinds, units or periods differ.
 */
export function planBar(given: readonly Figure[], { highlight, mixedPeriods }: BarOptions = {}, theme: ChartTheme = chartTheme): BarPlan {
  requireNumber(CHART, given, 1, 8)
  requireKinds(CHART, given, MEASURED_KINDS, '增幅、降幅请用 GrowthBars')
  requireSameMeasure(CHART, given)
  requireSamePeriod(CHART, given, mixedPeriods)
  const figures = [...given].sort((a, b) => b.value - a.value)
  const highlighted = pickHighlight(CHART, figures, highlight)
  const mixed = hasMixedPeriods(figures)
  const tracks = figures[0]?.kind === 'share'
  const bars = figures.map((figure): Bar => ({
    id: figure.id,
    value: figure.value,
    edge: edgeOf(figure),
    label: valueLabel(figure),
    highlighted: figure.id === highlighted,
  }))
  return {
    bars,
    names: planRowNames(figures.map(({ short }) => short), theme, mixed ? figures.map(({ period }) => period.text) : []),
    max: tracks ? Math.max(WHOLE, figures[0]!.value) : figures[0]?.value || 1,
    tracks,
    note: edgeNote(bars.map(({ edge }) => edge)),
    figures,
    mixed,
  }
}

/** Px between a bar and its number. */
export const LABEL_GAP = 14
/** Px between neighbouring segments of one bar. */
export const SEGMENT_GAP = 4

/** The option of a planned bar chart. */
export function buildBar({ bars, names, max, tracks, note }: BarPlan, theme: ChartTheme): EChartsOption {
  const room = bars.map(({ label, highlighted }) => valueLabelWidth(label, valueSize(highlighted, theme), theme.size.chartSmall))
  const frame = { left: names.width + GAP, right: Math.max(...room) + GAP + OVERHANG.saw, min: 0, max, note }
  return rowOption(frame, bars.map(({ value }) => value), (params, api) => {
    const bar = bars[params.dataIndex]
    if (!bar)
      return null
    const area = areaOf(params)
    const { y, thickness } = rowAt(area, bars.length, params.dataIndex)
    const [zero = 0, end = 0, whole = 0] = [0, bar.value, max].map(value => api.coord([value, 0])[0])
    const color = bar.highlighted ? theme.color.highlight : theme.color.context
    return {
      type: 'group',
      children: [
        ...(tracks
          ? [
              ...barElements({ from: zero, to: whole, y, thickness, edge: 'flat', fill: theme.color.track }),
              ...barElements({ from: zero, to: Math.min(whole, end + SEGMENT_GAP), y, thickness, edge: bar.edge, fill: theme.color.paper }),
            ]
          : []),
        growingFrom(zero, barElements({ from: zero, to: end, y, thickness, edge: bar.edge, fill: color })),
        ...(params.dataIndex === bars.length - 1 ? [zeroLine(zero, ...rowsExtent(area, bars.length), theme)] : []),
        rowNameAt([zero - GAP, y], names, params.dataIndex, bar.highlighted, theme),
        valueAt([(tracks ? whole : end) + OVERHANG[bar.edge] + LABEL_GAP, y], bar.label, { size: valueSize(bar.highlighted, theme), color: bar.highlighted ? theme.color.highlight : theme.color.ink }, theme),
      ],
    }
  }, theme)
}

/** The chart in words: the largest first and, where qualifiers leave no doubt, called so; every number with its qualifier. */
export function summarizeBar({ figures, mixed }: BarPlan): string {
  const [first, ...others] = figures
  const largest = others.length > 0 && others.every(other => first && isCertainOrder([first, other]))
  return `${CHART}：${figures.map((figure, index) => `${spoken(figure, mixed)}${index === 0 && largest ? '，最多' : ''}`).join('；')}。`
}
