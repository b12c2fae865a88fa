import type { CustomSeriesRenderItem } from 'echarts'
import { ICON_GRID, type IconName, icons } from './icons.ts'
import { markName } from './marks.ts'

/** Icons in groups of five, so that the eye counts groups, and the share of a pitch that is free between these. */
const GROUP = 5
const GROUP_GAP = 0.25
/** Share of its pitch that an icon fills. */
const FILLED = 0.97

/** A row of icons. */
export interface IconRow {
  id: string
  icon: IconName
  /** Number of icons; the last one is cut where it is not whole. */
  count: number
  /** Inexact counts end in a hollow icon: an additional one for lower bounds, the last one otherwise. */
  tail: 'none' | 'extra' | 'last'
}

/** How the icons of all rows are set: one size, so that equal numbers look equal. */
export interface IconLayout {
  /** Px from one icon to the next. */
  pitch: number
  /** Icons on a line. */
  columns: number
}

/** Places of icons that a row takes, the hollow one included. */
export function placesOf({ count, tail }: Pick<IconRow, 'count' | 'tail'>): number {
  return Math.ceil(count) + (tail === 'extra' ? 1 : 0)
}

/** Width in pitches of `count` icons on a line. */
export function lineWidth(count: number): number {
  return count + Math.floor(Math.max(0, count - 1) / GROUP) * GROUP_GAP
}

/** Lines that `count` icons take. */
export function linesOf(count: number, columns: number): number {
  return Math.max(1, Math.ceil(count / columns))
}

/** Icons down to this share of the largest size that a room allows stay on one line rather than growing on several. */
export const ONE_LINE = 0.6

/** Icons down to this share of the largest that would fit stand on fewer lines, whose last one is then fuller. */
const FEWER_LINES = 0.85

/**
 * The largest icons with which rows of these counts fit into `width` × `height` px each, on one line where that leaves
 * them large enough; lines break after whole groups.
 * @param most largest pitch, px
 * @param least pitch from which a row stays on one line, px
 */
export function layoutIcons(
  counts: readonly number[],
  width: number,
  height: number,
  most: number,
  least = most * ONE_LINE,
): IconLayout {
  const longest = Math.max(1, ...counts)
  const breaks = [longest, ...Array.from({ length: longest - 1 }, (_, index) => longest - 1 - index)]
  const layouts = breaks
    .filter(columns => columns === longest || columns < GROUP || columns % GROUP === 0)
    .map(columns => ({
      columns,
      pitch: Math.min(most, width / lineWidth(columns), height / linesOf(longest, columns)),
    }))
  const [line] = layouts
  if (line!.pitch >= least) return line!
  const largest = Math.max(...layouts.map(({ pitch }) => pitch))
  return layouts.find(({ pitch }) => pitch >= largest * FEWER_LINES)!
}

/** What all rows of a pictogram have in common. */
export interface Pictogram extends IconLayout {
  rows: readonly (IconRow & { color: string; label: { formatter: string } })[]
  /** Px between the icons and the number behind them. */
  gap: number
}

/** Draws a row of icons and its number behind them: registered as `pictogram`, on a category axis. */
export const renderPictogram: CustomSeriesRenderItem = ({ dataIndex, itemPayload }, api) => {
  const { rows, pitch, columns, gap } = itemPayload as unknown as Pictogram
  const row = rows[dataIndex]!
  const { id, icon, count, tail, color, label } = row
  const [left, middle] = api.coord([0, id]) as [number, number]
  const places = placesOf(row)
  // Icons fill a part of their pitch only, so that a row is a little lower than its lines.
  const top = middle - ((linesOf(places, columns) - 1 + FILLED) * pitch) / 2
  const scale = (pitch * FILLED) / ICON_GRID
  const drawn = Array.from({ length: places }, (_, index) => {
    const hollow = index === Math.ceil(count) || (tail === 'last' && index === places - 1)
    const cut = Math.min(1, count - index)
    const column = index % columns
    // ECharts does not move or size the shape of a path that is there already, so a group around it does.
    return {
      type: 'group',
      transition: [],
      x: left + (lineWidth(column + 1) - 1) * pitch,
      y: top + Math.floor(index / columns) * pitch,
      scaleX: scale,
      scaleY: scale,
      children: [
        {
          type: 'path',
          info: markName(hollow ? 'hollow' : 'icon', id),
          shape: { pathData: icons[icon] },
          style: hollow
            ? { fill: 'none', stroke: color, lineWidth: 2 / scale, lineDash: [4 / scale, 3 / scale] }
            : { fill: color },
          transition: ['style'],
          ...(!hollow &&
            cut < 1 && {
              clipPath: { type: 'rect', shape: { x: 0, y: 0, width: ICON_GRID * cut, height: ICON_GRID } },
            }),
        },
      ],
    }
  })
  const end = left + lineWidth(Math.min(places, columns)) * pitch + gap
  const style = { ...label, text: label.formatter, verticalAlign: 'middle' }
  const text = { type: 'text', info: markName('value', id), x: end, y: middle, style }
  return { type: 'group', children: [...drawn, text] } as unknown as ReturnType<CustomSeriesRenderItem>
}

/** The series that draws rows of icons. */
export function pictogramSeries(pictogram: Pictogram): object {
  return {
    type: 'custom',
    renderItem: 'pictogram',
    silent: true,
    data: pictogram.rows.map(({ id }) => [0, id]),
    itemPayload: { ...pictogram },
  }
}
