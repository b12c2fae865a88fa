import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Room } from './room.ts'
import type { RowsRequest } from './rows.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { Tone, ToneOptions } from './tones.ts'
import type { ValueLabel } from './value-label.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { sentence, tellFigures } from './describe.ts'
import { overhang } from './edges.ts'
import { barElements, barPoints, emptyRect, marked, shapeAt, valueAt } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { hasMixedPeriods, requireKinds, requireNumber, requireSameMeasure, requireSamePeriod } from './refuse.ts'
import { joinNotes, optionOf } from './room.ts'
import { measureOf } from './shared-scale.ts'
import { gapOf, layoutRows, rowsHeight } from './rows.ts'
import { axisElements, noteElements, rowWords } from './row-words.ts'
import { WHOLE } from './structural.ts'
import { planTones, valueColor } from './tones.ts'
import { valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '条形图'

/** What a deck may say about a bar chart. */
export interface BarOptions extends ToneOptions {
  /** Allows figures of different periods; every label then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One bar. */
export interface Bar {
  id: string
  name: string
  /** The period, where periods are mixed; empty otherwise. */
  sub: string
  value: number
  edge: Edge
  label: ValueLabel
  tone: Tone
}

/** A bar chart before it is drawn: largest first, from zero. */
export interface BarPlan {
  bars: readonly Bar[]
  /** End of the scale: 100 for shares, else the largest value. */
  max: number
  /** Whether pale tracks show the whole of each share. */
  tracks: boolean
  note: string
  figures: readonly Figure[]
  /** Whether labels and summary name periods. */
  mixed: boolean
}

/**
 * Plans sorted horizontal bars of figures of one kind and unit.
 * @throws ChartDataError for growths, reductions and ranks, and where kinds, units or periods differ.
 */
export function planBar(given: readonly Figure[], options: BarOptions = {}): BarPlan {
  requireNumber(CHART, given, 1, 8)
  requireKinds(CHART, given, MEASURED_KINDS, '增幅、降幅请用 GrowthBars')
  requireSameMeasure(CHART, given)
  requireSamePeriod(CHART, given, options.mixedPeriods)
  const figures = [...given].sort((a, b) => b.value - a.value)
  const toneOf = planTones(CHART, figures, options)
  const mixed = hasMixedPeriods(figures)
  const tracks = figures[0]?.kind === 'share'
  const bars = figures.map((figure): Bar => ({
    id: figure.id,
    name: figure.short,
    sub: mixed ? figure.period.text : '',
    value: figure.value,
    edge: edgeOf(figure),
    label: valueLabel(figure),
    tone: toneOf(figure.id),
  }))
  return {
    bars,
    max: tracks ? Math.max(WHOLE, figures[0]!.value) : figures[0]?.value || 1,
    tracks,
    note: edgeNote(bars.map(({ edge }) => edge)),
    figures,
    mixed,
  }
}

/** Px between neighbouring segments of one bar. */
export const SEGMENT_GAP = 4

function requestOf({ bars, note, max, tracks }: BarPlan, theme: ChartTheme, remark: string | undefined): RowsRequest {
  return {
    rows: bars,
    labels: bars.map(({ label }) => label),
    outside: (size, thickness, room) => {
      // Only as much as the bar needs that comes closest to the end with its number.
      const scales = bars.map(
        ({ label, edge, value }) =>
          (room - gapOf(theme) - overhang(edge, thickness) - valueLabelWidth(label, size, theme.size.chartSmall)) /
          (tracks ? max : value || max),
      )
      return [0, room - Math.min(room / max, ...scales) * max]
    },
    note: joinNotes(note, remark),
  }
}

/** What the lengths in the chart stand for. */
export function measureBar({ figures }: BarPlan): Measure {
  return measureOf('bars', figures)
}

/** Px for one unit with which the bars fill their room. */
export function fitBar(plan: BarPlan, theme: ChartTheme, room: Room): number {
  const { left, right } = layoutRows(requestOf(plan, theme, room.remark), room, theme)
  return (right - left) / plan.max
}

/** Height in px that the chart wants on a page of this width. */
export function heightBar(plan: BarPlan, theme: ChartTheme, width: number, remark?: string): number {
  return rowsHeight(requestOf(plan, theme, remark), width, theme)
}

/** The option of a planned bar chart. */
export function buildBar(plan: BarPlan, theme: ChartTheme, room: Room): EChartsOption {
  const { bars, max, tracks } = plan
  const request = requestOf(plan, theme, room.remark)
  const layout = layoutRows(request, room, theme)
  const { left: zero, right, thickness, valueSize: size } = layout
  const scale = room.scale ?? (right - zero) / max
  const whole = zero + max * scale
  const rows = bars.map(({ id, value, edge, label, tone }, index) => {
    const y = layout.rows[index]!.y
    const end = zero + value * scale
    const bar = { from: zero, y, thickness, edge }
    return [
      ...(tracks
        ? [
            marked('track', id, emptyRect(zero, y - thickness / 2, whole - zero, thickness, theme)),
            shapeAt(
              barPoints({ ...bar, to: Math.min(whole, end + SEGMENT_GAP), edge: edge === 'dashed' ? 'flat' : edge }),
              { fill: theme.color.paper },
            ),
          ]
        : []),
      ...barElements({ ...bar, to: end, fill: theme.color[tone] }, ['bar', id]),
      ...rowWords(layout, request, index, tone, room.width, theme),
      ...(layout.labels === 'end'
        ? [
            marked(
              'value',
              id,
              valueAt(
                [(tracks ? whole : end) + overhang(edge, thickness) + gapOf(theme), y],
                label,
                { size, color: valueColor(tone, theme) },
                theme,
              ),
            ),
          ]
        : []),
    ]
  })
  return optionOf([...rows.flat(), ...axisElements(layout, zero, theme), ...noteElements(layout, theme)])
}

/**
 * The chart in words: what comes first and, where qualifiers leave no doubt, that it does; every number with its
 * qualifier.
 */
export function summarizeBar({ figures, mixed }: BarPlan): string {
  return sentence(CHART, [tellFigures(figures, mixed)])
}
