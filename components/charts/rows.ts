import type { EChartsCoreOption } from 'echarts/core'
import type { ChartBox, ChartLayout } from './define-chart.ts'
import { type NoteLayout, layoutNote, noteElement } from './note.ts'
import { type Item, nameLook } from './plan.ts'
import { LINE, LINE_EM, SHORT_EM, textWidth, wrapTo } from './text-width.ts'
import { groundOf } from './value-label.ts'
import { type ChartTheme, gapOf, indentOf } from './theme.ts'

/** A row of a category axis: its id is the category. */
export type Row = Pick<Item, 'id' | 'name' | 'sub' | 'emphasis'> & {
  /** Its place among the others, before its name. */
  rank?: string
}

/** How far a bar reaches, and what stands behind its end. */
export interface BarEnd {
  /** Negative for a bar that goes left. */
  value: number
  /** Px behind it. */
  beside: number
}

/** What rows of bars have to say and need. */
export interface RowsRequest {
  rows: readonly Row[]
  /** Size of what is said below the names. Default: small. */
  subSize?: number
  /** The bars at a thickness and a size of numbers. */
  ends: (thickness: number, size: number) => readonly BarEnd[]
  /** Line below the rows; empty for none. */
  note: string
  /** Px below each bar for words, and below the last one. */
  foot?: number
  tail?: number
  /** Whether names stand beside their bars in a narrow room too. */
  close?: boolean
  /** How many columns of rows stand beside each other, of which the layout says the first. Default: 1. */
  columns?: number
  /** Widest names beside the bars that stay on one line, in em. Default: 12. */
  nameLimit?: number
  /** Most thickness of a bar, px. Default: what letters of this size go with. */
  thickest?: number
  /** Thickness on a page that is read from near, px. */
  near?: number
}

/** Rows of bars in their box, px. */
export interface RowsLayout extends ChartLayout {
  rows: readonly (Row & { lines: readonly string[] })[]
  /** Of a column, and of what stands before the names in it. */
  columnWidth: number
  rankWidth: number
  /** Whether all of it has room. */
  fits: boolean
  /** Whether names stand beside the bars; else above them. */
  beside: boolean
  /** Whether, above the bars, what is said of a row has a line of its own. */
  subLine: boolean
  nameSize: number
  subSize: number
  valueSize: number
  grid: { left: number; top: number; width: number; height: number }
  thickness: number
  scale: number
  /** From the grid's left edge to where bars begin. */
  zero: number
  note: NoteLayout
}

/** Width in em of labels from which names may stand beside the bars, and the share of it that bars keep there. */
const BESIDE_EM = 30
const LEAST_BESIDE = { wide: 0.45, close: 0.3 } as const
/** Thickness in em of labels: most, most in a high room, least below names, and on a page that is read from near. */
const THICK_EM = { most: 4, high: 5.6, least: 0.6, near: 1.8 }
/** Thickness, as a share of what a row has beside its words; most height of that, in thicknesses. */
const THICKNESS = 0.64
const LOOSE = 2
/** Numbers grow with their bars, up to this. */
const GROWN = 1.5

/** Size of numbers beside bars of this thickness. */
export function grownSize(size: number, thickness: number): number {
  return Math.round(Math.min(size * GROWN, Math.max(size, thickness * 0.44)))
}

/** The largest scale, in px for one unit, at which all bars and what stands behind their ends fit into `width`. */
function fitScale(ends: readonly BarEnd[], width: number): number {
  const none = { value: 0, beside: 0 }
  const scales = [none, ...ends].flatMap(one =>
    [none, ...ends]
      .filter(other => one.value <= 0 && other.value >= 0 && other.value > one.value)
      .map(other => (width - one.beside - other.beside) / (other.value - one.value)),
  )
  return scales.length ? Math.max(0, Math.min(...scales)) : width
}

interface Mode {
  beside: boolean
  nameSize: number
  /** Width of names, px. */
  limit: number
  /** Whether numbers are no larger than small labels, for longer bars. */
  small?: boolean
  /** Least share of the width that bars keep beside names. Default: as in a wide room. */
  least?: number
}

/** What a name of several lines does without of what stands between lines, in em. */
const LEADING_EM = 0.2

/** The least height of rows in which no name touches that of a neighbour, or leaves the margins at the ends; px. */
function crowding(heights: readonly number[], margin: number): number {
  const ends = [heights[0]!, heights.at(-1)!].map(height => height - 2 * margin)
  return Math.max(...ends, ...heights.slice(1).map((height, index) => (height + heights[index]!) / 2))
}

function attempt(mode: Mode, request: RowsRequest, theme: ChartTheme, box: ChartBox): RowsLayout {
  const { foot = 0, tail = 0, columns = 1, close = false } = request
  const { chartLabel, chartSmall, chartValue } = theme.size
  const { beside, nameSize, limit } = mode
  const { height = Infinity } = box
  const width = (box.width - (columns - 1) * 2 * gapOf(theme)) / columns
  const subSize = request.subSize ?? chartSmall
  const ranks = request.rows.map(({ rank = '' }) => textWidth(rank, nameSize))
  const rankWidth = Math.max(...ranks) > 0 ? Math.max(...ranks) + gapOf(theme) / 2 : 0
  const rows = request.rows.map(row => ({ ...row, lines: wrapTo(row.name, (limit - rankWidth) / nameSize) }))
  const widths = rows.map(
    ({ lines, sub }) => [rankWidth + textWidth(lines.at(-1)!, nameSize), textWidth(sub, subSize)] as const,
  )
  const subLine = widths.some(([name, sub]) => name + gapOf(theme) + sub + 2 * indentOf(theme) > width)
  const margin = chartLabel / 3
  const nameHeight = Math.max(...rows.map(({ lines }) => lines.length)) * nameSize * LINE
  const subHeight = rows.some(({ sub }) => sub) ? subSize * LINE : 0
  // With something said below them, names end at the middle of their bar.
  const heights = rows.map(({ lines: { length } }) => (length * LINE - (length > 1 ? LEADING_EM : 0)) * nameSize)
  const crowd = columns > 1 ? nameHeight : crowding(heights, margin)
  const side = beside ? (subHeight ? 2 * Math.max(nameHeight, subHeight) : crowd) : 0
  const head = beside ? 0 : nameHeight + (subLine ? subHeight : 0) + chartLabel / 4
  const longest = Math.max(...rows.flatMap(({ lines }) => lines.map(line => rankWidth + textWidth(line, nameSize))))
  const namesWidth = beside ? gapOf(theme) + Math.max(longest, ...widths.map(([, sub]) => sub)) : 0

  const note = layoutNote([request.note, box.remark], box.width, theme)
  const near = height === Infinity
  const high = Math.min(THICK_EM.high * chartLabel, Math.max(THICK_EM.most * chartLabel, height * 0.2))
  const most = near ? (request.near ?? THICK_EM.near * chartLabel) : (request.thickest ?? high)
  const loosest = Math.max(head + foot + most * (near ? 1 / THICKNESS : LOOSE), side + foot + chartLabel * 0.4)
  const free = height - note.height - 2 * margin - tail - Math.abs(head - foot) / 2
  const lines = Math.ceil(rows.length / columns)
  const band = Math.min(loosest, free / lines)
  const share = request.thickest === undefined ? THICKNESS : 0.94
  const thickness = Math.max(4, Math.min(most, (band - head - foot) * share))
  const [over, under] = [head, foot].map(words => Math.max(0, thickness / 2 + words - band / 2)) as [number, number]

  const grown = beside
    ? Math.min(grownSize(chartValue, thickness), Math.floor(band / LINE))
    : grownSize(chartValue, thickness)
  const valueSize = mode.small || (nameSize < chartLabel && !beside) ? chartSmall : Math.max(chartSmall, grown)
  const ends = request.ends(thickness, valueSize)
  const room = width - namesWidth
  const values = ends.map(({ value }) => value)
  const fitting = fitScale(ends, room)
  const scale = box.scale ?? fitting
  const span = (Math.max(0, ...values) - Math.min(0, ...values)) * fitting
  const mirrored = values.every(value => value < 0)
  const lefts = ends.filter(({ value }) => value < 0).map(({ value, beside: behind }) => behind - value * scale)
  const zero = mirrored ? room : Math.max(0, ...lefts)
  const top = margin + over
  const noteTop = top + band * lines + under + tail
  // A note of one line begins where the bars do, if it has room there.
  const [line = ''] = note.lines
  const aligned = beside && zero === 0 && note.lines.length === 1 && textWidth(line, chartSmall) <= room
  return {
    rows,
    columnWidth: width,
    rankWidth,
    beside,
    subLine,
    nameSize,
    subSize,
    valueSize,
    grid: { left: mirrored ? 0 : namesWidth, top, width: room, height: band * lines },
    thickness,
    scale,
    zero,
    note: { ...note, at: [aligned ? namesWidth : 0, noteTop] },
    height: Math.ceil(noteTop + note.height + margin),
    fits: beside
      ? side + foot <= band && span >= width * (mode.least ?? LEAST_BESIDE[close ? 'close' : 'wide'])
      : thickness >= chartLabel * THICK_EM.least && thickness >= valueSize * 0.6,
  }
}

/**
 * Finds rows their places: names beside the bars where there is room, where some are below zero even with small
 * numbers; else above them, then smaller.
 */
export function layoutRows(request: RowsRequest, theme: ChartTheme, box: ChartBox): RowsLayout {
  const { chartLabel, chartSmall } = theme.size
  const room = box.width - 2 * indentOf(theme)
  const falls = request.ends(1, chartSmall).some(({ value }) => value < 0)
  const modes = [
    { beside: true, limit: (request.nameLimit ?? LINE_EM) * chartLabel, nameSize: chartLabel },
    { beside: true, limit: SHORT_EM * chartLabel, nameSize: chartLabel },
    // A long name among many rows stays on one line, where bars keep their share.
    { beside: true, limit: room, nameSize: chartSmall },
    { beside: true, limit: LINE_EM * chartSmall, nameSize: chartSmall },
    // Above bars to the left of zero, names would stand on their numbers.
    ...(falls ? [{ beside: true, limit: LINE_EM * chartLabel, nameSize: chartLabel, small: true }] : []),
    { beside: false, limit: room, nameSize: chartLabel },
    { beside: false, limit: room, nameSize: chartSmall },
  ].filter(({ beside }) => !beside || request.close || box.width >= BESIDE_EM * chartLabel)
  // Too many for that: closer together beside short bars, rather than over one another.
  const tight = {
    beside: true,
    limit: LINE_EM * chartSmall,
    nameSize: chartSmall,
    small: true,
    least: LEAST_BESIDE.close,
  }
  for (const mode of [...modes, tight]) {
    const layout = attempt(mode, request, theme, box)
    if (layout.fits) return layout
  }
  return attempt(modes.at(-1)!, request, theme, box)
}

/**
 * Grid, axes and note of rows: a category axis with the names, on which the bars begin, and a value axis, not shown, of
 * exactly `scale` px for one unit. What is said of the rows has an axis of its own.
 */
export function rowsOption(layout: RowsLayout, theme: ChartTheme): EChartsCoreOption {
  const { rows, beside, grid, nameSize, subSize, subLine, thickness, scale, zero, note, rankWidth } = layout
  const { color, size } = theme
  const mirrored = zero === grid.width
  const subbed = rows.some(({ sub }) => sub)
  const lift = thickness / 2 + size.chartLabel / 4
  // A line within the grid runs behind the names: each has a ground, without what lies between it and its bar.
  const grounded = !beside && zero > 0 && !mirrored
  const onGround = (line: string): string => (grounded && line ? `{ground|${line}}` : line)
  const richly = (rich: object): object => (Object.keys(rich).length > 0 ? { rich } : {})
  const ground = grounded && { ground: { ...groundOf(color.paper), padding: [0, 4, 0, 0] } }
  /** Where labels stand beside their bars, or `up` px above the middles of these. */
  const place = (verticalAlign: string | undefined, up: number, right: boolean): object =>
    beside
      ? { margin: gapOf(theme), ...(subbed && { verticalAlign }) }
      : {
          inside: true,
          margin: indentOf(theme),
          verticalAlign: 'bottom',
          align: right ? 'right' : 'left',
          padding: [0, 0, up, 0],
        }
  const axis = (
    id: 'label' | 'value',
    right: boolean,
    text: (row: RowsLayout['rows'][number]) => string,
    look: object,
  ): object => ({
    id,
    type: 'category',
    inverse: true,
    triggerEvent: true,
    position: right ? 'right' : 'left',
    // ECharts takes what says where a label stands from the category alone, where there is a style for it.
    data: rows.map(row => ({
      value: row.id,
      textStyle: { ...look, ...(id === 'label' && nameLook(row.emphasis, theme)) },
    })),
    axisTick: { show: false },
    axisLine: { show: id === 'label', lineStyle: { color: color.ink, width: 2 } },
    axisLabel: { interval: 0, ...look, formatter: (row: string) => text(rows.find(({ id: each }) => each === row)!) },
  })
  const ranked = (line: string, index: number, rank: string | undefined): string =>
    (rank === undefined ? '' : `{rank|${index === 0 ? rank : ''}}`) + onGround(line)
  const subRight = beside || subLine ? mirrored : true
  return {
    // The grid is where it is said to be: lengths depend on it.
    grid: { ...grid, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: -zero / scale, max: (grid.width - zero) / scale },
    yAxis: [
      axis('label', mirrored, ({ lines, rank }) => lines.map((line, index) => ranked(line, index, rank)).join('\n'), {
        ...place('bottom', lift + (subLine ? subSize * LINE : 0), mirrored),
        ...richly({ ...(rankWidth > 0 && { rank: { width: rankWidth, align: 'left' } }), ...ground }),
        // Places stand below each other.
        ...(rankWidth > 0 && beside && !mirrored && { align: 'left', margin: layout.columnWidth - grid.width }),
        fontSize: nameSize,
        lineHeight: Math.round(nameSize * LINE),
      }),
      ...(subbed
        ? [
            axis('value', subRight, ({ sub }) => onGround(sub), {
              ...place('top', lift, subRight),
              ...richly({ ...ground }),
              fontSize: subSize,
              lineHeight: Math.round(subSize * LINE),
              color: subSize > size.chartSmall ? color.ink : color.soft,
            }),
          ]
        : []),
    ],
    graphic: noteElement(note, theme),
  }
}
