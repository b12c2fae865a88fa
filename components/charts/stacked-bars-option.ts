import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Edge } from './qualifier-edge.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { SEGMENT_GAP } from './bar-chart-option.ts'
import { barElements, growingFrom, OVERHANG, textAt, valueAt } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { refuse, requireNumber, requireSameMeasure, requireSamePeriod } from './refuse.ts'
import { freeOption, noteAt, rowAt, rowsArea, rowsExtent } from './row-frame.ts'
import { GAP } from './row-name.ts'
import { textWidth } from './text-width.ts'
import { spoken, valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '新增与累计条形图'

/** A total, what of it is new, and where it is known what was there before. */
export interface StackedPair<F> {
  total: F
  /** A figure with `of: total`. */
  part: F
  /** A derived figure: total less part. */
  rest?: F
}

/** The words beside the numbers. */
export interface StackedWords {
  /** Default: the short labels of the totals. */
  names?: readonly string[]
  /** Default: `累计`. */
  totalWord?: string
  /** Default: `新增`. */
  partWord?: string
  /** Default: `此前`. */
  restWord?: string
  /** Allows pairs of different periods; labels then name theirs. Default: `false`. */
  mixedPeriods?: boolean
}

/** One bar: what was there before in grey, what is new in red at its end. */
export interface StackedBar {
  name: string
  /** Below the name, e.g. 累计1050家. */
  totalText: string
  total: number
  part: number
  totalEdge: Edge
  partEdge: Edge
  partLabel: ValueLabel
  /** The word alone where no derived figure gives the number. */
  restLabel: ValueLabel
}

/** Stacked bars before they are drawn, on one scale. */
export interface StackedPlan {
  bars: readonly StackedBar[]
  max: number
  note: string
  pairs: readonly StackedPair<Figure>[]
}

function checkPair({ total, part, rest }: StackedPair<Figure>): void {
  const figures = rest ? [total, part, rest] : [total, part]
  if (part.of !== total.id)
    refuse(CHART, figures, `“${part.id}”不是“${total.id}”的一部分（data 里没有写 of）`)
  if (part.value > total.value)
    refuse(CHART, figures, `部分“${part.id}”大于整体“${total.id}”`)
  if (rest && !(rest.derived?.inputs.includes(total.id) && rest.derived.inputs.includes(part.id)))
    refuse(CHART, figures, `“${rest.id}”不是由“${total.id}”减“${part.id}”推算的`)
}

/**
 * Plans bars of what is new within a total.
 * @throws ChartDataError where a part is not of its total, and where units or periods differ.
 */
export function planStacked(pairs: readonly StackedPair<Figure>[], { names = [], totalWord = '累计', partWord = '新增', restWord = '此前', mixedPeriods }: StackedWords = {}): StackedPlan {
  const totals = pairs.map(({ total }) => total)
  const figures = pairs.flatMap(({ total, part, rest }) => rest ? [total, part, rest] : [total, part])
  requireNumber(CHART, totals, 1, 4)
  pairs.forEach(checkPair)
  requireSameMeasure(CHART, figures)
  // What was there before is of an earlier time by its nature, and its word says so.
  requireSamePeriod(CHART, pairs.flatMap(({ total, part }) => [total, part]), mixedPeriods)
  const period = new Set(pairs.flatMap(({ total, part }) => [total.period.id, part.period.id])).size > 1
  const bars = pairs.map(({ total, part, rest }, index): StackedBar => {
    const prefixed = (word: string, label: ValueLabel): ValueLabel => ({ ...label, value: `${word}${label.value}` })
    return {
      name: names[index] ?? total.short,
      totalText: prefixed(totalWord, valueLabel(total)).value,
      total: total.value,
      part: part.value,
      totalEdge: edgeOf(total),
      partEdge: edgeOf(part),
      partLabel: prefixed(partWord, valueLabel(part, { period })),
      restLabel: rest ? prefixed(restWord, valueLabel(rest)) : { value: restWord, remark: '' },
    }
  })
  return { bars, max: Math.max(...bars.map(({ total }) => total)) || 1, note: edgeNote(bars.flatMap(({ totalEdge, partEdge }) => [totalEdge, partEdge]), { saw: `锯齿边：${partWord}数大于所标，${restWord}数小于所标` }), pairs }
}

const INSET = 14
/** The largest share of the room that labels behind bars may take from the scale. */
const LEAST_SCALE = 0.4

/** Widths in px of the labels of a bar. */
export interface StackedWidths { part: number, rest: number }

/** Where the labels of a bar stand at a scale. */
export interface StackedLabels {
  /** Whether each fits into its segment; else it stands behind the bar. */
  partFits: boolean
  restFits: boolean
  /** Px from zero to the end of the bar and of the labels behind it. */
  extent: number
}

/** Places the labels of a bar at `scale` px per unit. A rest without a number is left out where it does not fit. */
export function placeLabels({ total, part, restLabel }: Pick<StackedBar, 'total' | 'part' | 'restLabel'>, widths: StackedWidths, scale: number): StackedLabels {
  const partFits = part * scale > widths.part
  const restFits = (total - part) * scale > widths.rest + GAP
  const behind = (partFits ? 0 : widths.part) + (restFits || !restLabel.remark ? 0 : widths.rest)
  return { partFits, restFits, extent: total * scale + (behind ? GAP + behind : 0) }
}

/** The largest scale in px per unit, one for all bars, at which every label stands within `room` px. */
export function stackedScale(bars: readonly StackedBar[], widths: readonly StackedWidths[], max: number, room: number): number {
  const largest = room / max
  for (let factor = 1; factor > LEAST_SCALE; factor -= 0.02) {
    if (bars.every((bar, index) => placeLabels(bar, widths[index]!, largest * factor).extent <= room))
      return largest * factor
  }
  return largest * LEAST_SCALE
}

/** The option of planned stacked bars. A label stands in its segment where it fits, else behind the bar. */
export function buildStacked({ bars, max, note }: StackedPlan, theme: ChartTheme): EChartsOption {
  const { chartLabel, chartSmall } = theme.size
  const width = (label: ValueLabel): number => valueLabelWidth(label, chartLabel, chartSmall) + 2 * INSET
  const widths = bars.map(({ partLabel, restLabel }): StackedWidths => ({ part: width(partLabel), rest: width(restLabel) }))
  const left = Math.max(...bars.map(({ name, totalText }) => Math.max(textWidth(name, chartLabel), textWidth(totalText, chartSmall + 2)))) + GAP
  return freeOption(bars.map(({ total }) => [total]), (params, api) => {
    const bar = bars[params.dataIndex]
    if (!bar)
      return null
    const area = rowsArea(api.getWidth(), api.getHeight(), note)
    const { y, thickness } = rowAt(area, bars.length, params.dataIndex)
    const scale = stackedScale(bars, widths, max, api.getWidth() - left - OVERHANG.saw)
    const { part, rest } = widths[params.dataIndex]!
    const { partFits, restFits } = placeLabels(bar, { part, rest }, scale)
    const [border, end] = [left + (bar.total - bar.part) * scale, left + bar.total * scale]
    const behind = end + GAP
    const restAt = restFits ? left + INSET : partFits ? behind : behind + part
    const named = bar.restLabel.remark
      ? valueAt([restAt, y], bar.restLabel, { size: chartLabel, color: restFits ? theme.color.ink : theme.color.soft, remarkColor: restFits ? theme.color.ink : theme.color.soft }, theme)
      : textAt([restAt, y], bar.restLabel.value, { size: chartLabel, color: theme.color.ink }, theme)
    return {
      type: 'group',
      children: [
        textAt([0, y - 16], bar.name, { size: chartLabel, color: theme.color.ink, face: 'bold' }, theme),
        textAt([0, y + 18], bar.totalText, { size: chartSmall + 2, color: theme.color.soft }, theme),
        growingFrom(left, [
          ...barElements({ from: left, to: end, y, thickness, edge: bar.totalEdge, fill: theme.color.context }),
          // A paper-coloured bar under the red one leaves a gap along the boundary, whatever its shape.
          ...barElements({ from: end, to: border - SEGMENT_GAP, y, thickness, edge: bar.partEdge === 'dashed' ? 'flat' : bar.partEdge, fill: theme.color.paper }),
          ...barElements({ from: end, to: border, y, thickness, edge: bar.partEdge, fill: theme.color.highlight }),
        ]),
        ...(restFits || bar.restLabel.remark ? [named] : []),
        valueAt([partFits ? border + INSET : behind, y], bar.partLabel, { size: chartLabel, color: partFits ? theme.color.paper : theme.color.highlight }, theme),
        ...(params.dataIndex === bars.length - 1 ? noteAt(left, rowsExtent(area, bars.length)[1], note, theme) : []),
      ],
    }
  })
}

/** The chart in words, pair by pair. */
export function summarizeStacked({ pairs }: StackedPlan): string {
  return `${CHART}：${pairs.map(({ total, part, rest }) => [total, part, rest].flatMap(figure => figure ? [spoken(figure)] : []).join('，')).join('；')}。`
}
