import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { formatFigure } from '../../model/format.ts'
import { mainMeasure, peersOf, placeAmong } from '../../model/table-cells.ts'
import { bars, barsOption, withGiantNote } from './bar-rows.ts'
import { type ChartBox, defineChart } from './define-chart.ts'
import { sentence, tellFigures } from './describe.ts'
import { oursOf, planPeers } from './peers.ts'
import { type FigureProps, figureVueProps, type Item, type Plan, reject } from './plan.ts'
import { layoutRows, type RowsLayout, type RowsRequest } from './rows.ts'
import { measureOf } from './shared-scale.ts'
import { measureIn, type OfTable, tableOf } from './table-props.ts'
import type { ChartTheme } from './theme.ts'

const CHART = '排序条形图'
/** Fewest and most peers. */
const COUNT = [2, 20] as const
/** Rows from which two columns stand beside each other where one has no room. */
const MANY = 12

/** The props of bars that rank the rows of a table. */
export interface RankProps extends Omit<FigureProps, 'mixedPeriods'>, OfTable {
  /** How many of them, from the first on. Default: all. */
  top?: number
}

/** Peers before they are drawn. */
export interface RankPlan extends Omit<Plan, 'items'> {
  items: readonly (Item & { rank: string })[]
}

/** @throws ChartDataError where the table prints another place than the order gives */
function assertRanks(table: Table, measure: string, all: readonly Figure[]): void {
  const ranking = table.measures.find(({ kind, of }) => kind === 'rank' && of === measure)
  if (!ranking) return
  for (const { id } of table.rows) {
    const [own, rank] = [table.cell(id, measure), table.cell(id, ranking.id)]
    if (!own || !rank || !('id' in own) || !('id' in rank) || !all.includes(own)) continue
    const place = placeAmong(own, all)
    if (rank.value !== place)
      reject(CHART, [own, rank], `表里印的是${formatFigure(rank)}，按数排却是第${place}；请核对这两列`)
  }
}

/**
 * Plans bars of the peers of a table, the largest first, each with its place.
 * @throws ChartDataError for periods, ranks and too many rows, and where the table prints other places
 */
export function planRanks(table: Table, props: Omit<RankProps, 'of'> = {}): RankPlan {
  const { measure: named = mainMeasure(table), top, ...rest } = props
  const measure = measureIn(CHART, table, named)
  if (table.by === 'periods') reject(CHART, [], `“${table.id}”的各行是时段，不是同类；请用 TrendChart`)
  const all = peersOf(table, measure.id)
  const figures = peersOf(table, measure.id, top)
  assertRanks(table, measure.id, all)
  const ours = oursOf(table, measure.id, rest)
  const mine = all.find(({ id }) => id === ours)
  if (mine && !figures.includes(mine))
    reject(CHART, figures, `“${mine.short}”排在第${placeAmong(mine, all)}，不在前${top}里；请加大 top，或去掉它`)
  const plan = planPeers(CHART, figures, ours, COUNT, rest)
  const gaps = table.rows.filter(({ id }) => {
    const cell = table.cell(id, measure.id)
    return cell && 'gap' in cell
  })
  const missing = gaps.length > 0 ? `原表无数：${gaps.map(({ text }) => text).join('、')}` : ''
  return withGiantNote({
    ...plan,
    items: plan.items.map((item, index) => ({ ...item, rank: String(placeAmong(figures[index]!, figures)) })),
    note: [plan.note, missing].filter(Boolean).join('　'),
  })
}

interface RankLayout extends RowsLayout {
  /** How many columns of rows stand beside each other. */
  columns: number
}

/** Finds rows their places: in one column, or where that is too low for many of them, in two. */
function layoutRanks(plan: RankPlan, theme: ChartTheme, box: ChartBox): RankLayout {
  const request: RowsRequest = { ...bars(plan, theme), close: true }
  const one = { ...layoutRows(request, theme, box), columns: 1 }
  if (one.fits || box.height === undefined || plan.items.length < MANY) return one
  const two = { ...layoutRows({ ...request, columns: 2 }, theme, box), columns: 2 }
  return two.fits ? two : one
}

/** Options of which each has a grid with one value axis, as one. */
function besideEachOther(options: readonly EChartsCoreOption[]): EChartsCoreOption {
  const list = (value: unknown): object[] => [value].flat() as object[]
  const axesBefore = (index: number): number =>
    options.slice(0, index).reduce((sum, { yAxis }) => sum + list(yAxis).length, 0)
  return {
    grid: options.map(({ grid }) => grid),
    xAxis: options.map(({ xAxis }, index) => ({ ...(xAxis as object), gridIndex: index })),
    yAxis: options.flatMap(({ yAxis }, index) =>
      list(yAxis).map(axis => ({ ...axis, gridIndex: index, id: `${(axis as { id: string }).id} ${index}` })),
    ),
    series: options.flatMap(({ series }, index) =>
      list(series).map(each => ({ ...each, xAxisIndex: index, yAxisIndex: axesBefore(index) })),
    ),
    graphic: options.flatMap(({ graphic }) => list(graphic)),
  }
}

/** Peers from the largest down, ours in red, with their places. */
export const rankBars = defineChart<RankProps, RankPlan, RankLayout>({
  props: { of: String, measure: String, top: Number, highlight: figureVueProps.highlight, compare: String },
  plan: ({ of, ...props }, find) => planRanks(tableOf(CHART, of, find.table), props),
  layout: layoutRanks,
  option(plan, layout, theme, box) {
    const { columns, grid, rows } = layout
    if (columns === 1) return barsOption(plan, layout, theme)
    const each = Math.ceil(rows.length / columns)
    return besideEachOther(
      Array.from({ length: columns }, (_, index) => {
        const [from, to] = [index * each, (index + 1) * each]
        const own = rows.slice(from, to)
        const left = grid.left + (index * (box.width - layout.columnWidth)) / (columns - 1)
        const column = { ...grid, left, height: (grid.height * own.length) / each }
        const note = index === 0 ? layout.note : { ...layout.note, lines: [] }
        return barsOption(
          { ...plan, items: plan.items.slice(from, to) },
          { ...layout, rows: own, grid: column, note },
          theme,
        )
      }),
    )
  },
  describe: ({ figures, mixed }) => sentence(CHART, [tellFigures(figures, mixed)]),
  measure: ({ figures }) => measureOf('bars', figures),
})
