/** How Node reads a deck: `huibao/node`. */
export type { Deck } from './deck.ts'
export { loadDeck, loadSoundDeck } from './load.ts'
export type { SurveyedDeck } from './survey.ts'
