import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, ViteDevServer } from 'vite'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'
import { deckSourceProblems } from '../../model/slides/deck-source.ts'
import { problemsMessage } from '../../model/slides/problems.ts'
import { loadedData } from '../../model/slides/slides.ts'
import { isDeckData } from './deck-data.ts'

/**
 * Keeps the dev server in step with the data: a changed figure reaches titles, notes and red boxes at once. Wrong data,
 * and lines that would be misread, show as an overlay until they are right again. The browser's own modules are
 * reloaded by Vite as ever.
 */
export function dataPlugin(options: ResolvedSlidevOptions, engineRoot: string): Plugin {
  const model = `${normalizePath(resolve(engineRoot, 'model'))}/`
  const entry = normalizePath(options.entry)
  let failed = false

  /** What keeps the deck from being shown as it was written. */
  function fault(): string | undefined {
    const { markdownFiles, slides } = options.data
    const misread = deckSourceProblems(markdownFiles, options.userRoot)
    if (misread.length) return problemsMessage(misread, '文稿')
    const loaded = loadedData(slides)
    return 'error' in loaded ? loaded.error.message : undefined
  }

  function report(server: ViteDevServer): void {
    const message = fault()
    if (message !== undefined) {
      failed = true
      server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'huibao:data' } })
    } else if (failed) {
      failed = false
      // Modules that threw while loading cannot be healed by HMR.
      server.ws.send({ type: 'full-reload' })
    }
  }

  return {
    name: 'huibao:data',
    apply: 'serve',
    configureServer(server) {
      server.ws.on('connection', () => report(server))
    },
    hotUpdate: {
      order: 'post',
      handler({ file, server }) {
        if (this.environment.name !== 'client') return
        if (options.data.markdownFiles[file]) return void report(server)
        // What the hooks read when slides are parsed.
        if (!isDeckData(options.userRoot, file) && !file.startsWith(model)) return
        // Slidev parses its slides anew only when their file changes; every slide may show the changed figure.
        options.data.watchFiles[entry] = new Set(options.data.slides.keys())
        server.watcher.emit('change', options.entry)
      },
    },
  }
}
