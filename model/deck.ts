import type { Dataset } from './dataset.ts'
import type { Chapter, Period } from './figure.ts'
import type { FigureId } from './register.ts'
import type { Erratum, DeckSource, NameWithNumber, Photo, Quote, StructuralNumber } from './source.ts'
import { loadDataset } from './dataset.ts'

/** A deck's data as components and commands see it: validated, with its figures resolved. */
export interface Deck<Id extends string = FigureId> extends Dataset<Id> {
  columns: readonly string[]
  chapters: readonly Chapter[]
  periods: readonly Period[]
  quotes: readonly Quote[]
  photos: readonly Photo[]
  errata: readonly Erratum[]
  /** Numbers that belong to a name. */
  names: readonly NameWithNumber[]
  /** Numbers that the deck states of itself. */
  structural: readonly StructuralNumber[]
}

/**
 * Validates and resolves what a deck's `data/deck.ts` says.
 * @throws DataError with every problem that was found, each with file and id
 */
export function resolveDeck<Id extends string = FigureId>(source: DeckSource): Deck<Id> {
  return {
    ...loadDataset<Id>(source),
    columns: source.columns,
    chapters: source.chapters,
    periods: source.periods,
    quotes: source.quotes.quotes,
    photos: source.photos.photos,
    errata: source.errata.errata,
    names: source.names?.names ?? [],
    structural: source.structural?.structural ?? [],
  }
}
