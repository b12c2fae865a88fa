import type { Page } from 'playwright-chromium'

type Bag = Record<string, unknown>

/** What pages may be without: a list for each object, by its name below `window`. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Array: ['fromAsync'],
  Promise: ['withResolvers', 'try'],
  'Set.prototype': ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  'Iterator.prototype': ['map', 'filter', 'forEach', 'toArray', 'some', 'every', 'find', 'flatMap', 'reduce', 'take'],
  Intl: ['Segmenter'],
  RegExp: ['escape'],
  AbortSignal: ['timeout', 'any'],
  'Element.prototype': ['checkVisibility', 'moveBefore'],
  'Document.prototype': ['startViewTransition', 'adoptedStyleSheets'],
  '': ['structuredClone', 'requestIdleCallback', 'cancelIdleCallback', 'BroadcastChannel', 'scheduler', 'Iterator'],
}

/**
 * Makes a Chromium page as poor as the oldest supported browsers: no look-behind, none of the newer methods, and a
 * storage that throws at its name.
 */
export async function takeAway(page: Page): Promise<void> {
  await page.addInitScript(lacking => {
    for (const [path, names] of Object.entries(lacking)) {
      const owner = path
        .split('.')
        .filter(Boolean)
        .reduce<Bag>((at, name) => at[name] as Bag, window as unknown as Bag)
      for (const name of names) delete owner[name]
    }
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    const Newer = RegExp
    window.RegExp = new Proxy(Newer, {
      construct(target, [pattern, flags]: [string | RegExp, string?]) {
        if (/\(\?<[=!]/.test(String(pattern)) || flags?.includes('v'))
          throw new SyntaxError('invalid group specifier name')
        return new target(pattern, flags)
      },
    })
  }, LACKING)
}

/** What of it a page still has, or has again. */
export function stillThere(page: Page): Promise<string[]> {
  return page.evaluate(
    lacking =>
      Object.entries(lacking).flatMap(([path, names]) => {
        const owner = path
          .split('.')
          .filter(Boolean)
          .reduce<Bag | undefined>((at, name) => at?.[name] as Bag | undefined, window as unknown as Bag)
        return names.filter(name => owner && name in owner).map(name => `${path}.${name}`)
      }),
    LACKING,
  )
}
