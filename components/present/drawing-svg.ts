const SVG = 'http://www.w3.org/2000/svg'

/** The shapes that a pen makes, and what may be said of them. Neither text nor links, styles or scripts. */
const SHAPES = new Set(['g', 'defs', 'marker', 'path', 'line', 'polyline', 'polygon', 'ellipse', 'circle', 'rect'])
const ATTRIBUTES = new Set([
  'd',
  'points',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'transform',
  'opacity',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'marker-start',
  'marker-end',
  'id',
  'viewBox',
  'refX',
  'refY',
  'markerUnits',
  'markerWidth',
  'markerHeight',
  'orient',
])
/** Numbers, letters of paths, colours, and references into the drawing itself. */
const VALUE = /^(?:[\w\s.,#%()+-]*|url\(#[\w-]+\))$/

/** Builds what was drawn, element by element: markup is never handed to the page. What is no shape is left out. */
export function drawingElements(markup: string): SVGElement[] {
  const root = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${markup}</svg>`, 'image/svg+xml').documentElement
  return root.nodeName === 'svg' && !root.querySelector('parsererror') ? copies(root) : []
}

/** What was drawn, with nothing but its shapes: a pen marks its strokes for itself. */
export function plainDrawing(markup: string): string {
  return drawingElements(markup)
    .map(element => element.outerHTML)
    .join('')
}

function copies(parent: Element): SVGElement[] {
  return [...parent.children]
    .filter(({ namespaceURI, localName }) => namespaceURI === SVG && SHAPES.has(localName))
    .map(element => {
      const copy = document.createElementNS(SVG, element.localName) as SVGElement
      for (const { name, value } of [...element.attributes]) {
        if (ATTRIBUTES.has(name) && VALUE.test(value) && (!/url/i.test(value) || /^url\(#/.test(value)))
          copy.setAttribute(name, value)
      }
      copy.append(...copies(element))
      return copy
    })
}
