/** A place in the order of painting: compared number by number. */
export type PaintOrder = readonly number[]

/** Where what is not positioned lies between what is behind it and what is before it: all grounds, then all content. */
const GROUNDS = -0.75
const IN_FLOW = -0.5

/** Tells in which order a slide's elements are painted, by the rules of stacking contexts. */
export class PaintOrders {
  readonly #root: Element
  readonly #positions: ReadonlyMap<Element, number>
  readonly #contexts = new Map<Element, PaintOrder>()

  constructor(root: Element) {
    this.#root = root
    this.#positions = new Map([root, ...root.querySelectorAll('*')].map((element, index) => [element, index]))
  }

  /** When an element paints its own ground. */
  ofGround(element: Element): PaintOrder {
    const context = this.#contextOf(element)
    if (isLayer(getComputedStyle(element))) return [...context, -Infinity]
    return [...context, GROUNDS, this.#positions.get(element) ?? 0]
  }

  /** When an element's own texts and pictures are painted. */
  ofContent(element: Element): PaintOrder {
    return [...this.#contextOf(element), IN_FLOW, this.#positions.get(element) ?? 0]
  }

  /** When what a style sheet puts into an element is painted. @param style its own */
  ofPseudo(element: Element, style: CSSStyleDeclaration, name: '::before' | '::after'): PaintOrder {
    const last = name === '::after' ? [...element.querySelectorAll('*')].at(-1) : undefined
    const position = (this.#positions.get(last ?? element) ?? 0) + 0.5
    return [...this.#contextOf(element), isLayer(style) ? layerOf(style) : IN_FLOW, position]
  }

  /** The stacking context that an element makes or is in; positioned elements without one are taken for one. */
  #contextOf(element: Element): PaintOrder {
    let context = this.#contexts.get(element)
    if (!context) {
      const around = element === this.#root || !element.parentElement ? [] : this.#contextOf(element.parentElement)
      const style = getComputedStyle(element)
      context = isLayer(style) ? [...around, layerOf(style), this.#positions.get(element) ?? 0] : around
      this.#contexts.set(element, context)
    }
    return context
  }
}

function isLayer({ position, zIndex, opacity, transform }: CSSStyleDeclaration): boolean {
  return position !== 'static' || zIndex !== 'auto' || opacity !== '1' || transform !== 'none'
}

function layerOf({ zIndex }: CSSStyleDeclaration): number {
  return zIndex === 'auto' ? 0 : Number(zIndex)
}

/** Which of two is painted first: negative for the first. */
export function comparePaintOrder(a: PaintOrder, b: PaintOrder): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1)
    if (a[index] !== b[index]) return a[index]! - b[index]!
  return a.length - b.length
}
