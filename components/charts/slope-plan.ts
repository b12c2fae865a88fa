import type { Figure } from '../../model/figure.ts'
import { nearestIds } from '../../model/nearest.ts'
import { type SlopeEnds, type SlopeRow, slopeRows } from '../../model/slope-rows.ts'
import { axisLabel, compareSpans, isSameSpan } from '../../model/span.ts'
import type { Table } from '../../model/table.ts'
import type { Finders } from './define-chart.ts'
import { type Emphasis, reject } from './plan.ts'
import { CUT_AXIS } from './structural.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { itemsOver, type TimeItem } from './time-items.ts'
import { assertOneMeasure, figuresIn, figuresOver, type Slot, type TimeSeries } from './time-series.ts'

/** The chart's name in messages. */
export const CHART = '斜率图'
/** Most rows. */
const MOST = 8

/** What a deck may say of two times and the lines between them. */
export interface SlopeProps extends SlopeEnds, NamedInTime {
  /** Id of a table: of periods, whose measures are lines, or of subjects with a measure for each time. */
  of?: string
  /** Instead of a table: ids of figures, two for each line. */
  pairs?: readonly (readonly [from: string, to: string])[]
  /** Names of the lines of `pairs`. Default: the short labels of the later figures. */
  names?: readonly string[]
  /** Where the axis begins: at zero, or at the data, which the note then says. Default: at zero for a single line. */
  base?: 'zero' | 'data'
}

/** Lines between two times before they are drawn. */
export interface SlopePlan {
  slots: readonly [from: Slot, to: Slot]
  series: readonly (TimeSeries & { emphasis: Emphasis })[]
  /** Of each line its two ends. */
  ends: readonly (readonly [from: TimeItem, to: TimeItem])[]
  /** Whether zero is shown. */
  zero: boolean
  note: string
  figures: readonly Figure[]
}

/** Lines as the deck asks for them, and what was left out of a table. */
export interface SlopeLines {
  rows: readonly SlopeRow[]
  breaks: string | null
  missing: readonly string[]
  /** The row that is ours, among others. */
  ours: string | null
}

function readTable(table: Table, props: SlopeProps): SlopeLines {
  const all = figuresIn(table)
  const series = table.by === 'periods'
  const [times, lines] = series ? [table.rows, table.measures] : [table.measures, table.rows]
  const assertThere = (what: string, known: readonly { id: string }[], ids: readonly (string | undefined)[]): void => {
    const own = known.map(({ id }) => id)
    const strange = ids.find(id => id !== undefined && !own.includes(id))
    if (strange !== undefined)
      reject(CHART, all, `表“${table.id}”没有“${strange}”这${what}，最接近的是：${nearestIds(strange, own).join('、')}`)
  }
  const { from, to, measure, rows: picked } = props
  assertThere(series ? '一行' : '一列', times, [from, to])
  assertThere(
    series ? '一列' : '一行',
    lines,
    series ? (measure === undefined ? [] : [measure].flat()) : (picked ?? []),
  )
  const rows = slopeRows(table, props)
  const isWhole = ({ ends }: SlopeRow): boolean => ends.every(end => end !== null)
  const [first, last] = [from ?? times[0]?.id, to ?? times.at(-1)?.id].map(id =>
    times.findIndex(each => each.id === id),
  )
  return {
    rows: rows.filter(isWhole),
    breaks: series
      ? (table.rows.slice(first! + 1, last! + 1).find(({ breaks }) => breaks !== null)?.breaks ?? null)
      : null,
    missing: rows.filter(row => !isWhole(row)).map(({ name }) => name),
    ours: table.ours,
  }
}

/** The lines that a deck asks for. */
export function readSlope({ of, pairs = [], names, ...props }: SlopeProps, find: Finders): SlopeLines {
  if (of !== undefined) return readTable(find.table(of), props)
  const rows = pairs.map((pair, index): SlopeRow => {
    const [from, to] = pair.map(find.figure) as [Figure, Figure]
    return { id: to.id, name: names?.[index] ?? (from.short === to.short ? to.short : to.label), ends: [from, to] }
  })
  return { rows, breaks: null, missing: [], ours: null }
}

/** The two times of lines. @throws ChartDataError where there are others, or no dates, or the later one is first */
function slotsOf({ rows, breaks }: SlopeLines, all: readonly Figure[]): [from: Slot, to: Slot] {
  const [from, to] = ([0, 1] as const).map((end): Slot => {
    const periods = rows.map(({ ends }) => ends[end]!.period)
    const [first] = periods
    const unknown = periods.find(({ span }) => span === null)
    if (!first || unknown)
      reject(CHART, all, `时段“${unknown?.text ?? ''}”读不出起止；请在 data/periods.ts 里写明 span`)
    const other = periods.find(({ span }) => !isSameSpan(span!, first.span!))
    if (other) reject(CHART, all, `一端要是同一时段：有${first.text}的，也有${other.text}的；请分成几张图`)
    return {
      span: first.span!,
      label: axisLabel(first.span!),
      part: false,
      told: true,
      breaks: end === 1 ? breaks : null,
    }
  }) as [Slot, Slot]
  if (compareSpans(from.span, to.span) >= 0)
    reject(CHART, all, `两端要一先一后：from 是${from.label}，to 是${to.label}；请改 from 和 to`)
  return [from, to]
}

/** Why the ends of lines do not compare; empty where they do. */
export function breakNote([, { breaks }]: SlopePlan['slots']): string {
  return breaks === null ? '' : `双竖线：其间${breaks}，两端不可比`
}

/** @throws ChartDataError for figures that no one scale can hold, and for other than two times */
export function planSlope(
  given: SlopeLines,
  props: SlopeProps & { steps?: readonly string[]; step?: number } = {},
): SlopePlan {
  const series = given.rows.map(({ id, name, ends }): TimeSeries => ({ id, name, figures: ends }))
  const figures = figuresOver({ series })
  if (series.length < 1 || series.length > MOST)
    reject(
      CHART,
      figures,
      `要1到${MOST}行两端都有数的，给了${series.length}行；请用 measure 或 rows 挑几行，或改用 DataTable`,
    )
  const twice = figures.find((figure, index) => figures.indexOf(figure) !== index)
  if (twice) reject(CHART, figures, `“${twice.id}”给了两次`)
  assertOneMeasure(CHART, series, MOST)
  const slots = slotsOf(given, figures)
  const named = emphasisOver(
    CHART,
    { slots, series },
    props,
    (series.find(({ id }) => id === given.ours) ?? series[0]!).id,
  )
  const items = itemsOver(slots, series, (figure, own, slot) =>
    named.ofSeries(own) === 'context' ? named.ofFigure(figure, own, slot) : named.ofSeries(own),
  )
  const ends = series.map((_, index) => items.filter(item => item.series === index) as [TimeItem, TimeItem])
  // An end that is named stands for its line.
  const ofLine = ([from, to]: readonly [TimeItem, TimeItem]): Emphasis =>
    [from.emphasis, to.emphasis].find(each => each !== 'context') ?? 'context'
  const { base = series.length > 1 ? 'data' : 'zero' } = props
  const zero = base === 'zero' || items.some(({ value }) => value < 0)
  return {
    slots,
    series: series.map((each, index) => ({ ...each, emphasis: ofLine(ends[index]!) })),
    ends: ends.map(pair => pair.map(item => ({ ...item, emphasis: ofLine(pair) })) as [TimeItem, TimeItem]),
    zero,
    note: [
      zero ? '' : CUT_AXIS,
      breakNote(slots),
      given.missing.length > 0 ? `原表无数：${given.missing.join('、')}` : '',
    ]
      .filter(Boolean)
      .join('　'),
    figures,
  }
}
