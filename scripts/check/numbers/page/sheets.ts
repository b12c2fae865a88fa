import type { Declaration } from '../facts.ts'
import { describeElement } from '../../page/elements.ts'

/** What is looked at: slides, and what is around them on the page to read. */
const SCOPE = '.print-slide-container, .hb-reading'
/** Properties that write text, count, change the order of characters, or paint pictures. */
const PROPERTIES = [
  'content',
  'list-style-type',
  'counter-reset',
  'counter-set',
  'counter-increment',
  'direction',
  'unicode-bidi',
  'background-image',
  'list-style-image',
  'border-image-source',
  'mask-image',
]
const PSEUDO_ELEMENT = /::?(?:before|after|marker|first-letter|first-line|placeholder|selection|-[\w-]+)(?:\([^)]*\))?/g
const STATE = /:(?:hover|focus(?:-within|-visible)?|active|visited|link|any-link|target|checked|disabled|enabled)/g
/** Skins and media are told by attributes and classes of the root. */
const ROOT = /(?:(?::root|html)(?:\[[^\]]*\]|[.#][\w-]+)*|\.dark)(?=[\s>])/g

/** A picture that a style sheet paints. */
export interface PaintedPicture {
  /** Number of the slide; 0 for what is on none, or on several. */
  no: number
  address: string
}

/** What a rule or an attribute says, and where it reaches. */
interface Styled {
  no: number
  selector: string
  values: (readonly [property: string, value: string])[]
  /** What addresses in it are relative to. */
  base: string
}

/**
 * What style sheets and attributes say that bears on texts and pictures, of every skin, medium and state. Rules that
 * reach nothing that is looked at are of no account: sheets of packages hold many.
 */
export function collectSheets(): { declarations: Declaration[]; pictures: PaintedPicture[] } {
  const styled = [
    ...[...document.styleSheets, ...document.adoptedStyleSheets].flatMap(readSheet),
    ...inScope('[style]').map(element => ofElement(element, valuesOf((element as HTMLElement).style))),
    ...['start', 'reversed', 'value', 'dir'].flatMap(name =>
      inScope(name === 'dir' ? '[dir]' : `:is(ol, li)[${name}]`).map(element =>
        ofElement(element, [[name, element.getAttribute(name)!]]),
      ),
    ),
  ]
  return {
    declarations: styled.flatMap(({ no, selector, values }) =>
      values.map(([property, value]) => ({ no, selector, property, value })),
    ),
    pictures: styled.flatMap(({ no, values, base }) =>
      values
        .flatMap(([, value]) => [...value.matchAll(/url\("?([^")]+)"?\)/g)])
        .map(([, address = '']) => ({ no, address: new URL(address, base).href })),
    ),
  }
}

function inScope(selector: string): Element[] {
  return [...document.querySelectorAll(selector)].filter(element => element.closest(SCOPE))
}

function ofElement(element: Element, values: Styled['values']): Styled {
  return { no: slideOf([element]), selector: describeElement(element), values, base: document.baseURI }
}

function valuesOf(style: CSSStyleDeclaration): Styled['values'] {
  return PROPERTIES.map(property => [property, style.getPropertyValue(property)] as const).filter(([, value]) => value)
}

function readSheet(sheet: CSSStyleSheet): Styled[] {
  try {
    return readRules(sheet.cssRules, '', sheet.href ?? document.baseURI)
  } catch {
    // One of another site does not let itself be read; nothing of that kind is loaded.
    return []
  }
}

function readRules(rules: CSSRuleList, outer: string, base: string): Styled[] {
  return [...rules].flatMap((rule): Styled[] => {
    if (rule instanceof CSSCounterStyleRule) {
      const { symbols, additiveSymbols, prefix, suffix } = rule
      const values = Object.entries({ symbols, additiveSymbols, prefix, suffix }).filter(([, value]) => value)
      return [{ no: 0, selector: `@counter-style ${rule.name}`, values, base }]
    }
    const { style, selectorText, cssRules } = rule as CSSStyleRule
    const selector = selectorText ? selectorText.replaceAll('&', `:is(${outer})`) : outer
    const values = style ? valuesOf(style) : []
    const reached = values.length > 0 && selector !== '' ? reachedBy(selector) : []
    // A rule without a selector is for the pages of a document, or of an animation.
    const counts = values.length > 0 && (selector === '' || reached.length > 0)
    return [
      ...(counts ? [{ no: slideOf(reached), selector: selector || '@page', values, base }] : []),
      ...(cssRules ? readRules(cssRules, selector, base) : []),
    ]
  })
}

/** The elements that a rule is for, in whatever skin, medium and state. */
function reachedBy(selector: string): Element[] {
  const bare = selector
    .replace(PSEUDO_ELEMENT, '')
    .replace(STATE, '')
    .replace(ROOT, ':root')
    .replace(/(^|[,(>+~]\s*)(?=[,)]|\s*$)/g, '$1*')
  try {
    return inScope(bare)
  } catch {
    return [document.body]
  }
}

/** The slide that all of the elements are on. */
function slideOf(elements: readonly Element[]): number {
  const numbers = new Set(
    elements.map(element => Number.parseInt(element.closest('.print-slide-container')?.id ?? '0')),
  )
  return numbers.size === 1 ? [...numbers][0]! : 0
}
