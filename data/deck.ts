import type { DeckSource } from 'huibao'
import { chapters } from './chapters.ts'
import { columns } from './columns.ts'
import { errata } from './errata.ts'
import { derived } from './derived.ts'
import { city } from './figures/city.ts'
import { economy } from './figures/economy.ts'
import { livelihood } from './figures/livelihood.ts'
import { reform } from './figures/reform.ts'
import { names } from './names.ts'
import { periods } from './periods.ts'
import { photos } from './photos.ts'
import { quotes } from './quotes.ts'
import { structural } from './structural.ts'
import { unused } from './unused.ts'

type StatedFigureId = (typeof economy | typeof reform | typeof city | typeof livelihood)[number]['id']
/** Ids of all figures of this deck; a wrong one fails the type check. */
export type FigureId = StatedFigureId | (typeof derived)[number]['id']
export type ChapterId = (typeof chapters)[number]['id']
export type PhotoId = (typeof photos)[number]['id']
export type QuoteId = (typeof quotes)[number]['id']

declare module 'huibao' {
  interface Register {
    figure: FigureId
    chapter: ChapterId
    photo: PhotoId
    quote: QuoteId
  }
}

/** Everything that this deck's data says, as it is written down. */
export const source: DeckSource = {
  columns,
  chapters,
  periods,
  figures: [
    { file: 'data/figures/economy.ts', chapter: 'economy', figures: economy },
    { file: 'data/figures/reform.ts', chapter: 'reform', figures: reform },
    { file: 'data/figures/city.ts', chapter: 'city', figures: city },
    { file: 'data/figures/livelihood.ts', chapter: 'livelihood', figures: livelihood },
  ],
  derived: { file: 'data/derived.ts', figures: derived },
  quotes: { file: 'data/quotes.ts', quotes },
  photos: { file: 'data/photos.ts', photos },
  errata: { file: 'data/errata.ts', errata },
  names: { file: 'data/names.ts', names },
  unused: { file: 'data/unused.ts', unused },
  structural: { file: 'data/structural.ts', structural },
}
