/** What CSS counts, as far as lists and headings number themselves: by elements in the order of the document. */
export class Counters {
  /** For each counter its scopes from the outside in: the element whose children it counts, and how far it has come. */
  readonly #scopes = new Map<string, { parent: Element | null; value: number }[]>()

  /** Takes in what an element, or a pseudo-element of it, does to counters. */
  enter(element: Element, style: CSSStyleDeclaration): void {
    const each = (list: string, fallback: number, act: (name: string, value: number) => void): void => {
      for (const [, name = '', value] of list.matchAll(/([-\w\u0080-\uFFFF]+)(?:\s+(-?\d+))?/g))
        if (name !== 'none') act(name, value === undefined ? fallback : Number(value))
    }
    each(style.counterReset, 0, (name, value) => this.#open(name, element.parentElement, value))
    each(style.counterIncrement, 1, (name, value) => (this.#of(name, element).value += value))
    each(style.counterSet, 0, (name, value) => (this.#of(name, element).value = value))
  }

  value(name: string, element: Element): number {
    return this.#of(name, element).value
  }

  #open(name: string, parent: Element | null, value: number): void {
    const scopes = (this.#scopes.get(name) ?? []).filter(scope => scope.parent !== parent)
    this.#scopes.set(name, [...scopes, { parent, value }])
  }

  #of(name: string, element: Element): { value: number } {
    const scopes = this.#scopes.get(name)?.filter(({ parent }) => !parent || parent.contains(element)) ?? []
    if (scopes.length === 0) scopes.push({ parent: null, value: 0 })
    this.#scopes.set(name, scopes)
    return scopes.at(-1)!
  }
}
