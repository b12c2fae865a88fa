import type { CustomSeriesRenderItemReturn } from 'echarts'
import type { Edge } from './qualifier-edge.ts'
import type { ChartTheme, Face } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { font } from './theme.ts'
import { REMARK_GAP } from './value-label.ts'

/** Something that a custom series draws. */
export type Element = NonNullable<CustomSeriesRenderItemReturn>
/** Position in px from the chart's upper left corner. */
export type Point = [x: number, y: number]

/** How a text is set. */
export interface TextLook {
  /** In px. */
  size: number
  color: string
  /** Default: `regular`. */
  face?: Face
  /** Default: `left`. */
  align?: 'left' | 'center' | 'right'
  /** Default: `middle`. */
  vertical?: 'top' | 'middle' | 'bottom'
  /** Colour of a remark beside a number. Default: soft. */
  remarkColor?: string
}

/** One or more lines of text at a point. */
export function textAt([x, y]: Point, lines: string | readonly string[], { size, color, face = 'regular', align = 'left', vertical = 'middle' }: TextLook, theme: ChartTheme): Element {
  const text = typeof lines === 'string' ? lines : lines.join('\n')
  return { type: 'text', x, y, silent: true, style: { text, font: font(theme, face, size), fill: color, align, verticalAlign: vertical, lineHeight: Math.round(size * 1.25) } }
}

/** The look of one part of a rich text, for labels of ECharts (`color`) as for elements of a custom series (`fill`). */
export interface RichPart { fontFamily: string, fontWeight: 400 | 700, fontSize: number, color: string, fill: string, padding?: number[] }

/** The looks of the parts of a value label, for `richValue`. */
export function richStyles(look: Pick<TextLook, 'size' | 'color' | 'remarkColor'>, theme: ChartTheme): Record<'value' | 'remark', RichPart> {
  const { size, color, remarkColor = theme.color.soft } = look
  const { font: { sans }, size: { chartSmall } } = theme
  return {
    value: { fontFamily: sans, fontWeight: 700, fontSize: size, color, fill: color },
    remark: { fontFamily: sans, fontWeight: 400, fontSize: chartSmall, color: remarkColor, fill: remarkColor, padding: [0, 0, 0, REMARK_GAP] },
  }
}

/** A value label as ECharts' rich text; `separator` may put the remark on a line of its own. */
export function richValue({ value, remark }: ValueLabel, separator = ''): string {
  return `{value|${value}}${remark ? `${separator}{remark|${remark}}` : ''}`
}

/** A number in bold with its remark beside it. */
export function valueAt([x, y]: Point, label: ValueLabel, look: TextLook, theme: ChartTheme): Element {
  const { align = 'left', vertical = 'middle' } = look
  return { type: 'text', x, y, silent: true, style: { text: richValue(label), rich: richStyles(look, theme), align, verticalAlign: vertical } }
}

/** Px by which an edge reaches beyond the value. */
export const OVERHANG = { flat: 0, saw: 10, wave: 5, dashed: 0 } as const satisfies Record<Edge, number>
/** Length in px of a hollow tip, which ends at the value. */
const TIP = 14

/**
 * A vertical edge from top to bottom. The valleys of saw teeth and the middle of a wave stand exactly at `x`;
 * teeth point `towards` the side on which the true value lies.
 */
export function edgePoints(edge: Edge, x: number, top: number, bottom: number, towards: 1 | -1): Point[] {
  const height = bottom - top
  if (edge === 'saw') {
    const teeth = Math.max(2, Math.round(height / 14))
    return Array.from({ length: 2 * teeth + 1 }, (_, index): Point => [x + (index % 2) * towards * OVERHANG.saw, top + height * index / (2 * teeth)])
  }
  if (edge === 'wave') {
    const steps = 24
    const waves = Math.max(2, Math.round(height / 24))
    return Array.from({ length: steps * waves + 1 }, (_, index): Point => [x + towards * OVERHANG.wave * Math.sin(2 * Math.PI * index / steps), top + height * index / (steps * waves)])
  }
  return [[x, top], [x, bottom]]
}

/** A bar from `from` to `to` (px), which may lie on its left. */
export interface BarShape {
  from: number
  to: number
  /** Centre in px. */
  y: number
  thickness: number
  edge: Edge
  fill: string
}

/** Draws a bar whose end shows how exact it is. Its length from `from` is that of the printed value. */
export function barElements({ from, to, y, thickness, edge, fill }: BarShape): Element[] {
  const towards = to < from ? -1 : 1
  const [top, bottom] = [y - thickness / 2, y + thickness / 2]
  const tip = edge === 'dashed' ? Math.min(TIP, Math.abs(to - from)) : 0
  const solidEnd = to - towards * tip
  const points: Point[] = [[from, top], ...edgePoints(edge, solidEnd, top, bottom, towards), [from, bottom]]
  const solid: Element = { type: 'polygon', silent: true, shape: { points }, style: { fill } }
  if (!tip)
    return [solid]
  const outline: Point[] = [[solidEnd, top + 1], [to - towards, top + 1], [to - towards, bottom - 1], [solidEnd, bottom - 1]]
  return [solid, { type: 'polyline', silent: true, shape: { points: outline }, style: { fill: 'none', stroke: fill, lineWidth: 2, lineDash: [6, 4] } }]
}

/** The zero line through all rows. Drawn with the last row, so that it lies on top of every bar. */
export function zeroLine(x: number, top: number, bottom: number, theme: ChartTheme): Element {
  return { type: 'line', silent: true, shape: { x1: x, x2: x, y1: top, y2: bottom }, style: { stroke: theme.color.ink, lineWidth: 2 } }
}

/** Elements that grow from the vertical line at `x` when the chart is first shown. */
export function growingFrom(x: number, children: Element[]): Element {
  return { type: 'group', silent: true, originX: x, enterFrom: { scaleX: 0.001 }, children }
}
