import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Point } from './elements.ts'
import type { Edge } from './qualifier-edge.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { barElements, growingFrom, textAt, valueAt } from './elements.ts'
import { edgeOf } from './qualifier-edge.ts'
import { refuse, requireKinds, requireSamePeriod } from './refuse.ts'
import { freeOption, rowAt, rowsArea } from './row-frame.ts'
import { GAP } from './row-name.ts'
import { WHOLE, WHOLE_TEXT } from './structural.ts'
import { textWidth } from './text-width.ts'
import { spoken, valueLabel } from './value-label.ts'

const CHART = '压减对比图'

/** The words for the two bars. */
export interface ReductionWords {
  /** Default: `此前`. */
  before?: string
  /** Default: `现在`. */
  after?: string
}

/** A reduction as two bars: the base, and what remains of it. */
export interface ReductionPlan {
  names: readonly [before: string, after: string]
  /** What remains, in percent of the base. */
  rest: number
  edge: Edge
  /** In the first bar, e.g. 原时限为100%. */
  baseText: string
  /** In the gap, with its sign word, e.g. 压缩87.8%. */
  cut: ValueLabel
  /** Below the second bar. */
  restLabel: ValueLabel
  figures: readonly [reduction: Figure, rest: Figure]
}

/**
 * Plans the pair of bars of a reduction.
 * @throws ChartDataError where the first figure is no reduction, or the second is not derived as what it leaves.
 */
export function planReduction(reduction: Figure, rest: Figure, { before = '此前', after = '现在' }: ReductionWords = {}): ReductionPlan {
  const figures = [reduction, rest] as const
  requireKinds(CHART, [reduction], ['reduction'], '增幅请用 GrowthBars')
  requireKinds(CHART, [rest], ['share'], '请给推算出的剩余占比')
  requireSamePeriod(CHART, figures, false)
  if (!rest.derived?.inputs.includes(reduction.id) || Math.abs(rest.value + reduction.value - WHOLE) > 10 ** -rest.decimals)
    refuse(CHART, figures, `“${rest.id}”不是由“${reduction.id}”推算的剩余部分`)
  const base = reduction.comparedWith ?? rest.whole ?? before
  const label = valueLabel(rest)
  return {
    names: [before, after],
    rest: rest.value,
    edge: edgeOf(rest),
    baseText: `${base}为${WHOLE_TEXT}`,
    cut: valueLabel(reduction, { style: 'worded' }),
    restLabel: { ...label, value: `相当于${base}的${label.value}` },
    figures,
  }
}

/** Px below the second bar for what is left, in words. */
const BELOW = 44

/** Open on the left, where the remaining bar ends. */
function gapOutline(from: number, to: number, y: number, thickness: number): Point[] {
  const [top, bottom] = [y - thickness / 2 + 1, y + thickness / 2 - 1]
  return [[from, top], [to - 1, top], [to - 1, bottom], [from, bottom]]
}

/** The option of a planned reduction: the gap between the bars is what was saved, and carries its number where it is wide enough. */
export function buildReduction({ names, rest, edge, baseText, cut, restLabel }: ReductionPlan, theme: ChartTheme): EChartsOption {
  const { chartLabel, chartValue } = theme.size
  const cutSize = chartValue + 10
  const cutWidth = textWidth(cut.value, cutSize) + 2 * GAP
  const zero = Math.max(...names.map(name => textWidth(name, chartLabel))) + GAP
  return freeOption([[WHOLE], [rest]], (params, api) => {
    const room = api.getWidth() - zero
    const fits = room * (1 - rest / WHOLE) > cutWidth
    const whole = zero + (fits ? room : room - cutWidth)
    const end = zero + (whole - zero) * rest / WHOLE
    const { y, thickness } = rowAt(rowsArea(api.getWidth(), api.getHeight(), '', BELOW), names.length, params.dataIndex)
    const first = params.dataIndex === 0
    const name = textAt([zero - GAP, y], names[first ? 0 : 1], { size: chartLabel, color: first ? theme.color.soft : theme.color.ink, face: first ? 'regular' : 'bold', align: 'right' }, theme)
    if (first) {
      return { type: 'group', children: [
        name,
        growingFrom(zero, barElements({ from: zero, to: whole, y, thickness, edge: 'flat', fill: theme.color.context })),
        textAt([zero + GAP, y], baseText, { size: chartLabel, color: theme.color.ink }, theme),
      ] }
    }
    return { type: 'group', children: [
      name,
      { type: 'polyline', silent: true, shape: { points: gapOutline(end, whole, y, thickness) }, style: { fill: 'none', stroke: theme.color.highlight, lineWidth: 2, lineDash: [8, 6] } },
      growingFrom(zero, barElements({ from: zero, to: end, y, thickness, edge, fill: theme.color.highlight })),
      valueAt([fits ? (end + whole) / 2 : whole + GAP, y], cut, { size: cutSize, color: theme.color.highlight, align: fits ? 'center' : 'left' }, theme),
      valueAt([zero, y + thickness / 2 + 10], restLabel, { size: chartLabel, color: theme.color.ink, vertical: 'top' }, theme),
    ] }
  })
}

/** The chart in words. */
export function summarizeReduction({ figures: [reduction, rest], names: [before, after], baseText }: ReductionPlan): string {
  return `${CHART}：${spoken(reduction)}；${before}${baseText}，${after}${spoken(rest)}。`
}
