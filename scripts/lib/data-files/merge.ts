import { isDeepStrictEqual } from 'node:util'
import type { DeckSource, FigureFile } from '../../../model/source.ts'
import type { TableFile, TableInput } from '../../../model/table.ts'
import { sourceIdOf } from '../../../model/sources.ts'
import { chapterFile, LISTS } from './canonical.ts'

type Fields = Readonly<Record<string, unknown>>

/** Two versions of the same data: as it was, and as it is now. */
export interface Change {
  known: DeckSource
  after: DeckSource
}

/**
 * Applies a change to a deck's data: entries that are the same in both versions stay as they are written, with all
 * fields that neither of them has, and in their files.
 */
export function mergeSource(before: DeckSource, { known, after }: Change): DeckSource {
  const lists = <Entry>(of: (deck: DeckSource) => readonly Entry[] | undefined, keyOf: KeyOf = idOf): Entry[] =>
    mergeList(of(before) ?? [], of(known) ?? [], of(after) ?? [], keyOf)
  const filed = <Field extends Filed>(field: Field, key: string, keyOf: KeyOf = idOf): Partial<DeckSource> => {
    const entries = lists<object>(
      deck => (deck[field] as unknown as Record<string, readonly object[]> | undefined)?.[key],
      keyOf,
    )
    if (before[field] === undefined && entries.length === 0) return {}
    return { [field]: { ...(before[field] ?? { file: LISTS[field] }), [key]: entries } }
  }
  const sources = lists(({ sources }) => sources)
  const units = isDeepStrictEqual(known.units, after.units) ? before.units : after.units
  const tables = mergeTables(before, { known, after })
  const { sources: _sources, units: _units, ...rest } = before
  return {
    ...rest,
    columns: isDeepStrictEqual(known.columns, after.columns) ? before.columns : after.columns,
    ...(units && { units }),
    ...(sources.length > 0 && { sources }),
    chapters: lists(({ chapters }) => chapters),
    periods: lists(({ periods }) => periods),
    figures: mergeFigures(before, { known, after }),
    ...((before.tables || tables.length > 0) && { tables }),
    ...filed('derived', 'figures'),
    ...filed('targets', 'targets'),
    ...filed('quotes', 'quotes'),
    ...filed('photos', 'photos'),
    ...filed('errata', 'errata', ({ printed }) => printed),
    ...filed('names', 'names', ({ text }) => text),
    ...filed('unused', 'unused', ({ sort = 'figure', id }) => `${String(sort)}:${String(id)}`),
    ...filed('structural', 'structural', ({ text }) => text),
  }
}

type Filed = 'derived' | 'targets' | 'quotes' | 'photos' | 'errata' | 'names' | 'unused' | 'structural'
type KeyOf = (entry: Fields) => unknown
const idOf: KeyOf = ({ id }) => id

/** Entries by their keys; of several with one key the second has `#2` behind it. */
function byKey<Entry>(entries: readonly Entry[], keyOf: KeyOf): Map<string, Entry> {
  const all = new Map<string, Entry>()
  for (const entry of entries) {
    const own = String(keyOf(entry as Fields))
    let key = own
    for (let count = 2; all.has(key); count += 1) key = `${own}#${count}`
    all.set(key, entry)
  }
  return all
}

/** Applies the change of a list: its entries keep their order unless it has been changed. */
function mergeList<Entry>(
  before: readonly Entry[],
  known: readonly Entry[],
  after: readonly Entry[],
  keyOf: KeyOf = idOf,
): Entry[] {
  const [old, was, now] = [before, known, after].map(list => byKey(list, keyOf)) as [
    Map<string, Entry>,
    Map<string, Entry>,
    Map<string, Entry>,
  ]
  const merged = (key: string): Entry => mergeEntry(old.get(key), was.get(key), now.get(key)!)
  const kept = [...was.keys()].filter(key => now.has(key))
  if (
    !isDeepStrictEqual(
      kept,
      [...now.keys()].filter(key => was.has(key)),
    )
  )
    return [...now.keys()].map(merged)
  const order = [...old.keys()].filter(key => now.has(key))
  let last: string | undefined
  for (const key of now.keys()) {
    if (!old.has(key)) order.splice(last === undefined ? 0 : order.indexOf(last) + 1, 0, key)
    last = key
  }
  return order.map(merged)
}

/** Applies the change of an entry field by field. */
function mergeEntry<Entry>(before: Entry | undefined, known: Entry | undefined, after: Entry): Entry {
  if (before === undefined || known === undefined) return after
  if (isDeepStrictEqual(known, after)) return before
  if (!isFields(before) || !isFields(known) || !isFields(after)) return after
  const keys = Object.keys(before)
  let last: string | undefined
  for (const key of Object.keys(after)) {
    if (!keys.includes(key)) keys.splice(last === undefined ? 0 : keys.indexOf(last) + 1, 0, key)
    last = key
  }
  const fields = keys.flatMap((key): [string, unknown][] => {
    if (!(key in after)) return key in known ? [] : [[key, before[key]]]
    return [[key, mergeEntry(before[key], known[key], after[key])]]
  })
  return Object.fromEntries(fields) as Entry
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Placed<Entry> {
  chapter: string
  entry: Entry
}

/**
 * Which file each entry belongs to: the one that it is in, or that of the one before it in its chapter, or the first of
 * its chapter; `undefined` where its chapter has none.
 */
function placesOf<Entry extends { id: string }>(
  entries: readonly Placed<Entry>[],
  files: readonly { ids: ReadonlySet<string>; chapters: ReadonlySet<string> }[],
): (number | undefined)[] {
  const last = new Map<string, number>()
  return entries.map(({ chapter, entry }) => {
    const own = files.findIndex(({ ids, chapters }) => ids.has(entry.id) && chapters.has(chapter))
    const first = files.findIndex(({ chapters }) => chapters.has(chapter))
    const place = own >= 0 ? own : (last.get(chapter) ?? (first >= 0 ? first : undefined))
    if (place !== undefined) last.set(chapter, place)
    return place
  })
}

const idsIn = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map(({ id }) => id))

function mergeFigures(before: DeckSource, { known, after }: Change): FigureFile[] {
  type Figure = FigureFile['figures'][number]
  const all = (deck: DeckSource): Placed<Figure>[] =>
    deck.figures.flatMap(({ chapter, figures }) => figures.map(entry => ({ chapter, entry })))
  const files = before.figures.map(({ chapter, figures }) => ({ ids: idsIn(figures), chapters: new Set([chapter]) }))
  const now = all(after)
  const places = placesOf(now, files)
  const was = all(known).map(({ entry }) => entry)
  const kept = before.figures.flatMap((file, index): FigureFile[] => {
    const own = now.filter((_, at) => places[at] === index).map(({ entry }) => entry)
    const figures = mergeList(
      file.figures,
      was.filter(({ id }) => files[index]!.ids.has(id)),
      own,
    )
    const chapter = after.chapters.some(({ id }) => id === file.chapter)
    return figures.length > 0 || chapter
      ? [{ ...file, figures: figures.map(withoutDefault(before, file, idsIn(file.figures))) }]
      : []
  })
  const fresh = Map.groupBy(
    now.filter((_, at) => places[at] === undefined),
    ({ chapter }) => chapter,
  )
  const added = [...fresh].map(([chapter, own]) => ({
    file: chapterFile('figures', chapter),
    chapter,
    figures: own.map(({ entry }) => withoutDefault(before, {}, new Set())(entry)),
  }))
  return [...kept, ...added]
}

function mergeTables(before: DeckSource, { known, after }: Change): TableFile[] {
  const all = (deck: DeckSource): TableInput[] => (deck.tables ?? []).flatMap(({ tables }) => [...tables])
  const own = before.tables ?? []
  const files = own.map(({ tables }) => ({
    ids: idsIn(tables),
    chapters: new Set(tables.map(({ chapter }) => chapter)),
  }))
  const now = all(after).map(entry => ({ chapter: entry.chapter, entry }))
  const places = placesOf(now, files)
  const skips = (deck: DeckSource) => (deck.tables ?? []).flatMap(({ skip = [] }) => [...skip])
  const skip = mergeList(skips(before), skips(known), skips(after), ({ table }) => table)
  const isIn = (file: TableFile, { table }: { table: string }): boolean =>
    file.skip?.some(each => each.table === table) ?? false
  const fresh = skip.filter(each => !own.some(file => isIn(file, each)))
  const home = own.findIndex(file => file.skip !== undefined)
  const kept = own.map((file, index): TableFile => {
    const mine = now.filter((_, at) => places[at] === index).map(({ entry }) => entry)
    const tables = mergeList(
      file.tables,
      all(known).filter(({ id }) => files[index]!.ids.has(id)),
      mine,
    )
    const left = [...skip.filter(each => isIn(file, each)), ...(index === home ? fresh : [])]
    return {
      ...file,
      tables: tables.map(withoutDefault(before, file, idsIn(file.tables))),
      ...(file.skip && { skip: left }),
    }
  })
  const added = Map.groupBy(
    now.filter((_, at) => places[at] === undefined),
    ({ chapter }) => chapter,
  )
  return [
    ...kept,
    ...[...added].map(([chapter, mine]) => ({
      file: chapterFile('tables', chapter),
      tables: mine.map(({ entry }) => withoutDefault(before, {}, new Set())(entry)),
    })),
    ...(home < 0 && fresh.length > 0 ? [{ file: LISTS.skipped, tables: [], skip: fresh }] : []),
  ]
}

/** A new entry names its source only where that is not the one of its file. @param there ids that are not new */
function withoutDefault(deck: DeckSource, { source: own }: { source?: string }, there: ReadonlySet<string>) {
  return <Entry extends { id: string; evidence: { source?: string } }>(entry: Entry): Entry => {
    const { source, ...evidence } = entry.evidence
    if (there.has(entry.id) || source === undefined || source !== sourceIdOf(deck, own)) return entry
    return { ...entry, evidence }
  }
}
