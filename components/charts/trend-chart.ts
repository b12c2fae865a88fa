import { LineChart } from 'echarts/charts'
import { use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { type ChartBox, type ChartLayout, defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { edgeNote } from './edges.ts'
import { columnBox, type LabelPlace, type LabelRequest, placeLabels, type Side, spread } from './label-places.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { type Emphasis, type Item, reject, valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { CUT_AXIS } from './structural.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { breakLines, layoutTimeAxis, sidesFor, timeAxes, type TimeAxisLayout } from './time-axis.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { isValley, itemsOver, runsOf, type TimeItem } from './time-items.ts'
import {
  assertOneMeasure,
  figuresOver,
  readTime,
  type Slot,
  timeNote,
  type TimeProps,
  type TimeSeries,
  timeVueProps,
} from './time-series.ts'
import { tellTrend } from './time-words.ts'
import { haloed, labelLines, labelOption } from './value-label.ts'

use(LineChart)

const CHART = '趋势图'
/** Most series of lines. */
const MOST = 4

/** What a deck may say about a chart over time. */
export interface TrendProps extends TimeProps, NamedInTime {
  /** Default: `line`. */
  type?: 'line' | 'columns'
  /** Where the axis of a line begins: at zero, or below the smallest number, which its note then says. */
  base?: 'zero' | 'data'
}

/** A chart over time before it is drawn. */
export interface TrendPlan {
  slots: readonly Slot[]
  series: readonly (TimeSeries & { emphasis: Emphasis })[]
  items: readonly TimeItem[]
  columns: boolean
  /** Whether zero is the base. */
  zero: boolean
  note: string
  figures: readonly Figure[]
}

/** @throws ChartDataError for figures that do not make one trend */
export function planTrend(
  time: { slots: readonly Slot[]; series: readonly TimeSeries[] },
  props: TrendProps & { steps?: readonly string[]; step?: number } = {},
): TrendPlan {
  const { slots, series } = time
  const { type = 'line', base = 'zero' } = props
  const columns = type === 'columns'
  assertOneMeasure(CHART, series, MOST)
  const figures = figuresOver(time)
  if (columns && series.length > 1)
    reject(CHART, figures, '柱形一次只画一个系列；几个系列请用线（type="line"），各部分相加的请用 StackedColumns')
  if (columns && base === 'data') reject(CHART, figures, '柱形比的是长短，必须从零起；base="data" 只用于线')
  const whole = columns ? figures.at(-1)!.id : series[0]!.id
  const named = emphasisOver(CHART, time, props, whole)
  const items = itemsOver(slots, series, named.ofFigure)
  const crosses = items.some(({ value }) => value < 0)
  const zero = base === 'zero' || crosses
  const note = [
    zero ? '' : CUT_AXIS,
    ...timeNote(time, columns ? '柱' : '点').map(text => (columns ? text.replace('空心柱', '浅色柱') : text)),
    columns ? edgeNote(items.map(({ edge }) => edge)) : '',
  ]
  return {
    slots,
    series: series.map(each => ({ ...each, emphasis: named.ofSeries(each) })),
    items,
    columns,
    zero,
    note: note.filter(Boolean).join('　'),
    figures,
  }
}

/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 17
/** Share of a slot that its column fills, and thickest column in em of labels. */
const FILLED = 0.6
const COLUMN_EM = 5
/** Of the points of a line, in em of labels. */
const POINT_EM = 0.5
/** Widest names of series at their ends, in em: where there is height for several lines of each, and otherwise. */
const NAME_EM = [10, 16]
/** Share of the numbers of a line that may stand otherwise than the others. */
const ASTRAY = 0.25
/** How far an axis that does not begin at zero goes below the smallest number, as a share of what it shows. */
const BELOW = 0.25

interface Placed {
  side: Side | 'left' | 'right' | undefined
  /** Px by which it is moved, to the side and down. */
  aside: number
  shift: number
}

interface TrendLayout extends ChartLayout {
  axis: TimeAxisLayout
  grid: { left: number; top: number; width: number; height: number }
  slot: number
  thickness: number
  valueSize: number
  heading: readonly string[]
  names: readonly (readonly string[])[]
  range: readonly [least: number, most: number]
  /** Px below the grid for numbers. */
  under: number
  labels: readonly Placed[]
  note: NoteLayout
  fits: number
  /** Whether a scale that others agreed upon has room. */
  holds: boolean
}

function attempt(plan: TrendPlan, valueSize: number, nameWidth: number, theme: ChartTheme, box: ChartBox): TrendLayout {
  const { slots, series, items, columns, zero } = plan
  const { chartLabel, chartSmall } = theme.size
  const { width } = box
  const several = series.length > 1
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const heading = several || box.named ? [] : wrapTo(series[0]!.name, width / chartSmall)
  const headingHeight = heading.length * chartSmall * LINE + (heading.length && chartLabel * 0.3)
  const names = series.map(({ name }) => (several ? wrapTo(name, nameWidth) : []))
  const widthOf = ({ label }: Item): number => textWidth(label.value, valueSize)
  const radius = (POINT_EM * chartLabel) / 2
  const distance = columns ? chartLabel * 0.2 : radius + chartLabel * 0.25
  const endsOf = (index: number): [first: TimeItem, last: TimeItem] => {
    const own = items.filter(each => each.series === index)
    return [own[0]!, own.at(-1)!]
  }
  const ends = series.map((_, index) => endsOf(index))
  const [left, right] = several
    ? [
        Math.max(...ends.map(([first]) => widthOf(first))) + distance + gapOf(theme) / 2,
        Math.max(...ends.map(([, last]) => widthOf(last)), ...names.flat().map(line => textWidth(line, chartSmall))) +
          distance +
          gapOf(theme) / 2,
      ]
    : [widthOf(ends[0]![0]) / 2, widthOf(ends[0]![1]) / 2]
  const sides = sidesFor(width, slots.length, left, right)
  const { slot } = sides
  const axis = layoutTimeAxis(slots, slot, theme)
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const values = items.map(({ value }) => value)
  const [smallest, largest] = [Math.min(...values), Math.max(...values)]
  const least = zero ? Math.min(0, smallest) : smallest - (largest - smallest || Math.abs(largest)) * BELOW
  const most = zero ? Math.max(0, largest) : largest
  const line = valueSize * LINE + distance
  const block = (valueSize + Math.max(0, ...names.map(({ length }) => length)) * chartSmall) * LINE
  const over = columns ? Math.max(...items.map(({ edge }) => overhang(edge, thickness))) : 0
  const top = headingHeight + (several ? Math.max(block / 2, radius) : line + over)
  const under = least < 0 || !zero ? line : several ? radius : 0
  const gridHeight = Math.max(1, height - note.height - axis.height - top - under - chartLabel * 0.2)
  const fitting = gridHeight / (most - least || 1)
  const scale = zero ? (box.scale ?? fitting) : fitting
  const range = zero ? ([least, least + gridHeight / scale] as const) : ([least, most] as const)
  const grid = { left: sides.left, top, width: slot * slots.length, height: gridHeight }
  const bottom = top + gridHeight
  const xOf = (item: TimeItem): number => grid.left + slot * (item.slot + 0.5)
  const yOf = (item: TimeItem): number => bottom - (item.value - range[0]) * scale
  const lines = columns
    ? []
    : series.flatMap((each, index) => {
        const runs = runsOf(slots, each)
        const own = items.filter(item => item.series === index)
        return [...Map.groupBy(own, ({ slot: place }) => runs[place]).values()].map(run =>
          run.map(item => [xOf(item), yOf(item)] as const),
        )
      })
  const requests = items.map((item): LabelRequest => ({
    x: xOf(item),
    y: yOf(item),
    distance: distance + (columns ? overhang(item.edge, thickness) : 0),
    width: widthOf(item),
    height: valueSize * LINE,
    sides: columns
      ? [item.value < 0 ? 'bottom' : 'top']
      : isValley(
            items.filter(each => each.series === item.series),
            item,
          )
        ? ['bottom', 'top']
        : ['top', 'bottom'],
    asides: columns ? [0] : [0, -1, 1].map(way => way * Math.min(widthOf(item) * 0.4, slot * 0.45)),
  }))
  const atEnd = (item: TimeItem): boolean => ends.some(pair => pair.includes(item))
  const ofSeries = ({ series: index }: TimeItem): Emphasis => series[index]!.emphasis
  const weights = items.map(
    item =>
      (item.emphasis !== ofSeries(item) ? 8 : 0) +
      (item === ends[item.series]![1] ? 16 : 0) +
      (item === ends[item.series]![0] ? 4 : 0) +
      (item.edge !== 'flat' ? 3 : 0) +
      (item.value === largest || item.value === smallest ? 2 : 0),
  )
  // Of panels, which are compared, the ends are enough.
  const told = [...items.keys()].filter(index => !box.named || atEnd(items[index]!))
  const all = (several ? [] : told).sort((a, b) => weights[b]! - weights[a]!)
  const room = { left: 0, right: width, top: headingHeight, bottom: bottom + under }
  const blocks = columns
    ? items.map(item => columnBox(xOf(item), yOf(item), yOf({ ...item, value: 0 }), thickness))
    : []
  const placed = (own: readonly number[]): (LabelPlace | undefined)[] =>
    placeLabels(
      own.map(index => ({ ...requests[index]!, needed: atEnd(items[index]!) })),
      lines,
      room,
      blocks,
    )
  const isAstray = (place: LabelPlace | undefined, index: number): boolean =>
    place?.side !== requests[all[index]!]!.sides[0] || place?.aside !== 0
  // All numbers stand in one way beside their marks, but for a few, or only those do that tell the course.
  const every = placed(all)
  const calm = every.every(Boolean) && every.filter(isAstray).length <= all.length * ASTRAY
  const own = calm ? all : all.filter(index => weights[index]! > 0)
  const found = calm ? every : placed(own)
  const labels = items.map((_, index): Placed => {
    const place = found[own.indexOf(index)]
    return { side: place?.side, aside: place?.aside ?? 0, shift: 0 }
  })
  if (several) {
    ;([0, 1] as const).forEach(end => {
      const wanted = ends.map(pair => yOf(pair[end]))
      // Only what ends at the same place can lie over another.
      const places = spread(wanted, end ? block : valueSize * LINE, headingHeight, bottom)
      ends.forEach((pair, index) => {
        labels[items.indexOf(pair[end])] = {
          side: end ? 'right' : 'left',
          aside: 0,
          shift: places[index]! - wanted[index]!,
        }
      })
    })
  }
  return {
    axis,
    grid,
    slot,
    thickness,
    valueSize,
    heading,
    names,
    range,
    under,
    labels,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    ...(zero && { scale }),
    holds: scale <= fitting * 1.001,
    fits: several
      ? Number(block * series.length <= bottom - headingHeight)
      : labels.filter(({ side }) => side !== undefined).length,
  }
}

function layoutTrend(plan: TrendPlan, theme: ChartTheme, box: ChartBox): TrendLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  // Numbers of panels are of one size.
  const sizes = box.named ? [chartSmall] : [chartValue, chartLabel, chartSmall]
  const layouts = sizes.flatMap(size =>
    NAME_EM.slice(0, plan.series.length).map(names => attempt(plan, size, names, theme, box)),
  )
  // The largest numbers of which as many find a place as of the smallest.
  return layouts.find(({ fits, holds }) => holds && fits === layouts.at(-1)!.fits) ?? layouts.at(-1)!
}

/** Figures over time as a line, or as columns from zero. */
export const trendChart = defineChart<TrendProps, TrendPlan, TrendLayout>({
  props: { ...timeVueProps, type: String, base: String, highlight: String, compare: String },
  plan: (props, find) => planTrend(readTime(CHART, props, find), props),
  layout: layoutTrend,
  option(plan, layout, theme): EChartsCoreOption {
    const { slots, series, items, columns, zero } = plan
    const { color, size } = theme
    const { grid, slot, thickness, valueSize, heading, names, range, under, labels, note, axis } = layout
    const at = (index: number, place: number): TimeItem | undefined =>
      items.find(each => each.series === index && each.slot === place)
    const labelOf = (item: TimeItem): object => {
      const { side, aside, shift } = labels[items.indexOf(item)]!
      if (side === undefined) return { show: false }
      const look = { size: valueSize, color: valueColor(item.emphasis, theme) }
      const named = { ...look, remarkColor: item.emphasis === 'context' ? color.soft : color[item.emphasis] }
      const lines = side === 'right' ? names[item.series]! : []
      const radius = columns ? 0 : size.chartLabel * 0.05
      const label = lines.length
        ? labelLines(item.label.value, lines, named, theme)
        : labelOption({ ...item.label, remark: '' }, look, theme)
      return {
        ...haloed(label, theme),
        opacity: 1,
        position: side,
        distance: size.chartLabel * 0.2 + radius + (columns ? overhang(item.edge, thickness) : 0),
        offset: [aside, shift],
        ...(side === 'right' && { align: 'left' }),
      }
    }
    const first = (place: number): TimeItem | undefined => items.find(each => each.slot === place)
    const lines = series.flatMap((each, index) => {
      const runs = runsOf(slots, each)
      return [...new Set(runs)].map(run => ({
        type: 'line',
        silent: true,
        clip: false,
        z: each.emphasis === 'context' ? 2 : 3,
        symbol: 'circle',
        symbolSize: size.chartLabel * POINT_EM,
        showAllSymbol: true,
        connectNulls: true,
        lineStyle: { color: color[each.emphasis], width: each.emphasis === 'context' ? 3 : 4 },
        data: slots.map((_, place) => {
          const item = runs[place] === run ? at(index, place) : undefined
          if (!item) return '-'
          const fill = color[item.emphasis]
          return {
            value: item.value,
            name: markName('point', item.id),
            itemStyle: item.part ? { color: color.paper, borderColor: fill, borderWidth: 3 } : { color: fill },
            label: labelOf(item),
          }
        }),
      }))
    })
    const bars = {
      type: 'bar',
      silent: true,
      barWidth: thickness,
      clip: false,
      data: slots.map((_, place) => {
        const item = at(0, place)
        if (!item) return '-'
        return {
          value: item.value,
          name: markName('bar', item.id),
          itemStyle: { color: color[item.emphasis], opacity: item.part ? 0.55 : 1 },
          label: labelOf(item),
        }
      }),
    }
    const ends = items.map(item => ({
      ...endOf(item, layout.scale ?? 0, theme),
      category: item.id,
    }))
    return {
      grid: { ...grid, outerBoundsMode: 'none' },
      xAxis: timeAxes(
        {
          ids: slots.map((_, place) => first(place)?.id ?? ''),
          emphasis: slots.map((_, place) => {
            const found = first(place)
            return found &&
              (columns || series.length > 1) &&
              series.every(
                (each, index) => each.emphasis === 'context' || (at(index, place)?.emphasis ?? 'context') === 'context',
              )
              ? found.emphasis
              : 'context'
          }),
          layout: axis,
          offset: under,
          zero,
        },
        theme,
      ),
      yAxis: { type: 'value', show: false, min: range[0], max: range[1] },
      series: columns ? [bars, openEndSeries({ thickness, paper: color.paper, upright: true, ends })] : lines,
      graphic: [
        ...breakLines(slots, { left: grid.left, slot, top: grid.top, bottom: grid.top + grid.height }, theme),
        ...(heading.length
          ? [textElement(markName('scale'), [0, 0], heading, { size: size.chartSmall, color: color.soft }, theme)]
          : []),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: ({ series, slots }) =>
    sentence(CHART, [
      ...series.map(each => tellTrend(each, slots, series.length > 1)),
      ...timeNote({ slots, series }, ''),
    ]),
  // Heights above anything but zero compare with those of no other chart.
  measure: ({ zero, figures }) => ({ ...measureOf('columns', figures), ...(!zero && { kind: CUT_AXIS }) }),
})
