import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Element } from './elements.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Room } from './room.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { formatFigure } from '../../model/format.ts'
import { overhang } from './edges.ts'
import { barElements, LINE, lineAt, marked, textAt } from './elements.ts'
import { sentence } from './describe.ts'
import { edgeNote, edgeOf, isCertainOrder } from './qualifier-edge.ts'
import {
  hasMixedPeriods,
  refuse,
  requireKinds,
  requireNumber,
  requireSameMeasure,
  requireSamePeriod,
} from './refuse.ts'
import { joinNotes, optionOf } from './room.ts'
import { measureOf } from './shared-scale.ts'
import { noteHeight } from './rows.ts'
import { noteElements } from './row-words.ts'
import { emWidth, wrapNote, wrapTo } from './text-width.ts'
import { spoken, valueLabel } from './value-label.ts'

const CHART = '前后对比图'

/** What a deck may say about a comparison of before and after. */
export interface BeforeAfterOptions {
  /** Words for the two columns. Default: the figures' short labels, or their periods where these differ. */
  names?: readonly [before: string, after: string]
  /** Allows figures of different periods; both labels then name theirs. Default: `false`. */
  mixedPeriods?: boolean
}

/** Words below the number of the later column: the direction, or what a figure says of the change. */
function changeRemark(direction: string, change: Figure | undefined): string {
  if (change) return formatFigure(change, 'worded')
  return direction && direction !== '持平' ? `${direction === '增加' ? '▲' : '▼'}${direction}` : direction
}

/** One of the two columns. */
export interface Column {
  id: string
  value: number
  edge: Edge
  label: ValueLabel
  name: string
}

/** A change before it is drawn: two columns from zero. */
export interface BeforeAfterPlan {
  columns: readonly [before: Column, after: Column]
  max: number
  note: string
  /** 增加, 减少 or 持平; empty where the qualifiers leave it open. */
  direction: string
  figures: readonly [before: Figure, after: Figure]
  /** The growth or reduction that the later column names. */
  change: Figure | undefined
  mixed: boolean
}

function directionOf(before: Figure, after: Figure): string {
  if (isCertainOrder([after, before])) return '增加'
  if (isCertainOrder([before, after])) return '减少'
  return before.value === after.value && before.qualifier === 'none' && after.qualifier === 'none' ? '持平' : ''
}

/**
 * Plans the change from one figure to another.
 * @throws ChartDataError for growths, reductions and ranks, and where kinds, units or periods differ.
 */
export function planBeforeAfter(
  before: Figure,
  after: Figure,
  { names, mixedPeriods }: BeforeAfterOptions = {},
  change?: Figure,
): BeforeAfterPlan {
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
  const column = (figure: Figure, name: string | undefined, remarks: readonly string[] = []): Column => ({
    id: figure.id,
    value: figure.value,
    edge: edgeOf(figure),
    label: valueLabel(figure, { period: mixed && name !== undefined, remarks }),
    name: name ?? (mixed ? figure.period.text : figure.short),
  })
  return {
    columns: [column(before, names?.[0]), column(after, names?.[1], [changeRemark(direction, change)])],
    max: Math.max(before.value, after.value) || 1,
    note: edgeNote(figures.map(edgeOf)),
    direction,
    figures,
    change,
    mixed,
  }
}

/** Widest slot of a column in em of labels, and the share of it that the column fills. */
const SLOT_EM = 15
const FILLED = 0.62
/** Thickest column, and height on a page that is read from near, in em of labels. */
const COLUMN_EM = 8
const NEAR_EM = 20

interface ColumnsLayout {
  slot: number
  thickness: number
  /** Size of the numbers. */
  valueSize: number
  names: readonly string[][]
  remarks: readonly string[][]
  /** Px above the higher column for its number, and the line on which both stand. */
  top: number
  base: number
  note: Point
  noteLines: string[]
  scale: number
}

function layoutColumns(
  { columns, max, note }: BeforeAfterPlan,
  theme: ChartTheme,
  { width, height, remark, scale }: Room,
): ColumnsLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const slot = Math.min(width / 2, SLOT_EM * chartLabel)
  const inner = slot * 0.96
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const valueSize = Math.floor(Math.min(chartValue * 1.4, ...columns.map(({ label }) => inner / emWidth(label.value))))
  const names = columns.map(({ name }) => wrapTo(name, inner / chartLabel))
  const remarks = columns.map(({ label }) =>
    label.remark ? label.remark.split(' · ').flatMap(part => wrapTo(part, inner / chartSmall)) : [],
  )
  const most = (lists: readonly string[][]): number => Math.max(...lists.map(({ length }) => length))
  const text = joinNotes(note, remark)
  const base = height - noteHeight(text, width, theme) - most(names) * chartLabel * LINE - chartLabel * 0.4
  const top =
    valueSize * LINE +
    most(remarks) * chartSmall * LINE +
    chartLabel * 0.3 +
    Math.max(...columns.map(({ edge }) => overhang(edge, thickness)))
  return {
    slot,
    thickness,
    valueSize,
    names,
    remarks,
    top,
    base,
    note: [0, height - noteHeight(text, width, theme) + chartLabel * 0.4],
    noteLines: wrapNote(text, width / chartSmall),
    scale: scale ?? Math.max(0, base - top) / max,
  }
}

/** What the lengths in the chart stand for. */
export function measureBeforeAfter({ figures }: BeforeAfterPlan): Measure {
  return measureOf('columns', figures)
}

/** Px for one unit with which the columns fill their room. */
export function fitBeforeAfter(plan: BeforeAfterPlan, theme: ChartTheme, { scale: _, ...room }: Room): number {
  return layoutColumns(plan, theme, room).scale
}

/** Height in px that the chart wants on a page of this width. */
export function heightBeforeAfter(
  { note }: BeforeAfterPlan,
  theme: ChartTheme,
  width: number,
  remark?: string,
): number {
  return NEAR_EM * theme.size.chartLabel + noteHeight(joinNotes(note, remark), width, theme)
}

/** The option of a planned change. Both columns start at zero, so the change is not exaggerated. */
export function buildBeforeAfter(plan: BeforeAfterPlan, theme: ChartTheme, room: Room): EChartsOption {
  const {
    color,
    size: { chartLabel, chartSmall },
  } = theme
  const layout = layoutColumns(plan, theme, room)
  const { slot, thickness, valueSize, base, scale } = layout
  const [before, after] = plan.columns
  const middle = (index: number): number => (index + 0.5) * slot
  const columns = plan.columns.map(({ id, value, edge, label }, index): Element[] => {
    const [x, height] = [middle(index), value * scale]
    const fill = index === 0 ? color.context : color.highlight
    const labelBottom = base - height - overhang(edge, thickness) - chartLabel * 0.2
    const remarks = layout.remarks[index]!
    const remarkTop = labelBottom - remarks.length * chartSmall * LINE
    return [
      // A bar that goes right, turned to go up.
      ...barElements(
        { from: -base, to: height - base, y: x, thickness, edge, fill },
        ['bar', id],
        ([along, across]) => [across, -along],
      ),
      marked(
        'value',
        id,
        textAt(
          [x, remarkTop],
          label.value,
          {
            size: valueSize,
            color: index === 0 ? color.ink : color.highlight,
            face: 'bold',
            align: 'center',
            vertical: 'bottom',
          },
          theme,
        ),
      ),
      marked(
        'value',
        id,
        textAt(
          [x, labelBottom],
          remarks,
          { size: chartSmall, color: color.soft, align: 'center', vertical: 'bottom' },
          theme,
        ),
      ),
      marked(
        'label',
        id,
        textAt(
          [x, base + chartLabel * 0.3],
          layout.names[index]!,
          {
            size: chartLabel,
            color: index === 0 ? color.soft : color.ink,
            face: index === 0 ? 'regular' : 'bold',
            align: 'center',
            vertical: 'top',
          },
          theme,
        ),
      ),
    ]
  })
  const level = base - before.value * scale
  const edges: readonly [Point, Point] = [
    [middle(0) + thickness / 2, level],
    [middle(1) - thickness / 2, level],
  ]
  return optionOf([
    ...columns.flat(),
    // The earlier level, where it does not run through the later number.
    ...(after.value > before.value
      ? [
          lineAt(...edges, color.context, [6, 5]),
          lineAt(edges[1], [middle(1) + thickness / 2, level], color.onHighlight, [6, 5]),
        ]
      : []),
    marked('zero', '', lineAt([0, base], [2 * slot, base], color.ink)),
    ...noteElements(layout, theme),
  ])
}

/** The chart in words, with the direction of the change. */
export function summarizeBeforeAfter({ figures: [before, after], direction, change, mixed }: BeforeAfterPlan): string {
  const to = direction && direction !== '持平' ? `${direction}到` : '到'
  const said = change ? `，${formatFigure(change, 'worded')}` : direction === '持平' ? `，${direction}` : ''
  return sentence(CHART, [`由${spoken(before, mixed)}${to}${spoken(after, mixed)}${said}`])
}
