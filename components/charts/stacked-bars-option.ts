import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Element } from './elements.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Room } from './room.ts'
import type { RowsLayout, RowsRequest } from './rows.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { SEGMENT_GAP } from './bar-chart-option.ts'
import { sentence } from './describe.ts'
import { overhang } from './edges.ts'
import { barElements, LINE, marked, valueAt } from './elements.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { refuse, requireNumber, requireSameMeasure, requireSamePeriod } from './refuse.ts'
import { joinNotes, optionOf } from './room.ts'
import { measureOf } from './shared-scale.ts'
import { gapOf, layoutRows, rowsHeight } from './rows.ts'
import { axisElements, noteElements, rowWords } from './row-words.ts'
import { placeLabels, stackedScale } from './stacked-labels.ts'
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
  /** Starts with the totals alone, in grey; one click splits all of them. Default: `false`. */
  build?: boolean
  /**
   * Instead: ids of parts, each split from its total by a click of its own. Totals that are not named are split from
   * the start.
   */
  steps?: readonly string[]
}

/** One bar: what was there before in grey, what is new in red at its end. */
export interface StackedBar {
  /** Ids of its figures; of the rest where one gives it. */
  ids: { total: string; part: string; rest: string }
  name: string
  /** Below the name, e.g. 累计1050家. */
  totalText: string
  total: number
  part: number
  totalEdge: Edge
  partEdge: Edge
  /** Whether the part is shown yet; until then the bar is its total in grey. */
  split: boolean
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
  if (part.of !== total.id) refuse(CHART, figures, `“${part.id}”不是“${total.id}”的一部分（data 里没有写 of）`)
  if (part.value > total.value) refuse(CHART, figures, `部分“${part.id}”大于整体“${total.id}”`)
  if (rest && !(rest.derived?.inputs.includes(total.id) && rest.derived.inputs.includes(part.id)))
    refuse(CHART, figures, `“${rest.id}”不是由“${total.id}”减“${part.id}”推算的`)
}

/**
 * Plans bars of what is new within a total, after a number of clicks.
 * @throws ChartDataError where a part is not of its total, and where units or periods differ.
 */
export function planStacked(
  pairs: readonly StackedPair<Figure>[],
  {
    names = [],
    totalWord = '累计',
    partWord = '新增',
    restWord = '此前',
    mixedPeriods,
    build = false,
    steps,
  }: StackedWords = {},
  step = Infinity,
): StackedPlan {
  const totals = pairs.map(({ total }) => total)
  const figures = pairs.flatMap(({ total, part, rest }) => (rest ? [total, part, rest] : [total, part]))
  requireNumber(CHART, totals, 1, 4)
  pairs.forEach(checkPair)
  requireSameMeasure(CHART, figures)
  // What was there before is of an earlier time by its nature, and its word says so.
  requireSamePeriod(
    CHART,
    pairs.flatMap(({ total, part }) => [total, part]),
    mixedPeriods,
  )
  const stray = steps?.find(id => !pairs.some(({ part }) => part.id === id))
  if (stray !== undefined) refuse(CHART, figures, `steps 里的“${stray}”不是这张图里的部分（part）`)
  const period = new Set(pairs.flatMap(({ total, part }) => [total.period.id, part.period.id])).size > 1
  const bars = pairs.map(({ total, part, rest }, index): StackedBar => {
    const prefixed = (word: string, label: ValueLabel): ValueLabel => ({ ...label, value: `${word}${label.value}` })
    return {
      ids: { total: total.id, part: part.id, rest: rest?.id ?? '' },
      name: names[index] ?? total.short,
      totalText: prefixed(totalWord, valueLabel(total)).value,
      total: total.value,
      part: part.value,
      totalEdge: edgeOf(total),
      partEdge: edgeOf(part),
      split: steps ? !steps.slice(step).includes(part.id) : !build || step > 0,
      partLabel: prefixed(partWord, valueLabel(part, { period })),
      restLabel: rest ? prefixed(restWord, valueLabel(rest)) : { value: '', remark: restWord },
    }
  })
  const note = edgeNote(
    bars.flatMap(({ totalEdge, partEdge }) => [totalEdge, partEdge]),
    { saw: `锯齿边：${partWord}数大于所标，${restWord}数小于所标` },
  )
  const max = Math.max(...bars.map(({ total }) => total)) || 1
  return { bars, max, note: joinNotes(bars.length > 1 ? '各条同一比例尺' : '', note), pairs }
}

/** Px between the border of a segment and its label, in em of labels. */
const INSET_EM = 0.55

interface Arrangement {
  layout: RowsLayout
  request: RowsRequest
  /** Px for one unit. */
  scale: number
  /** Whether labels that do not fit into their segments stand below the bars; else behind them. */
  below: boolean
  size: number
}

function requestOf(
  { bars, note }: StackedPlan,
  theme: ChartTheme,
  remark: string | undefined,
  footLines: number,
): RowsRequest {
  return {
    rows: bars.map(({ ids, name, totalText }) => ({ id: ids.total, name, sub: totalText })),
    subSize: theme.size.chartLabel,
    outside: (_, thickness) => [0, Math.max(...bars.map(({ totalEdge }) => overhang(totalEdge, thickness)))],
    note: joinNotes(note, remark),
    foot: footLines * theme.size.chartLabel * LINE * 1.1,
  }
}

function widthsOf(
  { partLabel, restLabel }: StackedBar,
  size: number,
  theme: ChartTheme,
): { part: number; rest: number } {
  const width = (label: ValueLabel): number =>
    valueLabelWidth(label, size, theme.size.chartSmall) + 2 * INSET_EM * theme.size.chartLabel
  return { part: width(partLabel), rest: width(restLabel) }
}

/** Labels behind the bars where they fit, else on lines below them. */
function arrange(plan: StackedPlan, theme: ChartTheme, room: Room): Arrangement {
  const { bars, max } = plan
  const { chartLabel } = theme.size
  const request = requestOf(plan, theme, room.remark, 0)
  const layout = layoutRows(request, room, theme)
  const grown = Math.round(Math.min(chartLabel * 1.25, Math.max(chartLabel, layout.thickness * 0.3)))
  for (const size of layout.thickness >= chartLabel * LINE ? [grown, chartLabel] : []) {
    const scale = stackedScale(
      bars,
      bars.map(bar => widthsOf(bar, size, theme)),
      {
        largest: (layout.right - layout.left) / max,
        given: room.scale,
        room: room.width - layout.left,
        gap: gapOf(theme),
      },
    )
    if (scale !== undefined) return { layout, request, scale, below: false, size }
  }
  const besideEachOther = bars.every(
    bar => Object.values(widthsOf(bar, chartLabel, theme)).reduce((a, b) => a + b) <= room.width - layout.left,
  )
  const below = requestOf(plan, theme, room.remark, besideEachOther ? 1 : 2)
  const lower = layoutRows(below, room, theme)
  return {
    layout: lower,
    request: below,
    scale: room.scale ?? (lower.right - lower.left) / max,
    below: true,
    size: chartLabel,
  }
}

/** What the lengths in the chart stand for. */
export function measureStacked({ pairs }: StackedPlan): Measure {
  return measureOf(
    'bars',
    pairs.map(({ total }) => total),
  )
}

/** Px for one unit with which the bars fill their room. */
export function fitStacked(plan: StackedPlan, theme: ChartTheme, { scale: _, ...room }: Room): number {
  return arrange(plan, theme, room).scale
}

/** Height in px that the chart wants on a page of this width. */
export function heightStacked(plan: StackedPlan, theme: ChartTheme, width: number, remark?: string): number {
  const height = (lines: number): number => rowsHeight(requestOf(plan, theme, remark, lines), width, theme)
  const { below, request } = arrange(plan, theme, { width, height: height(0), remark: remark ?? '' })
  return below ? rowsHeight(request, width, theme) : height(0)
}

function barOf(
  { ids, total, part, totalEdge, partEdge, split }: StackedBar,
  zero: number,
  y: number,
  { layout: { thickness }, scale }: Arrangement,
  theme: ChartTheme,
): Element[] {
  const [border, end] = [zero + (total - part) * scale, zero + total * scale]
  // Until it is split off, the part lies folded at the end that it will grow from.
  const place = (point: Point): Point => (split ? point : [end, point[1]])
  return [
    ...barElements({ from: zero, to: end, y, thickness, edge: totalEdge, fill: theme.color.context }, [
      'bar',
      ids.total,
    ]),
    // A paper-coloured bar under the red one leaves a gap along the boundary, whatever its shape.
    ...barElements(
      {
        from: end,
        to: Math.max(zero, border - SEGMENT_GAP),
        y,
        thickness,
        edge: partEdge === 'dashed' ? 'flat' : partEdge,
        fill: theme.color.paper,
      },
      undefined,
      place,
    ),
    ...barElements(
      { from: end, to: border, y, thickness, edge: partEdge, fill: theme.color.highlight },
      ['part', ids.part],
      place,
    ),
  ]
}

function labelsOf(
  bar: StackedBar,
  zero: number,
  y: number,
  { layout: { thickness }, scale, below, size }: Arrangement,
  room: number,
  theme: ChartTheme,
): Element[] {
  const {
    color,
    size: { chartLabel },
  } = theme
  const inset = INSET_EM * chartLabel
  const widths = widthsOf(bar, size, theme)
  const tall = thickness >= size * LINE
  const fits = placeLabels(bar, widths, scale, gapOf(theme))
  const [partFits, restFits] = [tall && fits.partFits, tall && fits.restFits]
  const end = zero + bar.total * scale
  const border = end - bar.part * scale
  const line = chartLabel * LINE * 1.1
  const footAt = (index: number): Point => [zero, y + thickness / 2 + line * (index + 0.5)]
  // Where words stand that fit into no segment: behind the bar, or below it, on one line or two.
  const outside = (before: number): Point => {
    if (!below) return [end + gapOf(theme) + before, y]
    return before === 0 || widths.part + widths.rest <= room ? [zero + before, footAt(0)[1]] : footAt(1)
  }
  const restAt = restFits ? ([zero + inset, y] as const) : outside(partFits ? 0 : widths.part)
  const shown = (label: ValueLabel, there: boolean): ValueLabel =>
    there && bar.split ? label : { value: '', remark: '' }
  const named = restFits || bar.restLabel.value !== ''
  return [
    marked(
      'value',
      bar.ids.rest,
      valueAt(
        [...restAt],
        shown(bar.restLabel, named),
        { size, color: restFits ? color.onContext : color.soft, remarkColor: restFits ? color.onContext : color.soft },
        theme,
      ),
    ),
    marked(
      'value',
      bar.ids.part,
      valueAt(
        partFits ? [border + inset, y] : outside(0),
        shown(bar.partLabel, true),
        {
          size,
          color: partFits ? color.onHighlight : color.highlight,
          remarkColor: partFits ? color.onHighlight : color.soft,
        },
        theme,
      ),
    ),
  ]
}

/** The option of planned stacked bars. A label stands in its segment where it fits, else behind the bar or below it. */
export function buildStacked(plan: StackedPlan, theme: ChartTheme, room: Room): EChartsOption {
  const arrangement = arrange(plan, theme, room)
  const { layout, request } = arrangement
  const zero = layout.left
  const rows = plan.bars.map((bar, index) => {
    const y = layout.rows[index]!.y
    return [
      ...barOf(bar, zero, y, arrangement, theme),
      ...rowWords(layout, request, index, bar.split ? 'highlight' : 'context', room.width, theme),
      ...labelsOf(bar, zero, y, arrangement, room.width - zero, theme),
    ]
  })
  return optionOf([...rows.flat(), ...axisElements(layout, zero, theme), ...noteElements(layout, theme)])
}

/** The chart in words, pair by pair. */
export function summarizeStacked({ pairs }: StackedPlan): string {
  return sentence(
    CHART,
    pairs.map(({ total, part, rest }) =>
      [spoken(total), `其中${spoken(part)}`, ...(rest ? [spoken(rest)] : [])].join('，'),
    ),
  )
}
