import type { Brush, Drauu } from '@drauu/core'
import { createDrauu } from '@drauu/core'

/** Colours that are told apart on paper and at night. */
export const PEN_COLORS = [
  { name: '红', value: '#e5484d' },
  { name: '黄', value: '#f5b301' },
  { name: '蓝', value: '#1982c4' },
  { name: '白', value: '#ffffff' },
] as const

/** What a stroke becomes. */
export const PEN_SHAPES = [
  { name: '手写', mode: 'stylus', arrowEnd: false },
  { name: '箭头', mode: 'line', arrowEnd: true },
  { name: '方框', mode: 'rectangle', arrowEnd: false },
  { name: '圆圈', mode: 'ellipse', arrowEnd: false },
] as const

/** What the pen draws with. */
export interface PenStyle {
  color: (typeof PEN_COLORS)[number]['value']
  shape: (typeof PEN_SHAPES)[number]
}

export const PEN_STYLE: PenStyle = { color: PEN_COLORS[0].value, shape: PEN_SHAPES[0] }

/** Width of a stroke in px of the canvas: seen at the end of a hall. */
const WIDTH = 6

export interface Pen {
  take: (style: PenStyle) => void
  /** Shows what is drawn on a slide. */
  load: (svg: string) => void
  undo: () => void
  clear: () => void
  unmount: () => void
}

/**
 * A pen on a slide.
 * @param svg lies over the whole of the slide, in px of the canvas, however large that is shown
 * @param changed called with all that is drawn, as soon as somebody has changed it here
 */
export function createPen(svg: SVGSVGElement, changed: (svg: string) => void): Pen {
  let loading = false
  const brush = ({ color, shape: { mode, arrowEnd } }: PenStyle): Brush => ({ color, size: WIDTH, mode, arrowEnd })
  const pen: Drauu = createDrauu({ el: svg, brush: brush(PEN_STYLE), coordinateTransform: false })
  const scale = (): void => void (pen.options.coordinateScale = svg.clientWidth / svg.getBoundingClientRect().width)
  // Ahead of the pen's own listener.
  svg.addEventListener('pointerdown', scale, { capture: true })
  pen.on('changed', () => loading || changed(pen.dump()))

  function load(markup: string): void {
    loading = true
    if (markup) pen.load(markup)
    else pen.clear()
    loading = false
  }

  return {
    take: style => void (pen.brush = brush(style)),
    load,
    undo: () => void pen.undo(),
    clear() {
      load('')
      changed('')
    },
    unmount() {
      svg.removeEventListener('pointerdown', scale, { capture: true })
      pen.unmount()
    },
  }
}
