import type { CustomSeriesRenderItem } from 'echarts'
import type { Edge } from './edges.ts'
import { markName } from './marks.ts'
import type { Item } from './plan.ts'
import type { ChartTheme } from './theme.ts'

/** A position in px. */
export type Point = [x: number, y: number]

/** The end of a bar, or of a piece of a ring, that is not exact: drawn over the exact one at its value. */
export interface OpenEnd {
  /** Figure whose end it is. */
  id: string
  edge: Edge
  /** Along the value axis, and the category; of a ring its share in percent. */
  value: number
  category?: string
  /** Whether the bar, or ring, runs against its axis there. Default: `false`. */
  backwards?: boolean
  /** Px of the bar, which a hollow tip does not exceed. */
  length: number
  fill: string
  /** Colour that lies behind the bar: what is seen between teeth. */
  behind: string
  /** Px of paper between the end and what follows. Default: none. */
  gap?: number
}

/** What all ends of a series have in common. */
export interface OpenEnds {
  ends: readonly OpenEnd[]
  /** Thickness of the bars, px. */
  thickness: number
  paper: string
  /** Whether bars stand upright. Default: they lie. */
  upright?: boolean
  /** A ring that has no coordinate system: its middle, px, and the radius of the middle of its width. */
  ring?: { center: Point; radius: number }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Px by which an edge reaches beyond the value, on a bar of this thickness: thick bars have large teeth. */
export function overhang(edge: Edge, thickness: number): number {
  if (edge === 'saw') return clamp(thickness * 0.2, 5, 20)
  return edge === 'wave' ? clamp(thickness * 0.11, 3, 10) : 0
}

/** Length in px of a hollow tip, which ends at the value. */
function tipLength(edge: Edge, thickness: number, length: number): number {
  return edge === 'dashed' ? Math.min(clamp(thickness * 0.4, 10, 34), length) : 0
}

/** Steps in which a wave is drawn. */
const WAVE_STEPS = 16

/**
 * An end across a bar: px beyond the value, and px from the middle of the bar. The valleys of saw teeth and the middle
 * of a wave stand exactly at the value.
 */
export function edgePoints(edge: Edge, thickness: number): Point[] {
  const reach = overhang(edge, thickness)
  const across = (count: number, beyond: (index: number) => number): Point[] =>
    Array.from({ length: count + 1 }, (_, index) => [beyond(index), thickness * (index / count - 0.5)])
  if (edge === 'saw') return across(2 * clamp(Math.round(thickness / 22), 2, 5), index => (index % 2) * reach)
  if (edge === 'wave')
    return across(
      WAVE_STEPS * clamp(Math.round(thickness / 36), 1, 3),
      index => reach * Math.sin((2 * Math.PI * index) / WAVE_STEPS),
    )
  return across(1, () => 0)
}

/** Points not farther apart than this, in px, follow a ring closely enough. */
const BEND = 6

/** A rectangle along a bar, from its first long side on: px beyond the value, and px from the middle. */
function rectangle(from: number, to: number, half: number): Point[] {
  const steps = Math.ceil(Math.abs(to - from) / BEND) || 1
  const along = Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps)
  return [...along.map((x): Point => [x, -half]), ...along.reverse().map((x): Point => [x, half])]
}

/** Draws ends: registered as `openEnd`, on the coordinate system of the bars that they belong to. */
export const renderOpenEnd: CustomSeriesRenderItem = ({ dataIndex, itemPayload }, api) => {
  const { ends, thickness, paper, upright, ring } = itemPayload as unknown as OpenEnds
  const { id, edge, value, category, backwards, length, fill, behind, gap = 0 } = ends[dataIndex]!
  const towards = backwards ? -1 : 1
  const [x, y] = ring ? ring.center : (api.coord(upright ? [category!, value] : [value, category!]) as Point)
  const place = ([beyond, across]: Point): Point => {
    if (!ring) return upright ? [x + across, y - towards * beyond] : [x + towards * beyond, y + across]
    const [angle, radius] = [(value * 2 * Math.PI) / 100 + (towards * beyond) / ring.radius, ring.radius - across]
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)]
  }
  const draw = (type: 'polygon' | 'polyline', points: readonly Point[], style: object, info = ''): object => {
    return { type, info, shape: { points: points.map(place) }, style, transition: ['shape', 'style'] }
  }
  const half = thickness / 2
  const tip = tipLength(edge, thickness, length)
  // What of the exact bar is taken away again.
  const undone = edge === 'wave' ? overhang(edge, thickness) : tip
  const upTo = (shift: number, start: number): Point[] => {
    const end = edgePoints(edge, thickness).map(([beyond, across]): Point => [beyond + shift, across])
    return [[start, -half], ...end, [start, half]]
  }
  const children: object[] = []
  if (undone) children.push(draw('polygon', rectangle(-undone, 1, half), { fill: behind }))
  if (gap) children.push(draw('polygon', upTo(gap, -undone), { fill: paper }))
  // It begins a px within the bar, so that no seam shows.
  if (edge === 'saw' || edge === 'wave')
    children.push(draw('polygon', upTo(0, Math.max(-undone - 1, -length)), { fill }, markName('ragged', id)))
  const dashed = { fill: 'none', stroke: fill, lineWidth: 2.5, lineDash: [8, 5] }
  if (tip) children.push(draw('polyline', rectangle(-tip, -1, half - 1), dashed, markName('tip', id)))
  return { type: 'group', children } as ReturnType<CustomSeriesRenderItem>
}

/** The end of the bar of a figure, at `scale` px for one unit. */
export function endOf({ id, edge, value, emphasis }: Item, scale: number, { color }: ChartTheme): OpenEnd {
  const [length, backwards] = [Math.abs(value) * scale, value < 0]
  return { id, edge, value, category: id, backwards, length, fill: color[emphasis], behind: color.paper }
}

/** The series that draws the ends of bars which are not exact, or are parted from what follows. */
export function openEndSeries({ ends, ...common }: OpenEnds): object {
  const drawn = ends.filter(({ edge, gap }) => edge !== 'flat' || gap)
  return {
    type: 'custom',
    renderItem: 'openEnd',
    ...(common.ring && { coordinateSystem: 'none' }),
    // Over bars, which ECharts draws over custom series of the same level.
    z: 3,
    silent: true,
    data: drawn.map(({ value, category = 0 }) => ({ value: common.upright ? [category, value] : [value, category] })),
    itemPayload: { ...common, ends: drawn },
  }
}
