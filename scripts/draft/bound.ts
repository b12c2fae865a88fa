import type { Deck } from '../../model/deck.ts'
import { readNumbers } from '../../model/reading/numbers.ts'
import { allowedSpans, isAllowed } from '../check/numbers/allowed.ts'

/** Whether words bear no number but those that a deck may say anywhere: of its names, and of the time it is about. */
export function isFree(text: string, deck: Deck<string>): boolean {
  const allowed = allowedSpans(text, { data: deck, shown: [], chapter: 0 })
  return readNumbers(text).every(number => isAllowed(number, allowed))
}
