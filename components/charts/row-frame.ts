import type { CustomSeriesOption, EChartsOption, CustomSeriesRenderItem } from 'echarts'
import type { Element } from './elements.ts'
import type { ChartTheme } from './theme.ts'
import { textAt } from './elements.ts'

/** The frame of a chart of horizontal rows on one scale. */
export interface RowFrame {
  /** Px left of the scale, for names. */
  left: number
  /** Px right of the scale, for numbers. */
  right: number
  /** Ends of the scale; one of them is zero or both lie around it. */
  min: number
  max: number
  /** Line below the rows; empty for none. */
  note: string
}

/** A rectangle in px. */
export interface Area { x: number, y: number, width: number, height: number }

/** Where one row lies, in px. */
export interface Row {
  /** Middle of the row. */
  y: number
  /** Height of the row. */
  band: number
  /** Thickness of its bar. */
  thickness: number
}

/** Px above and below all rows. */
const MARGIN = 8
const MAX_BAND = 136
const MAX_THICKNESS = 76

/** Place of row `index` of `count`; few rows stay together in the middle instead of drifting apart. */
export function rowAt(area: Area, count: number, index: number): Row {
  const band = Math.min(MAX_BAND, area.height / count)
  const top = area.y + (area.height - count * band) / 2
  return { y: top + (index + 0.5) * band, band, thickness: Math.min(MAX_THICKNESS, band * 0.6) }
}

/** Top and bottom of all rows together. */
export function rowsExtent(area: Area, count: number): [top: number, bottom: number] {
  const [first, last] = [rowAt(area, count, 0), rowAt(area, count, count - 1)]
  return [first.y - first.band / 2, last.y + last.band / 2]
}

/** Height in px that is kept free for a note. */
export const NOTE_HEIGHT = 44

/** The area that rows share on a chart of the given size, a note below them considered. */
export function rowsArea(width: number, height: number, note: string, below = MARGIN): Area {
  return { x: 0, y: MARGIN, width, height: height - MARGIN - (note ? NOTE_HEIGHT : below) }
}

/** The line that explains marks, under the last row rather than at the chart's foot; nothing where it is empty. */
export function noteAt(left: number, bottom: number, note: string, theme: ChartTheme): Element[] {
  return note ? [textAt([left, bottom + 14], note, { size: theme.size.chartSmall, color: theme.color.soft, vertical: 'top' }, theme)] : []
}

/** The area that a row of `rowOption` draws in. */
export function areaOf(params: Parameters<CustomSeriesRenderItem>[0]): Area {
  // ECharts types this by coordinate system name only; here it is the rectangle of all rows.
  return params.coordSys as unknown as Area
}

/**
 * The option of a chart of rows on a scale: `renderItem` draws one row for each of `values`, with `api.coord` for the
 * scale. No grid of ECharts' own stands behind it, for axes that are not shown would be a tenth of what a phone loads.
 */
export function rowOption({ left, right, min, max, note }: RowFrame, values: readonly number[], renderItem: CustomSeriesRenderItem, theme: ChartTheme): EChartsOption {
  return freeOption(values.map(value => [value]), (params, api) => {
    const { height, y } = rowsArea(api.getWidth(), api.getHeight(), note)
    const area = { x: left, y, width: api.getWidth() - left - right, height }
    const coord = ([value = 0]: number[]): number[] => [left + (value - min) / (max - min) * area.width]
    const row = renderItem({ ...params, coordSys: area as unknown as typeof params.coordSys }, { ...api, coord } as typeof api)
    if (!row || params.dataIndex !== values.length - 1)
      return row
    const [, bottom] = rowsExtent(area, values.length)
    return { type: 'group', children: [row, ...noteAt(left, bottom, note, theme)] }
  })
}

/** The option of a chart that lays itself out in px, without a coordinate system: `renderItem` draws one item for each of `data`. */
export function freeOption(data: readonly number[][], renderItem: CustomSeriesRenderItem): EChartsOption {
  const series: CustomSeriesOption = { type: 'custom', coordinateSystem: 'none', renderItem, silent: true, data: data.map(values => [...values]) }
  return { series: [series] }
}
