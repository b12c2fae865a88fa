import type { FigureFile, DeckSource } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { sourceIdOf } from '../../../model/sources.ts'

/** Where a new deck keeps what it has one list of. */
export const LISTS = {
  columns: 'data/columns.ts',
  units: 'data/units.ts',
  sources: 'data/sources.ts',
  chapters: 'data/chapters.ts',
  periods: 'data/periods.ts',
  derived: 'data/derived.ts',
  targets: 'data/targets.ts',
  quotes: 'data/quotes.ts',
  photos: 'data/photos.ts',
  errata: 'data/errata.ts',
  names: 'data/names.ts',
  unused: 'data/unused.ts',
  structural: 'data/structural.ts',
  skipped: 'data/tables/skipped.ts',
} as const

/** A deck's data with nothing in it, in the files of a new deck. */
export function emptySource(): DeckSource {
  return {
    ...{ columns: [], chapters: [], periods: [], figures: [] },
    derived: { file: LISTS.derived, figures: [] },
    quotes: { file: LISTS.quotes, quotes: [] },
    photos: { file: LISTS.photos, photos: [] },
    errata: { file: LISTS.errata, errata: [] },
  }
}

/** The file that a chapter's figures, or its tables, get. */
export const chapterFile = (kind: 'figures' | 'tables', chapter: string): string => `data/${kind}/${chapter}.ts`

/**
 * A deck's data in the files of a new deck: a file for the figures of each chapter, one for its tables, one for each
 * other list, empty ones too. What it says stays.
 */
export function canonicalSource(deck: DeckSource): DeckSource {
  const { columns, units, sources, chapters, periods, derived, quotes, photos, errata } = deck
  const skip = (deck.tables ?? []).flatMap(file => file.skip ?? [])
  const tables: TableFile[] = [
    ...byChapter(
      (deck.tables ?? []).flatMap(file => file.tables.map(table => ({ chapter: table.chapter, file, entry: table }))),
      deck,
    ).map(({ chapter, source, entries }) => ({
      file: chapterFile('tables', chapter),
      ...source,
      tables: entries,
    })),
    ...(skip.length > 0 ? [{ file: LISTS.skipped, tables: [], skip }] : []),
  ]
  return {
    columns,
    ...(units && { units }),
    ...(sources && { sources }),
    chapters,
    periods,
    figures: byChapter(
      deck.figures.flatMap(file => file.figures.map(figure => ({ chapter: file.chapter, file, entry: figure }))),
      deck,
    ).map(({ chapter, source, entries }) => ({
      file: chapterFile('figures', chapter),
      chapter,
      ...source,
      figures: entries,
    })),
    tables,
    derived: { ...derived, file: LISTS.derived },
    targets: { targets: deck.targets?.targets ?? [], file: LISTS.targets },
    quotes: { ...quotes, file: LISTS.quotes },
    photos: { ...photos, file: LISTS.photos },
    errata: { ...errata, file: LISTS.errata },
    names: { names: deck.names?.names ?? [], file: LISTS.names },
    unused: { unused: deck.unused?.unused ?? [], file: LISTS.unused },
    ...(deck.structural && { structural: { ...deck.structural, file: LISTS.structural } }),
  }
}

type Sourced = { evidence: { source?: string } }

interface Placed<Entry> {
  chapter: string
  file: Pick<FigureFile | TableFile, 'source'>
  entry: Entry
}

interface ChapterPart<Entry> {
  chapter: string
  source: { source?: string }
  entries: Entry[]
}

/** Entries by chapter, in the order of chapters; where its files name different sources, entries name their own. */
function byChapter<Entry extends Sourced>(placed: readonly Placed<Entry>[], deck: DeckSource): ChapterPart<Entry>[] {
  const ids = deck.chapters.map(({ id }) => id)
  const chapters = [...new Set([...ids, ...placed.map(({ chapter }) => chapter)])]
  return chapters.flatMap(chapter => {
    const own = placed.filter(each => each.chapter === chapter)
    const sources = [...new Set(own.map(({ file }) => file.source))]
    if (own.length === 0) return []
    if (sources.length === 1) {
      const [source] = sources
      return [{ chapter, source: source === undefined ? {} : { source }, entries: own.map(({ entry }) => entry) }]
    }
    const entries = own.map(({ file, entry }) => {
      const source = sourceIdOf(deck, entry.evidence.source, file.source)
      return source === null ? entry : { ...entry, evidence: { ...entry.evidence, source } }
    })
    return [{ chapter, source: {}, entries }]
  })
}
