import type { CustomSeriesRenderItem } from 'echarts'
import { markName } from './marks.ts'
import type { ChartTheme } from './theme.ts'

/** Cells of a waffle in each direction; each cell is one percent. */
export const WAFFLE_SIDE = 10

/** Share of a cell's place that it fills. */
const FILLED = 0.88

/** A waffle: what all its cells have in common. */
export interface Cells {
  id: string
  /** In percent. */
  value: number
  /** Whether the value is not exact: the cell in which it ends is outlined. */
  open: boolean
  color: ChartTheme['color']
}

/** How much of cell `index` is filled, 0 to 1, counting from the lower left, row by row upwards. */
export function cellFill(value: number, index: number): number {
  return Math.min(1, Math.max(0, value - index))
}

/** Draws one cell: registered as `cells`, on a grid of ten by ten. */
export const renderCells: CustomSeriesRenderItem = ({ dataIndex, itemPayload }, api) => {
  const { id, value, open, color } = itemPayload as unknown as Cells
  const [x, y] = api.coord([api.value(0), Number(api.value(1)) + 1]) as [number, number]
  const side = (api.size!([1, 1]) as number[])[0]! * FILLED
  const fill = cellFill(value, dataIndex)
  const rect = (info: string, top: number, style: object, inset = 0): object => ({
    type: 'rect',
    info,
    shape: { x: x + inset, y: y + top + inset, width: side - 2 * inset, height: side - top - 2 * inset },
    style,
  })
  const children = [
    ...(fill < 1
      ? [rect(markName('cell', id), 0, { fill: color.track, stroke: color.context, lineWidth: 1.5 }, 0.75)]
      : []),
    ...(fill > 0 ? [rect(markName('fill', id), side * (1 - fill), { fill: color.highlight })] : []),
    ...(open && dataIndex === Math.min(Math.floor(value), WAFFLE_SIDE ** 2 - 1)
      ? [rect('', 0, { fill: 'none', stroke: color.highlight, lineWidth: 3, lineDash: [6, 4] })]
      : []),
  ]
  return { type: 'group', children } as ReturnType<CustomSeriesRenderItem>
}

/** The series that draws a share as filled cells, on the `index`th grid of its chart. */
export function cellsSeries(cells: Cells, index: number): object {
  return {
    type: 'custom',
    renderItem: 'cells',
    xAxisIndex: index,
    yAxisIndex: index,
    silent: true,
    data: Array.from({ length: WAFFLE_SIDE ** 2 }, (_, cell) => [cell % WAFFLE_SIDE, Math.floor(cell / WAFFLE_SIDE)]),
    itemPayload: { ...cells },
  }
}
