import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Room } from './room.ts'
import type { RowsRequest } from './rows.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { Tone, ToneOptions } from './tones.ts'
import type { ValueLabel } from './value-label.ts'
import { sentence, tellFigures } from './describe.ts'
import { overhang } from './edges.ts'
import { barElements, marked, valueAt } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { hasMixedPeriods, refuse, requireKinds, requireNumber, requireSamePeriod, requireSameUnit } from './refuse.ts'
import { joinNotes, optionOf } from './room.ts'
import { measureOf } from './shared-scale.ts'
import { gapOf, layoutRows, rowsHeight } from './rows.ts'
import { axisElements, noteElements, rowWords } from './row-words.ts'
import { planTones, valueColor } from './tones.ts'
import { valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '增减条形图'

/** What a deck may say about growth bars. */
export interface GrowthOptions extends ToneOptions {
  /** Allows different periods and bases of comparison; every label then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One growth to the right, or one reduction to the left of the zero line. */
export interface GrowthBar {
  id: string
  name: string
  /** Period and basis of comparison, where these differ; empty otherwise. */
  sub: string
  /** Negative for a reduction. */
  change: number
  edge: Edge
  label: ValueLabel
  tone: Tone
}

/** Growth bars before they are drawn: growths first, then reductions. */
export interface GrowthPlan {
  bars: readonly GrowthBar[]
  /** Ends of the scale, with zero between them or at one of them. */
  min: number
  max: number
  note: string
  figures: readonly Figure[]
  /** Whether the summary names periods. */
  mixed: boolean
}

function basisOf({ period, comparedWith }: Figure, mixed: boolean, different: boolean): string {
  return [mixed ? period.text : '', different && comparedWith ? `比${comparedWith}` : ''].filter(Boolean).join(' · ')
}

const changeOf = ({ kind, value }: Figure): number => (kind === 'reduction' ? -value : value)

/**
 * Plans bars of growths and reductions on both sides of a zero line.
 * @throws ChartDataError for any other kind, and where units, periods or bases of comparison differ.
 */
export function planGrowth(given: readonly Figure[], options: GrowthOptions = {}): GrowthPlan {
  requireNumber(CHART, given, 1, 8)
  requireKinds(CHART, given, ['growth', 'reduction'], '其他数据请用 BarChart')
  requireSameUnit(CHART, given)
  requireSamePeriod(CHART, given, options.mixedPeriods)
  const bases = new Set(given.map(({ comparedWith = '（未写明）' }) => comparedWith))
  if (bases.size > 1 && !options.mixedPeriods)
    refuse(CHART, given, `比较的基期不同：${[...bases].join('、')}；确要同图请加 mixed-periods，图上会逐项注明`)
  // Growths from the strongest down, then reductions from the strongest down.
  const figures = [...given].sort((a, b) => Math.sign(changeOf(b)) - Math.sign(changeOf(a)) || b.value - a.value)
  const toneOf = planTones(CHART, figures, options)
  const mixed = hasMixedPeriods(figures)
  const bars = figures.map((figure): GrowthBar => ({
    id: figure.id,
    name: figure.short,
    sub: basisOf(figure, mixed, bases.size > 1),
    change: changeOf(figure),
    edge: edgeOf(figure),
    label: valueLabel(figure, { style: 'signed' }),
    tone: toneOf(figure.id),
  }))
  const min = Math.min(0, ...bars.map(({ change }) => change))
  const max = Math.max(0, ...bars.map(({ change }) => change))
  return { bars, min, max: max - min ? max : 1, note: edgeNote(bars.map(({ edge }) => edge)), figures, mixed }
}

const isMirrored = ({ min, max }: GrowthPlan): boolean => min < 0 && max === 0

function requestOf(plan: GrowthPlan, theme: ChartTheme, remark: string | undefined): RowsRequest {
  const { bars, note } = plan
  return {
    rows: bars,
    labels: bars.map(({ label }) => label),
    outside: (size, thickness) => {
      const room = (side: readonly GrowthBar[]): number =>
        Math.max(
          0,
          ...side.map(
            ({ label, edge }) =>
              gapOf(theme) + overhang(edge, thickness) + valueLabelWidth(label, size, theme.size.chartSmall),
          ),
        )
      return [room(bars.filter(({ change }) => change < 0)), room(bars.filter(({ change }) => change >= 0))]
    },
    note: joinNotes(note, remark),
    mirrored: isMirrored(plan),
  }
}

/** What the lengths in the chart stand for. */
export function measureGrowth({ figures }: GrowthPlan): Measure {
  return { ...measureOf('bars', figures), kind: CHART }
}

/** Px for one unit with which the bars fill their room. */
export function fitGrowth(plan: GrowthPlan, theme: ChartTheme, room: Room): number {
  const { left, right } = layoutRows(requestOf(plan, theme, room.remark), room, theme)
  return (right - left) / (plan.max - plan.min)
}

/** Height in px that the chart wants on a page of this width. */
export function heightGrowth(plan: GrowthPlan, theme: ChartTheme, width: number, remark?: string): number {
  return rowsHeight(requestOf(plan, theme, remark), width, theme)
}

/**
 * The option of planned growth bars. Names stand left of everything, or right of the zero line where all bars go left.
 */
export function buildGrowth(plan: GrowthPlan, theme: ChartTheme, room: Room): EChartsOption {
  const { bars, min, max } = plan
  const request = requestOf(plan, theme, room.remark)
  const layout = layoutRows(request, room, theme)
  const { left, right, thickness, valueSize: size } = layout
  const scale = room.scale ?? (right - left) / (max - min)
  const zero = isMirrored(plan) ? right : left - min * scale
  const rows = bars.map(({ id, change, edge, label, tone }, index) => {
    const y = layout.rows[index]!.y
    const end = zero + change * scale
    const side = change < 0 ? -1 : 1
    return [
      ...barElements({ from: zero, to: end, y, thickness, edge, fill: theme.color[tone] }, ['bar', id]),
      ...rowWords(layout, request, index, tone, room.width, theme),
      ...(layout.labels === 'end'
        ? [
            marked(
              'value',
              id,
              valueAt(
                [end + side * (gapOf(theme) + overhang(edge, thickness)), y],
                label,
                { size, color: valueColor(tone, theme), align: side < 0 ? 'right' : 'left' },
                theme,
              ),
            ),
          ]
        : []),
    ]
  })
  return optionOf([...rows.flat(), ...axisElements(layout, zero, theme), ...noteElements(layout, theme)])
}

/** The chart in words: growths and reductions, each with its sign word; the strongest compared with the others. */
export function summarizeGrowth({ figures, mixed }: GrowthPlan): string {
  return sentence(
    CHART,
    (['growth', 'reduction'] as const).map(kind =>
      tellFigures(
        figures.filter(figure => figure.kind === kind),
        mixed,
      ),
    ),
  )
}
