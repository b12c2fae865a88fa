import type { Emphasis } from './plan.ts'
import type { Slot } from './time-series.ts'
import { nameLook } from './plan.ts'
import { LINE, textWidth } from './text-width.ts'
import type { ChartTheme } from './theme.ts'

/** Labels of a time axis. */
export interface TimeAxisLayout {
  /** One for each slot; empty where there is no room for it. */
  lines: readonly (readonly string[])[]
  size: number
  /** Px that they take below the grid. */
  height: number
}

/** Px between labels of an axis, in their size, and between the grid and its labels in em of labels. */
const APART = 0.4
const BELOW_EM = 0.35

/** A label in two lines, the year above what of it is meant. */
function split(label: string): string[] {
  const [, year, part] = /^(\d{4}年?)(.+)$/.exec(label) ?? []
  return year === undefined || part === undefined ? [label] : [year, part]
}

/**
 * Sets the labels of slots: on a line, else in two, else smaller, else the last one and every so many before it.
 * @param before px of room before the first slot
 */
export function layoutTimeAxis(
  slots: readonly Slot[],
  slot: number,
  { size }: ChartTheme,
  before = Infinity,
): TimeAxisLayout {
  const { chartLabel, chartSmall } = size
  const whole = slots.map(({ label }) => [label])
  const halves = slots.map(({ label }) => split(label))
  const widest = (lines: readonly (readonly string[])[], em: number): number =>
    Math.max(...lines.flat().map(line => textWidth(line, em))) + em * APART
  const set = (lines: readonly (readonly string[])[], em: number): TimeAxisLayout => ({
    lines,
    size: em,
    height: Math.max(...lines.map(({ length }) => length)) * em * LINE + BELOW_EM * chartLabel,
  })
  for (const em of [chartLabel, chartSmall])
    for (const lines of [whole, halves]) if (widest(lines, em) <= slot) return set(lines, em)
  const every = Math.ceil(widest(halves, chartSmall) / slot)
  return set(
    halves.map((lines, index) => {
      const room = before + slot * (index + 0.5)
      return (slots.length - 1 - index) % every === 0 && widest([lines], chartSmall) / 2 <= room ? lines : []
    }),
    chartSmall,
  )
}

/** A grid's time axis: ids of figures, for which its labels stand, and an emphasis each. */
export interface TimeAxisRequest {
  /** Empty where a slot has no figure. */
  ids: readonly string[]
  emphasis: readonly Emphasis[]
  layout: TimeAxisLayout
  gridIndex?: number
  /** Px between the grid and the room of its labels. Default: none. */
  offset?: number
  /** Whether labels are shown. Default: `true`. */
  labels?: boolean
  /** Whether a line is drawn at zero. Default: `true`. */
  zero?: boolean
}

/** The two category axes of a grid: names below it, and the line at zero, wherever that is. */
export function timeAxes(request: TimeAxisRequest, theme: ChartTheme): object[] {
  const { ids, emphasis, layout, gridIndex = 0, offset = 0, labels = true, zero = true } = request
  const { color, size } = theme
  const axis = { type: 'category', gridIndex, position: 'bottom', axisTick: { show: false } }
  return [
    {
      ...axis,
      // Ids are unique in a drawing.
      id: labels ? 'label' : `unnamed-${gridIndex}`,
      triggerEvent: true,
      data: ids.map((id, index) => ({ value: id, textStyle: nameLook(emphasis[index]!, theme) })),
      axisLine: { show: false, onZero: false },
      axisLabel: {
        show: labels,
        interval: 0,
        margin: BELOW_EM * size.chartLabel + offset,
        fontSize: layout.size,
        lineHeight: Math.round(layout.size * LINE),
        formatter: (_: string, index: number) => layout.lines[index]!.join('\n'),
      },
    },
    {
      ...axis,
      id: `zero-${gridIndex}`,
      data: ids,
      axisLine: { show: zero, lineStyle: { color: color.ink, width: 2 } },
      axisLabel: { show: false },
    },
  ]
}

/** Px on either side of time that words need, so that they are centred at, or stand beside, the outer slots. */
export function sidesFor(width: number, slots: number, left: number, right: number): { left: number; slot: number } {
  let [before, slot] = [0, width / slots]
  // Each step comes closer to where both sides and the slots agree.
  for (let step = 0; step < 40; step++) {
    before = Math.max(0, left - slot / 2)
    slot = Math.max(1, (width - before - Math.max(0, right - slot / 2)) / slots)
  }
  return { left: before, slot }
}

/** A pair of lines between two slots, from `top` to `bottom`: what is on one side does not compare with the other. */
export function breakLines(
  slots: readonly Slot[],
  { left, slot, top, bottom }: { left: number; slot: number; top: number; bottom: number },
  { color }: ChartTheme,
): object[] {
  return slots.flatMap(({ breaks }, index) =>
    breaks === null || index === 0
      ? []
      : [-3, 3].map(beside => ({
          type: 'line',
          silent: true,
          shape: { x1: left + slot * index + beside, x2: left + slot * index + beside, y1: top, y2: bottom },
          style: { stroke: color.soft, lineWidth: 1.5 },
        })),
  )
}
