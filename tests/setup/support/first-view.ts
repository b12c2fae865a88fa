import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../../support/project.ts'

/** Bytes that a phone may load as scripts and style sheets, and that all fonts of a site may have. */
export const BUDGET = { slide: 140_000, chart: 332_000, fonts: 400_000 } as const

/**
 * The pages that show slides, by the names of their scripts: slides one at a time, and the page that phones get to
 * read.
 */
export type SlidePage = 'play' | 'ReadPage'

/**
 * The scripts and style sheets that a page loads before it shows these slides: the one asked for and those beside it.
 * It is what `npm run bench -- first-view` sees a phone ask for, told from how the built files import one another; what
 * is put off is imported by nothing but a call.
 * @returns paths on the site
 * @throws Error where the site has no such page or slide
 */
export function firstViewFiles(site: string, page: SlidePage, slides: readonly number[]): string[] {
  const read = (file: string): string => readFileSync(path.join(site, file), 'utf8')
  const html = read('index.html')
  const files = new Set<string>()
  const add = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (file.endsWith('.js'))
      [
        ...read(file).matchAll(/(?:^|[};\s])import(?:\{[^}]*\}from|\*as \w+ from|\w+(?:,\{[^}]*\})?from)?"(\.[^"]+)"/g),
      ].forEach(([, to]) => add(path.posix.join(path.posix.dirname(file), to!)))
  }
  for (const [, file] of html.matchAll(
    /<(?:script type="module"|link rel="(?:modulepreload|stylesheet)") crossorigin (?:src|href)="\/([^"]+)"/g,
  ))
    add(file!)
  const entry = [...files].find(file => /\/base-[^/]+\.js$/.test(file))
  if (!entry) throw new Error(`${site}/index.html loads no base script`)
  const imports = dynamicImports(entry, read(entry))
  const follow = (what: string, is: (file: string) => boolean): void => {
    const found = imports.find(({ file }) => is(file))
    if (!found) throw new Error(`${site} has no script for ${what}`)
    found.needs.forEach(add)
  }
  follow(page, file => path.posix.basename(file).startsWith(`${page}-`))
  for (const slide of slides)
    follow(
      `slide ${slide}`,
      file => /\/md-[^/]+\.js$/.test(file) && read(file).includes(`\`slides.md__slidev_${slide}\``),
    )
  return [...files]
}

/** What a script imports where it is called to: each with all that Vite loads beside it. */
function dynamicImports(file: string, text: string): { file: string; needs: string[] }[] {
  const [, list = ''] = /m\.f=\[([^\]]*)\]/.exec(text) ?? []
  const names = list.split(',').map(name => name.slice(1, -1))
  return [...text.matchAll(/import\(`(\.[^`]+)`\)(?:(?!import\()[\s\S]){0,80}?__vite__mapDeps\(\[([\d,]*)\]\)/g)].map(
    ([, to, needs]) => {
      const own = path.posix.join(path.posix.dirname(file), to!)
      return {
        file: own,
        needs: [
          own,
          ...needs!
            .split(',')
            .filter(Boolean)
            .map(index => names[Number(index)]!),
        ],
      }
    },
  )
}

/** The bytes of files of a site as a usual host sends them. */
export function packedBytes(site: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(site, file))).length, 0)
}

/** What only code, formulas, diagrams and dialogs need, by words that minifying leaves alone, and where these stand. */
const FOREIGN: readonly [string, RegExp, string][] = [
  [
    'Shiki',
    /createHighlighter|oniguruma|\.shiki\b|twoslash-(?:popup|hover)|magic-move-/i,
    '@shikijs/core/dist/index.mjs',
  ],
  ['KaTeX', /katex-(?:html|mathml)|\.katex\b/, 'katex/dist/katex.mjs'],
  ['Mermaid', /mermaid\.initialize|flowchart-elk|sequenceDiagram/, 'mermaid/dist/mermaid.core.mjs'],
  ['Monaco', /monaco-editor|MonacoEnvironment/, 'monaco-editor/dev/vs/editor/editor.main.js'],
  ['Fuse', /ignoreFieldNorm/, 'fuse.js/dist/fuse.mjs'],
  ['FloatingVue', /v-popper__arrow|computeTransformOrigin/, 'floating-vue/dist/floating-vue.mjs'],
  ["Vue's compiler", /prefixIdentifiers/, '@vue/compiler-core/dist/compiler-core.esm-bundler.js'],
  ['Valibot', /valibot|safeParse/, 'valibot/dist/index.mjs'],
  ["ECharts' lines", /showAllSymbol/, 'echarts/lib/chart/line/LineSeries.js'],
]

/** Which of them stand in scripts of a site, each with its file. Slidev's style sheets name some that are not there. */
export function foreignParts(site: string, files: readonly string[]): string[] {
  const scripts = files.filter(file => file.endsWith('.js'))
  return scripts.flatMap(file => {
    const text = readFileSync(path.join(site, file), 'utf8')
    return FOREIGN.filter(([, mark]) => mark.test(text)).map(([name]) => `${name}: ${file}`)
  })
}

/** Those whose words do not stand any more where they should: nothing could be found by them. */
export function unknownParts(): string[] {
  return FOREIGN.filter(
    ([, mark, origin]) => !mark.test(readFileSync(path.join(ROOT, 'node_modules', origin), 'utf8')),
  ).map(([name]) => name)
}
