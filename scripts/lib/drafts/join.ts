import type { Chapter, Period } from '../../../model/figure.ts'
import type { DeckSource, FigureFile } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { sourcesOf } from '../../../model/sources.ts'
import { KIND_NAMES, kindOf } from '../../../model/vocabulary.ts'
import type { DeckDraft } from '../draft.ts'
import { freeIds, pinyinId } from '../pinyin-id.ts'
import { framed, type DraftPart } from './frame.ts'
import { joined, relationsOf, withPlaces, type Conflict, type Relations, type WrittenFigure } from './relations.ts'
import { renamed } from './rename.ts'

export type { Conflict, WrittenFigure } from './relations.ts'
export type { DraftPart } from './frame.ts'

/** Several drafts in one. */
export interface JoinedDraft {
  draft: DeckDraft
  /** What sources do not agree on; both numbers are figures, and in doubt. */
  conflicts: readonly Conflict[]
  /** How many figures several sources state, each of which is one. */
  shared: number
}

/** What is put behind the name of a figure where an earlier draft has that. */
const MARKS: Readonly<Record<DraftPart['sort'], string>> = { template: '模板', article: '文章', tables: '报表' }

/**
 * Drafts of several sources as one. What several of them state alike is one figure with all of its places; what they
 * state otherwise is a figure of each, in doubt. The same drafts in the same order give the same ids.
 * @param accepts whether a figure is in order in a deck that has its sources
 */
export function joinDrafts(
  given: readonly DraftPart[],
  accepts: (figure: WrittenFigure, deck: DeckSource) => boolean = () => true,
): JoinedDraft {
  const parts = framed(given)
  const relations = relationsOf(parts, accepts)
  const labels = labelsOf(parts, relations)
  const ids = idsOf(parts, labels, relations)
  const drafts = parts.map(({ draft }) => {
    const own = draft.source.figures.flatMap(({ figures }) => figures.map(each => [each.id, ids.get(each)!] as const))
    return renamed(related(draft, labels, relations), { figure: new Map(own) })
  })
  return { draft: put(drafts), conflicts: relations.conflicts, shared: relations.also.size }
}

/** Labels that no two figures have. */
function labelsOf(parts: readonly DraftPart[], { merged }: Relations): Map<WrittenFigure, string> {
  const taken = new Map<string, WrittenFigure>()
  const labels = new Map<WrittenFigure, string>()
  for (const { sort, draft } of parts)
    for (const figure of draft.source.figures.flatMap(({ figures }) => figures).filter(each => !merged.has(each))) {
      const other = taken.get(figure.label)
      const kind = other && kindOf(other) !== kindOf(figure) ? [KIND_NAMES[kindOf(figure)]] : []
      const marks = [...kind, ...['', ...'乙丙丁戊己庚辛壬癸'].map(more => MARKS[sort] + more)]
      const names = [figure.label, ...marks.map(mark => `${figure.label}（${mark}）`)]
      const label = names.find(name => !taken.has(name)) ?? figure.label
      labels.set(figure, label)
      for (const each of [label, ...(figure.shares ?? []).map(share => share.label)]) taken.set(each, figure)
    }
  return labels
}

/** Ids that no two figures have; what is merged has that of the figure that it is one with. */
function idsOf(
  parts: readonly DraftPart[],
  labels: ReadonlyMap<WrittenFigure, string>,
  { merged }: Relations,
): Map<WrittenFigure, string> {
  const free = freeIds()
  const ids = new Map<WrittenFigure, string>()
  for (const { draft } of parts) {
    const { figures, derived, targets } = draft.source
    const own = figures.flatMap(file => file.figures)
    for (const figure of own.filter(each => !merged.has(each))) {
      const label = labels.get(figure)!
      ids.set(figure, free(label === figure.label ? figure.id : pinyinId(label)))
    }
    for (const { shares = [] } of own) shares.forEach(({ id }) => free(id))
    derived.figures.forEach(({ id }) => free(id))
    for (const { rate } of targets?.targets ?? []) if (rate !== undefined) free(rate)
  }
  for (const [figure, first] of merged) ids.set(figure, ids.get(first)!)
  return ids
}

/** A draft without what an earlier one states, and with what others say of the rest. */
function related(
  draft: DeckDraft,
  labels: ReadonlyMap<WrittenFigure, string>,
  { merged, also, left, doubts, cellDoubts }: Relations,
): DeckDraft {
  const { source, cells } = draft
  const all = source.figures.flatMap(file => file.figures)
  const files = source.figures.flatMap((file): FigureFile[] => {
    const byChapter = Map.groupBy(
      file.figures.filter(figure => !merged.has(figure)),
      figure => left.get(figure)?.chapter ?? file.chapter,
    )
    return [...byChapter].map(([chapter, figures]) => ({
      ...file,
      chapter,
      figures: figures.map(figure => {
        const doubt = joined(figure.doubt, doubts.get(figure))
        const label = labels.get(figure)!
        return { ...withPlaces(figure, also.get(figure)), label, ...(doubt !== '' && { doubt }) } as typeof figure
      }),
    }))
  })
  const tables = (source.tables ?? []).map((file): TableFile => ({
    ...file,
    tables: file.tables.map(table => {
      const own = cellDoubts.get(table)
      return own ? { ...table, doubts: own } : table
    }),
  }))
  const unused = all.flatMap(figure => {
    const reason = left.get(figure)?.reason
    return reason === undefined ? [] : [{ id: figure.id, reason }]
  })
  const gone = new Set(all.filter(figure => merged.has(figure)).map(({ id }) => id))
  return {
    ...draft,
    source: {
      ...source,
      figures: files,
      tables,
      unused: { file: '', unused: [...(source.unused?.unused ?? []), ...unused] },
    },
    ...(cells && {
      cells: cells.map(map => ({ ...map, figures: map.figures.filter(({ figure }) => !gone.has(figure)) })),
    }),
  }
}

/** Drafts that have nothing in common but ids of what is one, as one. */
function put(drafts: readonly DeckDraft[]): DeckDraft {
  const [first] = drafts as [DeckDraft, ...DeckDraft[]]
  const decks = drafts.map(({ source }) => source)
  const all = <Entry>(of: (deck: DeckSource) => readonly Entry[] | undefined): Entry[] =>
    decks.flatMap(deck => of(deck) ?? [])
  const implied = all(({ periods }) => periods).find(period => period.implied)?.id
  const figures = all(deck => deck.figures)
  const tables = all(deck => deck.tables)
  const quotes = all(deck => deck.quotes.quotes)
  const filled = new Set([
    ...figures.map(({ chapter }) => chapter),
    ...[...tables.flatMap(file => file.tables), ...quotes].map(({ chapter }) => chapter),
  ])
  const cells = drafts.flatMap(draft => draft.cells ?? [])
  const { title, subtitle, source } = first
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    source: {
      ...source,
      sources: all(sourcesOf).map(({ period, ...each }) => ({
        ...each,
        ...(period !== undefined && period !== implied && { period }),
      })),
      chapters: once<Chapter>(
        all(deck => deck.chapters),
        'id',
      ).filter(({ id }) => filled.has(id) || source.chapters.some(each => each.id === id)),
      periods: once<Period>(
        all(deck => deck.periods),
        'id',
      ).map(({ implied: _, ...period }) => ({ ...period, ...(period.id === implied && { implied: true }) })),
      figures,
      tables,
      targets: {
        file: source.targets?.file ?? '',
        targets: once(
          all(deck => deck.targets?.targets),
          'plan',
        ),
      },
      derived: { ...source.derived, figures: all(deck => deck.derived.figures) },
      quotes: { ...source.quotes, quotes },
      photos: { ...source.photos, photos: all(deck => deck.photos.photos) },
      errata: { ...source.errata, errata: all(deck => deck.errata.errata) },
      names: {
        file: source.names?.file ?? '',
        names: once(
          all(deck => deck.names?.names),
          'text',
        ),
      },
      unused: { file: source.unused?.file ?? '', unused: all(deck => deck.unused?.unused) },
    },
    ...(cells.length > 0 && { cells }),
  }
}

/** The first entry of each that has the same field. */
function once<Entry>(entries: readonly Entry[], key: keyof Entry): Entry[] {
  return entries.filter((entry, index) => entries.findIndex(other => other[key] === entry[key]) === index)
}
