import type { SlidevPreparserExtension } from '@slidev/types'
import { figureExtension } from './deck/extension.ts'
import { loadDeckData } from './deck/load.ts'
import { currentSite, siteExtension } from './present/site.ts'

export default async (): Promise<SlidevPreparserExtension[]> => {
  const site = currentSite()
  return [figureExtension(await loadDeckData()), ...(site ? [siteExtension(site)] : [])]
}
