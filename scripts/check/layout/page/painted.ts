import type { Rect } from '../../../../components/rect.ts'
import { isShown, isTransparent, scaleOf } from '../../page/elements.ts'
import { PICTURES, pseudoBox } from './ground.ts'
import { isPainted, SHAPES } from './pictures.ts'

/** Something that is painted beside the texts. */
export interface Painted {
  element: Element
  /** Where, from the window's corner. */
  rect: Rect
  /** Whether it lies behind all that stands in the element. */
  behind: boolean
}

/** Slides, as the print page has them. */
const SLIDE = '.print-slide-container'

const EVERYWHERE: Rect = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/** Everything on the page that is painted, but for texts. */
export function collectPainted(): Painted[] {
  return [...document.querySelectorAll('body, body *')]
    .flatMap(element =>
      element instanceof SVGElement && !(element instanceof SVGSVGElement) ? shapeOf(element) : boxesOf(element),
    )
    .filter(({ element }) => isShown(element))
}

/** Whether an element with this style paints in its box, whatever is in it. */
export function paints(style: CSSStyleDeclaration): boolean {
  return (
    !isTransparent(style.backgroundColor) ||
    style.backgroundImage !== 'none' ||
    style.borderWidth !== '0px' ||
    style.boxShadow !== 'none' ||
    style.outlineStyle !== 'none' ||
    style.backdropFilter !== 'none'
  )
}

function shapeOf(element: SVGElement): Painted[] {
  if (!element.matches(`${SHAPES}, foreignObject`) || !isPainted(element)) return []
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const stroke = Number.parseFloat(getComputedStyle(element).strokeWidth) * scaleOf(element)
  const rect = { left: left - stroke, top: top - stroke, right: right + stroke, bottom: bottom + stroke }
  return [{ element, rect, behind: false }]
}

function boxesOf(element: Element): Painted[] {
  const style = getComputedStyle(element)
  // What a shadow tree paints is not known.
  const replaced = element.matches(PICTURES) || element.shadowRoot !== null || element.localName.includes('-')
  const own = replaced || paints(style) ? [{ element, rect: boxOf(element, style), behind: !replaced }] : []
  const pseudos = ['::before', '::after'].flatMap(name => pseudoRects(element, style, name))
  return [...own, ...pseudos.map(rect => ({ element, rect, behind: false }))]
}

function boxOf(element: Element, { position }: CSSStyleDeclaration): Rect {
  // Those stay where they are in the window.
  const floats = position === 'fixed' || element.matches(':modal, :popover-open')
  return floats ? EVERYWHERE : element.getBoundingClientRect()
}

function pseudoRects(element: Element, style: CSSStyleDeclaration, name: string): Rect[] {
  const pseudo = getComputedStyle(element, name)
  if (/^(?:none|normal)$/.test(pseudo.content) || (pseudo.content === '""' && !paints(pseudo))) return []
  const box = pseudo.position === 'absolute' ? pseudoBox(style, pseudo) : undefined
  if (!box) return [element.closest(SLIDE)?.getBoundingClientRect() ?? EVERYWHERE]
  const { left, top } = element.getBoundingClientRect()
  return [{ left: left + box.left, top: top + box.top, right: left + box.right, bottom: top + box.bottom }]
}
