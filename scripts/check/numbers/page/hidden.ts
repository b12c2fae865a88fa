import type { BoundElement } from '../facts.ts'

/** Whether an element is kept from being seen, though the one around it that says what its text is may be seen. */
export function isUnseenWithin(element: Element, root: Element): boolean {
  if (element === root) return false
  const shown = getComputedStyle(root).visibility === 'visible'
  for (let each: Element | null = element; each && each !== root; each = each.parentElement) {
    const { visibility, opacity, fontSize } = getComputedStyle(each)
    if (
      (shown && visibility !== 'visible') ||
      Number(opacity) === 0 ||
      (!(each instanceof SVGElement) && Number.parseFloat(fontSize) < 1)
    )
      return true
  }
  return false
}

/** Whether the characters of a text are shown from the last to the first. */
export function isReversed(element: Element): boolean {
  if (getComputedStyle(element).direction !== 'rtl') return false
  for (let each: Element | null = element; each; each = each.parentElement)
    if (/override/.test(getComputedStyle(each).unicodeBidi)) return true
  return false
}

export function addHidden(boundElement: BoundElement, text: string): void {
  if (text.trim() !== '') boundElement.hidden = `${boundElement.hidden ?? ''}${text.trim()}`
}

/** The text of an element outside of all that is selected; what stood there is no part of the words around it. */
export function unboundText(element: Element, selector: string): string {
  if (element.matches(selector)) return ''
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll(selector).forEach(each => each.replaceWith('\n'))
  return copy.textContent ?? ''
}
