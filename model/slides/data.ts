import type { Deck } from '../deck.ts'
import type { NamedSort } from '../id-sorts.ts'
import type { DeckData, LoadedData } from './context.ts'
import { figureProps } from '../figure-props.ts'
import { DERIVED_MARK, FORMAT_STYLES, formatFigure } from '../format.ts'
import { loadSoundDeck } from '../load.ts'
import { readMap } from '../load-maps.ts'
import { nearestIds } from '../nearest.ts'
import { findPeriod } from '../periods.ts'

/** Turns a deck's data into what the reader of its slides needs of it. @param root folder of the deck, for its maps */
export function toDeckData(deck: Deck<string>, root?: string): DeckData {
  const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id)
  const named: Record<NamedSort, string[]> = {
    chapter: ids(deck.chapters),
    quote: ids(deck.quotes),
    photo: ids(deck.photos),
    table: ids(deck.tables),
    target: ids(deck.targets),
    period: ids(deck.periods),
  }
  return {
    figures: deck.figures,
    findFigure: deck.findFigure,
    findTable: id => deck.tables.find(table => table.id === id),
    findTarget: id => deck.targets.find(target => target.id === id),
    ...(root !== undefined && { findMap: src => readMap(root, src) }),
    errata: deck.errata,
    findPhoto: id => deck.photos.find(photo => photo.id === id),
    isKnown: (id, sort) => {
      if (sort === 'period') return findPeriod(id, deck.periods) !== undefined
      return sort === 'figure' ? deck.findFigure(id) !== undefined : named[sort].includes(id)
    },
    nearest: (id, sort) => (sort === 'figure' ? deck.nearest(id) : nearestIds(id, named[sort])),
    formatFigure,
    derivedMark: DERIVED_MARK,
    displayed: [
      ...deck.chapters.flatMap(({ title, short, topic }) => [title, short, topic]),
      ...deck.figures.flatMap(figure => FORMAT_STYLES.map(style => formatFigure(figure, style))),
    ],
    figureProps,
  }
}

/**
 * Loads the data of the deck in a folder. Wrong data is returned and not thrown: a build must stop at it, while the dev
 * server must live on until it is corrected.
 */
export async function loadDeckData(root: string): Promise<LoadedData> {
  try {
    return { data: toDeckData(await loadSoundDeck(root), root) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
