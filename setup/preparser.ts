import type { SlidevPreparserExtension } from '@slidev/types'
import { figureExtension } from '../model/slides/extension.ts'
import { dirname } from 'node:path'
import { loadDeckData } from '../model/slides/data.ts'
import { currentNotes, currentSite, siteExtension } from './vite/site.ts'

/** @param entry its `filepath` is that of the deck's first Markdown file */
export default async ({ filepath }: { filepath: string }): Promise<SlidevPreparserExtension[]> => {
  return [figureExtension(await loadDeckData(dirname(filepath))), siteExtension(currentSite(), currentNotes())]
}
