import type { Plugin, ResolvedConfig } from 'vite'
import process from 'node:process'
import { relative } from 'node:path'
import { normalizePath } from 'vite'
import { classesOf, skipMisses, type Classes } from './misses.ts'
import { TRANSFORMS_VARIABLE } from './variable.ts'
import { keyOf, openStore, type Store } from './store.ts'

/** What is compiled with types of other files. */
const TYPED = /\bdefine(?:Props|Emits|Slots|Model|Expose|Options)\s*</
/** Blocks that stand in other files. */
const LINKED = /<(?:script|template|style)\b[^>]*\ssrc\s*=/

type Handler = (this: unknown, code: string, id: string, ...rest: unknown[]) => unknown
type Loader = (this: unknown, id: string, ...rest: unknown[]) => unknown

/**
 * Keeps what Vue's compiler makes of components and slides, which takes the longest of all that a build does. The same
 * text at the same place is compiled to the same code, save where it names types of other files: these are those of the
 * engine and of its packages, for whose version the store's name stands; what a deck has of that kind is not kept.
 * Keeps, too, which words UnoCSS takes for no classes.
 * @param engineRoot folder of the engine
 * @param ownClasses whether the deck has classes of its own: then UnoCSS is asked for all
 */
export function transformCachePlugin(
  engineRoot: string,
  ownClasses: boolean,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Plugin {
  const place = env[TRANSFORMS_VARIABLE]
  const components = ['components', 'layouts'].map(name => normalizePath(`${engineRoot}/${name}/`))
  const engine = (file: string): boolean =>
    file.includes('/node_modules/') || components.some(folder => file.startsWith(folder))
  let store: Store | undefined
  let classes: Classes | undefined
  let keepMisses: (() => Promise<void>) | undefined
  return {
    name: 'huibao:transform-cache',
    apply: 'build',
    async configResolved(config) {
      const vue = config.plugins.find(({ name }) => name === 'vite:vue')
      if (!place || !vue) return
      const { folder, name } = JSON.parse(place) as { folder: string; name: string }
      store = await openStore(folder, name)
      keepResults(vue, store, { engine, config })
      classes = ownClasses ? undefined : classesOf(config.plugins)
    },
    async buildStart() {
      keepMisses = store && classes && (await skipMisses(classes, store))
    },
    async generateBundle() {
      await keepMisses?.()
    },
    async closeBundle() {
      // A store that cannot be written costs time and no more.
      await store?.save().catch(() => {})
    },
  }
}

/** Lets the plugin that compiles components look into the store first. */
function keepResults(
  vue: Plugin,
  store: Store,
  { engine, config }: { engine: (file: string) => boolean; config: Pick<ResolvedConfig, 'root' | 'isProduction'> },
): void {
  const { transform, load } = vue as { transform: { handler: Handler }; load: { handler: Loader } }
  const [compile, read] = [transform.handler, load.handler]
  const settings = settingsOf(vue)
  /** Components that this build has met: how to compile one that was found in the store, and its key. */
  const known = new Map<string, { key: string; compile?: () => unknown }>()
  // What is compiled names its other parts by where they are, and its scope by where that is beside the deck.
  const placeOf = (id: string): string => `${normalizePath(id)} ${normalizePath(relative(config.root, id))}`

  async function kept(key: string, make: () => unknown): Promise<unknown> {
    const found = store.get(key)
    if (found !== undefined) return found
    const made = await make()
    if (made !== null && made !== undefined) store.set(key, made)
    return made
  }

  /** A part of a component: the plugin knows it once it has compiled the component itself. */
  async function keptPart(file: string, parts: readonly string[], make: () => unknown): Promise<unknown> {
    const component = known.get(file)
    if (!component) return make()
    return kept(keyOf(component.key, ...parts), async () => {
      await component.compile?.()
      return make()
    })
  }

  transform.handler = async function (code, id, ...rest) {
    const [file, query] = splitId(id)
    const make = (): unknown => compile.call(this, code, id, ...rest)
    if (query !== undefined) {
      // A script is compiled with its component.
      if (known.has(file) && new URLSearchParams(query).get('type') === 'script') return undefined
      return keptPart(file, ['transform', placeOf(id), code], make)
    }
    if (LINKED.test(code) || (TYPED.test(code) && !engine(file))) return make()
    const key = keyOf(settings, placeOf(id), code)
    const isKept = store.get(key) !== undefined
    known.set(file, { key, ...(isKept && { compile: make }) })
    return kept(key, make)
  }
  load.handler = async function (id, ...rest) {
    const [file] = splitId(id)
    return keptPart(file, ['load', placeOf(id)], () => read.call(this, id, ...rest))
  }
}

function splitId(id: string): [file: string, query: string | undefined] {
  const [file, query] = id.split('?', 2)
  return [file!, query]
}

/** All that was set for the compiler; functions by their text. Of the root it takes relative paths alone. */
function settingsOf(vue: Plugin): string {
  const { root, compiler, devServer, ...options } = (vue.api as { options: Record<string, unknown> }).options
  return JSON.stringify(options, (_, value: unknown) =>
    typeof value === 'function' || value instanceof RegExp ? String(value) : value,
  )
}
