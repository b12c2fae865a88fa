/**
 * Names an element the way a style sheet would: its tag and first class, or those of the nearest ancestor that has
 * one.
 */
export function describeElement(element: Element): string {
  const tag = element.tagName.toLowerCase()
  const own = mainClass(element)
  if (own) return `${tag}.${own}`
  let above = element.parentElement
  while (above && !mainClass(above)) above = above.parentElement
  return above ? `.${mainClass(above)} ${tag}` : tag
}

function mainClass(element: Element): string | undefined {
  const names = [...element.classList].filter(name => !/^slidev-|^v-/.test(name))
  return names.find(name => name.startsWith('hb-')) ?? names[0]
}

const shownCache = new WeakMap<Element, boolean>()

/** Whether anything of an element can be seen: not hidden, not transparent, not the 1 px kept for screen readers. */
export function isShown(element: Element): boolean {
  let shown = shownCache.get(element)
  if (shown === undefined) {
    shown =
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
      !isTucked(element)
    shownCache.set(element, shown)
  }
  return shown
}

const tuckedCache = new WeakMap<Element, boolean>()

/** Whether an element is kept for screen readers alone: a pixel, or cut away. */
export function isTucked(element: Element): boolean {
  let tucked = tuckedCache.get(element)
  if (tucked === undefined) {
    tucked = tucksItself(element) || (element.parentElement !== null && isTucked(element.parentElement))
    tuckedCache.set(element, tucked)
  }
  return tucked
}

function tucksItself(element: Element): boolean {
  if (!(element instanceof HTMLElement)) return false
  const { overflowX, overflowY, clip, clipPath, display } = getComputedStyle(element)
  if (/^inset\((?:50|100)%/.test(clipPath) || /^rect\((?:0px|1px)(?:,? (?:0px|1px)){3}\)$/.test(clip)) return true
  return (
    display !== 'inline' &&
    display !== 'contents' &&
    overflowX !== 'visible' &&
    overflowY !== 'visible' &&
    element.offsetWidth <= 1 &&
    element.offsetHeight <= 1
  )
}

const scaleCache = new WeakMap<Element, number>()

/** How many CSS px of the window a CSS px of an element's own styles is high. */
export function scaleOf(element: Element): number {
  if (element instanceof SVGGraphicsElement) {
    const matrix = element.getScreenCTM()
    return matrix ? Math.hypot(matrix.c, matrix.d) : 1
  }
  let scale = scaleCache.get(element)
  if (scale === undefined) {
    const style = getComputedStyle(element)
    const matrix = style.transform === 'none' ? undefined : new DOMMatrixReadOnly(style.transform)
    const factors = style.scale === 'none' ? [] : style.scale.split(' ').map(Number)
    const own =
      (matrix ? Math.hypot(matrix.c, matrix.d) : 1) * (factors[1] ?? factors[0] ?? 1) * (Number(style.zoom) || 1)
    scale = own * (element.parentElement ? scaleOf(element.parentElement) : 1)
    scaleCache.set(element, scale)
  }
  return scale
}

/** Whether a computed colour shows nothing. */
export function isTransparent(color: string): boolean {
  return color === 'transparent' || color === 'none' || (/[,/]\s*0(?:\.0+)?\)$/.test(color) && !/^rgb\(/.test(color))
}
