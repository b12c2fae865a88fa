import { LineChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { nearestIds } from '../../model/nearest.ts'
import { type SlopeEnds, type SlopeRow, slopeRows } from '../../model/slope-rows.ts'
import { axisLabel, compareSpans, isSameSpan } from '../../model/span.ts'
import type { Table } from '../../model/table.ts'
import { type ChartBox, type ChartLayout, defineChart, type Finders } from './define-chart.ts'
import { sentence } from './describe.ts'
import { spread } from './label-places.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { type Emphasis, nameLook, reject, valueColor } from './plan.ts'
import { measureOf } from './shared-scale.ts'
import { CUT_AXIS } from './structural.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf, labelSizes } from './theme.ts'
import { breakLines, layoutTimeAxis, timeAxes, type TimeAxisLayout } from './time-axis.ts'
import { emphasisOver, type NamedInTime } from './time-emphasis.ts'
import { itemsOver, type TimeItem } from './time-items.ts'
import { assertOneMeasure, figuresIn, figuresOver, type Slot, type TimeSeries } from './time-series.ts'
import { tellTrend } from './time-words.ts'
import { labelOption } from './value-label.ts'

use(LineChart)

const CHART = '斜率图'
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

function read({ of, pairs = [], names, ...props }: SlopeProps, find: Finders): SlopeLines {
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
function breakNote([, { breaks }]: SlopePlan['slots']): string {
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

/** Height on a page that is read from near, in em of labels, and what each line adds to it. */
const NEAR_EM = { least: 12, line: 2.4 }
/** Least share of the width that lines keep. */
const LINES = 0.32
/** Of the points, in em of labels. */
const POINT_EM = 0.5

interface SlopeLayout extends ChartLayout {
  axis: TimeAxisLayout
  grid: { left: number; top: number; width: number; height: number }
  range: readonly [least: number, most: number]
  valueSize: number
  nameSize: number
  /** From a point to its number. */
  distance: number
  /** Px below the grid for words. */
  under: number
  /** Names of the lines, and widths of the numbers at the left and right ends. */
  names: readonly (readonly string[])[]
  numbers: readonly [left: number, right: number]
  /** Whether names stand at the right end too. */
  both: boolean
  /** Px by which words are moved from their points, at the left and right ends. */
  shifts: readonly [left: readonly number[], right: readonly number[]]
  note: NoteLayout
  fits: boolean
}

interface Mode {
  valueSize: number
  nameSize: number
  both: boolean
}

/** @param crowded whether words need room for lines to their points */
function attempt(plan: SlopePlan, mode: Mode, theme: ChartTheme, box: ChartBox, crowded = false): SlopeLayout {
  const { valueSize, nameSize, both } = mode
  const { slots, series, ends, zero } = plan
  const { chartLabel } = theme.size
  const { width } = box
  const gap = gapOf(theme) / 2
  const distance = chartLabel * (crowded ? 1.8 : 0.9)
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? Math.max(NEAR_EM.least, series.length * NEAR_EM.line) * chartLabel + note.height
  const numbers = ([0, 1] as const).map(end =>
    Math.max(...ends.map(pair => textWidth(pair[end].label.value, valueSize))),
  ) as [number, number]
  const room = width * (1 - LINES) - numbers[0] - numbers[1] - 2 * distance - (both ? 2 : 1) * gap
  const names = series.map(({ name }) => wrapTo(name, Math.max(2, room / (both ? 2 : 1) / nameSize)))
  const nameWidth = Math.max(...names.flat().map(line => textWidth(line, nameSize)))
  const [left, right] = [nameWidth + gap + numbers[0] + distance, (both ? nameWidth + gap : 0) + numbers[1] + distance]
  const heights = names.map(({ length }) => Math.max(valueSize, length * nameSize) * LINE)
  const margin = Math.max(...heights) / 2
  const plotted = Math.max(1, width - left - right)
  // Labels are centred below the points, within the words at the sides.
  const axis = layoutTimeAxis(slots, Math.max(1, Math.min(plotted, 2 * left, 2 * right)), theme)
  const bottom = height - note.height - axis.height
  const grid = { left, top: margin, width: plotted, height: Math.max(1, bottom - 2 * margin) }
  const values = ends.flat().map(({ value }) => value)
  const [smallest, largest] = [Math.min(...values), Math.max(...values)]
  const [least, most] = zero ? [Math.min(0, smallest), Math.max(0, largest)] : [smallest, largest]
  const fitting = grid.height / (most - least || Math.abs(most) || 1)
  const scale = zero ? (box.scale ?? fitting) : fitting
  const range = [least, least + grid.height / scale] as const
  const shifts = ([0, 1] as const).map(end => {
    const wanted = ends.map(pair => grid.top + grid.height - (pair[end].value - least) * scale)
    return spread(wanted, heights, 0, bottom).map((at, index) => at - wanted[index]!)
  }) as [number[], number[]]
  if (!crowded && shifts.flat().some(shift => Math.abs(shift) > valueSize)) return attempt(plan, mode, theme, box, true)
  return {
    axis,
    grid,
    range,
    valueSize,
    nameSize,
    distance,
    under: margin,
    names,
    numbers,
    both,
    shifts,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    ...(zero && { scale }),
    fits: heights.reduce((sum, each) => sum + each, 0) <= bottom && plotted >= width * LINES - 1 && nameWidth <= width,
  }
}

/** Finds lines and their words their places: names at both ends where there is room, else on the left, then smaller. */
function layoutSlope(plan: SlopePlan, theme: ChartTheme, box: ChartBox): SlopeLayout {
  const modes = labelSizes(theme).flatMap(([valueSize, nameSize]) =>
    [true, false].map(both => ({ valueSize, nameSize, both })),
  )
  const layouts = modes.map(mode => attempt(plan, mode, theme, box))
  const isWhole = ({ names, fits }: SlopeLayout): boolean => fits && names.every(({ length }) => length === 1)
  return layouts.find(isWhole) ?? layouts.find(({ fits }) => fits) ?? layouts.at(-1)!
}

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
  plan: (props, find) => planSlope(read(props, find), props),
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
