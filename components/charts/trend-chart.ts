import { LineChart } from 'echarts/charts'
import { use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { markName } from './marks.ts'
import { noteElement, textElement } from './note.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { CUT_AXIS } from './structural.ts'
import { breakLines, timeAxes } from './time-axis.ts'
import { runsOf, type TimeItem, POINT_EM } from './time-items.ts'
import { readTime, timeNote, timeVueProps } from './time-series.ts'
import { tellTrend } from './time-words.ts'
import { haloed, labelLines, labelOption } from './value-label.ts'
import { CHART, type TrendProps, type TrendPlan, planTrend } from './trend-plan.ts'
import { type TrendLayout, layoutTrend } from './trend-layout.ts'

use(LineChart)

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
