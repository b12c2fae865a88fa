import { loadSource } from '../../model/load.ts'
import { loadSlides } from '../../model/slides/load.ts'
import { readDeck } from '../lib/deck.ts'
import type { DeckDraft } from '../lib/draft.ts'

/** What a deck says, as a draft: its data, and the title and the line below it of its slides. */
export async function deckDraft(root: string): Promise<DeckDraft> {
  const source = await loadSource(root)
  const { title } = await readDeck(root)
  const [cover] = (await loadSlides(root)).slides
  const subtitle = cover && subtitleOf(cover.content)
  return { title, ...(subtitle !== undefined && { subtitle }), source }
}

/** The first line of plain text below the heading of the cover. */
function subtitleOf(content: string): string | undefined {
  const lines = content.split('\n').map(line => line.trim())
  const heading = lines.findIndex(line => line.startsWith('# '))
  return heading < 0 ? undefined : lines.slice(heading + 1).find(line => /^[^#<:|`>\-*![]/.test(line))
}
