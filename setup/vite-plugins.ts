import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'
import { verifyDeck } from './deck/verify.ts'
import { fontsPlugin } from './fonts/plugin.ts'
import { dataPlugin } from './plugins/data.ts'
import { factsPlugin } from './plugins/facts.ts'
import { noKatexPlugin } from './plugins/no-katex.ts'
import { photosPlugin } from './plugins/photos.ts'
import { readonlyPlugin } from './plugins/readonly.ts'
import { notesPlugin } from './plugins/slim/notes.ts'
import { pagesPlugin } from './plugins/slim/pages.ts'
import { slimPlugin } from './plugins/slim/plugin.ts'
import { currentSite, sitePlugin } from './present/site.ts'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** Vite plugins of the deck. @throws DeckError when a deck that is to be built has anything wrong. */
export default async (options: ResolvedSlidevOptions): Promise<Plugin[]> => {
  if (options.mode !== 'dev') await verifyDeck(options, projectRoot)
  return [
    dataPlugin(options, projectRoot),
    readonlyPlugin(options),
    fontsPlugin(options, projectRoot),
    photosPlugin(options),
    factsPlugin(options),
    noKatexPlugin(),
    slimPlugin(options, projectRoot),
    notesPlugin(options),
    pagesPlugin(),
    sitePlugin(currentSite()),
  ]
}
