import path from 'node:path'
import type { CellMap } from '../../model/cell-map.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import { bareText } from '../../model/reading/cells.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { SourceDocument } from '../../model/source-document.ts'
import type { DeckSource, FigureFile } from '../../model/source.ts'
import { parseSpan, type Span } from '../../model/span.ts'
import type { DraftTable } from '../lib/cells/as-table.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { chapterTitle, latest, mapOf, nameOf, namesWithNumbers, PARTIAL } from '../lib/cells/draft.ts'
import type { Proposal, ProposedTable } from '../lib/cells/propose.ts'
import { renewTable } from '../lib/cells/renew-table.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'
import { sourceOf } from './known.ts'

/** A deck with what was taken of a workbook, and the map of it. */
export interface Mapped {
  source: DeckSource
  map: CellMap
  /** What keeps a table that the deck has from being read anew. */
  problems: readonly SheetProblem[]
}

/**
 * Takes what a workbook proposes into a deck: figures and tables that it has already keep their ids, labels and
 * chapters, and get what the cells say; others are added.
 * @param known the map of the workbook so far
 * @param chapters id of the chapter by sheet, where that is not the one with the sheet's title, or a new one
 */
export function mergeProposals(
  before: DeckSource,
  proposals: readonly Proposal[],
  file: string,
  known?: CellMap,
  chapters: ReadonlyMap<string, string> = new Map(),
): Mapped {
  const withSource = addSource(before, file)
  const { id } = withSource
  const problems: SheetProblem[] = []
  const old = known && parseSpan(known.period)
  let { source } = withSource
  for (const proposal of proposals) {
    const added = addProposal(source, proposal, id, chapters.get(proposal.sheet), old)
    source = added.source
    problems.push(...added.problems)
  }
  return { source: withNames(source, proposals), map: mapOf(id, proposals, latest(proposals)!), problems }
}

/** A deck with the names of rows and columns that bear numbers. */
function withNames(source: DeckSource, proposals: readonly Proposal[]): DeckSource {
  const { file, names } = source.names ?? { file: 'data/names.ts', names: [] }
  const more = namesWithNumbers(proposals).filter(({ text }) => !names.some(each => each.text === text))
  return more.length === 0 ? source : { ...source, names: { file, names: [...names, ...more] } }
}

/** The entry of a workbook in `data/sources.ts`; what the deck had before without a name gets one, too. */
function addSource(source: DeckSource, name: string): { source: DeckSource; id: string } {
  const file = path.basename(name)
  const { sources = [] } = source
  const own = sourceOf(source, file)
  if (own) return { source, id: own.id }
  const title = nameOf(file)
  const hadNone = sources.length === 0 && (source.figures.length > 0 || (source.tables ?? []).length > 0)
  const all: readonly SourceDocument[] = hadNone ? [{ id: 'article', title: '原文' }] : sources
  const id = uniqueIds(all.map(each => each.id))(title)
  return { source: { ...source, sources: [...all, { id, title, file, undivided: true, partial: PARTIAL }] }, id }
}

interface Added {
  source: DeckSource
  problems: readonly SheetProblem[]
}

function addProposal(
  source: DeckSource,
  proposal: Proposal,
  sourceId: string,
  chosen: string | undefined,
  old: Span | undefined,
): Added {
  const title = chapterTitle(proposal.sheet, [proposal])
  const known = source.chapters.find(({ id, title: own, short }) =>
    chosen === undefined ? [own, short].map(bareText).includes(bareText(title)) : id === chosen,
  )
  const chapter = known ?? {
    id: uniqueIds(source.chapters.map(({ id }) => id))(title),
    title,
    short: title.slice(0, 4),
    topic: title,
  }
  const withChapter = known ? source : { ...source, chapters: [...source.chapters, chapter] }
  let added = addFigures(withChapter, proposal, chapter.id, sourceId)
  const problems: SheetProblem[] = []
  for (const table of proposal.tables) {
    const renewed = renewKnown(added, proposal, table, old)
    problems.push(...(renewed?.problems ?? []))
    added = renewed?.source ?? addTable(added, table.input, chapter.id, sourceId)
  }
  return { source: added, problems }
}

/** A deck that has a table already, with what its cells say now; `undefined` for one that has not. */
function renewKnown(
  source: DeckSource,
  { span }: Proposal,
  { input, found }: ProposedTable,
  old: Span | undefined,
): Added | undefined {
  const table = source.tables?.flatMap(file => file.tables).find(({ id }) => id === input.id)
  if (!table) return undefined
  const { periods } = source
  const renewed = renewTable({ table, found, periods, old: old ?? span, span, given: undefined })
  const tables = source.tables!.map(file => ({
    ...file,
    tables: file.tables.map(each => (each === table ? renewed.table : each)),
  }))
  return { source: { ...source, tables }, problems: renewed.problems }
}

function addFigures(source: DeckSource, { figures }: Proposal, chapter: string, sourceId: string): DeckSource {
  const proposed = new Map(figures.map(({ figure }) => [figure.id, figure]))
  const files = source.figures.map(file => ({
    ...file,
    figures: file.figures.map(figure => {
      const own = proposed.get(figure.id)
      proposed.delete(figure.id)
      return own ? relinked(figure, own, file.source === sourceId ? undefined : sourceId) : figure
    }),
  }))
  const added = [...proposed.values()]
  if (added.length === 0) return { ...source, figures: files }
  const own = files.find(file => file.chapter === chapter && file.source === sourceId)
  if (own)
    return {
      ...source,
      figures: files.map(file => (file === own ? { ...own, figures: [...own.figures, ...added] } : file)),
    }
  return {
    ...source,
    figures: [
      ...files,
      { file: freeFile(source, 'figures', chapter, sourceId), chapter, source: sourceId, figures: added },
    ],
  }
}

/** A figure of the deck with the value of a cell, and the cell as its evidence. */
function relinked(
  figure: FigureFile['figures'][number],
  own: SheetFigureInput,
  source: string | undefined,
): SheetFigureInput {
  const { id, label, short, note, printAs } = figure
  const kept = { id, label, ...(short !== undefined && { short }), ...(note !== undefined && { note }) }
  const evidence = { ...(source !== undefined && { source }), ...own.evidence }
  const of = isSheetFigure(figure) || figure.of === undefined ? own.of : figure.of
  return {
    ...own,
    ...kept,
    ...(printAs !== undefined && { printAs }),
    ...(of !== undefined && { of }),
    evidence,
  }
}

function addTable(source: DeckSource, table: DraftTable, chapter: string, sourceId: string): DeckSource {
  const files = source.tables ?? []
  const input = { ...table, chapter }
  const own = files.find(file => file.source === sourceId && file.tables.every(each => each.chapter === chapter))
  if (own)
    return { ...source, tables: files.map(file => (file === own ? { ...own, tables: [...own.tables, input] } : file)) }
  return {
    ...source,
    tables: [...files, { file: freeFile(source, 'tables', chapter, sourceId), source: sourceId, tables: [input] }],
  }
}

/** A file of a chapter that the deck does not have. */
function freeFile(source: DeckSource, kind: 'figures' | 'tables', chapter: string, sourceId: string): string {
  const taken = [...source.figures, ...(source.tables ?? [])].map(({ file }) => file)
  const plain = `data/${kind}/${chapter}.ts`
  return taken.includes(plain) ? `data/${kind}/${chapter}-${sourceId}.ts` : plain
}
