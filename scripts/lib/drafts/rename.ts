import type { CellMap } from '../../../model/cell-map.ts'
import type { Expression } from '../../../model/expression.ts'
import type { FigureInput, OtherPlace, SheetFigureInput } from '../../../model/figure.ts'
import type { DeckSource, DerivedInput, Unused } from '../../../model/source.ts'
import type { TableInput } from '../../../model/table.ts'
import { tableIdOf } from '../../../model/table-id.ts'
import type { TargetInput } from '../../../model/target.ts'
import type { DeckDraft } from '../draft.ts'

/** What has ids of its own. */
type Kind = 'source' | 'chapter' | 'period' | 'figure' | 'table' | 'target'

/** New ids by old ones, of each kind; what is not listed keeps its own. */
export type NewIds = Readonly<Partial<Record<Kind, ReadonlyMap<string, string>>>>

/** An entry whose fields name things of these kinds, under their new ids. */
type Rename = <Entry extends object>(entry: Entry, kinds: Readonly<Record<string, Kind>>) => Entry

/** A draft under other ids: entries and whatever refers to them. Rows of series keep the codes of their periods. */
export function renamed(draft: DeckDraft, ids: NewIds): DeckDraft {
  const idOf = (kind: Kind, id: string): string => {
    const table = kind === 'figure' ? tableIdOf(id) : undefined
    return table === undefined ? (ids[kind]?.get(id) ?? id) : idOf('table', table) + id.slice(table.length)
  }
  const rename: Rename = (entry, kinds) => {
    const changed = Object.entries(kinds).flatMap(([key, kind]) => {
      const id = (entry as Readonly<Record<string, unknown>>)[key]
      return typeof id === 'string' ? [[key, idOf(kind, id)] as const] : []
    })
    return { ...entry, ...Object.fromEntries(changed) }
  }
  const list = <Entry extends object>(entries: readonly Entry[], kinds: Readonly<Record<string, Kind>>): Entry[] =>
    entries.map(entry => rename(entry, kinds))
  const { source, cells } = draft
  const { sources, chapters, periods, figures, tables, targets, derived, quotes, errata, unused } = source
  return {
    ...draft,
    source: {
      ...source,
      ...(sources && {
        sources: list(sources, { id: 'source', period: 'period' }).map(({ headings, ...each }) => ({
          ...each,
          ...(headings && { headings: renamedKeys(headings, id => idOf('chapter', id)) }),
        })),
      }),
      chapters: list(chapters, { id: 'chapter' }),
      periods: list(periods, { id: 'period' }),
      figures: figures.map(file => ({
        ...rename(file, { source: 'source', chapter: 'chapter' }),
        figures: file.figures.map(each => renamedFigure(each, rename)),
      })),
      ...(tables && {
        tables: tables.map(file => ({
          ...rename(file, { source: 'source' }),
          tables: file.tables.map(each => renamedTable(each, rename)),
        })),
      }),
      ...(targets && { targets: { ...targets, targets: list<TargetInput>(targets.targets, TARGET) } }),
      derived: { ...derived, figures: derived.figures.map(each => renamedDerived(each, rename)) },
      quotes: { ...quotes, quotes: list(quotes.quotes, { source: 'source', chapter: 'chapter' }) },
      errata: {
        ...errata,
        errata: errata.errata.map(each => ({
          ...rename(each, { source: 'source' }),
          chapters: each.chapters.map(id => idOf('chapter', id)),
        })),
      },
      ...(unused && { unused: { ...unused, unused: unused.unused.map(each => renamedUnused(each, rename)) } }),
    } satisfies DeckSource,
    ...(cells && { cells: cells.map(each => renamedMap(each, rename)) }),
  }
}

const TARGET = { id: 'target', plan: 'figure', done: 'figure', before: 'figure', rate: 'figure' } as const

function renamedFigure(input: FigureInput | SheetFigureInput, rename: Rename): FigureInput | SheetFigureInput {
  const { rankIn, shares, evidence } = input
  const also: readonly OtherPlace[] | undefined = evidence.also
  const others = also?.map(place => (typeof place === 'string' ? place : rename(place, { source: 'source' })))
  return {
    ...rename(input, { id: 'figure', of: 'figure', period: 'period' }),
    ...(rankIn && { rankIn: rename(rankIn, { table: 'table' }) }),
    ...(shares && { shares: shares.map(share => rename(share, { id: 'figure' })) }),
    evidence: { ...rename(evidence, { source: 'source' }), ...(others && { also: others }) },
  } as FigureInput | SheetFigureInput
}

function renamedTable(input: TableInput, rename: Rename): TableInput {
  return {
    ...rename(input, { id: 'table', chapter: 'chapter', period: 'period' }),
    evidence: rename(input.evidence, { source: 'source' }),
    measures: input.measures.map(measure => rename(measure, { period: 'period' })),
  }
}

function renamedDerived(input: DerivedInput, rename: Rename): DerivedInput {
  const inner = (expression: Expression): Expression =>
    'left' in expression
      ? { ...expression, left: inner(expression.left), right: inner(expression.right) }
      : rename(expression, { id: 'figure' })
  return {
    ...rename(input, { id: 'figure', of: 'figure', period: 'period' }),
    expression: inner(input.expression),
  }
}

function renamedUnused(entry: Unused, rename: Rename): Unused {
  const { sort = 'figure' } = entry
  return sort === 'figure' || sort === 'table' ? rename(entry, { id: sort }) : entry
}

function renamedKeys(
  entries: Readonly<Record<string, string>>,
  rename: (id: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([id, text]) => [rename(id), text]))
}

function renamedMap(map: CellMap, rename: Rename): CellMap {
  return {
    ...rename(map, { source: 'source' }),
    figures: map.figures.map(each => rename(each, { figure: 'figure' })),
    ...(map.tables && { tables: map.tables.map(each => rename(each, { table: 'table' })) }),
  }
}
