import type { SlidevPreparserExtension } from '@slidev/types'
import { figureExtension } from '../model/slides/extension.ts'
import { loadDeckData } from '../model/slides/load.ts'
import { currentSite, siteExtension } from './vite/site.ts'

export default async (): Promise<SlidevPreparserExtension[]> => {
  const site = currentSite()
  return [figureExtension(await loadDeckData()), ...(site ? [siteExtension(site)] : [])]
}
