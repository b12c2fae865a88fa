import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { ADDITIVE } from '../../model/cells.ts'
import { formatFigure } from '../../model/format.ts'
import { kindName } from '../../model/vocabulary.ts'
import { type ChartBox, type ChartLayout, defineChart, type FindTable } from './define-chart.ts'
import { sentence } from './describe.ts'
import { spread } from './label-places.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { type Emphasis, reject } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { WHOLE } from './structural.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { breakLines, layoutTimeAxis, timeAxes, type TimeAxisLayout } from './time-axis.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { itemsOver, type TimeItem } from './time-items.ts'
import {
  assertOneMeasure,
  figuresOver,
  readTime,
  type Slot,
  type TimeData,
  timeNote,
  type TimeProps,
  type TimeSeries,
  timeVueProps,
} from './time-series.ts'
import { labelOption } from './value-label.ts'

const CHART = '堆积柱形图'
/** Most parts of a column. */
const MOST = 6

/** Stacked columns before they are drawn. */
export interface StackedColumnsPlan {
  slots: readonly Slot[]
  series: readonly (TimeSeries & { emphasis: Emphasis })[]
  items: readonly TimeItem[]
  note: string
  figures: readonly Figure[]
}

/** @throws ChartDataError for what is not parts that add up, or not to more than a whole */
export function planStackedColumns(
  time: TimeData,
  props: NamedInTime & { steps?: readonly string[]; step?: number } = {},
): StackedColumnsPlan {
  const { slots, series } = time
  const figures = figuresOver(time)
  assertOneMeasure(CHART, series, MOST)
  if (series.length < 2) reject(CHART, figures, '只有一个系列，没有可堆积的；请用 TrendChart')
  const odd = figures.find(({ kind }) => kind !== 'share' && !ADDITIVE.has(kind))
  if (odd) reject(CHART, figures, `“${odd.id}”是${kindName(odd)}，各部分加不成一个总数；请用 TrendChart`)
  const negative = figures.find(({ value }) => value < 0)
  if (negative) reject(CHART, figures, `“${negative.id}”是负数，不能作为总数的一部分；请用 TrendChart`)
  const named = emphasisOver(CHART, time, props, series[0]!.id)
  const items = itemsOver(slots, series, named.ofFigure)
  if (figures[0]!.kind === 'share') {
    // What is rounded may add up to a little more.
    const most = WHOLE + series.length * 0.5 * 10 ** -Math.min(...figures.map(({ decimals }) => decimals))
    const over = slots.find(
      (_, place) => items.filter(({ slot }) => slot === place).reduce((sum, { value }) => sum + value, 0) > most,
    )
    if (over) reject(CHART, figures, `${over.label}各部分加起来超过整体；请核对，或改用 TrendChart`)
  }
  return {
    slots,
    series: series.map(each => ({ ...each, emphasis: named.ofSeries(each) })),
    items,
    note: timeNote(time, '柱')
      .map(text => text.replace('空心柱', '浅色柱'))
      .join('　'),
    figures,
  }
}

/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 19
const FILLED = 0.7
const COLUMN_EM = 7
/** Widest names at the right end, in em. */
const NAME_EM = 8
/** Px of paper between segments, taken from their colour and not from their length. */
const SEAM = 2

interface StackedColumnsLayout extends ChartLayout {
  axis: TimeAxisLayout
  grid: { left: number; top: number; width: number; height: number }
  slot: number
  thickness: number
  valueSize: number
  names: readonly (readonly string[])[]
  /** Middles of the names, px from the top. */
  nameAt: readonly number[]
  most: number
  /** Whether a number fits into its segment. */
  fit: readonly boolean[]
  /** Numbers of the last column that stand at their names; empty for the others. */
  beside: readonly string[]
  note: NoteLayout
}

function sumBelow(items: readonly TimeItem[], { slot, series }: TimeItem): number {
  return items.filter(each => each.slot === slot && each.series < series).reduce((sum, { value }) => sum + value, 0)
}

function attempt(plan: StackedColumnsPlan, valueSize: number, theme: ChartTheme, box: ChartBox): StackedColumnsLayout {
  const { slots, series, items, figures } = plan
  const { chartLabel, chartSmall } = theme.size
  const { width } = box
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const names = series.map(({ name }) => wrapTo(name, Math.min(NAME_EM, (width * 0.3) / chartSmall)))
  const numbers = items.filter(each => each.slot === slots.length - 1).map(({ label }) => label.value)
  const nameWidth = Math.max(...[...names.flat(), ...numbers].map(line => textWidth(line, chartSmall)))
  const room = width - nameWidth - gapOf(theme)
  const slot = room / slots.length
  const axis = layoutTimeAxis(slots, slot, theme, 0)
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const sums = slots.map((_, place) =>
    items.filter(each => each.slot === place).reduce((sum, { value }) => sum + value, 0),
  )
  const least = figures[0]!.kind === 'share' ? WHOLE : 0
  const top = chartLabel * 0.3
  const gridHeight = Math.max(1, height - note.height - axis.height - top - chartLabel * 0.2)
  const scale = box.scale ?? gridHeight / (Math.max(least, ...sums) || 1)
  const last = items.filter(each => each.slot === slots.length - 1)
  const bottom = top + gridHeight
  const wanted = series.map((_, index) => {
    const item = last.find(each => each.series === index)
    return item ? bottom - (sumBelow(items, item) + item.value / 2) * scale : bottom - (sums.at(-1) ?? 0) * scale
  })
  const fit = items.map(
    ({ label, value }) => textWidth(label.value, valueSize) <= thickness - 4 && value * scale >= valueSize * 1.1 + SEAM,
  )
  // What has no room in the last column stands at its name.
  const beside = series.map((_, index) => {
    const item = last.find(each => each.series === index)
    return item && !fit[items.indexOf(item)] ? item.label.value : ''
  })
  const lines = Math.max(...names.map(({ length }, index) => length + (beside[index] ? 1 : 0))) * chartSmall * LINE
  // A name keeps closer to its own number than to the next, where there is room.
  const block = Math.max(lines, Math.min(lines + chartSmall * 0.5, bottom / series.length))
  return {
    axis,
    grid: { left: 0, top, width: room, height: gridHeight },
    slot,
    thickness,
    valueSize,
    names,
    nameAt: spread(wanted, block, 0, bottom),
    most: gridHeight / scale,
    fit,
    beside,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    scale,
  }
}

/** A column a period, of segments that add up: amounts, or shares of a whole. */
export const stackedColumns = defineChart<TimeProps & NamedInTime, StackedColumnsPlan, StackedColumnsLayout>({
  props: { ...timeVueProps, highlight: String, compare: String },
  plan: (props, find) =>
    planStackedColumns(
      readTime(
        CHART,
        {
          ...props,
          ...(props.of !== undefined && props.measure === undefined && { measure: allOf(props, find.table) }),
        },
        find,
      ),
      props,
    ),
  layout(plan, theme, box) {
    const { chartLabel, chartSmall, chartValue } = theme.size
    const layouts = [chartValue, chartLabel, chartSmall].map(size => attempt(plan, size, theme, box))
    const count = ({ fit }: StackedColumnsLayout): number => fit.filter(Boolean).length
    // The largest numbers of which as many fit into their segments as of the smallest.
    return layouts.find(each => count(each) === count(layouts.at(-1)!))!
  },
  option({ slots, series, items }, layout, theme): EChartsCoreOption {
    const { color, size } = theme
    const { axis, grid, slot, thickness, valueSize, names, nameAt, most, fit, beside, note } = layout
    const on: Record<Emphasis, string> = {
      highlight: color.onHighlight,
      compare: color.onCompare,
      context: color.onContext,
    }
    const firstAt = (place: number): TimeItem | undefined => items.find(each => each.slot === place)
    const right = grid.left + slot * (slots.length - 0.5) + thickness / 2 + gapOf(theme) / 2
    return {
      grid: { ...grid, outerBoundsMode: 'none' },
      xAxis: timeAxes(
        {
          ids: slots.map((_, place) => firstAt(place)?.id ?? ''),
          emphasis: slots.map(() => 'context'),
          layout: axis,
        },
        theme,
      ),
      yAxis: { type: 'value', show: false, min: 0, max: most },
      series: series.map((_, index) => ({
        type: 'bar',
        stack: 'whole',
        silent: true,
        barWidth: thickness,
        clip: false,
        data: slots.map((_, place) => {
          const item = items.find(each => each.slot === place && each.series === index)
          if (!item) return '-'
          return {
            value: item.value,
            name: markName('segment', item.id),
            itemStyle: { color: color[item.emphasis], opacity: item.part ? 0.7 : 1 },
            label: fit[items.indexOf(item)]
              ? {
                  ...labelOption({ ...item.label, remark: '' }, { size: valueSize, color: on[item.emphasis] }, theme),
                  position: 'inside',
                }
              : { show: false },
          }
        }),
      })),
      graphic: [
        ...seams(items, layout, theme),
        ...breakLines(slots, { left: grid.left, slot, top: grid.top, bottom: grid.top + grid.height }, theme),
        ...series.flatMap(({ emphasis, figures }, index) => {
          const id = figures.findLast(figure => figure !== null)?.id ?? ''
          const ink = emphasis === 'context' ? color.soft : color[emphasis]
          const face = emphasis === 'context' ? 'regular' : 'bold'
          const lines = names[index]!.length
          const y = nameAt[index]! - ((lines + (beside[index] ? 1 : 0)) * size.chartSmall * LINE) / 2
          const look = { size: size.chartSmall, color: ink, face } as const
          return [
            textElement(markName('label', id), [right, y], names[index]!, look, theme),
            ...(beside[index]
              ? [
                  textElement(
                    markName('value', id),
                    [right, y + lines * size.chartSmall * LINE],
                    [beside[index]],
                    { ...look, face: 'bold' },
                    theme,
                  ),
                ]
              : []),
          ]
        }),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: ({ slots, series, figures }) => {
    const own = [0, slots.length - 1].map(place => {
      const parts = series.flatMap(({ name, figures: each }) =>
        each[place] ? [`${name}${formatFigure(each[place])}`] : [],
      )
      const period = figures.find(figure => series.some(each => each.figures[place] === figure))!.period.text
      return `${period}${parts.join('、')}`
    })
    return sentence(CHART, [...own, ...timeNote({ slots, series }, '')])
  },
  measure: ({ figures }) => measureOf('columns', figures),
})

/** All measures of the tables, where none is picked. */
function allOf({ of }: TimeProps, table: FindTable): readonly string[] {
  const ids = typeof of === 'string' ? [of] : (of ?? [])
  return [...new Set(ids.flatMap(id => table(id).measures.map(measure => measure.id)))]
}

/** Lines of paper where a segment begins on another. */
function seams(items: readonly TimeItem[], layout: StackedColumnsLayout, { color }: ChartTheme): object[] {
  const { grid, slot, thickness, scale = 0 } = layout
  return items
    .filter(item => sumBelow(items, item) > 0)
    .map(item => {
      const middle = grid.left + slot * (item.slot + 0.5)
      const y = grid.top + grid.height - sumBelow(items, item) * scale
      return {
        type: 'line',
        // Over the columns.
        z: 5,
        silent: true,
        shape: { x1: middle - thickness / 2, x2: middle + thickness / 2, y1: y, y2: y },
        style: { stroke: color.paper, lineWidth: SEAM },
      }
    })
}
