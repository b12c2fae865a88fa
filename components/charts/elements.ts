import type { CustomSeriesRenderItemReturn } from 'echarts'
import type { Point } from './edges.ts'
import type { Edge } from './qualifier-edge.ts'
import type { ChartTheme, Face } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { edgePoints, tipLength } from './edges.ts'
import { font } from './theme.ts'
import { textWidth } from './text-width.ts'
import { REMARK_GAP, valueLabelWidth } from './value-label.ts'

/** Something that a custom series draws. */
export type Element = NonNullable<CustomSeriesRenderItemReturn>

/** What a part of a chart is, for whoever measures or reads the drawing. */
export type MarkKind =
  /** Lengths from the zero line: of a figure, and of the whole that a share or reduction is of, filled or empty. */
  | 'bar'
  | 'whole'
  | 'track'
  /** Lengths within others: a part at the end of its total, what a reduction left out. */
  | 'part'
  | 'cut'
  /** The hollow tip of a bar, which ends at the value. */
  | 'tip'
  /** The line from which lengths begin. */
  | 'zero'
  /** A share as a piece of a ring, its hollow tip, and what of the ring is empty. */
  | 'arc'
  | 'arc-tip'
  | 'arc-rest'
  /** A cell of a waffle, empty or as far as it is filled. */
  | 'cell'
  | 'fill'
  /** A counted thing, and one that stands for what is not exact. */
  | 'icon'
  | 'hollow'
  /** Texts: the name of a figure, its value or what is said of it, and numbers of the drawing itself. */
  | 'label'
  | 'value'
  | 'scale'

/** Says which figure an element draws: it becomes the element's `data-mark` and `data-figure`. */
export function marked(kind: MarkKind, figure: string, element: Element): Element {
  return { ...element, info: { mark: `${kind} ${figure}` } }
}

/** Height of a line of text, in its size. */
export const LINE = 1.25

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
export function textAt(
  [x, y]: Point,
  lines: string | readonly string[],
  { size, color, face = 'regular', align = 'left', vertical = 'middle' }: TextLook,
  theme: ChartTheme,
): Element {
  const text = typeof lines === 'string' ? lines : lines.join('\n')
  return {
    type: 'text',
    x,
    y,
    silent: true,
    transition: [],
    style: {
      text,
      font: font(theme, face, size),
      fill: color,
      align,
      verticalAlign: vertical,
      lineHeight: Math.round(size * LINE),
    },
  }
}

/**
 * A number in bold with its remark beside it, as wide as `valueLabelWidth` says: two texts, since where a rich text
 * puts its second part would depend on how the first one is measured.
 */
export function valueAt([x, y]: Point, label: ValueLabel, look: TextLook, theme: ChartTheme): Element {
  const { size, align = 'left', vertical = 'middle', remarkColor = theme.color.soft } = look
  const { chartSmall } = theme.size
  const width = valueLabelWidth(label, size, chartSmall)
  const left = x - (align === 'right' ? width : align === 'center' ? width / 2 : 0)
  const middle = y + { top: size / 2, middle: 0, bottom: -size / 2 }[vertical] * LINE
  const remarkAt = label.value ? textWidth(label.value, size) + REMARK_GAP : 0
  return {
    type: 'group',
    silent: true,
    transition: [],
    children: [
      textAt([left, middle], label.value, { size, color: look.color, face: 'bold' }, theme),
      textAt(
        [left + remarkAt, middle + (size - chartSmall) * 0.08],
        label.remark,
        { size: chartSmall, color: remarkColor },
        theme,
      ),
    ],
  } as Element
}

/** A filled shape that moves from step to step. */
export function shapeAt(
  points: readonly Point[],
  style: { fill: string; stroke?: string; lineWidth?: number },
): Element {
  return { type: 'polygon', silent: true, shape: { points: [...points] }, style, transition: ['style', 'shape'] }
}

/** A dashed line: what is not there, or ends inexactly. */
export function dashesAt(points: readonly Point[], stroke: string): Element {
  return {
    type: 'polyline',
    silent: true,
    shape: { points: [...points] },
    style: { fill: 'none', stroke, lineWidth: 2.5, lineDash: [8, 5] },
    transition: ['style', 'shape'],
  }
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

/**
 * Outline of a bar whose end shows how exact it is. Its length from `from` is that of the printed value, a hollow tip
 * not included.
 */
export function barPoints({ from, to, y, thickness, edge }: Omit<BarShape, 'fill'>): Point[] {
  const towards = to < from ? -1 : 1
  const [top, bottom] = [y - thickness / 2, y + thickness / 2]
  const solidEnd = to - towards * tipLength(edge, thickness, Math.abs(to - from))
  return [[from, top], ...edgePoints(edge, solidEnd, top, bottom, towards), [from, bottom]]
}

/**
 * Draws a bar, its hollow tip included; `place` moves its points, e.g. to where a bar grows from. `mark` says what it
 * draws.
 */
export function barElements(
  bar: BarShape,
  mark?: readonly [kind: MarkKind, figure: string],
  place: (point: Point) => Point = point => point,
): Element[] {
  const { from, to, y, thickness, edge, fill } = bar
  const shape = shapeAt(barPoints(bar).map(place), { fill })
  const solid = mark ? marked(...mark, shape) : shape
  const tip = tipLength(edge, thickness, Math.abs(to - from))
  if (!tip) return [solid]
  const towards = to < from ? -1 : 1
  const [top, bottom] = [y - thickness / 2 + 1, y + thickness / 2 - 1]
  const outline: Point[] = [
    [to - towards * tip, top],
    [to - towards, top],
    [to - towards, bottom],
    [to - towards * tip, bottom],
  ]
  const dashes = dashesAt(outline.map(place), fill)
  return [solid, mark ? marked('tip', mark[1], dashes) : dashes]
}

/** Width in px of the outline of what is empty. */
export const OUTLINE = 1.5

/** A rectangle for what is empty: pale, and outlined so that it shows on any paper. */
export function emptyRect(x: number, y: number, width: number, height: number, theme: ChartTheme): Element {
  const inset = OUTLINE / 2
  const shape = {
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - OUTLINE),
    height: Math.max(0, height - OUTLINE),
  }
  return {
    type: 'rect',
    silent: true,
    shape,
    style: { fill: theme.color.track, stroke: theme.color.context, lineWidth: OUTLINE },
  }
}

/** A straight line, of ink where it is an axis. */
export function lineAt([x1, y1]: Point, [x2, y2]: Point, stroke: string, lineDash?: number[]): Element {
  return {
    type: 'line',
    silent: true,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth: 2, ...(lineDash && { lineDash }) },
  }
}
