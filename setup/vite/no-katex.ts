import type { Plugin } from 'vite'

/**
 * Leaves KaTeX' style sheet and its sixty font files out. Slidev adds them as soon as two dollar signs stand on one
 * line, which `$nav` and `$page` do; briefings hold no formulas.
 */
export function noKatexPlugin(): Plugin {
  return {
    name: 'huibao:no-katex',
    enforce: 'pre',
    load: {
      filter: { id: /[\\/]katex[\\/]dist[\\/]katex(?:\.min)?\.css(?:$|\?)/ },
      handler: () => '',
    },
  }
}
