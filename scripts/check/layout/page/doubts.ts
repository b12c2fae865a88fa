import type { Cell, DoubtfulText } from '../facts.ts'
import { describeElement } from '../../page/elements.ts'
import { PaintInspector } from './ground.ts'
import { collectPainted } from './painted.ts'
import { PlainTexts } from './plain.ts'
import type { TextSource } from './text.ts'

/** What is seen of a text: its letters, digits and symbols. Points and brackets may be no more than a speck. */
const SEEN = /[\p{L}\p{N}\p{S}]/u

/** The texts of which only a picture can tell whether they are seen. */
const doubtful: TextSource[] = []

const range = document.createRange()

/** The texts of a slide, in which places are told from the slide's corner. */
interface SlideTexts {
  root: HTMLElement
  sources: readonly TextSource[]
}

/** Finds the texts of slides that may be there without being seen; those found are known to `hideDoubtful`. */
export function findDoubtful(slides: readonly SlideTexts[]): DoubtfulText[][] {
  doubtful.length = 0
  const painted = collectPainted()
  const open = slides.map(({ root, sources }) => ({ root, sources: new PlainTexts(root, sources, painted).others }))
  const restore = makeHittable(
    open.flatMap(({ root, sources }) => (sources.length > 0 ? [...root.querySelectorAll('*')] : [])),
  )
  const found = open.map(findOn)
  restore()
  rewind()
  return found
}

/**
 * Lets clicks hit what takes none: it is painted all the same. A rule for all elements would restyle all of them.
 * @returns what undoes it
 */
function makeHittable(elements: readonly Element[]): () => void {
  const missed = elements.filter(element => getComputedStyle(element).pointerEvents !== 'auto')
  const undo = missed.map(element => change(element, { 'pointer-events': 'auto' }))
  return () => undo.forEach(each => each())
}

function findOn({ root, sources }: SlideTexts): DoubtfulText[] {
  const inspector = new PaintInspector(root)
  const found = new Map<Text, DoubtfulText>()
  for (const source of sources) {
    const { node, element, flow } = source
    if (found.has(node) || !SEEN.test(node.data)) continue
    const ink = intoSight(root, source)
    const reason = inspector.doubtOf(element, ink)
    if (reason === undefined) continue
    doubtful.push(source)
    const { left, top } = source.ink
    found.set(node, {
      ...{ element: describeElement(element), reason, flow },
      place: { left: Math.round(left), top: Math.round(top) },
      cells: cellsOf(node),
    })
  }
  return [...found.values()]
}

/** Scrolls back to where pages are measured: elsewhere the fractions of places differ. */
function rewind(): void {
  window.scrollTo(0, 0)
}

/** Scrolls a text into the window, where it can be hit. @returns its ink, from the window's corner */
function intoSight(root: HTMLElement, { ink: { left, top, right, bottom } }: TextSource): TextSource['ink'] {
  let corner = root.getBoundingClientRect()
  if (corner.top + top < 0 || corner.top + bottom > window.innerHeight) {
    window.scrollBy(0, corner.top + (top + bottom < window.innerHeight ? 0 : top))
    corner = root.getBoundingClientRect()
  }
  return { left: corner.left + left, right: corner.left + right, top: corner.top + top, bottom: corner.top + bottom }
}

function cellsOf(node: Text): Cell[] {
  const cells: Cell[] = []
  let offset = 0
  for (const character of node.data) {
    range.setStart(node, offset)
    offset += character.length
    range.setEnd(node, offset)
    const rect = [...range.getClientRects()].at(-1)
    if (!SEEN.test(character) || !rect || rect.width === 0) continue
    const { left, top, right, bottom } = rect
    cells.push({
      character,
      rect: { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY },
    })
  }
  return cells
}

/** Gives an element styles that win over all others. @returns what takes them away again */
function change(element: Element, properties: Readonly<Record<string, string>>): () => void {
  const kept = element.getAttribute('style')
  for (const [name, value] of Object.entries(properties))
    (element as HTMLElement).style.setProperty(name, value, 'important')
  return () => (kept === null ? element.removeAttribute('style') : element.setAttribute('style', kept))
}

/** What undoes the hiding. */
const undo: (() => void)[] = []

/** Paints the page without the doubtful texts, and all else as it is. */
export function hideDoubtful(): void {
  const hide = (element: Element, properties: Readonly<Record<string, string>>): void =>
    void undo.push(change(element, { ...properties, transition: 'none' }))
  for (const element of new Set(doubtful.map(each => each.element))) {
    hide(
      element,
      element instanceof SVGElement
        ? { fill: 'transparent', stroke: 'transparent' }
        : {
            '-webkit-text-fill-color': 'transparent',
            '-webkit-text-stroke-color': 'transparent',
            'text-shadow': 'none',
          },
    )
    // A background that shows through the glyphs alone is part of the text.
    for (let each: Element | null = element; each; each = each.parentElement)
      if (getComputedStyle(each).backgroundClip === 'text') hide(each, { background: 'none' })
  }
}

/** Paints the page as it was. */
export function showDoubtful(): void {
  while (undo.length > 0) undo.pop()!()
  rewind()
}
