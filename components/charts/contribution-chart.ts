import type { EChartsCoreOption } from 'echarts/core'
import { ADDITIVE } from '../../model/cells.ts'
import { contributionFigures, type ContributionRows, unitInSum } from '../../model/contribution-rows.ts'
import type { Figure } from '../../model/figure.ts'
import { formatFigure, formatNumber } from '../../model/format.ts'
import { mayBeEqual, plusInterval, unrounded } from '../../model/interval.ts'
import { isSameBase, valueIn } from '../../model/units.ts'
import { KIND_NAMES, kindName } from '../../model/vocabulary.ts'
import { type ChartBox, defineChart, type Finders } from './define-chart.ts'
import { sentence } from './describe.ts'
import { OUTLINE } from './edges.ts'
import { markName } from './marks.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { type FigureProps, type Item, type Plan, planFigures, reject, valueColor } from './plan.ts'
import { layoutRows, type RowsLayout, rowsOption, type RowsRequest } from './rows.ts'
import { measureOf } from './shared-scale.ts'
import { measureIn } from './table-props.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { labelOption, spoken, valueLabelWidth } from './value-label.ts'

const CHART = '瀑布图'
/** Fewest and most parts. */
const COUNT = [2, 10] as const
/** How a part is called that no figure states. */
const REST = '其余'

/** What a deck may say of parts that add up to a total. */
export interface ContributionProps extends FigureProps, ContributionRows {
  /** Ids of the parts, in their order; negative ones take away. */
  parts?: readonly string[]
  /** Id of the total. */
  total?: string
  /** Instead of both: id of a table of which rows add up to a row. */
  of?: string
  /** Whether parts may leave something, which is then drawn as 其余. Default: `false`. */
  rest?: boolean
}

/** A part between two levels, or the total from zero; without an id what no figure states. */
type Step = Item & { from: number; to: number; isTotal: boolean }

/** Parts and their total before they are drawn. */
export interface ContributionPlan extends Plan {
  steps: readonly Step[]
}

/** @throws ChartDataError where parts cannot add up to the total */
function assertAddable(parts: readonly Figure[], total: Figure, all: readonly Figure[]): void {
  const [first] = parts
  for (const figure of all) {
    if (figure.kind === 'growth' && figure !== total && unitInSum(figure.unit) === figure.unit)
      reject(CHART, all, `“${figure.id}”是${kindName(figure)}，增幅加不成总的增幅；请用拉动的百分点`)
    if (figure.kind !== 'growth' && figure.kind !== 'share' && !ADDITIVE.has(figure.kind))
      reject(CHART, all, `“${figure.id}”是${kindName(figure)}，各部分加不成一个总数；请用 BarChart`)
    if (figure.kind !== first!.kind)
      reject(
        CHART,
        all,
        `类别不同：“${first!.id}”是${KIND_NAMES[first!.kind]}，“${figure.id}”是${KIND_NAMES[figure.kind]}；请分成几张图`,
      )
    if (!isSameBase(unitInSum(figure.unit), unitInSum(first!.unit)))
      reject(CHART, all, `单位不同：“${first!.id}”是${first!.unit}，“${figure.id}”是${figure.unit}；请分成几张图`)
  }
}

/**
 * Plans parts one behind the other, and then their total.
 * @throws ChartDataError where they are of several kinds, bases or periods, or do not make the total
 */
export function planContribution(
  parts: readonly Figure[],
  total: Figure,
  { rest = false, ...props }: FigureProps & { rest?: boolean } = {},
): ContributionPlan {
  const all = [...parts, total]
  const [least, most] = COUNT
  if (parts.length < least || parts.length > most)
    reject(CHART, all, `要${least}到${most}个部分，给了${parts.length}个；两个数相比请用 BarChart`)
  assertAddable(parts, total, all)
  const plan = planFigures(CHART, all, { count: [least + 1, most + 1] }, props, { label: { style: 'signed' } })
  const value = (figure: Figure): number =>
    unitInSum(figure.unit) === '%' ? figure.value : valueIn(total.unit)(figure)
  const inTotal = (figure: Figure): Figure => {
    const digits = Math.round(Math.log10(figure.value === 0 ? 1 : Math.abs(figure.value / value(figure))))
    return { ...figure, value: value(figure), decimals: Math.max(0, figure.decimals + digits) }
  }
  const own = parts.map(inTotal)
  const decimals = Math.max(...own.map(each => each.decimals), total.decimals)
  const round = (number: number): number => Number(number.toFixed(decimals))
  const sum = round(own.reduce((so, each) => so + each.value, 0))
  const [made, wanted] = [own.map(unrounded).reduce(plusInterval), unrounded(total)]
  const agrees = mayBeEqual(made, wanted)
  if (!agrees && !rest)
    reject(
      CHART,
      all,
      `各部分相加是${formatNumber(sum, decimals)}${total.unit}（${parts.map(each => formatFigure(each, 'signed')).join('、')}），` +
        `“${total.id}”是${formatFigure(total)}；请核对，确有未列出的部分请加 rest`,
    )
  if (agrees && rest) reject(CHART, all, '各部分已经加到总数，没有其余；请去掉 rest')
  let level = 0
  const steps = plan.items.slice(0, -1).map((item, index): Step => {
    const from = level
    level = round(level + own[index]!.value)
    return { ...item, value: own[index]!.value, from, to: level, isTotal: false }
  })
  const remaining: Step = {
    ...{ id: '', name: REST, sub: '', edge: 'flat', emphasis: 'context', label: { value: '', remark: '' } },
    ...{ value: round(total.value - level), from: level, to: total.value, isTotal: false },
  }
  const last: Step = { ...plan.items.at(-1)!, value: total.value, from: 0, to: total.value, isTotal: true }
  return { ...plan, steps: [...steps, ...(rest ? [remaining] : []), last] }
}

function read(props: ContributionProps, find: Finders): [parts: Figure[], total: Figure] {
  const { of, parts = [], total, measure, row } = props
  if (of === undefined) {
    const own = parts.map(find.figure)
    return [own, total === undefined ? reject(CHART, own, '没有写 total="总数的编号"') : find.figure(total)]
  }
  const found = find.table(of)
  if (measure !== undefined) measureIn(CHART, found, measure)
  const { parts: own, total: whole } = contributionFigures(found, props)
  if (!whole)
    reject(
      CHART,
      own,
      `表“${of}”没有写明哪些行加成${row === undefined ? '合计' : `“${row}”`}，或合计没有数；请在 data 里写 total 或 parts`,
    )
  return [own, whole]
}

/** Whether a step lies wholly below zero: its number then stands on its left, off the line at zero. */
function isBelow({ from, to }: Step): boolean {
  return from + to < 0 && Math.max(from, to) <= 0
}

/** What parts and their total need, in rows. */
function rowsOf({ steps, note }: ContributionPlan, theme: ChartTheme): RowsRequest {
  return {
    rows: steps,
    note,
    ends: (thickness, size) =>
      steps.flatMap(step => {
        const { from, to, edge, label } = step
        const beyond = overhang(edge, thickness)
        const words = gapOf(theme) + beyond + valueLabelWidth(label, size, theme.size.chartSmall)
        const ends = [Math.max(from, to), Math.min(from, to)]
        // What ends at zero needs no more room there than the line.
        return ends
          .map((value, end) => ({ value, beside: (end === 1) === isBelow(step) ? words : beyond }))
          .filter(({ value, beside }) => value !== 0 || beside === words)
      }),
  }
}

/** Lines at the levels on which parts begin, from bar to bar. */
function connectors({ steps }: ContributionPlan, layout: RowsLayout, { color }: ChartTheme): object[] {
  const { grid, zero, scale, thickness, beside } = layout
  const band = grid.height / steps.length
  const line = (x: number, from: number, to: number): object => ({
    type: 'line',
    silent: true,
    shape: { x1: x, x2: x, y1: from, y2: to },
    style: { stroke: color.soft, lineWidth: 1.5 },
  })
  // Above their bars stand names, if not beside them.
  return !beside
    ? []
    : steps.slice(0, -1).map(({ to }, index) => {
        const middle = grid.top + band * (index + 0.5)
        return line(grid.left + zero + to * scale, middle + thickness / 2, middle + band - thickness / 2)
      })
}

/** Parts one behind the other, up and down, and then what they make. */
export const contributionChart = defineChart<ContributionProps, ContributionPlan, RowsLayout>({
  props: {
    parts: Array,
    total: String,
    of: String,
    measure: String,
    row: String,
    rest: Boolean,
    highlight: String,
    compare: String,
    mixedPeriods: Boolean,
  },
  plan: (props, find) => planContribution(...read(props, find), props),
  layout: (plan, theme, box: ChartBox) => layoutRows(rowsOf(plan, theme), theme, box),
  option(plan, layout, theme): EChartsCoreOption {
    const { steps } = plan
    const { color } = theme
    const { thickness, valueSize, scale } = layout
    // Both signs on one pile: what is not seen may lie below zero, what is seen never does.
    const bar = { type: 'bar', stack: 'steps', stackStrategy: 'all', silent: true, barWidth: thickness, clip: false }
    const rest = { color: color.track, borderColor: color.context, borderWidth: OUTLINE.track }
    const rows = rowsOption(layout, theme)
    return {
      ...rows,
      series: [
        {
          ...bar,
          itemStyle: { color: 'transparent' },
          data: steps.map(({ from, to, isTotal }) => (isTotal ? 0 : Math.min(from, to))),
        },
        {
          ...bar,
          data: steps.map(step => {
            const { id, from, to, edge, label, emphasis, isTotal } = step
            const below = isBelow(step)
            return {
              value: isTotal ? to : Math.abs(to - from),
              name: markName(isTotal ? 'bar' : 'step', id),
              itemStyle: id === '' ? rest : { color: color[emphasis] },
              label: {
                ...labelOption(label, { size: valueSize, color: valueColor(emphasis, theme) }, theme),
                position: below ? 'left' : 'right',
                distance: gapOf(theme) + (below === to < from ? overhang(edge, thickness) : 0),
              },
            }
          }),
        },
        openEndSeries({
          thickness,
          paper: color.paper,
          ends: steps.map(step => ({ ...endOf(step, scale, theme), value: step.to })),
        }),
      ],
      graphic: [...connectors(plan, layout, theme), ...(rows.graphic as object[])],
    }
  },
  describe: ({ figures, steps }) =>
    sentence(CHART, [
      ...figures.slice(0, -1).map(figure => spoken(figure)),
      steps.some(({ id }) => id === '') ? `另有${REST}` : '',
      `合计${spoken(figures.at(-1)!)}`,
    ]),
  measure: ({ figures }) => measureOf('bars', figures.slice(-1)),
})
