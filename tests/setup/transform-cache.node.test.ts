import type { Plugin, ResolvedConfig } from 'vite'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { transformCachePlugin } from '../../setup/vite/transform-cache/plugin.ts'
import { TRANSFORMS_VARIABLE } from '../../setup/vite/transform-cache/variable.ts'
import { temporaryFolder } from '../scripts/support/context.ts'

const ENGINE = '/engine'
const COMPONENT = '/engine/components/A.vue'
const SLIDE = '/deck/slides.md__slidev_1.md'
const STYLE = '?vue&type=style&index=0&lang.css'

interface Build {
  /** What the compiler, which stands in for Vue's, was asked to do, in order. */
  asked: string[]
  transform: (id: string, code: string) => Promise<unknown>
  load: (id: string) => Promise<unknown>
  end: () => Promise<void>
}

/** A build whose compiler knows the parts of a component only once it has compiled it, as Vue's does. */
async function build(
  folder: string | undefined,
  { root = '/deck', name = 'engine-1', options = {} }: { root?: string; name?: string; options?: object } = {},
): Promise<Build> {
  const asked: string[] = []
  const parts = new Map<string, string>()
  const partOf = (id: string): string => {
    const part = parts.get(id.split('?')[0]!)
    if (part === undefined) throw new Error(`unknown: ${id}`)
    return part
  }
  const vue = {
    name: 'vite:vue',
    api: { options: { compiler: {}, ...options } },
    transform: {
      handler(code: string, id: string) {
        asked.push(`transform ${id}`)
        if (code === 'broken') throw new Error('broken')
        if (id.includes('type=script')) return undefined
        if (!id.includes('?')) parts.set(id, code)
        return { code: id.includes('?') ? `${code} scoped for ${partOf(id)}` : `compiled ${code}` }
      },
    },
    load: {
      handler(id: string) {
        asked.push(`load ${id}`)
        return id.includes('vue&') ? { code: `part of ${partOf(id)}` } : undefined
      },
    },
  }
  const plugin = transformCachePlugin(
    ENGINE,
    false,
    folder ? { [TRANSFORMS_VARIABLE]: JSON.stringify({ folder, name }) } : {},
  )
  const call = (hook: unknown, ...args: unknown[]): Promise<unknown> =>
    (hook as (...args: unknown[]) => Promise<unknown>).call({}, ...args)
  await call(plugin.configResolved, { root, plugins: [vue as Plugin] } as unknown as ResolvedConfig)
  return {
    asked,
    transform: async (id, code) => call(vue.transform.handler, code, id),
    load: async id => call(vue.load.handler, id),
    end: async () => void (await call(plugin.closeBundle)),
  }
}

/** Compiles a component with its script and its style, as Vite asks for them. */
async function compile({ transform, load }: Build, id = COMPONENT, code = 'a'): Promise<unknown[]> {
  const script = `${id}?vue&type=script&setup=true&lang.ts`
  const results = [await transform(id, code), await load(script), await transform(script, 'x')]
  return [...results, await load(id + STYLE), await transform(id + STYLE, 'css')]
}

async function builtOnce(...args: [id?: string, code?: string]): Promise<{ folder: string; results: unknown[] }> {
  const folder = temporaryFolder()
  const first = await build(folder)
  const results = await compile(first, ...args)
  await first.end()
  return { folder, results }
}

describe('components', () => {
  it.each([
    [COMPONENT, 'a'],
    [COMPONENT, 'const props = defineProps<Props>()'],
    ['/somewhere/node_modules/x/B.vue', 'defineEmits<E>()'],
    ['/deck/components/C.vue', 'a'],
    [SLIDE, 'a'],
  ])('%s with %s is compiled once for all builds', async (id, code) => {
    const { folder, results } = await builtOnce(id, code)
    const second = await build(folder)
    expect([await compile(second, id, code), second.asked]).toEqual([results, []])
  })

  it.each<[string, { id?: string; code?: string; name?: string; options?: object; root?: string }]>([
    ['text', { code: 'b' }],
    ['place', { id: '/engine/components/B.vue' }],
    ['place beside the deck', { root: '/elsewhere/deck' }],
    ['engine', { name: 'engine-2' }],
    ['options', { options: { features: { propsDestructure: false } } }],
    ['functions among the options', { options: { template: { isCustomElement: (tag: string) => tag === 'x' } } }],
  ])('of another %s are compiled anew', async (_, { id, code, ...other }) => {
    const { folder } = await builtOnce()
    const second = await build(folder, other)
    await compile(second, id, code)
    expect(second.asked[0]).toBe(`transform ${id ?? COMPONENT}`)
  })

  it('of a folder that was copied are compiled anew: they name their parts by where they are', async () => {
    const { folder } = await builtOnce(SLIDE)
    const copy = `/copy${SLIDE}`
    const second = await build(folder, { root: '/copy/deck' })
    await compile(second, copy)
    expect(second.asked[0]).toBe(`transform ${copy}`)
  })

  it.each([
    ['types that the deck may change', '/deck/components/C.vue', 'defineProps<Props>()'],
    ['parts in other files', COMPONENT, '<style scoped src="./a.css"></style>'],
  ])('with %s are always compiled', async (_, id, code) => {
    const { folder } = await builtOnce(id, code)
    const second = await build(folder)
    await compile(second, id, code)
    expect(second.asked).toContain(`transform ${id}`)
  })

  it('that do not compile are not kept', async () => {
    const folder = temporaryFolder()
    for (let turn = 0; turn < 2; turn += 1) {
      const next = await build(folder)
      await expect(next.transform(COMPONENT, 'broken')).rejects.toThrow('broken')
      await next.end()
    }
  })

  it('of which a part was not kept are compiled for it', async () => {
    const folder = temporaryFolder()
    const first = await build(folder)
    await first.transform(COMPONENT, 'a')
    await first.end()
    const second = await build(folder)
    await second.transform(COMPONENT, 'a')
    expect(await second.load(COMPONENT + STYLE)).toEqual({ code: 'part of a' })
    expect(second.asked).toEqual([`transform ${COMPONENT}`, `load ${COMPONENT}${STYLE}`])
  })

  it('are compiled without a store, and where it was broken, cut off or cannot be written', async () => {
    const { folder, results } = await builtOnce()
    const [file] = readdirSync(folder).map(name => path.join(folder, name))
    const whole = readFileSync(file!, 'utf8')
    for (const text of ['', '{}', whole.slice(0, -9), whole.replace('compiled a', 'compiled b')]) {
      writeFileSync(file!, text)
      const next = await build(folder)
      expect([await compile(next), next.asked.length > 0]).toEqual([results, true])
    }
    const blocked = await build(path.join(file!, 'folder'))
    expect(await compile(blocked)).toEqual(results)
    await blocked.end()
    expect(await compile(await build(undefined))).toEqual(results)
  })

  it('of engines that nobody has used for two weeks go', async () => {
    const { folder } = await builtOnce()
    const [file] = readdirSync(folder)
    const old = new Date(Date.now() - 15 * 24 * 3_600_000)
    utimesSync(path.join(folder, file!), old, old)
    const other = await build(folder, { name: 'engine-2' })
    await compile(other)
    await other.end()
    expect(readdirSync(folder)).toEqual(['engine-2.json'])
  })
})
