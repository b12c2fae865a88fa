import type { Piece } from '../../../check/layout/facts.ts'
import type { TextCollector, TextSource } from '../../../check/layout/page/text.ts'
import { scaleOf } from '../../../check/page/elements.ts'
import type { FlowFact, ItemFact, LinkFact, RunFact, TextRole } from '../facts.ts'
import { opacityOf, seenColor } from './boxes.ts'

const BLOCK = 'p, ul, ol, blockquote'
const TITLES = 'h1, h2'
const HEADINGS = 'h3, h4, h5, h6'

/** A flow, and the element that its first text stands in. */
export interface FoundFlow {
  flow: FlowFact
  element: Element
}

/** The texts of a slide with what they look like. @param root the slide */
export function flowsOf(root: Element, text: TextCollector): FoundFlow[] {
  const pieces = Map.groupBy(
    text.pieces.map((piece, index) => ({ piece, source: text.sources[index]! })),
    ({ piece }) => piece.flow,
  )
  const blocks = [...root.querySelectorAll(BLOCK)]
  const roles = rolesOf(root)
  const begun = new Set<Element>()
  return text.flows.flatMap((flow, index) => {
    const own = pieces.get(index)
    if (!own) return []
    const { element } = own[0]!.source
    const block = outermost(element, BLOCK, root)
    const item = element.closest('li')
    const first = item !== null && !begun.has(item)
    if (first) begun.add(item)
    return [
      {
        element,
        flow: {
          kind: 'text' as const,
          element: flow.element,
          role: roles(element),
          align: alignOf(element),
          lines: flow.lines.map((_, no) =>
            own.filter(({ piece }) => piece.line === no).map(({ piece, source }) => runOf(piece, source)),
          ),
          ...(first && item && itemOf(item)),
          block: block ? blocks.indexOf(block) : -1 - index,
        },
      },
    ]
  })
}

function runOf({ text, rect, size }: Piece, { node, element }: TextSource): RunFact {
  const style = getComputedStyle(element)
  const drawn = element instanceof SVGElement
  const opacity = opacityOf(element) * (drawn ? Number(style.fillOpacity) : 1)
  const link = linkOf(element)
  return {
    text,
    rect,
    baseline: rect.top + ascentOf(style) * (rect.bottom - rect.top),
    size,
    bold: Number(style.fontWeight) >= 600,
    family: style.fontFamily
      .split(',')[0]!
      .trim()
      .replace(/^["']|["']$/g, ''),
    color: seenColor(drawn ? style.fill : style.color, opacity) ?? [0, 0, 0, 0],
    spacing: style.letterSpacing === 'normal' ? 0 : Number.parseFloat(style.letterSpacing) * scaleOf(element),
    underline: isUnderlined(element),
    trimmed: OPENING.test(text) ? trimOf(node, text, size, scaleOf(element)) : 0,
    ...(link && { link }),
  }
}

/** Punctuation whose left half is blank. */
const OPENING = /^[“‘（《〈「『【〔]/

const range = document.createRange()

/** What of the blank half of a text's first character the browser leaves out, which no office program does. */
function trimOf(node: Text, text: string, size: number, scale: number): number {
  const start = node.data.indexOf(text[0]!)
  range.setStart(node, start)
  range.setEnd(node, start + 1)
  const width = range.getBoundingClientRect().width * scale
  return width > 0 && width < 0.75 * size ? size - width : 0
}

/** What decorates an element's text, which its children do not inherit but show. */
function isUnderlined(element: Element): boolean {
  for (let each: Element | null = element; each && !each.matches('svg, td, th, li, p'); each = each.parentElement)
    if (getComputedStyle(each).textDecorationLine.includes('underline')) return true
  return false
}

const canvas = document.createElement('canvas').getContext('2d')!
const ascents = new Map<string, number>()

/** Which share of its font's box is above the baseline. */
export function ascentOf({ fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration): number {
  // Browsers round both parts to whole px.
  const font = `${fontStyle} ${fontWeight} 1000px ${fontFamily}`
  let share = ascents.get(font)
  if (share === undefined) {
    canvas.font = font
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = canvas.measureText('国')
    ascents.set(font, (share = ascent / (ascent + descent)))
  }
  return share
}

function alignOf(element: Element): FlowFact['align'] {
  const { textAlign, textAnchor } = getComputedStyle(element)
  const align = element instanceof SVGElement ? textAnchor : textAlign
  return /center|middle/.test(align) ? 'center' : /right|end/.test(align) ? 'right' : 'left'
}

function linkOf(element: Element): LinkFact | undefined {
  const link = element.closest<HTMLAnchorElement>('a[href]')
  if (!link) return undefined
  const { origin, hash } = new URL(link.href)
  if (origin !== location.origin) return { url: link.href }
  const slide = /^#(\d+)/.exec(hash)?.[1]
  return slide === undefined ? undefined : { slide: Number(slide) }
}

/** Tells what texts are on a slide, by the element that they stand in. */
function rolesOf(root: Element): (element: Element) => TextRole {
  const title = root.querySelector(TITLES) ?? root.querySelector(HEADINGS)
  const body =
    root.querySelector('[data-huibao-content] blockquote') ??
    // Lists of components are no prose.
    root.querySelector("[data-huibao-content] > :is(p, :is(ul, ol):not([class*='hb-']))")
  return element => {
    if (title?.contains(element)) return 'title'
    if (body?.contains(element)) return 'body'
    return element.closest('[data-number=page]') ? 'number' : 'other'
  }
}

function outermost(element: Element, selector: string, root: Element): Element | undefined {
  let found: Element | undefined
  for (let each: Element | null = element; each && each !== root; each = each.parentElement)
    if (each.matches(selector)) found = each
  return found
}

function itemOf(item: Element): { item: ItemFact } | undefined {
  const { listStyleType, display } = getComputedStyle(item)
  if (listStyleType === 'none' || display !== 'list-item') return undefined
  const list = item.parentElement!
  const color = seenColor(getComputedStyle(item, '::marker').color, opacityOf(item)) ?? [0, 0, 0, 1]
  const level = outerLists(list) - 1
  if (listStyleType !== 'decimal') return { item: { marker: listStyleType === 'circle' ? '◦' : '•', color, level } }
  const start = list instanceof HTMLOListElement ? list.start : 1
  return { item: { marker: start + [...list.children].indexOf(item), color, level } }
}

function outerLists(list: Element): number {
  const around = list.parentElement?.closest('ul, ol')
  return 1 + (around ? outerLists(around) : 0)
}
