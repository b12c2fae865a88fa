import { cp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSoundDeck } from '../../model/load.ts'
import { draftSlides, type Drafted, type Head } from '../../scripts/draft/draft.ts'
import { composeDeck, ROOT } from '../support/project.ts'

/** Marks the deck at the root, in the place of a fixture. */
export const FIRST_DECK = '.'

/** The data of a deck with what the draft leaves out, in the place of what its own slides do. */
const ENTRY = `import type { DeckSource } from 'huibao'
import { source as own } from './own-deck.ts'
import { names, unused } from './drafted.ts'

export const source: DeckSource = {
  ...own,
  names: { file: 'data/drafted.ts', names: [...(own.names?.names ?? []), ...names] },
  unused: { file: 'data/drafted.ts', unused },
}
`

/**
 * Lays out a deck that has a fixture's data and drafted slides.
 * @param fixture folder of `tests/fixtures/`, or `FIRST_DECK`
 */
export async function draftedDeck(
  name: string,
  fixture: string,
  head: Head,
): Promise<{ root: string; drafted: Drafted }> {
  const root = await composeDeck(name, ...(fixture === FIRST_DECK ? [] : [fixture]))
  if (fixture === FIRST_DECK)
    for (const folder of ['data', 'public']) await cp(join(ROOT, folder), join(root, folder), { recursive: true })
  await rm(join(root, 'slides.md'), { force: true })
  const drafted = draftSlides(await loadSoundDeck(root), head)
  await rename(join(root, 'data', 'deck.ts'), join(root, 'data', 'own-deck.ts'))
  await writeFile(join(root, 'data', 'deck.ts'), ENTRY)
  await writeFile(
    join(root, 'data', 'drafted.ts'),
    `export const names = ${JSON.stringify(drafted.names)}\nexport const unused = ${JSON.stringify(drafted.unused)}\n`,
  )
  await writeFile(join(root, 'slides.md'), drafted.slides)
  return { root, drafted }
}
