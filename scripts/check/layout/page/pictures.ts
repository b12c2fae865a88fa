import type { Drawing, Fill, Shape } from '../facts.ts'
import type { BoxTree } from './boxes.ts'
import { isFree } from './boxes.ts'
import { describeElement, isShown, isTransparent } from '../../page/elements.ts'

const PICTURES = 'img, svg, canvas, video, iframe, object, embed'
/** Parts of an SVG that may be painted, but for texts. */
export const SHAPES = 'path, rect, circle, ellipse, line, polyline, polygon, image, use'

/** The SVG that an element is drawn in, in its outermost place. */
export function outermostSvg(element: Element): SVGSVGElement | null {
  let svg = element instanceof SVGSVGElement ? element : (element as SVGElement).ownerSVGElement
  while (svg?.ownerSVGElement) svg = svg.ownerSVGElement
  return svg
}

/** Images and drawings of a slide, but those in `skip`; the map tells the index of each. */
export function collectDrawings(
  root: Element,
  boxes: BoxTree,
  skip?: string,
): { drawings: Drawing[]; indexes: Map<Element, number> } {
  const indexes = new Map<Element, number>()
  const elements = [...root.querySelectorAll(PICTURES)].filter(
    element =>
      !(element instanceof SVGElement && element.ownerSVGElement) &&
      !(skip && element.closest(skip)) &&
      isShown(element),
  )
  const drawings = elements.map((element, index) => {
    indexes.set(element, index)
    return {
      element: describeElement(element),
      rect: boxes.place(element.getBoundingClientRect()),
      box: boxes.boxAround(element),
      free: isFree(element),
    }
  })
  return { drawings, indexes }
}

/** The painted parts of the slide's SVGs. */
export function collectShapes(indexes: ReadonlyMap<Element, number>, boxes: BoxTree): Shape[] {
  return [...indexes]
    .filter(([element]) => element instanceof SVGSVGElement)
    .flatMap(([svg, drawing]) =>
      [...svg.querySelectorAll(SHAPES)]
        .filter(shape => !shape.closest('defs, clipPath, mask, pattern, marker, symbol') && isPainted(shape))
        .map(shape => ({
          element: describeElement(shape),
          rect: boxes.place(shape.getBoundingClientRect()),
          drawing,
          clipped: shape.closest('[clip-path]') !== null,
        })),
    )
}

/** The backgrounds of a slide's elements, the slide's own among them. */
export function collectFills(root: Element, boxes: BoxTree): Fill[] {
  return [root, ...root.querySelectorAll<HTMLElement>('*:not(svg, svg *)')].flatMap(element => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element)
    const picture = backgroundImage.includes('url(')
    if ((isTransparent(backgroundColor) && backgroundImage === 'none') || !isShown(element)) return []
    return [
      {
        rect: boxes.place(element.getBoundingClientRect()),
        color: backgroundImage === 'none' ? backgroundColor : backgroundImage,
        picture,
      },
    ]
  })
}

/** Whether a part of an SVG is filled or stroked. */
export function isPainted(shape: Element): boolean {
  if (!isShown(shape)) return false
  if (shape.matches('image, use')) return true
  const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth } = getComputedStyle(shape)
  return (
    (!isTransparent(fill) && Number(fillOpacity) > 0 && !shape.matches('line')) ||
    (!isTransparent(stroke) && Number(strokeOpacity) > 0 && Number.parseFloat(strokeWidth) > 0)
  )
}
