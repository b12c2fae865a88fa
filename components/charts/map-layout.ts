import type { Ring } from '../../model/maps.ts'
import type { ChartBox, ChartLayout } from './define-chart.ts'
import type { MapPlan } from './map-plan.ts'
import { type MapPlace, placedRings, placeInside } from './map-geometry.ts'
import { layoutNote, type NoteLayout } from './note.ts'
import type { Item } from './plan.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { formatFigure } from '../../model/format.ts'

/** A line of the legend. */
interface LegendEntry {
  sort: 'class' | 'gap' | 'ours'
  /** Of its class, or item. */
  index: number
  /** Px from the top of the chart. */
  y: number
  /** Its texts, and where each begins or ends, px from the left edge of the legend. */
  texts: readonly { text: string; x: number; align: 'left' | 'center' | 'right' }[]
}

/** Words within a district. */
export interface MapLabel {
  /** Its figure; none where it has no number. */
  item?: Item
  middle: readonly [x: number, y: number]
  names: readonly string[]
  /** Its number; empty where that has no room. */
  value: string
  size: number
}

/** Where the parts of a map lie, px. */
export interface MapLayout extends ChartLayout {
  place: MapPlace
  labels: readonly MapLabel[]
  title: { at: readonly [x: number, y: number]; lines: readonly string[] }
  legend: {
    at: readonly [x: number, y: number]
    size: number
    swatch: { width: number; height: number }
    entries: readonly LegendEntry[]
  }
  note: NoteLayout
}

/** Width and height of swatches, and distance of lines, in em. */
const SWATCH = { width: 1.8, height: 1.1, line: 1.6 } as const
/** Widest title of the legend, in em. */
const TITLE_EM = 11
/** Highest map on a page that is read from near, as a share of its width. */
const NEAR = 1.1
/** Px that words keep from the borders of their district. */
const KEEP = 4
/** Widest half, in em, of a name in two lines. */
const HALF_EM = 4
const DASH = '—'
/** What is said of a district without a number. */
export const NO_NUMBER = '无数'
/** Px around a map for the outline of what is named. */
const MARGIN = 5

/** The corners of a box. */
export function outlineOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

/** How a number is printed on the map and in its legend. */
const printed = (figure: Parameters<typeof formatFigure>[0]): string => formatFigure(figure, 'signed')

/** Words in their districts: name and number, or the name alone, or nothing. */
function layoutLabels(plan: MapPlan, place: MapPlace, size: number): MapLabel[] {
  const wanted = [
    ...plan.items.map(item => ({
      item,
      name: item.name,
      number: item.label.value,
      district: plan.districts.get(item.id)!,
    })),
    ...plan.gaps.map(district => ({ name: district.name, number: '', district })),
  ]
  return wanted.flatMap(({ name, number, district, ...rest }) => {
    const rings = placedRings(district, place)
    const settings = [[name], wrapTo(name, HALF_EM)].flatMap(names => [number, ''].map(value => ({ names, value })))
    for (const { names, value } of settings) {
      const lines = [...names, value].filter(Boolean)
      const height = lines.length * size * LINE
      const width = Math.max(...lines.map(line => textWidth(line, size)))
      const middle = placeInside(rings, { width: width + 2 * KEEP, height: height + KEEP })
      if (middle) return [{ ...rest, middle, names, value, size }]
    }
    return []
  })
}

function attempt(plan: MapPlan, beside: boolean, ours: Item | undefined, theme: ChartTheme, box: ChartBox): MapLayout {
  const { chartLabel, chartSmall } = theme.size
  const { map, classes, gaps, items } = plan
  const size = chartLabel
  const swatch = { width: SWATCH.width * size, height: SWATCH.height * size }
  const rows: { sort: LegendEntry['sort']; index: number; texts: string[] }[] = [
    ...classes
      .map(({ low, high }, index) => ({
        sort: 'class' as const,
        index,
        texts: low === high ? [printed(low)] : [printed(low), DASH, printed(high)],
      }))
      .reverse(),
    ...(gaps.length > 0 ? [{ sort: 'gap' as const, index: 0, texts: [NO_NUMBER] }] : []),
    ...(ours ? [{ sort: 'ours' as const, index: items.indexOf(ours), texts: [ours.name, ours.label.value] }] : []),
  ]
  const widest = (column: number, of = rows.filter(({ sort }) => sort === 'class')): number =>
    Math.max(0, ...of.map(({ texts }) => textWidth(texts[column] ?? '', size)))
  const first = swatch.width + gapOf(theme) * 0.7
  // Numbers of classes meet at their dash.
  const [middle, dash] = [first + widest(0), textWidth(DASH, size)]
  const placed = ({ sort, texts }: (typeof rows)[number]): LegendEntry['texts'] =>
    sort === 'class'
      ? texts.map((text, column) => ({
          text,
          x: middle + [0, dash / 2, dash][column]!,
          align: (['right', 'center', 'left'] as const)[column]!,
        }))
      : texts.map((text, column) => ({
          text,
          x: first + (column === 0 ? 0 : textWidth(texts[0]!, size) + size / 2),
          align: 'left',
        }))
  const ends = rows.flatMap(row =>
    placed(row).map(({ text, x, align }) => (align === 'left' ? x + textWidth(text, size) : x)),
  )
  const titleLines = wrapTo(plan.title, beside ? TITLE_EM : box.width / chartSmall)
  const titleHeight = titleLines.length * chartSmall * LINE + chartLabel * 0.4
  const wide = Math.max(...ends, ...titleLines.map(line => textWidth(line, chartSmall)))
  const note = layoutNote([plan.note, box.remark], beside ? Math.max(wide, TITLE_EM * chartSmall) : box.width, theme)
  const legendWidth = Math.max(wide, ...note.lines.map(line => textWidth(line, chartSmall)))
  const rowsHeight = titleHeight + rows.length * SWATCH.line * size
  const legendHeight = rowsHeight + note.height
  const gap = 2 * gapOf(theme)
  const across = Math.max(1, box.width - 2 * MARGIN - (beside ? gap + legendWidth : 0))
  const taken = 2 * MARGIN + (beside ? 0 : gap / 2 + legendHeight)
  const down = Math.max(1, box.height === undefined ? across * NEAR : box.height - taken)
  const unit = Math.min(across / (map.width || 1), down / (map.height || 1))
  const [mapWidth, mapHeight] = [map.width * unit, map.height * unit]
  const height = box.height ?? Math.max(mapHeight + taken, beside ? legendHeight : 0)
  const left = MARGIN + Math.max(0, (across - mapWidth) / 2)
  const top = beside ? Math.max(MARGIN, (height - mapHeight) / 2) : MARGIN
  const legendLeft = beside ? left + mapWidth + gap : 0
  const legendTop = beside ? Math.max(0, (height - legendHeight) / 2) : top + mapHeight + gap / 2
  const place = { left, top, height: map.height, unit }
  const sizes = [chartLabel, chartSmall].map(each => layoutLabels(plan, place, each))
  const complete = (labels: readonly MapLabel[]): number => labels.reduce((sum, { value }) => sum + (value ? 2 : 1), 0)
  return {
    place,
    // Larger words where no more are lost by it.
    labels: sizes.find(labels => complete(labels) === complete(sizes[1]!))!,
    title: { at: [legendLeft, legendTop], lines: titleLines },
    legend: {
      at: [legendLeft, legendTop],
      size,
      swatch,
      entries: rows.map((row, place) => ({
        sort: row.sort,
        index: row.index,
        y: legendTop + titleHeight + place * SWATCH.line * size,
        texts: placed(row),
      })),
    },
    note: { ...note, at: [legendLeft, legendTop + rowsHeight] },
    height: Math.ceil(height),
  }
}

/** Finds a map its place: its legend beside it or below, wherever the map is larger. */
export function layoutMap(plan: MapPlan, theme: ChartTheme, box: ChartBox): MapLayout {
  const both = (ours?: Item): MapLayout => {
    const [beside, below] = [true, false].map(each => attempt(plan, each, ours, theme, box)) as [MapLayout, MapLayout]
    return beside.place.unit >= below.place.unit * (box.height === undefined ? 1 : 0.9) ? beside : below
  }
  const layout = both()
  const ours = plan.items.find(({ emphasis }) => emphasis === 'highlight')
  const told = layout.labels.some(({ item, value }) => item?.id === ours?.id && value !== '')
  return ours === undefined || told ? layout : both(ours)
}
