/** Reference numbers stand at figures, and answer for themselves. */
const REFERENCE = '[data-number=reference]'

/** The text of an element as far as it is seen when the element is: what is hidden within it is no part of it. */
export function seenText(root: Element): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!isUnseenWithin(node.parentElement!, root)) text += node.nodeValue ?? ''
  return text
}

function isUnseenWithin(element: Element, root: Element): boolean {
  const shown = getComputedStyle(root).visibility === 'visible'
  for (let each = element; each !== root; each = each.parentElement!) {
    const { display, visibility, opacity, fontSize } = getComputedStyle(each)
    if (
      each.matches(REFERENCE) ||
      display === 'none' ||
      (shown && visibility !== 'visible') ||
      Number(opacity) === 0 ||
      (!(each instanceof SVGElement) && Number.parseFloat(fontSize) < 1)
    )
      return true
  }
  return false
}

/** The text of an element outside of all that is selected; what stood there is no part of the words around it. */
export function unboundText(element: Element, selector: string): string {
  if (element.matches(selector)) return ''
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll(selector).forEach(each => each.replaceWith('\n'))
  return copy.textContent ?? ''
}
