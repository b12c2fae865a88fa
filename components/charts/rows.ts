import type { Point } from './edges.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { LINE } from './elements.ts'
import { LINE_EM, textWidth, wrapNote, wrapTo } from './text-width.ts'
import { valueLabelWidth } from './value-label.ts'

/** What rows of bars have to say and need. */
export interface RowsRequest {
  /** `id` is that of the figure that the row shows. */
  rows: readonly { id: string; name: string; sub: string }[]
  /** The numbers beside the bars, where they may stand above them if there is no room. */
  labels?: readonly ValueLabel[]
  /** Size of what is said beside or below the names. Default: small. */
  subSize?: number
  /** Px that stand beside the scale at either end, with numbers of this size at bars this thick; `room` is for both. */
  outside: (size: number, thickness: number, room: number) => readonly [left: number, right: number]
  /** Line below the rows; empty for none. */
  note: string
  /** Px below each bar for words. */
  foot?: number
  /** Px below the last row for words. */
  tail?: number
  /** Names stand on the right, where all bars go left. */
  mirrored?: boolean
}

/** How the words of rows stand to their bars. */
export interface RowsMode {
  /** Whether names stand beside the bars; else above them. */
  beside: boolean
  /** Where names stand above: whether what is said of them follows on the same line. */
  subsInline: boolean
  /** Where numbers stand: at the ends of the bars, on the line of the names, or below it. */
  labels: 'end' | 'inline' | 'below'
  names: readonly string[][]
  nameSize: number
  /** Where names beside the bars end, or begin where these are mirrored, px. */
  nameEdge: number
  /** Ends of the room for bars, px. */
  left: number
  right: number
  /** Size of numbers that stand with the names. */
  labelSize: number
  /** Px above each bar for words. */
  head: number
  /** Px that the words beside a bar take at least. */
  side: number
}

/** Rows of bars, laid out from the top of their room. */
export interface RowsLayout extends RowsMode {
  thickness: number
  /** Size of the numbers. */
  valueSize: number
  /** Middles of the bars, px. */
  rows: readonly { y: number }[]
  /** Ends of the line on which bars start; in pieces where names stand above them. */
  axes: readonly (readonly [top: number, bottom: number])[]
  /** Below the last row and its words, px. */
  bottom: number
  /** Left edge and top of the note. */
  note: Point
  noteLines: readonly string[]
}

/** Width in em of labels from which names may stand beside the bars. */
const BESIDE_EM = 30
/** Share of the width that bars keep, with names above and beside them. */
const LEAST_SCALE = 0.55
const LEAST_BESIDE = 0.45
/** Width in em to which names beside the bars are wrapped where they would take too much of it. */
const SHORT_EM = 7
/** Most thickness in em of labels, and in a high room. */
const THICK_EM = 4
const THICKEST_EM = 5.6
/** Thickness, as a share of what a row has beside its words. */
const THICKNESS = 0.64
/** Free height between rows, at most, in thicknesses. */
const LOOSE = 1.2
/** What a row takes of a page that is read from near, in em of labels, words not included. */
const NEAR_BAND_EM = 2.8
/** Numbers grow with their bars, up to this. */
const GROWN = 1.5

/** Px between a name and the bars, and between a bar and its number. */
export function gapOf(theme: ChartTheme): number {
  return theme.size.chartLabel * 0.75
}

const marginOf = (theme: ChartTheme): number => theme.size.chartLabel / 3
const nameGapOf = (theme: ChartTheme): number => theme.size.chartLabel / 4

/** Size of numbers beside bars of this thickness. */
export function grownSize(size: number, thickness: number): number {
  return Math.round(Math.min(size * GROWN, Math.max(size, thickness * 0.44)))
}

/** Px that a note takes below what it explains. */
export function noteHeight(note: string, width: number, theme: ChartTheme): number {
  const lines = wrapNote(note, width / theme.size.chartSmall).length
  return lines ? lines * theme.size.chartSmall * LINE + theme.size.chartLabel * 0.6 : 0
}

function bandOf(
  { note, tail = 0, foot = 0, rows }: RowsRequest,
  width: number,
  height: number,
  theme: ChartTheme,
): number {
  return (height - tail - noteHeight(note, width, theme) - 2 * marginOf(theme)) / rows.length - foot
}

function thicknessOf(band: number, head: number, height: number, theme: ChartTheme): number {
  const { chartLabel } = theme.size
  const most = Math.min(THICKEST_EM * chartLabel, Math.max(THICK_EM * chartLabel, height * 0.2))
  return Math.max(4, Math.min(most, (band - head) * THICKNESS))
}

function besideMode(request: RowsRequest, width: number, height: number, theme: ChartTheme): RowsMode | undefined {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const { subSize = chartSmall } = request
  if (width < BESIDE_EM * chartLabel) return undefined
  const band = bandOf(request, width, height, theme)
  const thickness = thicknessOf(band, 0, height, theme)
  const attempts = [
    [LINE_EM, chartLabel],
    [SHORT_EM, chartLabel],
    [LINE_EM, chartSmall],
    [LINE_EM * 2, chartSmall],
  ] as const
  const modes = attempts.map(([limit, nameSize]): RowsMode => {
    const names = request.rows.map(({ name }) => wrapTo(name, limit))
    const room =
      gapOf(theme) +
      Math.max(
        ...names.flat().map(line => textWidth(line, nameSize)),
        ...request.rows.map(({ sub }) => textWidth(sub, subSize)),
      )
    const [outsideLeft, outsideRight] = request.outside(grownSize(chartValue, thickness), thickness, width - room)
    const [left, right] = request.mirrored
      ? [outsideLeft, width - outsideRight - room]
      : [outsideLeft + room, width - outsideRight]
    const side = Math.max(
      ...request.rows.map(({ sub }, index) => names[index]!.length * nameSize * LINE + (sub ? subSize * LINE : 0)),
    )
    const nameEdge = request.mirrored ? right + gapOf(theme) : room - gapOf(theme)
    return {
      beside: true,
      subsInline: false,
      labels: 'end',
      names,
      nameSize,
      nameEdge,
      labelSize: chartValue,
      left,
      right,
      head: 0,
      side,
    }
  })
  return modes.find(({ left, right, side }) => side <= band && right - left >= width * LEAST_BESIDE)
}

/** Least thickness of bars below their names, in em of labels; where there is less, words become small. */
const LEAST_THICKNESS_EM = 0.4

function aboveMode(request: RowsRequest, width: number, height: number, theme: ChartTheme, compact = false): RowsMode {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const { rows, labels, subSize = chartSmall } = request
  const [nameSize, labelSize] = compact ? [chartSmall, chartSmall] : [chartLabel, chartValue]
  const names = rows.map(({ name }) => wrapTo(name, width / nameSize))
  const lineWidths = rows.map(
    ({ sub }, index) => textWidth(names[index]!.at(-1)!, nameSize) + (sub ? gapOf(theme) + textWidth(sub, subSize) : 0),
  )
  const subsInline = lineWidths.every(taken => taken <= width)
  const nameHeight =
    Math.max(...names.map(({ length }) => length)) * nameSize * LINE +
    (subsInline ? 0 : subSize * LINE) +
    nameGapOf(theme)
  const band = bandOf(request, width, height, theme)
  const thickness = thicknessOf(band, nameHeight, height, theme)
  const size = grownSize(chartValue, thickness)
  const [outsideLeft, outsideRight] = request.outside(size, thickness, width)
  const mode = { beside: false, subsInline, names, nameSize, labelSize, nameEdge: 0, side: 0 }
  if (!labels || (width - outsideLeft - outsideRight >= width * LEAST_SCALE && thickness >= size * 0.7))
    return { ...mode, labels: 'end', left: outsideLeft, right: width - outsideRight, head: nameHeight }
  const inline =
    subsInline &&
    labels.every(
      (label, index) => lineWidths[index]! + gapOf(theme) + valueLabelWidth(label, labelSize, chartSmall) <= width,
    )
  const edge = thickness / 4
  const [left, right] = [outsideLeft ? edge : 0, width - (request.mirrored ? 0 : edge)]
  const head = nameHeight + (inline ? Math.max(0, labelSize - nameSize) : labelSize) * LINE
  return !compact && band - head < chartLabel * LEAST_THICKNESS_EM
    ? aboveMode(request, width, height, theme, true)
    : { ...mode, labels: inline ? 'inline' : 'below', left, right, head }
}

function modeOf(request: RowsRequest, width: number, height: number, theme: ChartTheme): RowsMode {
  return besideMode(request, width, height, theme) ?? aboveMode(request, width, height, theme)
}

/** Height in px that rows want on a page of this width. */
export function rowsHeight(request: RowsRequest, width: number, theme: ChartTheme): number {
  const { chartLabel } = theme.size
  const { rows, foot = 0, tail = 0, note } = request
  const near = NEAR_BAND_EM * chartLabel
  const heightOf = ({ head, side }: { head: number; side: number }): number =>
    Math.ceil(
      rows.length * (Math.max(head + near, side + chartLabel * 0.4) + foot) +
        tail +
        noteHeight(note, width, theme) +
        2 * marginOf(theme),
    )
  return heightOf(modeOf(request, width, heightOf({ head: near, side: 0 }), theme))
}

/** Lays out rows from the top of their room: over all of it where there are many, but never so that few drift apart. */
export function layoutRows(
  request: RowsRequest,
  { width, height }: { width: number; height: number },
  theme: ChartTheme,
): RowsLayout {
  const {
    rows: { length: count },
    foot = 0,
    tail = 0,
    mirrored,
  } = request
  const { chartLabel, chartSmall, chartValue } = theme.size
  const mode = modeOf(request, width, height, theme)
  const band = bandOf(request, width, height, theme)
  const thickness = thicknessOf(band, mode.head, height, theme)
  const row = Math.max(thickness, mode.side)
  const taken = mode.head + row + foot
  const free = Math.min(thickness * LOOSE, (Math.max(0, band + foot - taken) * count) / Math.max(1, count - 1))
  const margin = marginOf(theme)
  const rows = Array.from({ length: count }, (_, index) => ({
    y: margin + index * (taken + free) + mode.head + row / 2,
  }))
  const reach = thickness / 2 + margin
  const bottom = rows.at(-1)!.y + row / 2 + foot + tail
  const noteLines = wrapNote(request.note, width / chartSmall)
  const besideNames =
    mode.beside && !mirrored && noteLines.length === 1 && mode.left + textWidth(noteLines[0]!, chartSmall) <= width
  return {
    ...mode,
    thickness,
    valueSize: mode.labels === 'end' ? grownSize(chartValue, thickness) : chartValue,
    rows,
    axes: mode.beside
      ? [[rows[0]!.y - reach, rows.at(-1)!.y + reach]]
      : rows.map(({ y }) => [y - thickness / 2, y + thickness / 2] as const),
    bottom,
    note: [besideNames ? mode.left : 0, bottom + margin + chartLabel * 0.25],
    noteLines,
  }
}
