import type { Figure } from '../model/figure.ts'
import type { Table } from '../model/table.ts'
import { hasPeriodColumns, isWhole } from '../model/table-cells.ts'
import type { AnyChart, Finders, FindTable } from './charts/define-chart.ts'
import { reject } from './charts/plan.ts'
import { isSame, type Measure } from './charts/shared-scale.ts'
import { CUT_AXIS } from './charts/structural.ts'
import { measureIn } from './charts/table-props.ts'
import type { TimeData } from './charts/time-series.ts'
import { listOf } from './list-of.ts'

const NAME = '小图组'
/** Fewest and most panels: more of them nobody compares. */
const COUNT = { least: 2, most: 9 } as const

/** The props of `SmallMultiples`. */
export interface SmallMultiplesProps {
  /** Name of the chart that each panel is. Default: `TrendChart`. */
  chart?: string
  /** Id of a table, of which each measure or row is a panel; or of several, of which each is one. */
  of?: string | readonly string[]
  /** Ids of the measures that are meant. Default: all. */
  measure?: string | readonly string[]
  /** Ids of the rows that are meant, where each is a panel. Default: all but sums. */
  rows?: readonly string[]
  /** What of one table is a panel. Default: rows where the columns are periods, else measures. */
  by?: 'measures' | 'rows'
  /** Instead of tables: a list of ids of figures for each panel. */
  ids?: readonly (readonly string[])[]
  /** Names of the panels; required with `ids`. Default: those of the measures, rows or tables. */
  names?: readonly string[]
  /** Further props of each panel's chart, e.g. `{ type: 'columns' }`. */
  panel?: Readonly<Record<string, unknown>>
  /** The panel in red: id of its measure, row or table; with `ids` its name. Default: the row that is ours. */
  highlight?: string
  /** Panels that a click each makes the one in red; before the first click none is. */
  steps?: readonly string[]
  /** How many of the clicks have been made. Default: all. */
  step?: number
  /** Whether all panels share a scale; if each has its own, the page says so. Default: `shared`. */
  scales?: 'shared' | 'own'
}

/** The props of `SmallMultiples`, for Vue. */
export const smallMultiplesVueProps = {
  chart: String,
  of: [String, Array],
  measure: [String, Array],
  rows: Array,
  by: String,
  ids: Array,
  names: Array,
  panel: Object,
  highlight: String,
  steps: Array,
  scales: String,
}

/** One chart of several. */
export interface Panel {
  id: string
  name: string
  /** Props of its chart. */
  props: Readonly<Record<string, unknown>>
  highlighted: boolean
}

/** Panels before they are shown. */
export interface PanelsPlan {
  panels: readonly Panel[]
  /** Whether each has a scale of its own. */
  own: boolean
  /** What the page says of the scales. */
  note: string
  figures: readonly Figure[]
}

type Draft = Omit<Panel, 'highlighted'>

function panelsOfTable(table: Table, props: SmallMultiplesProps): Draft[] {
  const picked = listOf(props.measure).map(id => measureIn(NAME, table, id))
  const measures = picked.length > 0 ? picked : table.measures
  const { by = hasPeriodColumns(table) ? 'rows' : 'measures' } = props
  if (by === 'measures')
    return measures.map(({ id, label }) => ({ id, name: label, props: { of: table.id, measure: id } }))
  if (!hasPeriodColumns(table))
    reject(NAME, [], `表“${table.id}”的各列不是各个时段，一行画不成一张图；请用 by="measures"`)
  const unknown = props.rows?.find(id => !table.rows.some(row => row.id === id))
  if (unknown !== undefined) reject(NAME, [], `表“${table.id}”没有“${unknown}”这一行`)
  return table.rows
    .filter(row => (props.rows ? props.rows.includes(row.id) : !isWhole(table, row)))
    .map(({ id, text }) => ({
      id,
      name: text,
      props: {
        ids: measures.flatMap(measure => {
          const cell = table.cell(id, measure.id)
          return cell && 'id' in cell ? [cell.id] : []
        }),
      },
    }))
}

function draftsOf(props: SmallMultiplesProps, table: FindTable): Draft[] {
  const { of, ids, names, measure } = props
  const tables = listOf(of).map(table)
  if (ids) {
    if (names?.length !== ids.length) reject(NAME, [], `有${ids.length}组 ids，请用 names 给每张图一个名称`)
    return ids.map((own, index) => ({ id: names[index]!, name: names[index]!, props: { ids: own } }))
  }
  if (tables.length === 0) reject(NAME, [], '没有写 of="表的编号"，也没有写 ids')
  const drafts =
    tables.length === 1
      ? panelsOfTable(tables[0]!, props)
      : tables.map(({ id, label }) => ({
          id,
          name: label,
          props: { of: id, ...(measure !== undefined && { measure }) },
        }))
  return drafts.map((draft, index) => ({ ...draft, name: names?.[index] ?? draft.name }))
}

const isOverTime = (plan: object): plan is Pick<TimeData, 'slots'> => 'slots' in plan

/** @throws ChartDataError where lengths of panels cannot be compared */
function assertOneScale(
  figures: readonly Figure[],
  panels: readonly (Draft & { measure?: Measure | undefined; plan: object })[],
): void {
  const [first] = panels
  const advice = '请分成几组，或写 scales="own"'
  const told = ({ name, measure }: (typeof panels)[number]): string =>
    `“${name}”是${measure!.kind}${measure!.unit && `（${measure!.unit}）`}`
  const cut = panels.find(({ measure }) => measure?.kind === CUT_AXIS)
  if (cut) reject(NAME, figures, `“${cut.name}”${CUT_AXIS}，高低不能和别的图相比；${advice}`)
  const other = panels.find(({ measure }) => measure && first?.measure && !isSame(measure, first.measure))
  if (other) reject(NAME, figures, `${told(first!)}，${told(other)}，不能用同一比例尺；${advice}`)
  const spanOf = ({ plan }: (typeof panels)[number]): string =>
    isOverTime(plan) ? `${plan.slots[0]?.label}至${plan.slots.at(-1)?.label}` : ''
  const later = panels.find(each => spanOf(each) !== spanOf(first!))
  if (later)
    reject(
      NAME,
      figures,
      `“${first!.name}”是${spanOf(first!)}，“${later.name}”是${spanOf(later)}，时间轴不同；${advice}`,
    )
}

/**
 * Plans panels of one chart each.
 * @param chartOf the chart of a name; undefined where there is none
 * @throws ChartDataError for what the chart refuses, and for measures that one scale cannot hold
 */
export function planSmallMultiples(
  props: SmallMultiplesProps,
  chartOf: (name: string) => AnyChart | undefined,
  find: Finders,
): PanelsPlan {
  const {
    chart: name = 'TrendChart',
    panel = {},
    highlight,
    steps,
    step = steps?.length ?? 0,
    scales = 'shared',
  } = props
  const chart = chartOf(name)
  if (!chart) reject(NAME, [], `没有叫“${name}”的图`)
  const drafts = draftsOf(props, find.table)
  if (drafts.length < COUNT.least || drafts.length > COUNT.most)
    reject(NAME, [], `要${COUNT.least}到${COUNT.most}张小图，给了${drafts.length}张；请用 measure 或 rows 挑选`)
  const known = drafts.map(({ id }) => id)
  const lost = [highlight, ...(steps ?? [])].find(id => id !== undefined && !known.includes(id))
  if (lost !== undefined) reject(NAME, [], `要突出的“${lost}”不在这组图里，有：${known.join('、')}`)
  const ours = typeof props.of === 'string' ? find.table(props.of).ours : null
  const named = highlight ?? (ours !== null && known.includes(ours) ? ours : undefined)
  const highlighted = steps ? steps[step - 1] : named
  const planned = drafts.map(draft => {
    const own = { ...panel, ...draft.props }
    const first = chart.plan(own, find) as { figures: readonly Figure[] }
    // Where no panel is named, what a chart emphasises by itself stays, but for a line in each.
    const quiet = draft.id !== highlighted && (named !== undefined || steps !== undefined || isOverTime(first))
    return { ...draft, plan: first, measure: chart.measure?.(first), props: { ...own, ...(quiet && { steps: [] }) } }
  })
  const figures = planned.flatMap(({ plan }) => plan.figures)
  const own = scales === 'own'
  const comparable = planned.some(({ measure }) => measure !== undefined)
  if (!own) assertOneScale(figures, planned)
  return {
    panels: planned.map(({ id, name: head, props: given }) => ({
      id,
      name: head,
      props: given,
      highlighted: id === highlighted,
    })),
    own,
    note: own ? '各图比例尺不同，长短、高低不可相比' : comparable ? '各图同一比例尺' : '',
    figures: [...new Set(figures)],
  }
}
