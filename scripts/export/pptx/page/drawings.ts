import type { Rect } from '../../../../components/rect.ts'
import { isPainted, SHAPES } from '../../../check/layout/page/pictures.ts'
import type { DrawingFact, VectorFact } from '../facts.ts'
import { opacityOf, seenColor } from './boxes.ts'

/** Parts of an SVG that are not drawn where they stand. */
const ASIDE = 'defs, clipPath, mask, pattern, marker, symbol'

/** An element that charts tell what they draw; see `components/charts/ChartFrame.vue`. */
type ChartElement = Element & { huibaoChart?: DrawingFact['chart'] }

/** The shapes of an SVG, in the order in which they are painted, each with its element. @param place of the slide */
export function vectorsOf(
  svg: SVGSVGElement,
  corner: Pick<Rect, 'left' | 'top'>,
  place: (rect: Rect) => Rect,
): { element: Element; vector: VectorFact }[] {
  return [...svg.querySelectorAll<SVGGraphicsElement>(SHAPES)]
    .filter(shape => !shape.closest(ASIDE) && !shape.matches('image, use') && isPainted(shape))
    .flatMap(element => {
      const path = pathOf(element)
      const matrix = element.getScreenCTM()
      return path && matrix ? [{ element, vector: vectorOf(element, path, matrix, corner, place) }] : []
    })
}

function vectorOf(
  element: SVGGraphicsElement,
  path: string,
  { a, b, c, d, e, f }: DOMMatrix,
  { left, top }: Pick<Rect, 'left' | 'top'>,
  place: (rect: Rect) => Rect,
): VectorFact {
  const style = getComputedStyle(element)
  const opacity = opacityOf(element)
  const fill = element.matches('line') ? undefined : seenColor(style.fill, opacity * Number(style.fillOpacity))
  const scale =
    style.getPropertyValue('vector-effect') === 'non-scaling-stroke' ? 1 : Math.sqrt(Math.abs(a * d - b * c))
  const width = Number.parseFloat(style.strokeWidth) * scale
  const color = width > 0 ? seenColor(style.stroke, opacity * Number(style.strokeOpacity)) : undefined
  const dash = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat)
  const clip = clipOf(element)
  const figure = element.getAttribute('data-figure')
  return {
    kind: 'vector',
    path,
    matrix: [a, b, c, d, e - left, f - top],
    ...(fill && { fill }),
    ...(color && {
      stroke: {
        color,
        width,
        dash: dash.map(length => length * scale),
        cap: style.strokeLinecap,
        join: style.strokeLinejoin,
      },
    }),
    ...(clip && { clip: place(clip) }),
    ...(figure !== null && { figure }),
  }
}

/** The outline of a shape as path data. */
function pathOf(shape: Element): string {
  const number = (name: string): number => lengthOf(shape, name)
  switch (shape.localName) {
    case 'path':
      return shape.getAttribute('d') ?? ''
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
      return `M${x} ${y}H${x + width}V${y + height}H${x}Z`
    }
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = [number('cx'), number('cy')]
      const [rx, ry] = shape.localName === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')]
      return `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`
    }
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`
    default: {
      const points = shape.getAttribute('points')?.trim()
      return points ? `M${points}${shape.localName === 'polygon' ? 'Z' : ''}` : ''
    }
  }
}

/** A length of a shape: as style sheets say it, or the attribute's, which may be a share. */
function lengthOf(shape: Element, name: string): number {
  const styled = getComputedStyle(shape).getPropertyValue(name)
  if (styled.endsWith('px')) return Number.parseFloat(styled)
  return (shape as unknown as Record<string, SVGAnimatedLength | undefined>)[name]?.baseVal.value ?? 0
}

/** The box that an SVG cuts an element to. */
function clipOf(element: Element): Rect | undefined {
  const clipped = element.closest('[clip-path]')
  const id = /#([^")]+)/.exec(clipped?.getAttribute('clip-path') ?? '')?.[1]
  const shape = id === undefined ? undefined : document.getElementById(id)?.firstElementChild
  if (!clipped || !(shape instanceof SVGGraphicsElement)) return undefined
  // It is drawn nowhere; its coordinates are those of what it cuts.
  const { x, y, width, height } = shape.getBBox()
  const around = (clipped as SVGGraphicsElement).getScreenCTM()
  if (!around) return undefined
  const own = shape.transform.baseVal.consolidate()?.matrix
  const matrix = own ? around.multiply(own) : around
  const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map(point =>
    point.matrixTransform(matrix),
  )
  return { left: from!.x, top: from!.y, right: to!.x, bottom: to!.y }
}

/** What a drawing is: its alternative text, and the chart that it draws. */
export function drawingOf(svg: SVGSVGElement, rect: Rect): Omit<DrawingFact, 'parts'> {
  const chart = svg.closest<ChartElement>('.hb-chart-box')?.huibaoChart
  const figures = svg.closest<HTMLElement>('.hb-chart')?.dataset.figures?.split(' ').filter(Boolean)
  return {
    kind: 'drawing',
    rect,
    alt: svg.getAttribute('aria-hidden') === 'true' ? '' : (svg.getAttribute('aria-label') ?? ''),
    ...(chart && { chart }),
    figures: figures ?? [],
  }
}
