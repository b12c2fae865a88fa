import type { Rect } from '../../../../components/rect.ts'

const context = document.createElement('canvas').getContext('2d')!

/** By which share of its font's height a box differs only where the text is turned. */
const TURNED = 0.25

interface Metrics {
  /** Ascent and descent of the font, in CSS px. */
  height: number
  /** Shares of that height from its upper edge. */
  top: number
  bottom: number
}

const cache = new Map<string, Metrics>()

/**
 * What the glyphs of a line blacken: across it is the text's own box, in height what the font says of these glyphs. The
 * box itself is half as high again, for Noto has a generous line gap. Of text that does not run across it is the box.
 * @param rect the text's box, as high as ascent and descent of the font
 * @param scale how large a CSS px of `style` is in it
 */
export function inkOf(text: string, rect: Rect, style: CSSStyleDeclaration, scale: number): Rect {
  const { height: own, top, bottom } = measure(text, style)
  const height = rect.bottom - rect.top
  if (Math.abs(height / (own * scale) - 1) > TURNED) return rect
  return { left: rect.left, right: rect.right, top: rect.top + top * height, bottom: rect.top + bottom * height }
}

function measure(text: string, style: CSSStyleDeclaration): Metrics {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const key = `${font}/${text}`
  let metrics = cache.get(key)
  if (!metrics) {
    context.font = font
    const {
      fontBoundingBoxAscent: ascent,
      fontBoundingBoxDescent: descent,
      actualBoundingBoxAscent,
      actualBoundingBoxDescent,
    } = context.measureText(text)
    const height = ascent + descent
    metrics = {
      height,
      top: (ascent - actualBoundingBoxAscent) / height,
      bottom: (ascent + actualBoundingBoxDescent) / height,
    }
    cache.set(key, metrics)
  }
  return metrics
}
