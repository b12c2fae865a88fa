import type { Plugin, ResolvedConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { hookFiltersPlugin } from '../../setup/vite/hook-filters.ts'

type Hook = { filter?: { id?: { exclude?: RegExp } } }

/** A plugin as a build finds it. */
function filtered(plugin: Plugin): Record<'resolveId' | 'load' | 'transform', Hook> {
  const { configResolved } = hookFiltersPlugin() as { configResolved: (config: ResolvedConfig) => void }
  configResolved({ plugins: [plugin] } as unknown as ResolvedConfig)
  return plugin as never
}

const handler = (): undefined => undefined

describe('a hook that says not which modules concern it', () => {
  it.each<[keyof ReturnType<typeof filtered>, string, boolean]>([
    ['resolveId', './util.js', false],
    ['resolveId', '../composables/useNav', false],
    ['resolveId', '../a.vue?vue&type=style', true],
    ['resolveId', '#slidev/configs', true],
    ['resolveId', '/deck/slides.md__slidev_1.md', true],
    ['resolveId', 'echarts/core', true],
    ['load', '/deck/node_modules/zrender/lib/zrender.js', false],
    ['load', '/deck/node_modules/@slidev/client/main.ts', true],
    ['transform', '/deck/node_modules/echarts/lib/core/echarts.js', false],
    ['transform', '/deck/node_modules/vue-echarts/dist/index.js', true],
    ['transform', '/deck/echarts/Own.vue', true],
  ])('%s is asked about %s: %s', (hook, id, asked) => {
    for (const given of [handler, { handler, order: 'pre' }]) {
      const { [hook]: found } = filtered({ name: 'slidev:loader', [hook]: given } as Plugin)
      expect(found).toMatchObject({ handler })
      expect(found.filter?.id?.exclude?.test(id)).toBe(!asked)
    }
  })
})

it.each<[string, Plugin]>([
  ['of plugins of the deck', { name: 'own', transform: handler, load: { handler } }],
  ['that have filters', { name: 'slidev:x', transform: { filter: { id: /x/ }, handler } }],
  ['that are not there', { name: 'slidev:y' }],
])('hooks %s are left as they are', (_, plugin) => {
  expect(filtered({ ...plugin })).toEqual(plugin)
})
