import { MarkLineComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { formatFigure } from '../../model/format.ts'
import type { Figure } from '../../model/figure.ts'
import { inBase } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { type ChartBox, type ChartLayout, defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { isCertainOrder } from './edges.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout } from './note.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { assertFigures, type Item, nameLook, type Plan, planFigures, reject, valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { emWidth, LINE, wrapTo } from './text-width.ts'
import type { ChartTheme } from './theme.ts'
import { labelLines, spoken, valueLabel } from './value-label.ts'

use(MarkLineComponent)

const CHART = '前后对比图'

/** What a deck may say about a comparison of before and after. */
export interface BeforeAfterProps {
  /** Words for the two columns. Default: the figures' short labels, or their periods where these differ. */
  names?: readonly [before: string, after: string]
  /** Allows figures of different periods; both labels then name theirs. Default: `false`. */
  mixedPeriods?: boolean
}

/** A change before it is drawn: two columns from zero. */
export interface BeforeAfterPlan extends Plan {
  items: readonly [before: Item, after: Item]
  /** 增加, 减少 or 持平; empty where the qualifiers leave it open. */
  direction: string
  /** Both, and the growth that the later column names. */
  figures: readonly [before: Figure, after: Figure, ...change: Figure[]]
}

function directionOf(before: Figure, after: Figure): string {
  if (isCertainOrder([after, before])) return '增加'
  if (isCertainOrder([before, after])) return '减少'
  const exact = before.qualifier === 'none' && after.qualifier === 'none'
  return inBase(before) === inBase(after) && exact ? '持平' : ''
}

/**
 * Plans the change from one figure to another.
 * @throws ChartDataError for growths and ranks, and where kinds, units or periods differ.
 */
export function planBeforeAfter(
  before: Figure,
  after: Figure,
  { names, mixedPeriods }: BeforeAfterProps = {},
  change?: Figure,
): BeforeAfterPlan {
  const both = [before, after] as const
  const advice = '降幅请用 ReductionPair，增幅请用 GrowthBars'
  const rules = { count: [2, 2], kinds: MEASURED_KINDS, advice, same: 'measure' } as const
  const { items, ...plan } = planFigures(CHART, both, rules, {
    highlight: after.id,
    ...(mixedPeriods !== undefined && { mixedPeriods }),
  })
  if (change) {
    assertFigures(CHART, [change], { kinds: ['growth'], advice: 'change 只写增幅或降幅' })
    if (change.of !== after.id)
      reject(CHART, [...both, change], `“${change.id}”不是“${after.id}”的变化（data 里没有写 of）`)
  }
  const direction = directionOf(before, after)
  const arrow = { 增加: '▲', 减少: '▼' }[direction] ?? ''
  const said = change ? formatFigure(change, 'worded') : `${arrow}${direction}`
  const [earlier, later] = items.map((item, index) => {
    const name = names?.[index]
    const period = plan.mixed && name !== undefined
    const label = valueLabel(both[index]!, { period, remarks: index ? [said] : [] })
    return { ...item, label, name: name ?? (plan.mixed ? both[index]!.period.text : item.name) }
  })
  return { ...plan, items: [earlier!, later!], direction, figures: change ? [...both, change] : both }
}

/** Widest slot of a column in em of labels, and the share of it that the column fills. */
const SLOT_EM = 15
const FILLED = 0.62
/** Thickest column, and height on a page that is read from near, in em of labels. */
const COLUMN_EM = 8
const NEAR_EM = 20

interface ColumnsLayout extends ChartLayout {
  scale: number
  /** Px before the columns, which stand in the middle of a wide box. */
  inset: number
  slot: number
  thickness: number
  valueSize: number
  names: readonly string[][]
  /** Lines below each number. */
  remarks: readonly string[][]
  /** Px above the columns, and of the highest. */
  top: number
  room: number
  note: NoteLayout
}

function layoutColumns({ items, note: text }: BeforeAfterPlan, theme: ChartTheme, box: ChartBox): ColumnsLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const note = layoutNote([text, box.remark], box.width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const slot = Math.min(box.width / 2, SLOT_EM * chartLabel)
  const inset = (box.width - 2 * slot) / 2
  const inner = slot * 0.9
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const valueSize = Math.floor(Math.min(chartValue * 1.4, ...items.map(({ label }) => inner / emWidth(label.value))))
  const names = items.map(({ name }) => wrapTo(name, inner / chartLabel))
  const remarks = items.map(({ label: { remark } }) =>
    remark ? remark.split(' · ').flatMap(part => wrapTo(part, inner / chartSmall)) : [],
  )
  const most = (lists: readonly string[][]): number => Math.max(...lists.map(({ length }) => length)) * LINE
  const over = Math.max(...items.map(({ edge }) => overhang(edge, thickness)))
  const top = valueSize * LINE + most(remarks) * chartSmall + chartLabel * 0.4 + over
  const noteTop = height - note.height
  const room = Math.max(0, noteTop - top - most(names) * chartLabel - chartLabel * 0.5)
  const scale = box.scale ?? room / (Math.max(...items.map(({ value }) => value)) || 1)
  return {
    scale,
    inset,
    slot,
    thickness,
    valueSize,
    names,
    remarks,
    top,
    room,
    note: { ...note, at: [0, noteTop] },
    height,
  }
}

/** The ids of a comparison of before and after. */
interface BeforeAfterIds {
  /** Id of the earlier figure. */
  before: string
  /** Id of the later figure. */
  after: string
  /** Id of the growth (`of` the later figure) to name beside it. Default: the direction in words. */
  change?: string
}

/** Two columns from zero, so that the change is not exaggerated. */
export const beforeAfter = defineChart<BeforeAfterProps & BeforeAfterIds, BeforeAfterPlan, ColumnsLayout>({
  props: { before: String, after: String, change: String, names: Array, mixedPeriods: Boolean },
  plan: ({ before, after, change, ...props }, find) =>
    planBeforeAfter(
      find.figure(before),
      find.figure(after),
      props,
      change === undefined ? undefined : find.figure(change),
    ),
  layout: layoutColumns,
  option({ items }, layout, theme) {
    const { color, size } = theme
    const { scale, inset, slot, thickness, valueSize, names, remarks, top, room, note } = layout
    const [before, after] = items
    const bar = { type: 'bar', silent: true, barWidth: thickness, clip: false }
    /** The earlier level, from one place to another. */
    const level = (from: number, to: number, stroke: string): object[] => [
      { x: from, yAxis: before.value, symbol: 'none', lineStyle: { color: stroke, width: 2, type: [6, 5] } },
      { x: to, yAxis: before.value, symbol: 'none' },
    ]
    const [earlier, later] = [inset + slot / 2, inset + 1.5 * slot]
    const [left, right] = [later - thickness / 2, later + thickness / 2]
    const levels = [level(earlier + thickness / 2, left, color.context), level(left, right, color.onHighlight)]
    return {
      grid: { left: inset, top, width: 2 * slot, height: room, outerBoundsMode: 'none' },
      xAxis: {
        id: 'label',
        type: 'category',
        triggerEvent: true,
        data: items.map(({ id, emphasis }) => ({ value: id, textStyle: nameLook(emphasis, theme) })),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.ink, width: 2 } },
        axisLabel: {
          interval: 0,
          margin: size.chartLabel * 0.3,
          fontSize: size.chartLabel,
          lineHeight: Math.round(size.chartLabel * LINE),
          formatter: (id: string) => names[id === before.id ? 0 : 1]!.join('\n'),
        },
      },
      yAxis: { type: 'value', show: false, min: 0, max: room / scale },
      series: [
        {
          ...bar,
          data: items.map(({ id, value, edge, label, emphasis }, index) => ({
            value,
            name: markName('bar', id),
            itemStyle: { color: color[emphasis] },
            label: {
              ...labelLines(
                label.value,
                remarks[index]!,
                { size: valueSize, color: valueColor(emphasis, theme) },
                theme,
              ),
              position: 'top',
              distance: size.chartLabel * 0.2 + overhang(edge, thickness),
            },
          })),
        },
        {
          ...openEndSeries({
            thickness,
            paper: color.paper,
            upright: true,
            ends: items.map(item => endOf(item, scale, theme)),
          }),
          // Where it does not run through the later number.
          ...(after.value > before.value && {
            markLine: { silent: true, animation: false, label: { show: false }, data: levels },
          }),
        },
      ],
      graphic: noteElement(note, theme),
    }
  },
  describe({ figures: [before, after, change], direction, mixed }) {
    const to = direction && direction !== '持平' ? `${direction}到` : '到'
    const said = change ? `，${formatFigure(change, 'worded')}` : direction === '持平' ? `，${direction}` : ''
    return sentence(CHART, [`由${spoken(before, mixed)}${to}${spoken(after, mixed)}${said}`])
  },
  measure: ({ figures }) => measureOf('columns', figures),
})
