import type { Plugin } from 'vite'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf, type Store } from './store.ts'

/** Where a folder says which classes there are; what such a file imports is not known. */
const SETTINGS = [
  'setup/unocss.ts',
  ...['uno', 'unocss'].map(name => `${name}.config.ts`),
  ...['js', 'ts', 'mjs', 'mts'].map(extension => `vite.config.${extension}`),
]
/** Beyond that only the words of this build are kept. */
const MOST = 50_000

/** What is used of UnoCSS: words of the sources, and what they are as classes, if they are any. */
export interface Classes {
  ready: Promise<unknown>
  tokens: ReadonlySet<string>
  uno: {
    config: { theme: object }
    blockTokens: (tokens: Iterable<string>) => void
    parseToken: (token: string) => Promise<unknown>
  }
}

/**
 * Whether a deck, a theme or an addon has classes of its own.
 * @param roots folders that the deck is made of
 * @param known those whose classes never change: of packages
 */
export function haveOwnClasses(roots: readonly string[], known: readonly string[]): boolean {
  // The engine may be linked into the deck's packages.
  const real = new Set(known.map(root => realpathSync(root)))
  return roots.some(root => !real.has(realpathSync(root)) && SETTINGS.some(name => existsSync(join(root, name))))
}

/** What UnoCSS knows of a build; undefined where there is none. */
export function classesOf(plugins: readonly Plugin[]): Classes | undefined {
  const { api } = plugins.find(({ name }) => name === 'unocss:api') ?? {}
  return (api as { getContext: () => Classes } | undefined)?.getContext()
}

/**
 * Spares UnoCSS the words that were no classes the last time, which are nearly all: it tries each with every rule.
 * @returns call it at the end of a build
 */
export async function skipMisses(classes: Classes, store: Store): Promise<() => Promise<void>> {
  // Until then it may begin anew.
  await classes.ready
  const { uno, tokens } = classes
  const key = keyOf('no classes', JSON.stringify(uno.config.theme))
  const known = new Set((store.get(key) as string[] | undefined) ?? [])
  uno.blockTokens(known)
  return async () => {
    // Whether an icon is there depends on what is installed beside the deck.
    const asked = [...tokens].filter(token => !known.has(token) && !token.includes('i-'))
    const found = await Promise.all(asked.map(token => uno.parseToken(token)))
    const fresh = asked.filter((_, index) => !found[index])
    if (fresh.length > 0) store.set(key, known.size + fresh.length > MOST ? fresh : [...known, ...fresh])
  }
}
