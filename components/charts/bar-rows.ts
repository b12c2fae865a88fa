import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { inBase, isSameBase } from '../../model/units.ts'
import type { ChartBox } from './define-chart.ts'
import { OUTLINE } from './edges.ts'
import { markName } from './marks.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { type Plan, valueColor } from './plan.ts'
import { layoutRows, type RowsLayout, rowsOption, type RowsRequest } from './rows.ts'
import { WHOLE } from './structural.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { labelOption, valueLabelWidth } from './value-label.ts'

/** Px of paper between a bar and what follows it. */
export const SEGMENT_GAP = 4

/** Whether bars stand on tracks that show the whole of each, or what a ratio is of. */
const hasTracks = ({ figures: [first] }: Plan): boolean => first?.unit === '%' && first.change === undefined

/** How many times as long as the next one a bar is beside which the others are too short to compare. */
const GIANT = 20

/**
 * Whether one of the figures is so large that bars of the others only tell that they are small; never among those of
 * several bases, which have no length in common.
 */
export function hasGiant(figures: readonly Figure[]): boolean {
  if (figures.some(({ unit }) => !isSameBase(unit, figures[0]!.unit))) return false
  const [first = 0, second = 0] = figures.map(figure => Math.abs(inBase(figure))).sort((a, b) => b - a)
  return second > 0 && first >= GIANT * second
}

/** A plan whose note says where lengths leave off: bars stay on one scale, and none is broken. */
export function withGiantNote<Bars extends Pick<Plan, 'note' | 'figures'>>(plan: Bars): Bars {
  if (!hasGiant(plan.figures)) return plan
  const giant = '最长的一条远长于其余，其余请看所标的数'
  return { ...plan, note: [plan.note, giant].filter(Boolean).join('　') }
}

/** What bars with names and numbers need, in rows. */
export function bars(plan: Plan, theme: ChartTheme): RowsRequest {
  const { items, note } = plan
  const least = hasTracks(plan) ? WHOLE : 0
  const ends = (thickness: number, size: number): { value: number; beside: number }[] =>
    items.map(({ label, edge, value }) => ({
      value: value < 0 ? value : Math.max(least, value),
      beside: gapOf(theme) + overhang(edge, thickness) + valueLabelWidth(label, size, theme.size.chartSmall),
    }))
  return { rows: items, ends, note }
}

/** Finds bars with names and numbers their places, in rows. */
export function layoutBars(plan: Plan, theme: ChartTheme, box: ChartBox): RowsLayout {
  return layoutRows(bars(plan, theme), theme, box)
}

/**
 * The option of bars with their numbers at their ends: ECharts' `bar` series, and the ends of those that are not
 * exact.
 */
export function barsOption(plan: Plan, layout: RowsLayout, theme: ChartTheme): EChartsCoreOption {
  const { items } = plan
  const { color } = theme
  const { thickness, valueSize, scale } = layout
  const tracks = hasTracks(plan)
  const bar = { type: 'bar', silent: true, barWidth: thickness, barGap: '-100%', clip: false }
  const track = { color: color.track, borderColor: color.context, borderWidth: OUTLINE.track }
  return {
    ...rowsOption(layout, theme),
    series: [
      ...(tracks
        ? [{ ...bar, data: items.map(({ id }) => ({ value: WHOLE, name: markName('track', id), itemStyle: track })) }]
        : []),
      {
        ...bar,
        data: items.map(({ id, value, edge, label, emphasis }) => ({
          value,
          name: markName('bar', id),
          itemStyle: { color: color[emphasis] },
          label: {
            ...labelOption(label, { size: valueSize, color: valueColor(emphasis, theme) }, theme),
            position: value < 0 ? 'left' : 'right',
            distance: gapOf(theme) + (tracks ? Math.max(0, WHOLE - value) * scale : overhang(edge, thickness)),
          },
        })),
      },
      openEndSeries({
        thickness,
        paper: color.paper,
        ends: items.map(item => ({
          ...endOf(item, scale, theme),
          ...(tracks && item.value < WHOLE && { behind: color.track, gap: SEGMENT_GAP }),
        })),
      }),
    ],
  }
}
