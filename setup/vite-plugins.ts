import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { ENGINE_ROOT } from '../model/engine.ts'
import { browsersPlugin } from './vite/browsers/plugin.ts'
import { chunksPlugin } from './vite/chunks.ts'
import { dataPlugin } from './vite/data.ts'
import { deckPlugin } from './vite/deck.ts'
import { factsPlugin } from './vite/facts.ts'
import { fontsPlugin } from './vite/fonts/plugin.ts'
import { hookFiltersPlugin } from './vite/hook-filters.ts'
import { mapsPlugin } from './vite/maps.ts'
import { moduleOverridesPlugin } from './vite/module-overrides/plugin.ts'
import { noKatexPlugin } from './vite/no-katex.ts'
import { notesPlugin } from './vite/notes.ts'
import { pageImportsPlugin } from './vite/page-imports.ts'
import { photosPlugin } from './vite/photos.ts'
import { picturesPlugin } from './vite/pictures.ts'
import { readonlyPlugin } from './vite/readonly.ts'
import { currentSite, sitePlugin } from './vite/site.ts'
import { slideFilesPlugin } from './vite/slide-files.ts'
import { haveOwnClasses } from './vite/transform-cache/misses.ts'
import { transformCachePlugin } from './vite/transform-cache/plugin.ts'
import { verifyDeck } from './vite/verify.ts'
import { titlesPlugin } from './vite/titles.ts'
import { wordsPlugin } from './vite/words.ts'

/** Vite plugins of the deck. @throws DeckError when a deck that is to be built has anything wrong. */
export default async (options: ResolvedSlidevOptions): Promise<Plugin[]> => {
  if (options.mode !== 'dev') await verifyDeck(options, ENGINE_ROOT)
  return [
    deckPlugin(options.userRoot),
    dataPlugin(options, ENGINE_ROOT),
    mapsPlugin(options.userRoot),
    readonlyPlugin(options),
    fontsPlugin(options, ENGINE_ROOT),
    photosPlugin(options),
    picturesPlugin(options, ENGINE_ROOT),
    factsPlugin(options),
    noKatexPlugin(),
    moduleOverridesPlugin(options, ENGINE_ROOT),
    chunksPlugin(currentSite()),
    notesPlugin(options),
    titlesPlugin(),
    pageImportsPlugin(),
    browsersPlugin(),
    wordsPlugin(options, ENGINE_ROOT),
    sitePlugin(currentSite()),
    slideFilesPlugin(options, currentSite()),
    hookFiltersPlugin(),
    transformCachePlugin(ENGINE_ROOT, haveOwnClasses(options.roots, [ENGINE_ROOT, options.clientRoot])),
  ]
}
