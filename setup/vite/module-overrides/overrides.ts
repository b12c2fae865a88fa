import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** One import of one module that gets something else in a built site. */
export interface ModuleOverride {
  /** The module that imports: its path in `node_modules`, or in the project. */
  importer: string
  /** What it imports, as written there. */
  source: string
  /** The file of `replacements/` that it gets instead. */
  replacement: string
}

/** The path of a file of `replacements/`. */
export function replacementPath(name: string): string {
  return fileURLToPath(new URL(`./replacements/${name}`, import.meta.url))
}

/**
 * What is not needed before the first slide: it is loaded when someone reaches for it, or when the slides are there.
 * Each importer is a file of a package of fixed version; a test finds the import that is no longer there.
 */
export const moduleOverrides: readonly ModuleOverride[] = [
  // Dialogs, the overview, the menu and the bar at the foot.
  { importer: '@slidev/client/pages/play.vue', source: '../internals/Controls.vue', replacement: 'controls.ts' },
  { importer: '@slidev/client/pages/play.vue', source: '../internals/NavControls.vue', replacement: 'nav-controls.ts' },
  // What places open menus and hints.
  { importer: '@slidev/client/internals/SlidesShow.vue', source: 'floating-vue', replacement: 'poppers.ts' },
  { importer: '@slidev/client/internals/SlideContainer.vue', source: 'floating-vue', replacement: 'poppers.ts' },
  // Fill patterns of charts, and with them a second renderer of ECharts.
  { importer: 'echarts/lib/visual/decal.js', source: '../util/decal.js', replacement: 'no-decal.ts' },
  { importer: 'echarts/lib/chart/custom/CustomView.js', source: '../../util/decal.js', replacement: 'no-decal.ts' },
]

/** What a deck uses of Slidev's optional parts. */
export interface DeckUse {
  /** Its slides, and its own components and layouts. */
  text: string
  /** Whether its site has pens. */
  drawings: boolean
}

/** What a built site gets instead of a module wherever it is imported, by the name that is imported. */
export function aliases({ text, drawings }: DeckUse): Record<string, string> {
  const uses = (part: string): boolean => text.includes(part)
  return {
    // Slidev adds the compiler of templates to Vue. An absolute path, as Slidev has an alias for all names like vue/….
    vue: createRequire(import.meta.url).resolve('vue/dist/vue.runtime.esm-bundler.js'),
    // It speaks English.
    '@slidev/client/internals/SlideLoading.vue': replacementPath('slide-loading.ts'),
    // The parser of whole decks, for one function that is also elsewhere.
    '@slidev/parser/core': '@slidev/parser/utils',
    // Hover cards of code samples, and with them Shiki.
    ...(!uses('twoslash') && {
      '@shikijs/vitepress-twoslash/client': replacementPath('no-plugin.ts'),
      '@shikijs/vitepress-twoslash/style.css': replacementPath('empty.css'),
      './shiki-twoslash.css': replacementPath('empty.css'),
    }),
    // Code that moves, and GitHub's alert boxes.
    ...(!uses('magic-move') && { '@shikijs/magic-move/style.css': replacementPath('empty.css') }),
    ...(!uses('> [!') &&
      Object.fromEntries(
        ['colors-light', 'colors-dark-media', 'base'].map(name => [
          `markdown-it-github-alerts/styles/github-${name}.css`,
          replacementPath('empty.css'),
        ]),
      )),
    // Directives that bring a library for animation, for sketches, and for dragging.
    ...(!uses('v-motion') && { '../modules/v-motion': replacementPath('no-directive.ts') }),
    ...(!uses('v-mark') && { '../modules/v-mark': replacementPath('no-directive.ts') }),
    ...(!uses('v-drag') && { '../modules/v-drag': replacementPath('no-directive.ts') }),
    ...(!drawings && { drauu: replacementPath('no-drawings.ts') }),
  }
}
