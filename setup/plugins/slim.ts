import type { Plugin } from 'vite'

/**
 * Leaves out what Slidev's client always loads and no briefing uses: the hover cards of code samples (with them Shiki,
 * a quarter of a megabyte before the first slide).
 */
export function slimPlugin(): Plugin {
  return {
    name: 'huibao:slim',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@shikijs\/vitepress-twoslash\/client$/ },
      handler: () => '\0huibao:no-twoslash',
    },
    load: {
      filter: { id: /^\0huibao:no-twoslash$/ },
      handler: () => 'export default { install() {} }',
    },
  }
}
