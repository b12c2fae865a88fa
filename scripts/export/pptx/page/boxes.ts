import type { Rect } from '../../../../components/rect.ts'
import { parseColor, type Color } from '../../../check/layout/page/color.ts'
import { pseudoBox } from '../../../check/layout/page/ground.ts'
import { isShown, scaleOf } from '../../../check/page/elements.ts'
import type { BorderFact, BoxFact } from '../facts.ts'

const SIDES = ['left', 'top', 'right', 'bottom'] as const

/** How opaque an element is drawn, with all that it stands in. */
export function opacityOf(element: Element): number {
  const own = Number(getComputedStyle(element).opacity)
  return own * (element.parentElement ? opacityOf(element.parentElement) : 1)
}

/** A computed colour as it is seen; undefined where nothing is. */
export function seenColor(text: string, opacity: number): Color | undefined {
  const color = parseColor(text)
  if (!color || color[3] * opacity <= 0) return undefined
  return [color[0], color[1], color[2], color[3] * opacity]
}

/** The sides of a border that are drawn. */
export function bordersOf(style: CSSStyleDeclaration, scale: number, opacity: number): BorderFact[] {
  return SIDES.flatMap(side => {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) * scale
    const kind = style.getPropertyValue(`border-${side}-style`)
    const color = seenColor(style.getPropertyValue(`border-${side}-color`), opacity)
    return width > 0 && color && !/^(?:none|hidden)$/.test(kind) ? [{ side, width, color, style: kind }] : []
  })
}

/** The ground of an element. */
export function fillOf({ backgroundColor }: CSSStyleDeclaration, opacity: number): Color | undefined {
  return seenColor(backgroundColor, opacity)
}

/** What an element paints in its own box. */
export function boxOf(element: Element, rect: Rect): BoxFact | undefined {
  return isShown(element) ? boxFact(rect, getComputedStyle(element), scaleOf(element), opacityOf(element)) : undefined
}

/** What a style sheet paints before or behind an element's content, and where. */
export function pseudoOf(
  element: Element,
  name: '::before' | '::after',
): { box?: BoxFact; rect: Rect; style: CSSStyleDeclaration; opacity: number } | undefined {
  const style = getComputedStyle(element, name)
  if (/^(?:none|normal)$/.test(style.content) || style.visibility === 'hidden' || !isShown(element)) return undefined
  const own = /^(?:absolute|fixed)$/.test(style.position) ? pseudoBox(getComputedStyle(element), style) : undefined
  if (!own) return undefined
  const { left, top } = element.getBoundingClientRect()
  const scale = scaleOf(element)
  const rect = {
    left: left + own.left * scale,
    top: top + own.top * scale,
    right: left + own.right * scale,
    bottom: top + own.bottom * scale,
  }
  const opacity = opacityOf(element) * Number(style.opacity)
  const box = boxFact(rect, style, scale, opacity)
  return { ...(box && { box }), rect, style, opacity }
}

function boxFact(rect: Rect, style: CSSStyleDeclaration, scale: number, opacity: number): BoxFact | undefined {
  const fill = fillOf(style, opacity)
  const borders = bordersOf(style, scale, opacity)
  const gradient = /gradient\(/.test(style.backgroundImage) ? style.backgroundImage : undefined
  if ((!fill && !gradient && borders.length === 0) || rect.right <= rect.left || rect.bottom <= rect.top)
    return undefined
  return {
    kind: 'box',
    rect,
    ...(fill && { fill }),
    ...(gradient !== undefined && { gradient }),
    borders,
    radius: radiusOf(style, rect, scale),
  }
}

function radiusOf({ borderTopLeftRadius }: CSSStyleDeclaration, rect: Rect, scale: number): number {
  const [size = '0'] = borderTopLeftRadius.split(' ')
  const least = Math.min(rect.right - rect.left, rect.bottom - rect.top)
  const radius = size.endsWith('%') ? (Number.parseFloat(size) / 100) * least : Number.parseFloat(size) * scale
  return Math.min(radius || 0, least / 2)
}
