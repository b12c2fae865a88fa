import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { DeckUse } from './seams.ts'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'
import { deckFiles } from '../fonts/files.ts'
import { seams, swaps } from './seams.ts'

/** The path of a module in the innermost `node_modules`, or in the project at `root`, without its query. */
export function modulePath(id: string, root: string): string {
  const path = normalizePath(id.replace(/[?#].*$/, ''))
  // The engine itself may be installed in `node_modules`.
  const own = path.startsWith(root) ? path.slice(root.length) : path
  return /^(?:.*\/)?node_modules\/(.*)$/.exec(own)?.[1] ?? own
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** What every page needs, in one file: many small ones take longer to ask for, and pack worse. */
const BASE =
  /\/node_modules\/(?:@vue|vue|vue-router|@vueuse|@antfu|@slidev\/parser)\/|\/@slidev\/client\/(?!pages|internals|builtin|layouts|assets)/

const SOURCES = new RegExp(
  `(?:^|/)(?:${[...seams.map(({ source }) => source), ...Object.keys(swaps)].map(escaped).join('|')})$`,
)

/**
 * Keeps out of a built site what Slidev and ECharts load before the first slide and no briefing needs there.
 * @param projectRoot Folder of `setup/`.
 */
export function slimPlugin({ data, roots, userRoot }: ResolvedSlidevOptions, projectRoot: string): Plugin {
  const root = normalizePath(join(projectRoot, '/'))
  let use: Promise<DeckUse> | undefined

  async function readUse(): Promise<DeckUse> {
    const files = await deckFiles(Object.keys(data.markdownFiles), roots, userRoot)
    const drawings: unknown = data.config.drawings.enabled
    return {
      // What these plugins say of a directive is no use of it.
      text: files
        .filter(({ file }) => /\.(?:md|vue)$/.test(file))
        .map(({ text }) => text)
        .join('\n'),
      drawings: drawings === true || drawings === 'build',
    }
  }

  return {
    name: 'huibao:slim',
    enforce: 'pre',
    // The dev server keeps everything: there a directive typed a second ago must work.
    apply: 'build',
    config: {
      order: 'post',
      // Slidev puts all of Vue and whatever has “vue” in its name, with ECharts in its wake, into one file.
      handler(config) {
        for (const output of [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat())
          delete output?.manualChunks
        return { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } } } }
      },
    },
    buildStart() {
      use = readUse()
      use.catch(() => {})
    },
    resolveId: {
      filter: { id: SOURCES },
      async handler(source, importer = '') {
        const swap = swaps[modulePath(source, root)]
        // As a path beside the original: Slidev has an alias for every name that begins with “vue”.
        if (swap) return source.replace(modulePath(source, root), swap)
        const from = modulePath(importer, root)
        const seam = seams.find(seam => seam.source === source && seam.importer === from)
        if (!seam || seam.needed?.(await (use ??= readUse()))) return null
        return seam.instead.startsWith('stubs/')
          ? fileURLToPath(new URL(seam.instead, import.meta.url))
          : this.resolve(seam.instead, importer, { skipSelf: true })
      },
    },
  }
}
