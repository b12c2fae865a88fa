import { ScatterChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { formatFigure, PLAN_MARK } from '../../model/format.ts'
import type { Target } from '../../model/target.ts'
import { outcomeNote, outcomeWords, ratioOf, SIDES, undrawable } from '../targets.ts'
import { type ChartBox, type ChartProps, defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { edgeNote } from './edges.ts'
import { markName } from './marks.ts'
import { openEndSeries, overhang, endOf } from './open-end-series.ts'
import { ChartDataError, type Item, type Plan, planItem, reject, valueColor } from './plan.ts'
import { layoutRows, type RowsLayout, rowsOption } from './rows.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { labelOption, spoken, valueLabelWidth } from './value-label.ts'

use([ScatterChart])

const CHART = '目标对照图'
/** Fewest and most targets. */
const COUNT = [1, 6] as const

/** The props of bars beside their plans. */
export interface BulletProps {
  /** Ids of the targets. */
  ids: readonly string[]
  /** Id of the figure, what was done, in red. Default: none. */
  highlight?: string
}

/** What was done, before it is drawn: its `value` is its length where the plan's is 1. */
interface BulletItem extends Item {
  plan: Figure
  side: '' | 'left' | 'right'
}

/** Bars beside their plans before they are drawn. */
export interface BulletPlan extends Omit<Plan, 'items'> {
  items: readonly BulletItem[]
  targets: readonly Target[]
}

/** The plan as it stands beside a name: 目标增长6%以上. */
const planWords = ({ plan }: Pick<Target, 'plan'>): string => `${PLAN_MARK}${formatFigure(plan, 'worded')}`

/**
 * Plans a bar for each target, on the scale of its own plan.
 * @throws ChartDataError where nothing is done yet, and for what has no length
 */
export function planBullet(targets: readonly Target[], props: Omit<BulletProps, 'ids'> & ChartProps = {}): BulletPlan {
  const { highlight: named, steps, step = steps?.length ?? 0 } = props
  const figures = targets.flatMap(({ plan, done }) => (done ? [done, plan] : [plan]))
  const [least, most] = COUNT
  if (targets.length < least || targets.length > most)
    throw new ChartDataError(
      CHART,
      targets.map(({ id }) => id),
      `要${least}到${most}个目标，给了${targets.length}个；更多的请用 TargetTable`,
    )
  const reason = targets.map(undrawable).find(Boolean)
  if (reason !== undefined) reject(CHART, figures, `${reason}；请用 TargetTable`)
  const twice = figures.find(({ id }, index) => figures.findIndex(figure => figure.id === id) !== index)
  if (twice) reject(CHART, figures, `“${twice.id}”给了两次`)
  const lost = [named, ...(steps ?? [])].find(id => id !== undefined && !targets.some(({ done }) => done!.id === id))
  if (lost !== undefined) reject(CHART, figures, `要突出的“${lost}”不在这张图的完成数里`)
  const highlight = steps ? steps[step - 1] : named
  const items = targets.map((target): BulletItem => {
    const { plan, done, label, direction } = target
    const words = outcomeWords(target)!
    return {
      ...planItem(done!, { style: 'worded' }),
      name: label,
      sub: `${planWords(target)}，${words.sign}${words.word}`,
      value: ratioOf({ plan, done: done! }),
      emphasis: done!.id === highlight ? 'highlight' : 'context',
      plan,
      side: SIDES[direction],
    }
  })
  const note = [
    `竖线：${PLAN_MARK}${items.some(({ side }) => side) ? '，开口朝向达成的一侧' : ''}`,
    edgeNote(items.map(({ edge }) => edge)),
    outcomeNote(targets),
  ]
  return { items, note: note.filter(Boolean).join('　'), figures, mixed: false, targets }
}

/** Thickness of a bar, and of the line of its plan, in that of the band between zero and the plan. */
const BAR = 0.56
const MARK = 1.24
/** Px of the line of a plan, and the depth of its feet in thicknesses of the band. */
const STROKE = 4
const FOOT = 0.16

const footOf = (thickness: number): number => Math.max(2.5 * STROKE, FOOT * thickness)

function layoutBullet({ items, note }: BulletPlan, theme: ChartTheme, box: ChartBox): RowsLayout {
  const ends = (thickness: number, size: number): { value: number; beside: number }[] =>
    items.flatMap(({ value, edge, label }) => {
      const behind = gapOf(theme) + valueLabelWidth(label, size, theme.size.chartSmall)
      return [
        { value, beside: behind + overhang(edge, thickness * BAR) },
        { value: 1, beside: behind + footOf(thickness) },
      ]
    })
  return layoutRows({ rows: items, ends, note }, theme, box)
}

/** The mark of a plan: a line, with feet to the side where the target is met. */
function goalSymbol(side: BulletItem['side'], thickness: number): object {
  const height = Math.round(thickness * MARK)
  if (!side) return { symbol: 'rect', symbolSize: [STROKE, height] }
  const foot = footOf(thickness)
  const [near, far, line] = side === 'right' ? [0, foot, STROKE] : [foot, 0, foot - STROKE]
  const [up, down] = [STROKE, height - STROKE]
  const path = `M${near} 0L${far} 0L${far} ${up}L${line} ${up}L${line} ${down}L${far} ${down}L${far} ${height}L${near} ${height}Z`
  // The middle of its line stands at the plan.
  const shift = (foot - STROKE) / 2
  return {
    symbol: `path://${path}`,
    symbolSize: [foot, height],
    symbolOffset: [side === 'right' ? shift : -shift, 0],
  }
}

/** The second axis says what was planned: each of its texts is of the plan, and not of what was done. */
function withPlans(option: EChartsCoreOption, items: readonly BulletItem[]): EChartsCoreOption {
  const [names, plans] = option.yAxis as { data: { value: string }[]; axisLabel: object }[]
  const idOf = (done: string): string => items.find(({ id }) => id === done)!.plan.id
  const subOf = (plan: string): string => items.find(each => each.plan.id === plan)!.sub
  return {
    ...option,
    yAxis: [
      // Over the bands, which are as pale as the paper.
      { ...names, z: 3 },
      {
        ...plans,
        data: plans!.data.map(each => ({ ...each, value: idOf(each.value) })),
        axisLabel: { ...plans!.axisLabel, formatter: subOf },
      },
    ],
  }
}

/** What was done as a bar from zero over what was planned, each row on the scale of its own plan. */
export const bulletChart = defineChart<BulletProps, BulletPlan, RowsLayout>({
  props: { ids: Array, highlight: String },
  plan: ({ ids, ...props }, find) => planBullet(ids.map(find.target), props),
  layout: layoutBullet,
  option({ items }, layout, theme) {
    const { color } = theme
    const { thickness, valueSize, scale } = layout
    const bar = { type: 'bar', silent: true, clip: false }
    const inner = thickness * BAR
    return {
      ...withPlans(rowsOption(layout, theme), items),
      series: [
        {
          ...bar,
          // Bars of one axis would share its width.
          yAxisIndex: 1,
          barWidth: thickness,
          data: items.map(({ plan }) => ({
            value: 1,
            name: markName('goal', plan.id),
            itemStyle: { color: color.track },
          })),
        },
        {
          ...bar,
          barWidth: inner,
          data: items.map(({ id, value, edge, label, emphasis, side }) => ({
            value,
            name: markName('bar', id),
            itemStyle: { color: color[emphasis] },
            label: {
              ...labelOption(label, { size: valueSize, color: valueColor(emphasis, theme) }, theme),
              position: 'right',
              distance:
                gapOf(theme) +
                Math.max(overhang(edge, inner), (1 - value) * scale + (side === 'right' ? footOf(thickness) : STROKE)),
            },
          })),
        },
        openEndSeries({
          thickness: inner,
          paper: color.paper,
          ends: items.map(item => ({
            ...endOf(item, scale, theme),
            behind: item.value < 1 ? color.track : color.paper,
          })),
        }),
        {
          type: 'scatter',
          silent: true,
          clip: false,
          z: 4,
          itemStyle: { color: color.ink, opacity: 1 },
          data: items.map(({ id, side }) => ({ value: [1, id], ...goalSymbol(side, thickness) })),
        },
      ],
    }
  },
  describe: ({ targets, note }) =>
    sentence(CHART, [
      ...targets.map(target => `${spoken(target.done!)}，${planWords(target)}，${outcomeWords(target)!.word}`),
      ...note.split('　').slice(1),
    ]),
})
