import type { Plugin } from 'vite'

/** Plugins of ours, of Slidev, and those that it brings; what a deck brings is left alone. */
const KNOWN = /^(?:huibao:|slidev:|unocss:|unplugin-|vite-plugin-vue-server-ref$)/
/** The packages that draw charts: half of all modules of a deck. */
const CHARTS = /\/node_modules\/(?:echarts|zrender)\//
/** How files name others: what plugins make up is named otherwise. */
const RELATIVE = /^\.\.?\/[^?]*$/

/** What concerns no hook that says not what does. */
const EXCLUDED = { resolveId: RELATIVE, load: CHARTS, transform: CHARTS } as const

/**
 * Spares a build tens of thousands of calls: a hook in JavaScript that has no filter is asked about every module and
 * every import.
 */
export function hookFiltersPlugin(): Plugin {
  return {
    name: 'huibao:hook-filters',
    apply: 'build',
    configResolved({ plugins }) {
      for (const plugin of plugins.filter(({ name }) => KNOWN.test(name))) addFilters(plugin)
    },
  }
}

function addFilters(plugin: Plugin): void {
  const hooks = plugin as Record<keyof typeof EXCLUDED, unknown>
  for (const [name, exclude] of Object.entries(EXCLUDED) as [keyof typeof EXCLUDED, RegExp][]) {
    const hook = hooks[name]
    const parts: { handler?: unknown; filter?: object } =
      typeof hook === 'function' ? { handler: hook } : { ...(hook ?? {}) }
    if (parts.handler && !parts.filter) hooks[name] = { ...parts, filter: { id: { exclude } } }
  }
}
