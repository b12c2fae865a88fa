import path from 'node:path'
import type { CellMap, MappedCell } from '../../model/cell-map.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import { bareText } from '../../model/reading/cells.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { SourceDocument } from '../../model/source-document.ts'
import type { DeckSource, FigureFile } from '../../model/source.ts'
import { spanCode } from '../../model/span.ts'
import { chapterTitle, nameOf, PARTIAL } from '../lib/cells/draft.ts'
import type { Proposal, ProposeOptions } from '../lib/cells/propose.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'

/** Ids for what a workbook proposes to a deck: those of figures and tables of the same label, else new ones. */
export function idsFor(source: DeckSource): Pick<ProposeOptions, 'figureId' | 'tableId'> {
  const figures = source.figures.flatMap(file => [...file.figures])
  const tables = (source.tables ?? []).flatMap(file => [...file.tables])
  const known = (entries: readonly { id: string; label: string }[], taken: readonly string[]) => {
    const free = uniqueIds([...entries.map(({ id }) => id), ...taken])
    return (label: string): string => entries.find(entry => entry.label === label)?.id ?? free(label)
  }
  return {
    figureId: known(
      figures,
      source.derived.figures.map(({ id }) => id),
    ),
    tableId: known(tables, []),
  }
}

/** A deck with what was taken of a workbook, and the map of it. */
export interface Mapped {
  source: DeckSource
  map: CellMap
}

/**
 * Takes what a workbook proposes into a deck: figures and tables that it has already keep their ids, labels and
 * chapters, and get the cell as their evidence; others are added.
 * @param chapters id of the chapter by sheet, where that is not the one with the sheet's title, or a new one
 */
export function mergeProposals(
  before: DeckSource,
  proposals: readonly Proposal[],
  file: string,
  chapters: ReadonlyMap<string, string> = new Map(),
): Mapped {
  const withSource = addSource(before, file)
  const { id } = withSource
  let { source } = withSource
  for (const proposal of proposals) source = addProposal(source, proposal, id, chapters.get(proposal.sheet))
  return {
    source,
    map: {
      source: id,
      period: spanCode(proposals[0]!.span),
      figures: proposals.flatMap(({ figures }): MappedCell[] => figures.map(({ place }) => place)),
      tables: proposals.flatMap(({ table }) => (table ? [table.place] : [])),
    },
  }
}

/** The entry of a workbook in `data/sources.ts`; what the deck had before without a name gets one, too. */
function addSource(source: DeckSource, name: string): { source: DeckSource; id: string } {
  const file = path.basename(name)
  const { sources = [] } = source
  const title = nameOf(file)
  const own = sources.find(each => each.file === file || each.title === title)
  if (own) return { source, id: own.id }
  const hadNone = sources.length === 0 && (source.figures.length > 0 || (source.tables ?? []).length > 0)
  const all: readonly SourceDocument[] = hadNone ? [{ id: 'article', title: '原文' }] : sources
  const id = uniqueIds(all.map(each => each.id))(title)
  return { source: { ...source, sources: [...all, { id, title, file, undivided: true, partial: PARTIAL }] }, id }
}

function addProposal(source: DeckSource, proposal: Proposal, sourceId: string, chosen: string | undefined): DeckSource {
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
  return addTable(addFigures(withChapter, proposal, chapter.id, sourceId), proposal, chapter.id, sourceId)
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

function addTable(source: DeckSource, { table }: Proposal, chapter: string, sourceId: string): DeckSource {
  const files = source.tables ?? []
  if (!table || files.some(({ tables }) => tables.some(({ id }) => id === table.input.id))) return source
  const input = { ...table.input, chapter }
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
