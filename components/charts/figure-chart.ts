import { FunnelChart, LineChart, PieChart, ScatterChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { valueIn } from '../../model/units.ts'
import { type ChartLayout, defineChart, type FindFigure } from './define-chart.ts'
import { sentence } from './describe.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout } from './note.ts'
import {
  assertFigures,
  type Emphasis,
  type FigureProps,
  figureVueProps,
  hasMixedPeriods,
  reject,
  valueColor,
} from './plan.ts'
import { LINE, wrapTo } from './text-width.ts'
import type { ChartTheme } from './theme.ts'
import { labelOption, spoken, valueLabel } from './value-label.ts'
import { listOf } from '../list-of.ts'

use([FunnelChart, LineChart, PieChart, ScatterChart])

const CHART = '自定图'
/** Sorts of series that are loaded, and of which each item is one number. */
const TYPES = ['bar', 'line', 'scatter', 'pie', 'funnel'] as const
/** Most slices of a pie. */
const MOST_SLICES = 5
/** Parts of an option that bring numbers of their own, or print some. */
const FOREIGN = [
  'dataset',
  'visualMap',
  'timeline',
  'markPoint',
  'markLine',
  'markArea',
  'graphic',
  'media',
  'baseOption',
]

/** What an option may have. */
const KNOWN: readonly string[] = ['grid', 'xAxis', 'yAxis', 'series']

/** The props of a chart whose option the deck brings. */
export interface FigureChartProps extends FigureProps {
  /**
   * An option of ECharts; each item of its series' `data` is the id of a figure, or an object with it as `figure`. The
   * check measures bars and the slices of a pie; it does not measure lines, points, funnels, stacked bars, several
   * pies, and ends of bars tell no qualifier.
   */
  option: object
}

type Dict = Readonly<Record<string, unknown>>

interface FigureSeries extends Dict {
  type: (typeof TYPES)[number]
  data: readonly (Dict | null)[]
}

/** A chart of the deck's own before it is drawn. */
export interface FigurePlan {
  option: Dict
  series: readonly FigureSeries[]
  figures: readonly Figure[]
  /** Whether labels name periods. */
  mixed: boolean
  emphasisOf: (id: string) => Emphasis
}

const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value)
/** An option without its functions: what is printed is for the one formatter to say. */
function withoutFunctions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFunctions)
  if (!isDict(value)) return typeof value === 'function' ? undefined : value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]) => (typeof own === 'function' ? [] : [[key, withoutFunctions(own)]])),
  )
}

/** The keys of an option, however deep. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  return isDict(value) ? Object.entries(value).flatMap(([key, own]) => [key, ...keysIn(own)]) : []
}

/** An item of a series as an object with its figure; null for a gap. */
function itemOf(item: unknown, where: string): (Dict & { figure: string }) | null {
  if (item === null || item === '-') return null
  if (typeof item === 'string') return { figure: item }
  if (isDict(item) && typeof item.figure === 'string' && !('value' in item)) return { ...item, figure: item.figure }
  return reject(CHART, [], `${where} 写的是 ${JSON.stringify(item)}；图里的数只能是数据编号，或 { figure: '编号' }`)
}

function assertAxes(option: Dict, series: readonly Dict[]): void {
  for (const name of ['xAxis', 'yAxis']) {
    const axes = listOf(option[name]).filter(isDict)
    const values = axes.filter(({ type }) => type === 'value' || type === 'log')
    const grids = values.map(({ gridIndex = 0 }) => gridIndex)
    if (new Set(grids).size < grids.length)
      reject(CHART, [], `${name} 有两根数轴：双轴图的高低不可相比；请分成上下两格，或用 TotalAndGrowth`)
    const bars = series.some(({ type }) => type === 'bar')
    const cut = values.find(({ min }) => min !== undefined && min !== 0)
    if (cut && bars) reject(CHART, [], `${name}.min 不是 0：条形比的是长短，必须从零起`)
    const bent = values.find(({ type, scale }) => type === 'log' || scale === true)
    if (bent && bars)
      reject(
        CHART,
        [],
        `${name} 写了 ${bent.type === 'log' ? "type: 'log'" : 'scale: true'}，不从零起：条形比的是长短；请去掉，或改用 line`,
      )
    const number = axes.flatMap(({ data }) => listOf(data)).find(each => typeof each === 'number')
    if (number !== undefined) reject(CHART, [], `${name}.data 里有写死的数 ${String(number)}，请写成文字`)
  }
}

/**
 * Plans an option of the deck's own.
 * @throws ChartDataError for numbers that are no figures, and for forms that mislead
 */
export function planFigureChart({ option: given, ...props }: FigureChartProps, find: FindFigure): FigurePlan {
  if (!isDict(given)) reject(CHART, [], '没有写 :option="{ series: […] }"')
  const option = withoutFunctions(given) as Dict
  const keys = keysIn(option)
  const series = listOf(option.series).filter(isDict)
  const deep = [...keys, ...series.map(({ type }) => String(type))].find(key => /3D$|^(?:globe|geo3D)$/.test(key))
  if (deep !== undefined) reject(CHART, [], `${deep} 是立体图，看不准大小；请用平面的`)
  const foreign = FOREIGN.find(key => keys.includes(key))
  if (foreign !== undefined) reject(CHART, [], `不能用 ${foreign}：数要写在 series 的 data 里，每个都是数据编号`)
  const strange = Object.keys(option).find(key => !KNOWN.includes(key))
  if (strange !== undefined)
    reject(CHART, [], `不能用 ${strange}，option 里只有 ${KNOWN.join('、')}；名称和数直接标在图上`)
  if (series.length === 0) reject(CHART, [], 'option 里没有 series')
  const planned = series.map((each, index): FigureSeries => {
    const type = TYPES.find(name => name === each.type)
    if (!type) reject(CHART, [], `series[${index}].type 是“${String(each.type)}”，只能是 ${TYPES.join('、')}`)
    if (!Array.isArray(each.data) || each.data.length === 0) reject(CHART, [], `series[${index}] 没有 data`)
    const data = each.data.map((item, place) => itemOf(item, `series[${index}].data[${place}]`))
    if (type === 'pie' && data.length > MOST_SLICES)
      reject(CHART, [], `饼图有${data.length}块，多于${MOST_SLICES}块就比不出大小；请用 BarChart`)
    if (type === 'pie' && each.roseType)
      reject(CHART, [], `series[${index}].roseType 让半径也变，大小就看不准；请去掉，或用 BarChart`)
    return { ...each, type, data }
  })
  const refs = planned.flatMap(({ data }) => data.flatMap(item => (item ? [String(item.figure)] : [])))
  const figures = [...new Set(refs)].map(find)
  assertAxes(option, planned)
  assertFigures(CHART, figures, { same: 'measure' }, props.mixedPeriods)
  const below = figures.find(({ value }) => value < 0)
  if (below && planned.some(({ type }) => type === 'pie' || type === 'funnel'))
    reject(CHART, figures, `“${below.id}”小于零，没有负的面积；请用 GrowthBars`)
  const { highlight, compare, steps, step = steps?.length ?? 0 } = props
  const lost = [highlight, compare, ...(steps ?? [])].find(id => id !== undefined && !refs.includes(id))
  if (lost !== undefined) reject(CHART, figures, `要突出的“${lost}”不在这张图里`)
  const highlighted = steps ? steps[step - 1] : highlight
  return {
    option,
    series: planned,
    figures,
    mixed: hasMixedPeriods(figures),
    emphasisOf: id =>
      id === highlighted ? 'highlight' : highlighted !== undefined && id === compare ? 'compare' : 'context',
  }
}

/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 17
/** Widest line, in em, of the name of a slice or a step: in a narrow drawing, and in a wide one. */
const PART_EM = [4, 7] as const
/** Width from which a drawing is wide, in em of labels. */
const WIDE_EM = 30

interface FigureLayout extends ChartLayout {
  note: NoteLayout
}

/** The lines of a name beside a slice or a step. */
function partLines(item: Dict, { short }: Figure, width: number, { size }: ChartTheme): string[] {
  return wrapTo(String(item.name ?? short), PART_EM[width < WIDE_EM * size.chartLabel ? 0 : 1])
}

/** Height in which the names and numbers beside the steps of funnels have room below each other; px. */
function funnelHeight({ series, figures }: FigurePlan, theme: ChartTheme, width: number): number {
  const counts = series
    .filter(({ type }) => type === 'funnel')
    .map(({ data }) => {
      const lines = data.map(item => {
        const figure = figures.find(({ id }) => id === item?.figure)
        return item && figure ? partLines(item, figure, width, theme).length + 1 : 0
      })
      return data.length * Math.max(...lines)
    })
  return Math.max(0, ...counts) * Math.round(theme.size.chartLabel * LINE) + theme.size.chartLabel
}

/**
 * What an item is to the number gate: bars from zero and slices of the only pie are measured; lines, points, funnels
 * and what is stacked or of several pies are not.
 */
function markOf({ type, stack }: FigureSeries, series: readonly FigureSeries[]): 'own-bar' | 'slice' | 'drawn' {
  if (type === 'bar' && stack === undefined) return 'own-bar'
  return type === 'pie' && series.filter(each => each.type === 'pie').length === 1 ? 'slice' : 'drawn'
}

/** An axis of which only what is no number is printed, in the deck's type. */
function axisOption(axis: unknown, { color, size }: ChartTheme): unknown {
  if (!isDict(axis)) return axis
  const isValue = axis.type === 'value' || axis.type === 'log'
  const label = { fontSize: size.chartSmall, color: color.soft, ...(isDict(axis.axisLabel) && axis.axisLabel) }
  return {
    axisTick: { show: false },
    axisLine: { show: !isValue, lineStyle: { color: color.ink, width: 2 } },
    ...axis,
    axisLabel: isValue ? { show: false } : { ...label, formatter: undefined },
    ...(isValue && { splitLine: { show: false } }),
  }
}

/** A chart whose option the deck brings; its numbers are figures, printed by the one formatter. */
export const figureChart = defineChart<FigureChartProps, FigurePlan, FigureLayout>({
  props: { option: Object, ...figureVueProps },
  plan: (props, find) => planFigureChart(props, find.figure),
  layout(plan, theme, box) {
    const note = layoutNote([box.remark], box.width, theme)
    const near = Math.max(NEAR_EM * theme.size.chartLabel, funnelHeight(plan, theme, box.width) + note.height)
    const height = box.height ?? near
    return { height, note: { ...note, at: [0, height - note.height] } }
  },
  option({ option, series, figures, mixed, emphasisOf }, { note }, theme, { width }): EChartsCoreOption {
    const { color, size } = theme
    const value = valueIn(figures[0]?.unit ?? '')
    const axes = (name: string): object =>
      name in option ? { [name]: listOf(option[name]).map(axis => axisOption(axis, theme)) } : {}
    return {
      // Words of axes are within it: at the edge of the drawing they would be cut by what ECharts misjudges of them.
      grid: {
        ...{ left: 8, right: 8, top: size.chartLabel * 2, bottom: size.chartLabel / 2 + note.height },
        outerBoundsMode: 'same',
      },
      ...option,
      ...axes('xAxis'),
      ...axes('yAxis'),
      series: series.map(each => ({
        lineStyle: { color: color.context, width: 4 },
        symbolSize: size.chartLabel * 0.5,
        symbol: 'circle',
        // Words beside a step of a funnel keep off the wider one above, and off one another.
        ...(each.type === 'funnel' && {
          top: size.chartLabel / 2,
          bottom: size.chartLabel / 2 + note.height,
          labelLayout: { moveOverlap: 'shiftY' },
          ...(width >= WIDE_EM * size.chartLabel && { labelLine: { length: size.chartLabel * 2.5 } }),
        }),
        ...each,
        silent: true,
        data: each.data.map(item => {
          if (!item) return '-'
          const figure = figures.find(({ id }) => id === item.figure)!
          const emphasis = emphasisOf(figure.id)
          const isPart = each.type === 'pie' || each.type === 'funnel'
          const printed = labelOption(
            valueLabel(figure, { style: figure.change === undefined ? 'plain' : 'signed', period: mixed }),
            { size: isPart ? size.chartLabel : size.chartValue, color: valueColor(emphasis, theme) },
            theme,
          )
          const { figure: _, ...own } = item
          return {
            ...own,
            name: (own.name as string | undefined) ?? figure.short,
            value: value(figure),
            mark: markName(markOf(each, series), figure.id),
            itemStyle: {
              color: color[emphasis],
              ...(isPart && { borderColor: color.paper, borderWidth: 2 }),
              ...(isDict(own.itemStyle) && own.itemStyle),
            },
            label: {
              position: isPart ? 'outside' : figure.value < 0 ? 'bottom' : 'top',
              ...(isDict(each.label) && each.label),
              ...(isDict(own.label) && own.label),
              ...printed,
              ...(isPart && {
                formatter: [...partLines(own, figure, width, theme), printed.formatter].join('\n'),
                overflow: 'none',
                lineHeight: Math.round(size.chartLabel * LINE),
              }),
            },
          }
        }),
      })),
      graphic: noteElement(note, theme),
    }
  },
  describe: ({ figures, mixed }) => sentence(CHART, [figures.map(figure => spoken(figure, mixed)).join('；')]),
})
