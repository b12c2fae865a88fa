import type { ChartBox, ChartLayout } from './define-chart.ts'
import { columnBox, type LabelPlace, placeLabels, type Side } from './label-places.ts'
import { layoutNote, type NoteLayout } from './note.ts'
import { overhang } from './open-end-series.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import type { ChartTheme } from './theme.ts'
import { layoutTimeAxis, sidesFor, type TimeAxisLayout } from './time-axis.ts'
import { isValley, runsOf, type TimeItem, POINT_EM } from './time-items.ts'
import type { TotalAndGrowthPlan } from './total-and-growth-plan.ts'

/** Share of the height of both panels that totals take, at least, and px between them in em of labels. */
const TOTALS = 0.6
const BETWEEN_EM = 0.6
/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 24
const FILLED = 0.6
const COLUMN_EM = 5

/** Where a panel stands. */
export interface PanelLayout {
  heading: readonly string[]
  /** Px from the top to the heading. */
  at: number
  grid: { left: number; top: number; width: number; height: number }
  scale: number
  range: readonly [least: number, most: number]
  sides: readonly (Side | undefined)[]
}

/** Where both panels and their words stand. */
export interface BothLayout extends ChartLayout {
  axis: TimeAxisLayout
  slot: number
  thickness: number
  valueSize: number
  panels: readonly PanelLayout[]
  under: number
  note: NoteLayout
  fits: number
}

function attempt(plan: TotalAndGrowthPlan, valueSize: number, theme: ChartTheme, box: ChartBox): BothLayout {
  const { slots, panels } = plan
  const { chartLabel, chartSmall } = theme.size
  const { width } = box
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const widthOf = ({ label }: TimeItem): number => textWidth(label.value, valueSize)
  const outer = (last: boolean): number => Math.max(...panels.map(({ items }) => widthOf(items.at(last ? -1 : 0)!))) / 2
  const { left, slot } = sidesFor(width, slots.length, outer(false), outer(true))
  const axis = layoutTimeAxis(slots, slot, theme)
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const distance = chartLabel * 0.2
  const line = valueSize * LINE + distance
  const between = BETWEEN_EM * chartLabel
  const headings = panels.map(({ series }) => wrapTo(series.name, width / chartSmall))
  const headingHeights = headings.map(lines => lines.length * chartSmall * LINE + chartLabel * 0.2)
  const ranges = panels.map(({ items }) => {
    const values = items.map(({ value }) => value)
    return [Math.min(0, ...values), Math.max(0, ...values)] as const
  })
  const radius = (POINT_EM * chartLabel) / 2
  const isLine = (index: number): boolean => plan.line && index === 1
  const beyond = ({ edge }: TimeItem, index: number): number => (isLine(index) ? radius : overhang(edge, thickness))
  const overs = panels.map(
    ({ items }, index) => (ranges[index]![1] > 0 ? line : 0) + Math.max(...items.map(item => beyond(item, index))),
  )
  const unders = ranges.map(([least], index) => (isLine(index) ? line + radius : least < 0 ? line : 0))
  const words = [...headingHeights, ...overs, ...unders].reduce((sum, each) => sum + each, 0)
  const free = Math.max(2, height - note.height - axis.height - words - between - chartLabel * 0.2)
  let at = 0
  const found = panels.map(({ items }, index): PanelLayout => {
    const [least, most] = ranges[index]!
    const room = free * (index === 0 ? TOTALS : 1 - TOTALS)
    const top = at + headingHeights[index]! + overs[index]!
    const fitting = room / (most - least || 1)
    const scale = index === 0 ? (box.scale ?? fitting) : fitting
    const yOf = (value: number): number => top + room - (value - least) * scale
    const xOf = (item: TimeItem): number => left + slot * (item.slot + 0.5)
    const boxes = isLine(index) ? [] : items.map(item => columnBox(xOf(item), yOf(item.value), yOf(0), thickness))
    const runs = runsOf(slots, panels[index]!.series)
    const runsOfItems = Map.groupBy(items, each => runs[each.slot])
    // Numbers on a line keep off it, and off the one at zero.
    const lines = isLine(index)
      ? [
          ...[...runsOfItems.values()].map(run => run.map(each => [xOf(each), yOf(each.value)] as const)),
          [0, width].map(x => [x, yOf(0)] as const),
        ]
      : []
    const weight = (item: TimeItem): number =>
      (item === items.at(-1) ? 8 : 0) +
      (item.emphasis === 'highlight' ? 4 : 0) +
      (item === items[0] ? 2 : 0) +
      (item.value === least || item.value === most ? 1 : 0) +
      (item.edge === 'flat' ? 0 : 1)
    const order = items.map((_, each) => each).sort((a, b) => weight(items[b]!) - weight(items[a]!))
    const placed = (own: readonly number[]): (LabelPlace | undefined)[] =>
      placeLabels(
        own.map(each => {
          const item = items[each]!
          return {
            x: xOf(item),
            y: yOf(item.value),
            distance: distance + beyond(item, index),
            width: widthOf(item),
            height: valueSize * LINE,
            sides: isLine(index)
              ? isValley(items, item)
                ? (['bottom', 'top'] as const)
                : (['top', 'bottom'] as const)
              : [item.value < 0 ? ('bottom' as const) : ('top' as const)],
          }
        }),
        lines,
        { left: 0, right: width, top: at + headingHeights[index]!, bottom: top + room + unders[index]! },
        boxes,
      )
    // All numbers stand at their columns, or only those do that tell the course.
    const all = placed(order)
    const own = all.every(Boolean) ? order : order.filter(each => weight(items[each]!) > 0)
    const sides = all.every(Boolean) ? all : placed(own)
    const layout = {
      heading: headings[index]!,
      at,
      grid: { left, top, width: slot * slots.length, height: room },
      scale,
      range: [least, least + room / scale] as const,
      sides: items.map((_, each) => sides[own.indexOf(each)]?.side),
    }
    at = top + room + unders[index]! + between
    return layout
  })
  return {
    axis,
    slot,
    thickness,
    valueSize,
    panels: found,
    under: unders[1]!,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    scale: found[0]!.scale,
    fits: found.flatMap(({ sides }) => sides.filter(Boolean)).length,
  }
}

/** Finds both panels and their words their places. */
export function layoutBoth(plan: TotalAndGrowthPlan, theme: ChartTheme, box: ChartBox): BothLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const layouts = [chartValue, chartLabel, chartSmall].map(size => attempt(plan, size, theme, box))
  // The largest numbers of which as many find a place as of the smallest.
  return layouts.find(({ fits }) => fits === layouts.at(-1)!.fits)!
}
