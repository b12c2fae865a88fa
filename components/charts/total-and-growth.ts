import { LineChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import { defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { markName } from './marks.ts'
import { noteElement, textElement } from './note.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import { breakLines, timeAxes } from './time-axis.ts'
import { runsOf, type TimeItem, POINT_EM } from './time-items.ts'
import { figuresOver, timeNote } from './time-series.ts'
import { tellTrend } from './time-words.ts'
import { haloed, labelOption } from './value-label.ts'
import {
  CHART,
  type TotalAndGrowthProps,
  type TotalAndGrowthPlan,
  planTotalAndGrowth,
  readBoth,
} from './total-and-growth-plan.ts'
import { type PanelLayout, type BothLayout, layoutBoth } from './total-and-growth-layout.ts'

use(LineChart)

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
  layout: layoutBoth,
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
