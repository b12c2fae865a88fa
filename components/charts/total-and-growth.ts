import { LineChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { type ChartBox, type ChartLayout, defineChart, type Finders } from './define-chart.ts'
import { sentence } from './describe.ts'
import { edgeNote } from './edges.ts'
import { columnBox, type LabelPlace, placeLabels, type Side } from './label-places.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { reject, valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import type { ChartTheme } from './theme.ts'
import { breakLines, layoutTimeAxis, sidesFor, timeAxes, type TimeAxisLayout } from './time-axis.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { isValley, itemsOver, runsOf, type TimeItem } from './time-items.ts'
import {
  assertOneMeasure,
  figuresIn,
  figuresOver,
  readTime,
  type Slot,
  type TimeData,
  timeNote,
  type TimeSeries,
} from './time-series.ts'
import { tellTrend } from './time-words.ts'
import { haloed, labelOption } from './value-label.ts'

use(LineChart)

const CHART = '总量与增速图'

/** What a deck may say about totals and their growth. */
export interface TotalAndGrowthProps extends NamedInTime {
  /** Id of a table whose rows are periods. */
  of?: string
  /** Of the table: id of the measure of totals. */
  total?: string
  /** Of the table: id of the measure of growths. */
  growth?: string
  /** Instead of a table: ids of totals of several periods, in order. */
  totals?: readonly string[]
  /** Instead of a table: ids of growths of several periods, in order. */
  growths?: readonly string[]
  /** How growth is drawn. Default: `bars`. */
  growthAs?: 'bars' | 'line'
}

/** Columns of one measure. */
interface Panel {
  series: TimeSeries
  items: readonly TimeItem[]
}

/** Totals above their growth, before they are drawn. */
export interface TotalAndGrowthPlan {
  slots: readonly Slot[]
  panels: readonly [totals: Panel, growths: Panel]
  /** Whether growth is a line. */
  line: boolean
  note: string
  figures: readonly Figure[]
}

/** @throws ChartDataError for figures that are not totals and their growth */
function planTotalAndGrowth(
  time: TimeData,
  props: NamedInTime & Pick<TotalAndGrowthProps, 'growthAs'> & { steps?: readonly string[]; step?: number } = {},
): TotalAndGrowthPlan {
  const { slots, series } = time
  const [totals, growths] = series as [TimeSeries, TimeSeries]
  const figures = figuresOver(time)
  series.forEach(each => assertOneMeasure(CHART, [each], 1))
  const isGrowth = ({ kind }: Figure): boolean => kind === 'growth'
  const wrong = figuresOver({ series: [totals] }).find(isGrowth)
  if (wrong) reject(CHART, figures, `“${wrong.id}”是增减，上面只画总量；请写在 growth 里`)
  const other = figuresOver({ series: [growths] }).find(figure => !isGrowth(figure))
  if (other) reject(CHART, figures, `“${other.id}”不是增减，下面只画增减；请写在 total 里`)
  const stray = growths.figures.find((figure, index) => {
    const total = totals.figures[index]
    return figure?.of !== undefined && total && figure.of !== total.id
  })
  if (stray) reject(CHART, figures, `“${stray.id}”不是同一时段总量的变化（它的 of 是“${stray.of}”）`)
  const last = slots.findLastIndex((_, index) => totals.figures[index])
  const { ofFigure } = emphasisOver(CHART, time, props, slots[last] ? (totals.figures[last]?.period.id ?? '') : '')
  const panelOf = (each: TimeSeries): Panel => ({ series: each, items: itemsOver(slots, [each], ofFigure) })
  const panels = [panelOf(totals), panelOf(growths)] as const
  const line = props.growthAs === 'line'
  const edges = edgeNote(panels.slice(0, line ? 1 : 2).flatMap(({ items }) => items.map(({ edge }) => edge)))
  return {
    slots,
    panels,
    line,
    note: [...timeNote(time, '柱').map(text => text.replace('空心柱', '浅色柱')), edges].filter(Boolean).join('　'),
    figures,
  }
}

function readBoth(props: TotalAndGrowthProps, find: Finders): TimeData {
  const { of, total, growth, totals, growths } = props
  if (of !== undefined) {
    const found: Table = find.table(of)
    if (total === undefined || growth === undefined)
      reject(
        CHART,
        figuresIn(found),
        `请写明总量和增速各是哪一列（total、growth），有：${found.measures.map(({ id }) => id).join('、')}`,
      )
    return readTime(CHART, { of, measure: [total, growth] }, find)
  }
  return readTime(CHART, { ids: [totals ?? [], growths ?? []] }, find)
}

/** Share of the height of both panels that totals take, at least, and px between them in em of labels. */
const TOTALS = 0.6
const BETWEEN_EM = 0.6
/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 24
const FILLED = 0.6
const COLUMN_EM = 5
/** Of the points of a line, in em of labels. */
const POINT_EM = 0.5

interface PanelLayout {
  heading: readonly string[]
  /** Px from the top to the heading. */
  at: number
  grid: { left: number; top: number; width: number; height: number }
  scale: number
  range: readonly [least: number, most: number]
  sides: readonly (Side | undefined)[]
}

interface BothLayout extends ChartLayout {
  axis: TimeAxisLayout
  slot: number
  thickness: number
  valueSize: number
  panels: readonly PanelLayout[]
  under: number
  note: NoteLayout
  fits: number
}

function attempt(plan: TotalAndGrowthPlan, valueSize: number, theme: ChartTheme, box: ChartBox): BothLayout {
  const { slots, panels } = plan
  const { chartLabel, chartSmall } = theme.size
  const { width } = box
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const widthOf = ({ label }: TimeItem): number => textWidth(label.value, valueSize)
  const outer = (last: boolean): number => Math.max(...panels.map(({ items }) => widthOf(items.at(last ? -1 : 0)!))) / 2
  const { left, slot } = sidesFor(width, slots.length, outer(false), outer(true))
  const axis = layoutTimeAxis(slots, slot, theme)
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const distance = chartLabel * 0.2
  const line = valueSize * LINE + distance
  const between = BETWEEN_EM * chartLabel
  const headings = panels.map(({ series }) => wrapTo(series.name, width / chartSmall))
  const headingHeights = headings.map(lines => lines.length * chartSmall * LINE + chartLabel * 0.2)
  const ranges = panels.map(({ items }) => {
    const values = items.map(({ value }) => value)
    return [Math.min(0, ...values), Math.max(0, ...values)] as const
  })
  const radius = (POINT_EM * chartLabel) / 2
  const isLine = (index: number): boolean => plan.line && index === 1
  const beyond = ({ edge }: TimeItem, index: number): number => (isLine(index) ? radius : overhang(edge, thickness))
  const overs = panels.map(
    ({ items }, index) => (ranges[index]![1] > 0 ? line : 0) + Math.max(...items.map(item => beyond(item, index))),
  )
  const unders = ranges.map(([least], index) => (isLine(index) ? line + radius : least < 0 ? line : 0))
  const words = [...headingHeights, ...overs, ...unders].reduce((sum, each) => sum + each, 0)
  const free = Math.max(2, height - note.height - axis.height - words - between - chartLabel * 0.2)
  let at = 0
  const found = panels.map(({ items }, index): PanelLayout => {
    const [least, most] = ranges[index]!
    const room = free * (index === 0 ? TOTALS : 1 - TOTALS)
    const top = at + headingHeights[index]! + overs[index]!
    const fitting = room / (most - least || 1)
    const scale = index === 0 ? (box.scale ?? fitting) : fitting
    const yOf = (value: number): number => top + room - (value - least) * scale
    const xOf = (item: TimeItem): number => left + slot * (item.slot + 0.5)
    const boxes = isLine(index) ? [] : items.map(item => columnBox(xOf(item), yOf(item.value), yOf(0), thickness))
    const runs = runsOf(slots, panels[index]!.series)
    const runsOfItems = Map.groupBy(items, each => runs[each.slot])
    // Numbers on a line keep off it, and off the one at zero.
    const lines = isLine(index)
      ? [
          ...[...runsOfItems.values()].map(run => run.map(each => [xOf(each), yOf(each.value)] as const)),
          [0, width].map(x => [x, yOf(0)] as const),
        ]
      : []
    const weight = (item: TimeItem): number =>
      (item === items.at(-1) ? 8 : 0) +
      (item.emphasis === 'highlight' ? 4 : 0) +
      (item === items[0] ? 2 : 0) +
      (item.value === least || item.value === most ? 1 : 0) +
      (item.edge === 'flat' ? 0 : 1)
    const order = items.map((_, each) => each).sort((a, b) => weight(items[b]!) - weight(items[a]!))
    const placed = (own: readonly number[]): (LabelPlace | undefined)[] =>
      placeLabels(
        own.map(each => {
          const item = items[each]!
          return {
            x: xOf(item),
            y: yOf(item.value),
            distance: distance + beyond(item, index),
            width: widthOf(item),
            height: valueSize * LINE,
            sides: isLine(index)
              ? isValley(items, item)
                ? (['bottom', 'top'] as const)
                : (['top', 'bottom'] as const)
              : [item.value < 0 ? ('bottom' as const) : ('top' as const)],
          }
        }),
        lines,
        { left: 0, right: width, top: at + headingHeights[index]!, bottom: top + room + unders[index]! },
        boxes,
      )
    // All numbers stand at their columns, or only those do that tell the course.
    const all = placed(order)
    const own = all.every(Boolean) ? order : order.filter(each => weight(items[each]!) > 0)
    const sides = all.every(Boolean) ? all : placed(own)
    const layout = {
      heading: headings[index]!,
      at,
      grid: { left, top, width: slot * slots.length, height: room },
      scale,
      range: [least, least + room / scale] as const,
      sides: items.map((_, each) => sides[own.indexOf(each)]?.side),
    }
    at = top + room + unders[index]! + between
    return layout
  })
  return {
    axis,
    slot,
    thickness,
    valueSize,
    panels: found,
    under: unders[1]!,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    scale: found[0]!.scale,
    fits: found.flatMap(({ sides }) => sides.filter(Boolean)).length,
  }
}

/** Growth as a line, open where a number is missing and at breaks. */
function growthLines(
  { slots, panels: [, { series, items }] }: TotalAndGrowthPlan,
  { panels, valueSize }: BothLayout,
  axes: object,
  theme: ChartTheme,
): object[] {
  const { color, size } = theme
  const runs = runsOf(slots, series)
  return [...new Set(runs)].map(run => ({
    ...axes,
    type: 'line',
    silent: true,
    clip: false,
    symbol: 'circle',
    symbolSize: size.chartLabel * POINT_EM,
    showAllSymbol: true,
    connectNulls: true,
    lineStyle: { color: color.context, width: 3 },
    data: slots.map((_, place) => {
      const item = runs[place] === run ? items.find(each => each.slot === place) : undefined
      if (!item) return '-'
      const [fill, side] = [color[item.emphasis], panels[1]!.sides[items.indexOf(item)]]
      const look = { size: valueSize, color: valueColor(item.emphasis, theme) }
      return {
        value: item.value,
        name: markName('point', item.id),
        itemStyle: item.part ? { color: color.paper, borderColor: fill, borderWidth: 3 } : { color: fill },
        label:
          side === undefined
            ? { show: false }
            : {
                ...labelOption({ ...item.label, remark: '' }, look, theme),
                opacity: 1,
                position: side,
                distance: size.chartLabel * 0.2,
              },
      }
    }),
  }))
}

/** Columns of totals above, growth below, on one time axis: two panels, for two scales in one would mislead. */
export const totalAndGrowth = defineChart<TotalAndGrowthProps, TotalAndGrowthPlan, BothLayout>({
  props: {
    of: String,
    total: String,
    growth: String,
    totals: Array,
    growths: Array,
    growthAs: String,
    highlight: String,
    compare: String,
  },
  plan: (props, find) => planTotalAndGrowth(readBoth(props, find), props),
  layout(plan, theme, box) {
    const { chartLabel, chartSmall, chartValue } = theme.size
    const layouts = [chartValue, chartLabel, chartSmall].map(size => attempt(plan, size, theme, box))
    // The largest numbers of which as many find a place as of the smallest.
    return layouts.find(({ fits }) => fits === layouts.at(-1)!.fits)!
  },
  option(plan, layout, theme): EChartsCoreOption {
    const { slots, panels, line } = plan
    const { color, size } = theme
    const { axis, slot, thickness, valueSize, under, note } = layout
    const atSlot = (index: number, place: number): TimeItem | undefined =>
      panels[index]!.items.find(each => each.slot === place)
    const series = panels.flatMap(({ items }, index) => {
      const { sides, scale } = layout.panels[index]!
      const axes = { xAxisIndex: 2 * index, yAxisIndex: index }
      if (line && index === 1) return growthLines(plan, layout, axes, theme)
      return [
        {
          ...axes,
          type: 'bar',
          silent: true,
          barWidth: thickness,
          clip: false,
          data: slots.map((_, place) => {
            const item = atSlot(index, place)
            if (!item) return '-'
            const side = sides[items.indexOf(item)]
            const look = { size: valueSize, color: valueColor(item.emphasis, theme) }
            return {
              value: item.value,
              name: markName('bar', item.id),
              itemStyle: { color: color[item.emphasis], opacity: item.part ? 0.55 : 1 },
              label:
                side === undefined
                  ? { show: false }
                  : {
                      ...haloed(labelOption({ ...item.label, remark: '' }, look, theme), theme),
                      opacity: 1,
                      position: side,
                      distance: size.chartLabel * 0.2 + overhang(item.edge, thickness),
                    },
            }
          }),
        },
        {
          ...axes,
          ...openEndSeries({
            thickness,
            paper: color.paper,
            upright: true,
            ends: items.map(item => ({ ...endOf(item, scale, theme), category: item.id })),
          }),
        },
      ]
    })
    const idAt = (index: number, place: number): string => atSlot(index, place)?.id ?? ''
    const nameAt = (place: number): TimeItem | undefined => atSlot(1, place) ?? atSlot(0, place)
    const [upper, lower] = layout.panels as [PanelLayout, PanelLayout]
    return {
      grid: layout.panels.map(({ grid }) => ({ ...grid, outerBoundsMode: 'none' })),
      xAxis: [0, 1].flatMap(index =>
        timeAxes(
          {
            ids: slots.map((_, place) => (index === 1 ? (nameAt(place)?.id ?? '') : idAt(0, place))),
            emphasis: slots.map((_, place) => nameAt(place)?.emphasis ?? 'context'),
            layout: axis,
            gridIndex: index,
            labels: index === 1,
            offset: under,
          },
          theme,
        ),
      ),
      yAxis: layout.panels.map(({ range }, gridIndex) => ({
        type: 'value',
        gridIndex,
        show: false,
        min: range[0],
        max: range[1],
      })),
      series,
      graphic: [
        ...breakLines(
          slots,
          { left: upper.grid.left, slot, top: upper.grid.top, bottom: lower.grid.top + lower.grid.height },
          theme,
        ),
        ...layout.panels.map(({ heading, at }) =>
          textElement(markName('scale'), [0, at], heading, { size: size.chartSmall, color: color.soft }, theme),
        ),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: ({ slots, panels }) =>
    sentence(CHART, [
      ...panels.map(({ series }, index) => tellTrend(series, slots, index === 1)),
      ...timeNote({ slots, series: panels.map(({ series }) => series) }, ''),
    ]),
  measure: ({ panels }) => measureOf('columns', figuresOver({ series: [panels[0].series] })),
})
