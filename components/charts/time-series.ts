import type { Figure, ResolvedPeriod } from '../../model/figure.ts'
import { axisLabel, compareSpans, isPartOfYear, isSameSpan, type Span, spanYear } from '../../model/span.ts'
import type { Table } from '../../model/table.ts'
import { isSameBase } from '../../model/units.ts'
import { kindName } from '../../model/vocabulary.ts'
import type { Finders } from './define-chart.ts'
import { reject } from './plan.ts'
import { listOf } from '../list-of.ts'
import { measureIn } from './table-props.ts'

/** A place on a time axis. */
export interface Slot {
  span: Span
  /** As the axis has room for it: 2019, 2020年1—11月. */
  label: string
  /** Whether it is a part of a year among whole ones, with which it does not compare. */
  part: boolean
  /** Whether the data names it, even if it has no number there; not where time only runs on through it. */
  told: boolean
  /** Why what begins here is not comparable with what came before; `null` where it is. */
  breaks: string | null
}

/** A measure over the slots of a time axis. */
export interface TimeSeries {
  /** Id of its measure, or table; of a list of figures that of the first. */
  id: string
  name: string
  /** One for each slot; `null` where there is no number. */
  figures: readonly (Figure | null)[]
}

/** Series on one time axis. */
export interface TimeData {
  slots: readonly Slot[]
  series: readonly TimeSeries[]
}

/** What is drawn over time: a table, or lists of figures. */
export interface TimeProps {
  /** Id of a table whose rows are periods, or several. */
  of?: string | readonly string[]
  /** Ids of measures, where the table has several. Default: its only one. */
  measure?: string | readonly string[]
  /** Instead of a table: ids of figures of several periods, in order; a list of lists for several series. */
  ids?: readonly string[] | readonly (readonly string[])[]
  /** Names of the series. Default: those of the measures. */
  names?: readonly string[]
}

/** The props of `TimeProps`, for Vue. */
export const timeVueProps = { of: [String, Array], measure: [String, Array], ids: Array, names: Array }

/** A series before it has slots. */
interface Rows {
  id: string
  name: string
  rows: readonly { period: ResolvedPeriod; figure: Figure | null; breaks: string | null }[]
}

/** A cell as a figure; `null` for a gap. */
function figureIn(table: Table, row: string, measure: string): Figure | null {
  const cell = table.cell(row, measure)
  return cell && 'value' in cell ? cell : null
}

/** The figures of a table's measures, for errors. */
export function figuresIn(table: Table): Figure[] {
  return table.rows.flatMap(row => table.measures.flatMap(({ id }) => figureIn(table, row.id, id) ?? []))
}

function rowsOfMeasure(chart: string, table: Table, id: string): Rows {
  const { label } = measureIn(chart, table, id)
  if (table.by !== 'periods')
    reject(chart, figuresIn(table), `表“${table.id}”的行不是时段（rows 应为 periods）；各行相比请用 BarChart`)
  const rows = table.rows.map(row => ({ period: row.period!, figure: figureIn(table, row.id, id), breaks: row.breaks }))
  return { id, name: label, rows }
}

/** The measures that a chart takes of a table. @throws ChartDataError where that is not said, and there are several */
function measuresOf(chart: string, table: Table, asked: readonly string[]): readonly string[] {
  const own = table.measures.map(({ id }) => id)
  if (asked.length === 0 && own.length > 1)
    reject(chart, figuresIn(table), `表“${table.id}”有几列，请用 measure 写明画哪一列：${own.join('、')}`)
  return asked.length > 0 ? asked : own
}

function rowsOf(chart: string, { of, measure, ids }: TimeProps, find: Finders): Rows[] {
  const tables = listOf(of).map(find.table)
  const measured = tables.map(each =>
    measuresOf(chart, each, listOf(measure)).map(id => rowsOfMeasure(chart, each, id)),
  )
  const lists = (ids ?? []).some(Array.isArray)
    ? (ids as readonly (readonly string[])[])
    : ids
      ? [listOf(ids as never)]
      : []
  const listed = lists.map(list => {
    const figures = list.map(find.figure)
    return {
      id: figures[0]?.id ?? '',
      // Cells of a table have its measure for a label, and the row for a short one.
      name:
        (figures.every(({ label }) => label === figures[0]!.label) ? figures[0]?.label : figures.at(-1)!.short) ?? '',
      rows: figures.map(each => ({ period: each.period, figure: each, breaks: null })),
    }
  })
  const several = tables.length > 1 && new Set(measured.flat().map(({ id }) => id)).size < measured.flat().length
  // Tables of one measure each are told apart by what they are about.
  return [
    ...measured.flatMap((own, index) =>
      several ? own.map(each => ({ ...each, id: tables[index]!.id, name: tables[index]!.label })) : own,
    ),
    ...listed,
  ]
}

/** A year that nobody told stays on the axis as an empty place, so that time runs evenly. */
function untoldYears(spans: readonly Span[]): Span[] {
  const isYear = (span: Span): boolean =>
    span.sort === 'during' && span.from.part === '' && span.from.year === span.to.year
  const years = spans.map(spanYear)
  if (!spans.every(isYear) || years.length < 2) return []
  const [first, last] = [years[0]!, years.at(-1)!]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(year => !years.includes(year))
    .map(year => ({ sort: 'during', from: { year, part: '' }, to: { year, part: '' } }))
}

function slotsOf(rows: readonly Rows[]): Slot[] {
  const told = rows
    .flatMap(each => each.rows)
    .filter(({ period }, index, all) => all.findIndex(other => isSameSpan(other.period.span!, period.span!)) === index)
    .map(({ period }) => period.span!)
    .sort(compareSpans)
  const spans = [...told, ...untoldYears(told)].sort(compareSpans)
  const mixed = spans.some(isPartOfYear) && !spans.every(isPartOfYear)
  const years = new Set(spans.flatMap(({ from, to }) => [from.year, to.year]))
  const year = years.size === 1 ? [...years][0] : undefined
  return spans.map(span => ({
    span,
    label: axisLabel(span, year),
    part: mixed && isPartOfYear(span),
    told: told.includes(span),
    breaks:
      rows.flatMap(each => each.rows).find(row => row.breaks !== null && isSameSpan(row.period.span!, span))?.breaks ??
      null,
  }))
}

function assertPeriods(chart: string, { rows }: Rows, all: readonly Figure[]): void {
  const unknown = rows.find(({ period }) => period.span === null)
  if (unknown)
    reject(chart, all, `时段“${unknown.period.text}”读不出起止，排不到时间轴上；请在 data/periods.ts 里写明 span`)
  const late = rows.find(
    ({ period }, index) => index > 0 && compareSpans(rows[index - 1]!.period.span!, period.span!) >= 0,
  )
  if (late) reject(chart, all, `时段没有按先后排：“${late.period.text}”应在前面；同一时段只能有一个数`)
}

/**
 * Reads what a chart draws over time, on one axis. Places at its ends for which there is no number are left out.
 * @throws ChartDataError for figures that no time axis can hold together
 */
export function readTime(chart: string, props: TimeProps, find: Finders): TimeData {
  const rows = rowsOf(chart, props, find)
  const all = rows.flatMap(each => each.rows).flatMap(each => each.figure ?? [])
  rows.forEach(each => assertPeriods(chart, each, all))
  const slots = slotsOf(rows)
  const series = rows.map((each, index) => ({
    id: each.id,
    name: props.names?.[index] ?? each.name,
    figures: slots.map(({ span }) => each.rows.find(({ period }) => isSameSpan(period.span!, span))?.figure ?? null),
  }))
  const filled = slots.flatMap((_, index) => (series.some(({ figures }) => figures[index]) ? [index] : []))
  const [first = 0, last = -1] = [filled[0], filled.at(-1)]
  return {
    slots: slots.slice(first, last + 1),
    series: series.map(each => ({ ...each, figures: each.figures.slice(first, last + 1) })),
  }
}

/** All figures of series, one series after the other. */
export function figuresOver({ series }: Pick<TimeData, 'series'>): Figure[] {
  return series.flatMap(({ figures }) => figures.filter(figure => figure !== null))
}

/**
 * @throws ChartDataError where the figures of series are not of one kind, base and basis of comparison, or too few
 */
export function assertOneMeasure(chart: string, series: readonly TimeSeries[], most: number): void {
  const figures = figuresOver({ series })
  const [first] = figures
  if (series.length < 1 || series.length > most)
    reject(chart, figures, `要1到${most}个系列，给了${series.length}个；请分成几张图`)
  const short = series.find(each => each.figures.filter(Boolean).length < 2)
  if (!first || short)
    reject(
      chart,
      figures,
      `${short && series.length > 1 ? `“${short.name}”` : ''}不到两个时段，看不出变化；一个数请用 BigNumber`,
    )
  const assertSame = (
    what: string,
    read: (figure: Figure) => string,
    same = (a: string, b: string) => a === b,
  ): void => {
    const other = figures.find(figure => !same(read(first), read(figure)))
    if (other)
      reject(chart, figures, `${what}不同：“${first.id}”是${read(first)}，“${other.id}”是${read(other)}；请分成几张图`)
  }
  const rank = figures.find(({ kind }) => kind === 'rank')
  if (rank) reject(chart, figures, `“${rank.id}”是${kindName(rank)}，位次越小越好，不画成高低`)
  assertSame('类别', figure => kindName({ ...figure, value: 1 }))
  assertSame('单位', ({ unit }) => unit, isSameBase)
  assertSame('比较的基期', ({ comparedWith = '（未写明）' }) => comparedWith)
}

/** What a note has to say of a time axis: places without a number, breaks, parts of years. */
export function timeNote(chart: { slots: readonly Slot[]; series: readonly TimeSeries[] }, mark: string): string[] {
  const { slots, series } = chart
  const gaps = series.flatMap(({ figures }) => {
    const [first, last] = [figures.findIndex(Boolean), figures.findLastIndex(Boolean)]
    return slots.filter((_, place) => first < place && place < last && figures[place] === null)
  })
  return [
    gaps.some(({ told }) => told) ? '断开处没有数据' : gaps.length > 0 && mark === '柱' ? '空着的时段没有数据' : '',
    ...slots
      .filter(({ breaks }, index) => breaks !== null && index > 0)
      .map(({ label, breaks }) => `双竖线：${label.replace(/\d$/, '$&年')}起${breaks}，与以前不可比`),
    slots.some(({ part }) => part) ? `空心${mark}：不足一年` : '',
  ].filter(Boolean)
}
