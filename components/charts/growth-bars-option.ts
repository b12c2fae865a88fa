import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Edge } from './qualifier-edge.ts'
import type { RowNames } from './row-name.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { LABEL_GAP, valueSize } from './bar-chart-option.ts'
import { barElements, growingFrom, OVERHANG, valueAt, zeroLine } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { hasMixedPeriods, pickHighlight, refuse, requireKinds, requireNumber, requireSamePeriod } from './refuse.ts'
import { areaOf, rowAt, rowOption, rowsExtent } from './row-frame.ts'
import { GAP, planRowNames, rowNameAt } from './row-name.ts'
import { chartTheme } from './theme.ts'
import { spoken, valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '增减条形图'

/** What a deck may say about growth bars. */
export interface GrowthOptions {
  /** Id of the highlighted figure. Default: the first in the chart, the strongest growth. */
  highlight?: string
  /** Allows different periods and bases of comparison; every label then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One growth to the right, or one reduction to the left of the zero line. */
export interface GrowthBar {
  id: string
  /** In %, negative for a reduction. */
  change: number
  edge: Edge
  label: ValueLabel
  highlighted: boolean
}

/** Growth bars before they are drawn: growths first, then reductions. */
export interface GrowthPlan {
  bars: readonly GrowthBar[]
  names: RowNames
  note: string
  figures: readonly Figure[]
  /** Whether the summary names periods. */
  mixed: boolean
}

function basisOf({ period, comparedWith }: Figure, mixed: boolean, different: boolean): string {
  return [mixed ? period.text : '', different && comparedWith ? `比${comparedWith}` : ''].filter(Boolean).join(' · ')
}

const changeOf = ({ kind, value }: Figure): number => kind === 'reduction' ? -value : value

/**
 * Plans bars of growths and reductions on both sides of a zero line.
 * @throws ChartDataError for any other kind, and where periods or bases of comparison differ.
 */
export function planGrowth(given: readonly Figure[], { highlight, mixedPeriods }: GrowthOptions = {}, theme: ChartTheme = chartTheme): GrowthPlan {
  requireNumber(CHART, given, 1, 8)
  requireKinds(CHART, given, ['growth', 'reduction'], '其他数据请用 BarChart')
  requireSamePeriod(CHART, given, mixedPeriods)
  const bases = new Set(given.map(({ comparedWith = '（未写明）' }) => comparedWith))
  if (bases.size > 1 && !mixedPeriods)
    refuse(CHART, given, `比较的基期不同：${[...bases].join('、')}；确要同图请加 mixed-periods，图上会逐项注明`)
  // Growths from the strongest down, then reductions from the strongest down.
  const figures = [...given].sort((a, b) => Math.sign(changeOf(b)) - Math.sign(changeOf(a)) || b.value - a.value)
  const highlighted = pickHighlight(CHART, figures, highlight)
  const mixed = hasMixedPeriods(figures)
  const bars = figures.map((figure): GrowthBar => ({
    id: figure.id,
    change: changeOf(figure),
    edge: edgeOf(figure),
    label: valueLabel(figure, { style: 'signed' }),
    highlighted: figure.id === highlighted,
  }))
  return {
    bars,
    names: planRowNames(figures.map(({ short }) => short), theme, figures.map(figure => basisOf(figure, mixed, bases.size > 1))),
    note: edgeNote(bars.map(({ edge }) => edge)),
    figures,
    mixed,
  }
}

/** The option of planned growth bars. Names stand left of everything, or right of the zero line where all bars go left. */
export function buildGrowth({ bars, names, note }: GrowthPlan, theme: ChartTheme): EChartsOption {
  const room = (side: GrowthBar[]): number => Math.max(0, ...side.map(({ label, highlighted }) => valueLabelWidth(label, valueSize(highlighted, theme), theme.size.chartSmall) + GAP + OVERHANG.saw))
  const falls = bars.filter(({ change }) => change < 0)
  const rises = bars.filter(({ change }) => change >= 0)
  const mirrored = rises.length === 0
  const nameRoom = names.width + GAP
  const frame = {
    left: room(falls) + (mirrored ? 0 : nameRoom),
    right: room(rises) + (mirrored ? nameRoom : 0),
    min: Math.min(0, ...bars.map(({ change }) => change)),
    max: Math.max(0, ...bars.map(({ change }) => change)) || (mirrored ? 0 : 1),
    note,
  }
  return rowOption(frame, bars.map(({ change }) => change), (params, api) => {
    const bar = bars[params.dataIndex]
    if (!bar)
      return null
    const area = areaOf(params)
    const { y, thickness } = rowAt(area, bars.length, params.dataIndex)
    const [zero = 0, end = 0] = [0, bar.change].map(value => api.coord([value, 0])[0])
    const side = bar.change < 0 ? -1 : 1
    return {
      type: 'group',
      children: [
        growingFrom(zero, barElements({ from: zero, to: end, y, thickness, edge: bar.edge, fill: bar.highlighted ? theme.color.highlight : theme.color.context })),
        ...(params.dataIndex === bars.length - 1 ? [zeroLine(zero, ...rowsExtent(area, bars.length), theme)] : []),
        rowNameAt([mirrored ? zero + GAP : names.width, y], names, params.dataIndex, bar.highlighted, theme, mirrored ? 'left' : 'right'),
        valueAt([end + side * (LABEL_GAP + OVERHANG[bar.edge]), y], bar.label, { size: valueSize(bar.highlighted, theme), color: bar.highlighted ? theme.color.highlight : theme.color.ink, align: side < 0 ? 'right' : 'left' }, theme),
      ],
    }
  }, theme)
}

/** The chart in words: every change with its sign word. */
export function summarizeGrowth({ figures, mixed }: GrowthPlan): string {
  return `${CHART}：${figures.map(figure => spoken(figure, mixed)).join('；')}。`
}
