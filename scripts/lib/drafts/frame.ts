import type { Chapter, Period } from '../../../model/figure.ts'
import type { DeckSource, FigureFile } from '../../../model/source.ts'
import { isSamePeriod, resolvePeriod } from '../../../model/periods.ts'
import { bareText } from '../../../model/reading/cells.ts'
import { sourceIdOf, sourcesOf } from '../../../model/sources.ts'
import type { DeckDraft } from '../draft.ts'
import { freeIds } from '../pinyin-id.ts'
import { renamed } from './rename.ts'

/** What a draft is of: our template filled in, an article, or an office's own workbook. */
export interface DraftPart {
  sort: 'template' | 'article' | 'tables'
  draft: DeckDraft
}

/**
 * Drafts whose sources, chapters, periods and tables have ids that are unique over all of them: chapters of one name
 * and periods of one time have one. Each entry names its source, and each source its time and its headings.
 */
export function framed(parts: readonly DraftPart[]): DraftPart[] {
  const [sourceId, tableId, targetId] = [freeIds(), freeIds(), freeIds()]
  const chapter = sharedIds<Chapter>((a, b) => namesOf(a).some(name => namesOf(b).includes(name)))
  const period = sharedIds<Period>(isOneTime)
  const columns = [...new Set(parts.flatMap(({ draft }) => draft.source.columns))]
  return parts.map(({ sort, draft }) => {
    const { sources, chapters, periods, tables = [], targets } = draft.source
    const own = renamed(draft, {
      source: newIds(sourcesOf({ sources }), each => sourceId(each.id)),
      chapter: newIds(chapters, chapter),
      period: newIds(periods, period),
      table: newIds(
        tables.flatMap(file => file.tables),
        each => tableId(each.id),
      ),
      target: newIds(targets?.targets ?? [], each => targetId(each.id)),
    })
    return { sort, draft: { ...own, source: withColumns(withSources(own.source), columns) } }
  })
}

/** New ids of entries by their own. */
export function newIds<Entry extends { id: string }>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
): Map<string, string> {
  return new Map(entries.map(entry => [entry.id, idOf(entry)]))
}

/** Gives each entry the id of the first that is the same, and else one that no other has. */
function sharedIds<Entry extends { id: string }>(same: (a: Entry, b: Entry) => boolean): (entry: Entry) => string {
  const free = freeIds()
  const known: { entry: Entry; id: string }[] = []
  return entry => {
    const found = known.find(each => same(each.entry, entry))
    if (found) return found.id
    const id = free(entry.id)
    known.push({ entry, id })
    return id
  }
}

const namesOf = ({ title, topic }: Chapter): string[] => [title, topic].map(bareText)

function isOneTime(a: Period, b: Period): boolean {
  const [own, other] = [a, b].map(period => resolvePeriod(period.id, [period])!)
  if (own!.span && other!.span) return isSamePeriod({ id: null, span: own!.span }, { id: null, span: other!.span })
  return own!.span === other!.span && a.id === b.id && a.text === b.text
}

/** The data with the source of each entry said, and what its sources are about and headed with. */
function withSources(deck: DeckSource): DeckSource {
  const period = deck.periods.find(each => each.implied)?.id
  const headings = Object.fromEntries(deck.chapters.map(({ id, title }) => [id, title]))
  const source = (named?: string): { source: string } => ({ source: sourceIdOf(deck, named)! })
  return {
    ...deck,
    sources: sourcesOf(deck).map(each => ({
      ...(period !== undefined && { period }),
      ...(!each.undivided && { headings }),
      ...each,
    })),
    figures: deck.figures.map(file => ({ ...file, ...source(file.source) })),
    tables: (deck.tables ?? []).map(file => ({ ...file, ...source(file.source) })),
    quotes: { ...deck.quotes, quotes: deck.quotes.quotes.map(quote => ({ ...quote, ...source(quote.source) })) },
  }
}

/** The data in a deck of these columns, the first of which is that of whatever stands under none. */
function withColumns(deck: DeckSource, columns: readonly string[]): DeckSource {
  const isDivided = (id: string): boolean => sourcesOf(deck).some(each => each.id === id && !each.undivided)
  const figures = deck.figures.map((file): FigureFile => ({
    ...file,
    figures: file.figures.map(figure => {
      const { evidence } = figure
      if ('sheet' in evidence || columns.length === 0 || !isDivided(evidence.source ?? file.source!)) return figure
      const isFirst = evidence.column === undefined || evidence.column === deck.columns[0]
      return { ...figure, evidence: { ...evidence, column: isFirst ? columns[0]! : evidence.column } }
    }) as FigureFile['figures'],
  }))
  return { ...deck, columns, figures }
}
