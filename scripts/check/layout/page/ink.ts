import type { Rect } from '../facts.ts'

const context = document.createElement('canvas').getContext('2d')!

interface Metrics {
  /** Shares of the font's own height (ascent and descent) from its upper edge. */
  top: number
  bottom: number
}

const cache = new Map<string, Metrics>()

/**
 * What the glyphs of a line blacken: across it is the text's own box, in height what the font says of these glyphs. The
 * box itself is half as high again, for Noto has a generous line gap.
 * @param rect the text's box, as high as ascent and descent of the font
 */
export function inkOf(text: string, rect: Rect, style: CSSStyleDeclaration): Rect {
  const { top, bottom } = measure(text, style)
  const height = rect.bottom - rect.top
  return { left: rect.left, right: rect.right, top: rect.top + top * height, bottom: rect.top + bottom * height }
}

function measure(text: string, style: CSSStyleDeclaration): Metrics {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const key = `${font}/${text}`
  let metrics = cache.get(key)
  if (!metrics) {
    context.font = font
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent, actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(text)
    const height = ascent + descent
    metrics = { top: (ascent - actualBoundingBoxAscent) / height, bottom: (ascent + actualBoundingBoxDescent) / height }
    cache.set(key, metrics)
  }
  return metrics
}
