import { LineChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import { defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { markName } from './marks.ts'
import { noteElement, textElement } from './note.ts'
import { nameLook, valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { CUT_AXIS } from './structural.ts'
import { LINE } from './text-width.ts'
import { gapOf } from './theme.ts'
import { breakLines, timeAxes } from './time-axis.ts'
import { type TimeItem, POINT_EM } from './time-items.ts'
import { tellTrend } from './time-words.ts'
import { labelOption } from './value-label.ts'
import { CHART, type SlopeProps, type SlopePlan, readSlope, breakNote, planSlope } from './slope-plan.ts'
import { type SlopeLayout, layoutSlope } from './slope-layout.ts'

use(LineChart)

/** Two times and a line for each row between them: position counts, no length. */
export const slopeChart = defineChart<SlopeProps, SlopePlan, SlopeLayout>({
  props: {
    of: String,
    from: String,
    to: String,
    measure: [String, Array],
    rows: Array,
    pairs: Array,
    names: Array,
    base: String,
    highlight: String,
    compare: String,
  },
  plan: (props, find) => planSlope(readSlope(props, find), props),
  layout: layoutSlope,
  option({ slots, series, ends, zero }, layout, theme): EChartsCoreOption {
    const { color, size } = theme
    const { axis, grid, range, valueSize, nameSize, distance, under, names, numbers, both, shifts, note } = layout
    const places = [grid.left, grid.left + grid.width] as const
    const bottom = grid.top + grid.height
    const heightOf = ({ value }: TimeItem): number =>
      bottom - (value - range[0]) * (grid.height / (range[1] - range[0]))
    const lines = series.map(({ emphasis }, index) => ({
      type: 'line',
      silent: true,
      clip: false,
      z: emphasis === 'context' ? 2 : 3,
      symbol: 'circle',
      symbolSize: size.chartLabel * POINT_EM,
      showAllSymbol: true,
      lineStyle: { color: color[emphasis], width: emphasis === 'context' ? 3 : 4 },
      data: ends[index]!.map((item, end) => ({
        value: item.value,
        name: markName('point', item.id),
        itemStyle: { color: color[emphasis] },
        label: {
          ...labelOption({ ...item.label, remark: '' }, { size: valueSize, color: valueColor(emphasis, theme) }, theme),
          position: end === 0 ? 'left' : 'right',
          distance: distance - (size.chartLabel * POINT_EM) / 2,
          offset: [0, shifts[end as 0 | 1][index]!],
        },
      })),
    }))
    const nameAt = (index: number, end: 0 | 1): object => {
      const item = ends[index]![end]
      const own = names[index]!
      const y = heightOf(item) + shifts[end][index]! - (own.length * nameSize * LINE) / 2
      const beside = distance + numbers[end] + gapOf(theme) / 2
      const { color: ink, fontWeight } = nameLook(item.emphasis, theme)
      const align = end === 0 ? 'right' : 'left'
      const look = { size: nameSize, color: ink, face: fontWeight === 700 ? 'bold' : 'regular', align } as const
      return textElement(
        markName('label', item.id),
        [places[end] + (end === 0 ? -beside : beside), y],
        own,
        look,
        theme,
      )
    }
    /** From a point to the number that had to be moved away from it. */
    const leader = (index: number, end: 0 | 1): object[] => {
      const shift = shifts[end][index]!
      const towards = end === 0 ? -1 : 1
      const y = heightOf(ends[index]![end])
      const [x1, x2] = [size.chartLabel * POINT_EM, distance - 4].map(each => places[end] + towards * each)
      return Math.abs(shift) < valueSize / 4
        ? []
        : [
            {
              type: 'line',
              silent: true,
              shape: { x1, x2, y1: y, y2: y + shift },
              style: { stroke: color.soft, lineWidth: 1.5 },
            },
          ]
    }
    return {
      grid: { ...grid, outerBoundsMode: 'none' },
      xAxis: timeAxes(
        {
          // Times stand below what is lowest.
          ids: ([0, 1] as const).map(
            end => ends.map(pair => pair[end]).reduce((low, each) => (each.value < low.value ? each : low)).id,
          ),
          emphasis: slots.map(() => 'context'),
          layout: axis,
          offset: under,
          zero,
        },
        theme,
      ).map(each => ({ ...each, boundaryGap: false })),
      yAxis: { type: 'value', show: false, min: range[0], max: range[1] },
      series: lines,
      graphic: [
        ...places.map(x => ({
          type: 'line',
          silent: true,
          z: -1,
          shape: { x1: x, x2: x, y1: 0, y2: bottom + under },
          style: { stroke: color.line, lineWidth: 2 },
        })),
        ...breakLines(
          slots,
          { left: grid.left - grid.width / 2, slot: grid.width, top: 0, bottom: bottom + under },
          theme,
        ),
        ...series.flatMap((_, index) => [
          ...([0, 1] as const).flatMap(end => leader(index, end)),
          nameAt(index, 0),
          ...(both ? [nameAt(index, 1)] : []),
        ]),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: ({ slots, series }) =>
    sentence(CHART, [...series.map(each => tellTrend(each, slots, true)), breakNote(slots)]),
  // Heights above anything but zero compare with those of no other chart.
  measure: ({ zero, figures }) => ({ ...measureOf('columns', figures), ...(!zero && { kind: CUT_AXIS }) }),
})
