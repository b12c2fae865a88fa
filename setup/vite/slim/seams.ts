/** What a deck uses of Slidev's optional parts. */
export interface DeckUse {
  /** Markdown of the slides, and the components and layouts that they may use. */
  text: string
  /** Whether `drawings` are on in the headmatter. */
  drawings: boolean
}

/** A place at which something lighter is imported than what stands there. */
export interface Seam {
  /** The module that imports: its path in `node_modules`, or in the project. */
  importer: string
  /** What it imports, as written there. */
  source: string
  /** What it gets instead: a file of `stubs/`, or another module. */
  instead: string
  /** Whether this deck needs the original after all. */
  needed?: (deck: DeckUse) => boolean
}

const CLIENT = '@slidev/client'

function client(importer: string, source: string, instead: string, needed?: Seam['needed']): Seam {
  return { importer: `${CLIENT}/${importer}`, source, instead, needed }
}

function echarts(importer: string, source: string, instead: string): Seam {
  return { importer: `echarts/lib/${importer}`, source, instead }
}

const usesTwoslash: Seam['needed'] = ({ text }) => /^[\s>*+-]*(?:`{3,}|~{3,}).*twoslash/m.test(text)
const usesDrag: Seam['needed'] = ({ text }) => /\bv-?drag/i.test(text)

/**
 * Slidev's client loads the tools of those who present code before the first slide. A briefing holds no code: what it
 * never uses is left out, and what is used only once someone reaches for it is loaded then. Each importer is a file of
 * a package of fixed version; a test finds the import that is no longer there.
 */
export const seams: readonly Seam[] = [
  // Hover cards of code samples, with them Shiki.
  client('setup/main.ts', '@shikijs/vitepress-twoslash/client', 'stubs/no-plugin.ts', usesTwoslash),
  client('styles/index.ts', '@shikijs/magic-move/style.css', 'stubs/empty.css', ({ text }) => /magic-move/.test(text)),
  client('styles/index.ts', '@shikijs/vitepress-twoslash/style.css', 'stubs/empty.css', usesTwoslash),
  client('styles/index.ts', './shiki-twoslash.css', 'stubs/empty.css', usesTwoslash),
  client('styles/index.ts', './katex.css', 'stubs/empty.css'),
  client('styles/index.ts', './code.css', 'stubs/empty.css', ({ text }) =>
    /^[\s>*+-]*(?:`{3,}|~{3,})|^\s*<<<|<(?:pre|code)\b/m.test(text),
  ),
  // GitHub's alert boxes.
  ...['github-colors-light', 'github-colors-dark-media', 'github-base'].map(name =>
    client('styles/index.ts', `markdown-it-github-alerts/styles/${name}.css`, 'stubs/empty.css', ({ text }) =>
      /^\s*> \[!/m.test(text),
    ),
  ),
  // Directives: each stays where a slide or component names it.
  client('setup/main.ts', '../modules/v-mark', 'stubs/no-directive.ts', ({ text }) => /\bv-mark\b/.test(text)),
  client('setup/main.ts', '../modules/v-motion', 'stubs/no-directive.ts', ({ text }) => /\bv-motion\b/.test(text)),
  client('setup/main.ts', '../modules/v-drag', 'stubs/no-directive.ts', usesDrag),
  client('internals/SlidesShow.vue', './DragControl.vue', 'stubs/nothing.ts', usesDrag),
  client('composables/useDrawings.ts', 'drauu', 'stubs/no-drawings.ts', ({ drawings }) => drawings),
  // Dialogs, the overview, the menu and the bar at the foot: loaded when someone stirs, or when the slides are there.
  client('pages/play.vue', '../internals/Controls.vue', 'stubs/controls.ts'),
  client('pages/play.vue', '../internals/NavControls.vue', 'stubs/nav-controls.ts'),
  client('internals/SlidesShow.vue', 'floating-vue', 'stubs/poppers.ts'),
  client('internals/SlideContainer.vue', 'floating-vue', 'stubs/poppers.ts'),
  // The parser of whole decks, for one function that is also elsewhere.
  client('logic/utils.ts', '@slidev/parser/core', '@slidev/parser/utils'),
  // Unhead, for titles.
  client('setup/main.ts', '@unhead/vue/client', 'stubs/head.ts'),
  ...[
    'setup/root.ts',
    'pages/export.vue',
    'pages/notes.vue',
    'pages/notes-edit.vue',
    'pages/overview.vue',
    'pages/presenter.vue',
    'pages/presenter/print.vue',
  ].map(importer => client(importer, '@unhead/vue', 'stubs/head.ts')),
  // Validation of the data, and Valibot.
  { importer: 'model/dataset.ts', source: './validate.ts', instead: 'stubs/validated.ts' },
  { importer: 'model/context.ts', source: './schema.ts', instead: 'stubs/no-schema.ts' },
  // What ECharts has for charts unlike ours: themes, options and events of old versions, fill patterns, transforms of
  // data, coordinates, pointers, animation without script, and the picture of a wait.
  echarts('core/echarts.js', '../theme/dark.js', 'stubs/echarts/no-theme.ts'),
  echarts('core/echarts.js', '../preprocessor/backwardCompat.js', 'stubs/echarts/no-preprocessor.ts'),
  echarts('core/echarts.js', '../loading/default.js', 'stubs/echarts/no-loading.ts'),
  echarts('visual/decal.js', '../util/decal.js', 'stubs/echarts/no-decal.ts'),
  echarts('chart/custom/CustomView.js', '../../util/decal.js', 'stubs/echarts/no-decal.ts'),
  ...['geo', 'single', 'polar', 'calendar', 'matrix'].map(system =>
    echarts('chart/custom/CustomView.js', `../../coord/${system}/prepareCustom.js`, 'stubs/echarts/no-coordinates.ts'),
  ),
  echarts('core/echarts.js', '../legacy/dataSelectAction.js', 'stubs/echarts/no-legacy-select.ts'),
  echarts('core/echarts.js', '../data/helper/transform.js', 'stubs/echarts/no-transform.ts'),
  echarts('data/helper/sourceManager.js', './transform.js', 'stubs/echarts/no-transform.ts'),
  { importer: 'zrender/lib/zrender.js', source: './dom/HandlerProxy.js', instead: 'stubs/echarts/no-pointer.ts' },
  echarts('chart/custom/CustomView.js', '../../layout/barGrid.js', 'stubs/echarts/no-bar-layout.ts'),
  echarts('core/locale.js', '../i18n/langEN.js', 'echarts/lib/i18n/langZH.js'),
  { importer: 'zrender/lib/svg/graphic.js', source: './cssAnimation.js', instead: 'stubs/echarts/no-css-animation.ts' },
]

/**
 * What is replaced wherever it is imported, as paths in `node_modules`: Slidev adds the compiler of templates to Vue.
 */
export const swaps: Readonly<Record<string, string>> = {
  'vue/dist/vue.esm-bundler.js': 'vue/dist/vue.runtime.esm-bundler.js',
}
