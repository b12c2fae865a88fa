import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { ENGINE_ROOT } from '../model/engine.ts'
import { verifyDeck } from './vite/verify.ts'
import { fontsPlugin } from './vite/fonts/plugin.ts'
import { dataPlugin } from './vite/data.ts'
import { deckPlugin } from './vite/deck.ts'
import { factsPlugin } from './vite/facts.ts'
import { noKatexPlugin } from './vite/no-katex.ts'
import { photosPlugin } from './vite/photos.ts'
import { readonlyPlugin } from './vite/readonly.ts'
import { notesPlugin } from './vite/slim/notes.ts'
import { pagesPlugin } from './vite/slim/pages.ts'
import { slimPlugin } from './vite/slim/plugin.ts'
import { currentSite, sitePlugin } from './vite/site.ts'

/** Vite plugins of the deck. @throws DeckError when a deck that is to be built has anything wrong. */
export default async (options: ResolvedSlidevOptions): Promise<Plugin[]> => {
  if (options.mode !== 'dev') await verifyDeck(options, ENGINE_ROOT)
  return [
    deckPlugin(options.userRoot),
    dataPlugin(options, ENGINE_ROOT),
    readonlyPlugin(options),
    fontsPlugin(options, ENGINE_ROOT),
    photosPlugin(options),
    factsPlugin(options),
    noKatexPlugin(),
    slimPlugin(options, ENGINE_ROOT),
    notesPlugin(options),
    pagesPlugin(),
    sitePlugin(currentSite()),
  ]
}
