import type { Dataset } from './lookup.ts'
import type { Chapter, ResolvedPeriod } from './figure.ts'
import type { FigureId } from './register.ts'
import type { Erratum, DeckSource, NameWithNumber, Photo, Quote, StructuralNumber } from './source.ts'
import type { Table } from './table.ts'
import type { Target } from './target.ts'
import { resolveDataset } from './dataset.ts'
import { periodsOf } from './periods.ts'
import { resolveTable, writtenTables } from './tables.ts'
import { resolveTarget, writtenTargets } from './targets.ts'

/** A deck's data as components and commands see it: validated, with its figures resolved. */
export interface Deck<Id extends string = FigureId> extends Dataset<Id> {
  columns: readonly string[]
  chapters: readonly Chapter[]
  /** Those of `data/periods.ts`, and those that figures name by a code. */
  periods: readonly ResolvedPeriod[]
  /** Tables and series; each cell that holds a number is one of `figures`. */
  tables: readonly Table[]
  targets: readonly Target[]
  quotes: readonly Quote[]
  photos: readonly Photo[]
  errata: readonly Erratum[]
  /** Numbers that belong to a name. */
  names: readonly NameWithNumber[]
  /** Numbers that the deck states of itself. */
  structural: readonly StructuralNumber[]
}

/** Resolves what a deck's `data/deck.ts` says, in which `validate` found nothing wrong. */
export function resolveDeck<Id extends string = FigureId>(source: DeckSource): Deck<Id> {
  const dataset = resolveDataset<Id>(source)
  return {
    ...dataset,
    tables: writtenTables(source).map(({ table }) =>
      resolveTable(table, source.chapters, source.periods, dataset.findFigure),
    ),
    targets: writtenTargets(source).map(target => resolveTarget(target, dataset.findFigure)),
    columns: source.columns,
    chapters: source.chapters,
    periods: periodsOf(source),
    quotes: source.quotes.quotes,
    photos: source.photos.photos,
    errata: source.errata.errata,
    names: source.names?.names ?? [],
    structural: source.structural?.structural ?? [],
  }
}
