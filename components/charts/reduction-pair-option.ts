import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Room } from './room.ts'
import type { RowsLayout, RowsRequest } from './rows.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { sentence } from './describe.ts'
import { barElements, dashesAt, LINE, marked, textAt, valueAt } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { refuse, requireKinds, requireSamePeriod } from './refuse.ts'
import { joinNotes, optionOf } from './room.ts'
import { measureOf } from './shared-scale.ts'
import { gapOf, grownSize, layoutRows, rowsHeight } from './rows.ts'
import { axisElements, noteElements, rowWords } from './row-words.ts'
import { WHOLE, WHOLE_TEXT } from './structural.ts'
import { textWidth, wrapTo } from './text-width.ts'
import { spoken, valueLabel, valueLabelWidth } from './value-label.ts'

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
  note: string
  /** What the first bar stands for, e.g. 原时限. */
  base: string
  /** In the first bar: the whole. */
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
export function planReduction(
  reduction: Figure,
  rest: Figure,
  { before = '此前', after = '现在' }: ReductionWords = {},
): ReductionPlan {
  const figures = [reduction, rest] as const
  requireKinds(CHART, [reduction], ['reduction'], '增幅请用 GrowthBars')
  requireKinds(CHART, [rest], ['share'], '请给推算出的剩余占比')
  requireSamePeriod(CHART, figures, false)
  if (
    !rest.derived?.inputs.includes(reduction.id) ||
    Math.abs(rest.value + reduction.value - WHOLE) > 10 ** -rest.decimals
  )
    refuse(CHART, figures, `“${rest.id}”不是由“${reduction.id}”推算的剩余部分`)
  const base = reduction.comparedWith ?? rest.whole ?? before
  const label = valueLabel(rest)
  return {
    names: [before, after],
    rest: rest.value,
    edge: edgeOf(rest),
    note: edgeNote([edgeOf(rest)]),
    base,
    baseText: WHOLE_TEXT,
    cut: valueLabel(reduction, { style: 'worded' }),
    restLabel: { ...label, value: `相当于${base}的${label.value}` },
    figures,
  }
}

interface Arrangement {
  layout: RowsLayout
  request: RowsRequest
  /** Px for one percent. */
  scale: number
  /** Whether the number of the cut stands in the gap, and the words for the base in its bar. */
  cutInside: boolean
  baseInside: boolean
  cutSize: number
}

const restLineHeight = (theme: ChartTheme): number => theme.size.chartLabel * LINE

/** What is left, in words: its lines, the remark on the last one where there is room. */
function restLines({ restLabel: { value, remark } }: ReductionPlan, width: number, theme: ChartTheme): ValueLabel[] {
  const { chartLabel, chartSmall } = theme.size
  const lines = wrapTo(value, width / chartLabel)
  const last: ValueLabel = { value: lines.at(-1) ?? '', remark }
  const labels = lines.slice(0, -1).map((line): ValueLabel => ({ value: line, remark: '' }))
  return valueLabelWidth(last, chartLabel, chartSmall) <= width
    ? [...labels, last]
    : [...labels, { ...last, remark: '' }, { value: '', remark }]
}

function requestOf(
  plan: ReductionPlan,
  theme: ChartTheme,
  { width, remark }: Omit<Room, 'height'>,
  cutInside: boolean,
  baseInside: boolean,
): RowsRequest {
  const { chartLabel, chartValue } = theme.size
  // Names beside the bars leave at least half of the width to them.
  const lines = restLines(plan, width / 2 >= chartLabel * 15 ? width / 2 : width, theme).length
  return {
    rows: plan.names.map((name, index) => ({
      id: plan.figures[index]!.id,
      name,
      sub: index === 0 && !baseInside ? plan.baseText : '',
    })),
    outside: () => [0, 0],
    note: joinNotes(plan.note, remark),
    tail: lines * restLineHeight(theme) + chartLabel * 0.4 + (cutInside ? 0 : chartValue * LINE),
  }
}

/** Height of the gap as a multiple of the line in it, so that its outline does not touch the number. */
const AIR = 1.2

/** The number of the cut goes into the gap between the bars where that is wide enough, else below. */
function arrange(plan: ReductionPlan, theme: ChartTheme, room: Room): Arrangement {
  const { chartLabel, chartValue } = theme.size
  const attempt = (
    cutInside: boolean,
    baseInside: boolean,
  ): Omit<Arrangement, 'cutInside' | 'baseInside' | 'cutSize'> => {
    const request = requestOf(plan, theme, room, cutInside, baseInside)
    const layout = layoutRows(request, room, theme)
    return { request, layout, scale: room.scale ?? (layout.right - layout.left) / WHOLE }
  }
  const first = attempt(true, true)
  const thickness = first.layout.thickness
  const widthOf = (size: number): number => textWidth(plan.cut.value, size) + 2 * gapOf(theme)
  const gap = (WHOLE - plan.rest) * first.scale
  const cutSize = [grownSize(chartValue, thickness * 1.1), chartValue, chartLabel].find(
    size => widthOf(size) <= gap && size * LINE * AIR <= thickness,
  )
  const baseInside =
    WHOLE * first.scale >= textWidth(plan.baseText, chartLabel) + 2 * gapOf(theme) && thickness >= restLineHeight(theme)
  const cutInside = cutSize !== undefined
  return {
    ...(cutInside && baseInside ? first : attempt(cutInside, baseInside)),
    cutInside,
    baseInside,
    cutSize: cutSize ?? chartValue,
  }
}

/** What the lengths in the chart stand for. */
export function measureReduction({ figures }: ReductionPlan): Measure {
  return measureOf('reductions', figures)
}

/** Px for one percent with which the bars fill their room. */
export function fitReduction(plan: ReductionPlan, theme: ChartTheme, { scale: _, ...room }: Room): number {
  return arrange(plan, theme, room).scale
}

/** Height in px that the chart wants on a page of this width. */
export function heightReduction(plan: ReductionPlan, theme: ChartTheme, width: number, remark?: string): number {
  const height = rowsHeight(requestOf(plan, theme, { width, remark: remark ?? '' }, true, true), width, theme)
  return rowsHeight(arrange(plan, theme, { width, height, remark: remark ?? '' }).request, width, theme)
}

/** Open on the left, where the remaining bar ends. */
function gapOutline(from: number, to: number, y: number, thickness: number): Point[] {
  const [top, bottom] = [y - thickness / 2 + 1, y + thickness / 2 - 1]
  return [
    [from, top],
    [to - 1, top],
    [to - 1, bottom],
    [from, bottom],
  ]
}

/**
 * The option of a planned reduction: the gap between the bars is what was saved, and carries its number where it is
 * wide enough.
 */
export function buildReduction(plan: ReductionPlan, theme: ChartTheme, room: Room): EChartsOption {
  const {
    rest,
    edge,
    baseText,
    cut,
    figures: [{ id: cutId }, { id: restId }],
  } = plan
  const { layout, request, scale, cutInside, baseInside, cutSize } = arrange(plan, theme, room)
  const { left: zero, thickness } = layout
  const {
    color,
    size: { chartLabel, chartValue },
  } = theme
  const [whole, end] = [zero + WHOLE * scale, zero + rest * scale]
  const [first, second] = layout.rows.map(({ y }) => y) as [number, number]
  const below = second + Math.max(thickness, layout.side) / 2 + chartLabel * 0.4
  const cutAt: Point = cutInside ? [(end + whole) / 2, second] : [zero, below + (chartValue * LINE) / 2]
  const wordsTop = below + (cutInside ? 0 : chartValue * LINE)
  return optionOf([
    ...barElements({ from: zero, to: whole, y: first, thickness, edge: 'flat', fill: color.context }, ['whole', cutId]),
    ...rowWords(layout, request, 0, 'context', room.width, theme),
    ...(baseInside
      ? [
          marked(
            'scale',
            cutId,
            textAt([zero + gapOf(theme), first], baseText, { size: chartLabel, color: color.onContext }, theme),
          ),
        ]
      : []),
    marked('cut', cutId, dashesAt(gapOutline(end, whole, second, thickness), color.highlight)),
    ...barElements({ from: zero, to: end, y: second, thickness, edge, fill: color.highlight }, ['bar', restId]),
    ...rowWords(layout, request, 1, 'highlight', room.width, theme),
    marked(
      'value',
      cutId,
      valueAt(cutAt, cut, { size: cutSize, color: color.highlight, align: cutInside ? 'center' : 'left' }, theme),
    ),
    ...restLines(plan, room.width - zero, theme).map((label, index) =>
      marked(
        'value',
        restId,
        valueAt(
          [zero, wordsTop + index * restLineHeight(theme)],
          label,
          { size: chartLabel, color: color.ink, vertical: 'top' },
          theme,
        ),
      ),
    ),
    ...axisElements(layout, zero, theme),
    ...noteElements(layout, theme),
  ])
}

/** The chart in words. */
export function summarizeReduction({
  figures: [reduction, rest],
  names: [, after],
  base,
  baseText,
}: ReductionPlan): string {
  return sentence(CHART, [spoken(reduction), `${base}为${baseText}，${after}${spoken(rest)}`])
}
