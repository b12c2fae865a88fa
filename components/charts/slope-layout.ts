import type { ChartBox, ChartLayout } from './define-chart.ts'
import { spread } from './label-places.ts'
import { layoutNote, type NoteLayout } from './note.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf, labelSizes } from './theme.ts'
import { layoutTimeAxis, type TimeAxisLayout } from './time-axis.ts'
import type { SlopePlan } from './slope-plan.ts'

/** Height on a page that is read from near, in em of labels, and what each line adds to it. */
const NEAR_EM = { least: 12, line: 2.4 }
/** Least share of the width that lines keep. */
const LINES = 0.32

/** Where lines between two times and their words stand. */
export interface SlopeLayout extends ChartLayout {
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
export function layoutSlope(plan: SlopePlan, theme: ChartTheme, box: ChartBox): SlopeLayout {
  const modes = labelSizes(theme).flatMap(([valueSize, nameSize]) =>
    [true, false].map(both => ({ valueSize, nameSize, both })),
  )
  const layouts = modes.map(mode => attempt(plan, mode, theme, box))
  const isWhole = ({ names, fits }: SlopeLayout): boolean => fits && names.every(({ length }) => length === 1)
  return layouts.find(isWhole) ?? layouts.find(({ fits }) => fits) ?? layouts.at(-1)!
}
