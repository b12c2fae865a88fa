import type { DeckSource } from './source.ts'
import type { SourceDocument } from './source-document.ts'
import { nearestIds } from './nearest.ts'

/** Where a deck keeps its sources. */
export const SOURCES_FILE = 'data/sources.ts'

type Listed = Pick<DeckSource, 'sources'>

/** The sources of a deck that are entries at all; none where it does not name them. */
export function sourcesOf({ sources = [] }: Listed): readonly SourceDocument[] {
  return sources.filter(source => typeof source?.id === 'string')
}

/**
 * The id of the source that states something: the first that is named, or else the deck's first; null where the deck
 * names none.
 * @param named what the entry names, and what its file does
 */
export function sourceIdOf(deck: Listed, ...named: readonly (string | undefined)[]): string | null {
  const [first] = sourcesOf(deck)
  return first === undefined ? null : (named.find(id => id !== undefined) ?? first.id)
}

/** The source of an id; undefined where the deck names none, or not this one. */
export function findSource(deck: Listed, id: string | null): SourceDocument | undefined {
  return sourcesOf(deck).find(source => source.id === id)
}

/** What is wrong with the source that an entry names; `field` is the path to it. */
export function unknownSource(id: string | undefined, deck: Listed, field: string): string | null {
  const ids = sourcesOf(deck).map(source => source.id)
  if (id === undefined || ids.includes(id)) return null
  return ids.length === 0
    ? `${field}：写了来源“${id}”，data/deck.ts 的 source 里没有 sources（见 ${SOURCES_FILE}）`
    : `${field}：没有“${id}”这个来源，最接近的是：${nearestIds(id, ids).join('、')}`
}

/** The periods of a deck as one of its sources is read: the implied one is that which the source is about. */
export function periodsIn<Entry extends { id: string; implied?: boolean }>(
  periods: readonly Entry[],
  deck: Listed,
  source: string | null,
): readonly Entry[] {
  const own = findSource(deck, source)?.period
  return own === undefined ? periods : periods.map(each => ({ ...each, implied: each?.id === own }))
}

/** The chapters that a source may have, under its own headings: all of the deck, where it names none. */
export function chaptersIn<Entry extends { id: string; title: string }>(
  chapters: readonly Entry[],
  source: Pick<SourceDocument, 'undivided' | 'headings'> | undefined,
): readonly Entry[] {
  const { undivided, headings } = source ?? {}
  if (undivided) return []
  if (!headings) return chapters
  return chapters.flatMap(each => (Object.hasOwn(headings, each.id) ? [{ ...each, title: headings[each.id]! }] : []))
}

/** A source in words: 《云溪区2031年统计公报》（云溪区统计局，2032年3月）. */
export function sourceName({ title, publisher, date }: Pick<SourceDocument, 'title' | 'publisher' | 'date'>): string {
  const more = [publisher, date].filter(text => text !== undefined)
  return `《${title}》${more.length > 0 ? `（${more.join('，')}）` : ''}`
}
