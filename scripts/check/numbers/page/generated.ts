import type { Counters } from './counters.ts'

/** Text that style sheets put before or behind an element, or before an item of a list. */
export interface Generated {
  name: string
  text: string
  /** Where the element stands among those of its kind, for numbers that are counted. */
  position?: number
}

const PIECE = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counters?\(\s*([-\w]+)[^)]*\)|attr\(\s*([-\w]+)[^)]*\)/g

function unescape(text: string): string {
  return text
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1')
}

/** The text of a `content`; alternative texts behind a slash included, for they are announced. */
function contentText(content: string, element: Element, counters: Counters): { text: string; counted: boolean } {
  let counted = false
  const text = [...content.matchAll(PIECE)]
    .map(([, double, single, counter, attribute]) => {
      if (counter) {
        counted = true
        return String(counters.value(counter, element))
      }
      return attribute ? (element.getAttribute(attribute) ?? '') : unescape(double ?? single ?? '')
    })
    .join('')
  return { text, counted }
}

/** Addresses of pictures that a style sheet puts into, behind or around an element. */
export function picturesOf({
  content,
  backgroundImage,
  listStyleImage,
  borderImageSource,
}: CSSStyleDeclaration): string[] {
  return [
    ...`${content} ${backgroundImage} ${listStyleImage} ${borderImageSource}`.matchAll(/url\("?([^")]+)"?\)/g),
  ].map(([, url = '']) => url)
}

/** Whether there is such a pseudo-element. */
function isThere({ content, display }: CSSStyleDeclaration): boolean {
  return content !== 'none' && content !== 'normal' && display !== 'none'
}

function positionOf(element: Element): number {
  const alike = [...(element.parentElement?.children ?? [])].filter(
    each => each.tagName === element.tagName && each.className === element.className,
  )
  return alike.indexOf(element) + 1
}

const COUNTED =
  /^(?:decimal|lower|upper|cjk|simp|trad|japanese|korean|hiragana|katakana|arabic|armenian|georgian|hebrew|ethiopic|[a-z]+-)/

function markerOf(element: Element, style: CSSStyleDeclaration): Generated | undefined {
  if (style.display !== 'list-item') return undefined
  const { content } = getComputedStyle(element, '::marker')
  const own = /^"(.*)"$/s.exec(content)?.[1] ?? /^"(.*)"$/s.exec(style.listStyleType)?.[1]
  if (own !== undefined) return { name: '::marker', text: unescape(own) }
  const list = element.parentElement
  if (!COUNTED.test(style.listStyleType) || !(element instanceof HTMLLIElement) || !list) return undefined
  const items = [...list.children].filter(each => each instanceof HTMLLIElement)
  const index = items.indexOf(element)
  const ordered = list instanceof HTMLOListElement
  // What the author changed of the counting: a start, a value, a direction.
  const step = ordered && list.reversed ? -1 : 1
  const from = items.slice(0, index + 1).findLastIndex(each => each.hasAttribute('value'))
  const start =
    from >= 0 ? items[from]!.value : ordered && list.hasAttribute('start') ? list.start : step > 0 ? 1 : items.length
  return {
    name: '::marker',
    text: String(start + step * (index - Math.max(0, from))),
    position: step > 0 ? index + 1 : items.length - index,
  }
}

/** All that style sheets write at an element. @param pictures takes the addresses of what they draw there */
export function generatedOf(
  element: Element,
  style: CSSStyleDeclaration,
  counters: Counters,
  pictures: string[],
): Generated[] {
  const marker = markerOf(element, style)
  const pseudos = ['::before', '::after'].flatMap(name => {
    const own = getComputedStyle(element, name)
    if (!isThere(own)) return []
    pictures.push(...picturesOf(own))
    counters.enter(element, own)
    const { text, counted } = contentText(own.content, element, counters)
    return text.trim() === '' ? [] : [{ name, text, ...(counted && { position: positionOf(element) }) }]
  })
  return marker ? [marker, ...pseudos] : pseudos
}
