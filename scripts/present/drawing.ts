/** What the presenter's pen makes, and nothing else: shapes without text, links, styles or scripts. */
const SHAPES: Readonly<Record<string, RegExp>> = Object.fromEntries([
  ['g', /^(?:stroke|stroke-width|fill|stroke-linecap|stroke-linejoin|transform|data-drauu_index)$/],
  ['defs', /^$/],
  ...['path', 'line', 'polyline', 'polygon', 'ellipse', 'circle', 'rect'].map(name => [
    name,
    /^(?:d|points|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|opacity|marker-end|marker-start|transform|data-drauu_index)$/,
  ]),
  ['marker', /^(?:id|viewBox|refX|refY|markerUnits|markerWidth|markerHeight|orient)$/],
])

/** Ids as Drauu makes them: no drawing can take a name that the page uses. */
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
/** Shapes within shapes; a pen needs four. */
const DEEPEST = 8

const TAG = /<(\/?)([a-z]+)((?:\s+[A-Za-z][\w-]*="[^"<>&]*")*)\s*(\/?)>/y
const ATTRIBUTE = /([A-Za-z][\w-]*)="([^"]*)"/g
/** Numbers, path letters, and colours. */
const VALUE = /^[\w\s.,#%()+-]*$/
/** A marker within the drawing. */
const REFERENCE = /^url\(#[\da-f-]+\)$/

/** Whether some SVG markup draws shapes and can do nothing else. */
export function isDrawing(svg: string): boolean {
  const open: string[] = []
  TAG.lastIndex = 0
  while (TAG.lastIndex < svg.length) {
    const match = TAG.exec(svg)
    if (!match) return false
    const [, closing, name = '', attributes = '', empty] = match
    const allowed = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
    if (!allowed) return false
    if (closing) {
      if (attributes || empty || open.pop() !== name) return false
      continue
    }
    for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!allowed.test(key) || !isValue(key, value)) return false
    }
    if (!empty && open.push(name) > DEEPEST) return false
  }
  return open.length === 0
}

function isValue(key: string, value: string): boolean {
  if (key === 'id') return ID.test(value)
  if (key === 'data-drauu_index') return /^\d{1,6}$/.test(value)
  return REFERENCE.test(value) || (VALUE.test(value) && !/url/i.test(value))
}
