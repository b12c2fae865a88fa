import type { Deck } from '../../model/deck.ts'
import { loadSoundDeck } from '../../model/load.ts'

/** What the data of a deck says, whichever deck it is. */
export function readData(root: string): Promise<Deck<string>> {
  return loadSoundDeck(root)
}
