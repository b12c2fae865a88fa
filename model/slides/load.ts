import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { load, type LoadedSlidevData } from '@slidev/parser/fs'
import { DATA_ENTRY } from '../load.ts'
import type { DeckData } from './context.ts'
import { loadDeckData } from './data.ts'
import { expandAppendix } from './expand-appendix.ts'

/**
 * Reads the slides of a deck as Slidev shows them: the one way in which Node reads them. Every page of the appendix is
 * a slide, and lines are those of the files. A plain Slidev deck, or one whose data is wrong, is read as it is written.
 * @param root folder of the deck
 * @param data Default: that of the deck, loaded anew.
 */
export async function loadSlides(root: string, data?: DeckData): Promise<LoadedSlidevData> {
  const known = data ?? (await ownData(root))
  const origins = new Map<string, number[]>()
  const loaded = await load({ roots: [root], userRoot: root }, path.join(root, 'slides.md'), async file => {
    const text = await readFile(file, 'utf8')
    if (!known) return text
    const expanded = expandAppendix(text.split(/\r?\n/), known)
    origins.set(file, expanded.origins)
    return expanded.lines.join('\n')
  })
  for (const [file, { slides, errors = [] }] of Object.entries(loaded.markdownFiles)) {
    const lineOf = (line: number): number => origins.get(file)?.[line] ?? line
    for (const slide of slides) slide.start = lineOf(slide.start)
    for (const error of errors) error.row = lineOf(error.row)
  }
  return loaded
}

async function ownData(root: string): Promise<DeckData | undefined> {
  if (!existsSync(path.join(root, DATA_ENTRY))) return undefined
  const loaded = await loadDeckData(root)
  return 'data' in loaded ? loaded.data : undefined
}
