import type { ChartBox, ChartLayout } from './define-chart.ts'
import { columnBox, type LabelPlace, type LabelRequest, placeLabels, type Side, spread } from './label-places.ts'
import { layoutNote, type NoteLayout } from './note.ts'
import { overhang } from './open-end-series.ts'
import type { Emphasis, Item } from './plan.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { layoutTimeAxis, sidesFor, type TimeAxisLayout } from './time-axis.ts'
import { isValley, runsOf, type TimeItem, POINT_EM } from './time-items.ts'
import type { TrendPlan } from './trend-plan.ts'

/** Height on a page that is read from near, in em of labels. */
const NEAR_EM = 17
/** Share of a slot that its column fills, and thickest column in em of labels. */
const FILLED = 0.6
const COLUMN_EM = 5
/** Widest names of series at their ends, in em: where there is height for several lines of each, and otherwise. */
const NAME_EM = [10, 16]
/** Share of the numbers of a line that may stand otherwise than the others. */
const ASTRAY = 0.25
/** How far an axis that does not begin at zero goes below the smallest number, as a share of what it shows. */
const BELOW = 0.25

interface Placed {
  side: Side | 'left' | 'right' | undefined
  /** Px by which it is moved, to the side and down. */
  aside: number
  shift: number
}

/** Where a trend and its words stand. */
export interface TrendLayout extends ChartLayout {
  axis: TimeAxisLayout
  grid: { left: number; top: number; width: number; height: number }
  slot: number
  thickness: number
  valueSize: number
  heading: readonly string[]
  names: readonly (readonly string[])[]
  range: readonly [least: number, most: number]
  /** Px below the grid for numbers. */
  under: number
  labels: readonly Placed[]
  note: NoteLayout
  fits: number
  /** Whether a scale that others agreed upon has room. */
  holds: boolean
}

function attempt(plan: TrendPlan, valueSize: number, nameWidth: number, theme: ChartTheme, box: ChartBox): TrendLayout {
  const { slots, series, items, columns, zero } = plan
  const { chartLabel, chartSmall } = theme.size
  const { width } = box
  const several = series.length > 1
  const note = layoutNote([plan.note, box.remark], width, theme)
  const height = box.height ?? NEAR_EM * chartLabel + note.height
  const heading = several || box.named ? [] : wrapTo(series[0]!.name, width / chartSmall)
  const headingHeight = heading.length * chartSmall * LINE + (heading.length && chartLabel * 0.3)
  const names = series.map(({ name }) => (several ? wrapTo(name, nameWidth) : []))
  const widthOf = ({ label }: Item): number => textWidth(label.value, valueSize)
  const radius = (POINT_EM * chartLabel) / 2
  const distance = columns ? chartLabel * 0.2 : radius + chartLabel * 0.25
  const endsOf = (index: number): [first: TimeItem, last: TimeItem] => {
    const own = items.filter(each => each.series === index)
    return [own[0]!, own.at(-1)!]
  }
  const ends = series.map((_, index) => endsOf(index))
  const [left, right] = several
    ? [
        Math.max(...ends.map(([first]) => widthOf(first))) + distance + gapOf(theme) / 2,
        Math.max(...ends.map(([, last]) => widthOf(last)), ...names.flat().map(line => textWidth(line, chartSmall))) +
          distance +
          gapOf(theme) / 2,
      ]
    : [widthOf(ends[0]![0]) / 2, widthOf(ends[0]![1]) / 2]
  const sides = sidesFor(width, slots.length, left, right)
  const { slot } = sides
  const axis = layoutTimeAxis(slots, slot, theme)
  const thickness = Math.min(slot * FILLED, COLUMN_EM * chartLabel)
  const values = items.map(({ value }) => value)
  const [smallest, largest] = [Math.min(...values), Math.max(...values)]
  const least = zero ? Math.min(0, smallest) : smallest - (largest - smallest || Math.abs(largest)) * BELOW
  const most = zero ? Math.max(0, largest) : largest
  const line = valueSize * LINE + distance
  const block = (valueSize + Math.max(0, ...names.map(({ length }) => length)) * chartSmall) * LINE
  const over = columns ? Math.max(...items.map(({ edge }) => overhang(edge, thickness))) : 0
  const top = headingHeight + (several ? Math.max(block / 2, radius) : line + over)
  const under = least < 0 || !zero ? line : several ? radius : 0
  const gridHeight = Math.max(1, height - note.height - axis.height - top - under - chartLabel * 0.2)
  const fitting = gridHeight / (most - least || 1)
  const scale = zero ? (box.scale ?? fitting) : fitting
  const range = zero ? ([least, least + gridHeight / scale] as const) : ([least, most] as const)
  const grid = { left: sides.left, top, width: slot * slots.length, height: gridHeight }
  const bottom = top + gridHeight
  const xOf = (item: TimeItem): number => grid.left + slot * (item.slot + 0.5)
  const yOf = (item: TimeItem): number => bottom - (item.value - range[0]) * scale
  const lines = columns
    ? []
    : series.flatMap((each, index) => {
        const runs = runsOf(slots, each)
        const own = items.filter(item => item.series === index)
        return [...Map.groupBy(own, ({ slot: place }) => runs[place]).values()].map(run =>
          run.map(item => [xOf(item), yOf(item)] as const),
        )
      })
  const requests = items.map((item): LabelRequest => ({
    x: xOf(item),
    y: yOf(item),
    distance: distance + (columns ? overhang(item.edge, thickness) : 0),
    width: widthOf(item),
    height: valueSize * LINE,
    sides: columns
      ? [item.value < 0 ? 'bottom' : 'top']
      : isValley(
            items.filter(each => each.series === item.series),
            item,
          )
        ? ['bottom', 'top']
        : ['top', 'bottom'],
    asides: columns ? [0] : [0, -1, 1].map(way => way * Math.min(widthOf(item) * 0.4, slot * 0.45)),
  }))
  const atEnd = (item: TimeItem): boolean => ends.some(pair => pair.includes(item))
  const ofSeries = ({ series: index }: TimeItem): Emphasis => series[index]!.emphasis
  const weights = items.map(
    item =>
      (item.emphasis !== ofSeries(item) ? 8 : 0) +
      (item === ends[item.series]![1] ? 16 : 0) +
      (item === ends[item.series]![0] ? 4 : 0) +
      (item.edge !== 'flat' ? 3 : 0) +
      (item.value === largest || item.value === smallest ? 2 : 0),
  )
  // Of panels, which are compared, the ends are enough.
  const told = [...items.keys()].filter(index => !box.named || atEnd(items[index]!))
  const all = (several ? [] : told).sort((a, b) => weights[b]! - weights[a]!)
  const room = { left: 0, right: width, top: headingHeight, bottom: bottom + under }
  const blocks = columns
    ? items.map(item => columnBox(xOf(item), yOf(item), yOf({ ...item, value: 0 }), thickness))
    : []
  const placed = (own: readonly number[]): (LabelPlace | undefined)[] =>
    placeLabels(
      own.map(index => ({ ...requests[index]!, needed: atEnd(items[index]!) })),
      lines,
      room,
      blocks,
    )
  const isAstray = (place: LabelPlace | undefined, index: number): boolean =>
    place?.side !== requests[all[index]!]!.sides[0] || place?.aside !== 0
  // All numbers stand in one way beside their marks, but for a few, or only those do that tell the course.
  const every = placed(all)
  const calm = every.every(Boolean) && every.filter(isAstray).length <= all.length * ASTRAY
  const own = calm ? all : all.filter(index => weights[index]! > 0)
  const found = calm ? every : placed(own)
  const labels = items.map((_, index): Placed => {
    const place = found[own.indexOf(index)]
    return { side: place?.side, aside: place?.aside ?? 0, shift: 0 }
  })
  if (several) {
    ;([0, 1] as const).forEach(end => {
      const wanted = ends.map(pair => yOf(pair[end]))
      // Only what ends at the same place can lie over another.
      const places = spread(wanted, end ? block : valueSize * LINE, headingHeight, bottom)
      ends.forEach((pair, index) => {
        labels[items.indexOf(pair[end])] = {
          side: end ? 'right' : 'left',
          aside: 0,
          shift: places[index]! - wanted[index]!,
        }
      })
    })
  }
  return {
    axis,
    grid,
    slot,
    thickness,
    valueSize,
    heading,
    names,
    range,
    under,
    labels,
    note: { ...note, at: [0, height - note.height] },
    height: Math.ceil(height),
    ...(zero && { scale }),
    holds: scale <= fitting * 1.001,
    fits: several
      ? Number(block * series.length <= bottom - headingHeight)
      : labels.filter(({ side }) => side !== undefined).length,
  }
}

/** Finds a trend and its words their places. */
export function layoutTrend(plan: TrendPlan, theme: ChartTheme, box: ChartBox): TrendLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  // Numbers of panels are of one size.
  const sizes = box.named ? [chartSmall] : [chartValue, chartLabel, chartSmall]
  const layouts = sizes.flatMap(size =>
    NAME_EM.slice(0, plan.series.length).map(names => attempt(plan, size, names, theme, box)),
  )
  // The largest numbers of which as many find a place as of the smallest.
  return layouts.find(({ fits, holds }) => holds && fits === layouts.at(-1)!.fits) ?? layouts.at(-1)!
}
