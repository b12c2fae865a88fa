import path from 'node:path'
import type { CellMap } from '../../../model/cell-map.ts'
import type { Chapter } from '../../../model/figure.ts'
import type { SourceDocument } from '../../../model/source-document.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import type { FigureFile, NameWithNumber } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { compareSpans, formatSpan, spanCode, type Span } from '../../../model/span.ts'
import { chapterFile, emptySource } from '../data-files/canonical.ts'
import type { DeckDraft } from '../draft.ts'
import { uniqueIds } from '../pinyin-id.ts'
import type { SheetProblem } from './cell.ts'
import { propose, type Normalised, type Proposal } from './propose.ts'
import type { LeftOut } from './sheet-table.ts'
import { readOwnSheets } from './sheet-tables.ts'
import { titleOf } from './names.ts'
import { timeless } from './times.ts'
import { cutWords } from '../../../model/words.ts'

/** Why a workbook's other numbers need no entry. */
export const PARTIAL = '只取写进数据的单元格'

/** A file as it came. */
export interface OwnFile {
  /** Its name, or its path. */
  name: string
  bytes: Uint8Array
}

/** What a workbook of an office makes: a draft, or all that keeps it from being one. */
export interface DraftedWorkbook {
  draft?: DeckDraft
  /** Which cells the draft is of, for `data/cells.ts`. */
  cells?: readonly CellMap[]
  problems: readonly SheetProblem[]
  normalised: readonly Normalised[]
  /** Numbers that the draft leaves out. */
  left: readonly LeftOut[]
  /** What was not looked at, in Chinese. */
  notes: readonly string[]
}

/**
 * A draft of an office's own workbooks and csv files: a chapter for each sheet, tables as tables, lists of indicators
 * as figures, each with its cell.
 * @param span the time of tables that say none
 * @throws HuibaoError where a file is none, or has no table
 */
export function draftFromWorkbook(files: readonly OwnFile[], span?: Span): DraftedWorkbook {
  const [figureId, tableId, chapterId, sourceId] = [uniqueIds(), uniqueIds(), uniqueIds(), uniqueIds()]
  const labels = new Set<string>()
  const parts = files.map(({ name, bytes }) => {
    const file = path.basename(name)
    const { tables, notes, left } = readOwnSheets(bytes, file)
    const proposed = propose(tables, { figureId, tableId: ({ label }) => tableId(label), labels, span })
    for (const { figures } of proposed.proposals) for (const { figure } of figures) labels.add(figure.label)
    return {
      ...proposed,
      left: [...left, ...proposed.left],
      notes,
      file,
      title: nameOf(file),
      span: latest(proposed.proposals),
    }
  })
  const told = {
    problems: parts.flatMap(({ problems }) => problems),
    normalised: parts.flatMap(({ normalised }) => normalised),
    left: parts.flatMap(({ left }) => left),
    notes: parts.flatMap(({ notes }) => notes),
  }
  const own = parts.find(part => part.span)?.span
  if (told.problems.length > 0 || !own) return told
  const sources = parts.map(({ file, title }): SourceDocument => ({
    id: sourceId(title),
    title,
    file,
    undivided: true,
    partial: PARTIAL,
  }))
  const chapters = chaptersOf(parts, chapterId)
  const names = namesWithNumbers(parts.flatMap(({ proposals }) => proposals))
  return {
    ...told,
    cells: parts.map(({ proposals, span = own }, index) => mapOf(sources[index]!.id, proposals, span)),
    draft: {
      title: parts[0]!.title,
      subtitle: formatSpan(own),
      source: {
        ...emptySource(),
        sources,
        chapters: chapters.map(({ chapter }) => chapter),
        periods: [{ id: 'period', text: formatSpan(own), span: spanCode(own), stated: [], implied: true }],
        figures: chapters.flatMap(part => figureFile(part, sources)),
        tables: chapters.flatMap(part => tableFile(part, sources)),
        ...(names.length > 0 && { names: { file: 'data/names.ts', names } }),
      },
    },
  }
}

/** The latest time that tables are about. */
export function latest(proposals: readonly Proposal[]): Span | undefined {
  return proposals
    .map(({ span }) => span)
    .sort(compareSpans)
    .at(-1)
}

/** Which cells figures and tables are of. */
export function mapOf(source: string, proposals: readonly Proposal[], span: Span): CellMap {
  return {
    source,
    period: spanCode(span),
    figures: proposals.flatMap(({ figures }) => figures.map(({ place }) => place)),
    tables: proposals.flatMap(({ tables }) => tables.map(({ place }) => place)),
  }
}

/** The name of a file without its ending and its time, as a source and a deck are called. */
export function nameOf(file: string): string {
  const { name } = path.parse(file)
  return (
    timeless(name)
      .replaceAll('〇', '')
      .replace(/^[-_—\s]+|[-_—\s]+$/g, '') || name
  )
}

interface ChapterPart {
  chapter: Chapter
  /** Place of its file among the sources. */
  file: number
  proposals: readonly Proposal[]
}

/** A chapter for each sheet of each file. */
function chaptersOf(
  parts: readonly { proposals: readonly Proposal[]; title: string }[],
  chapterId: (title: string) => string,
): ChapterPart[] {
  return parts.flatMap(({ proposals }, file) =>
    [...new Set(proposals.map(({ sheet }) => sheet))].map(sheet => {
      const own = proposals.filter(each => each.sheet === sheet)
      const title = chapterTitle(sheet, own)
      const short = shortName(title)
      return { chapter: { id: chapterId(title), title, short, topic: short }, file, proposals: own }
    }),
  )
}

/** Longest short name of a chapter, in characters. */
const SHORT = 4

/** The last words of a title, which say what it is: 主要指标 of 砚溪县主要指标. */
export function shortName(title: string): string {
  const words = cutWords(title)
  const from = words.findIndex((_, index) => words.slice(index).join('').length <= SHORT)
  return from < 0 ? title.slice(0, SHORT) : words.slice(from).join('')
}

/**
 * Sheets are named by what they are about, or left with the name that Excel gives them. A name with a number, as that
 * of a copy, is no chapter's where the table has one without.
 */
export function chapterTitle(sheet: string, proposals: readonly Proposal[]): string {
  const own = timeless(sheet)
    .replaceAll('〇', '')
    .replace(/\s*[(（]\d+[)）]$/, '')
    .trim()
  const isGiven = own === '' || /^Sheet\d*$/i.test(own) || /^表\d*$/.test(own)
  const [title = own] = isGiven || hasNumber(own) ? proposals.map(each => each.title) : []
  return isGiven || !hasNumber(title) ? title : own
}

const hasNumber = (text: string): boolean => readNumbers(text).length > 0

/** Names of rows and columns that bear numbers, which are those of no figure: 5G基站, 新建幼儿园4所. */
export function namesWithNumbers(proposals: readonly Proposal[]): NameWithNumber[] {
  const heads = proposals.flatMap(({ figures, tables }) => [
    ...figures.flatMap(({ figure: { label, evidence } }) =>
      [evidence.row, evidence.column].map(titleOf).filter(name => label.includes(name)),
    ),
    ...tables.flatMap(({ input: { rows, cells, measures } }) => [
      ...(rows === 'subjects' ? cells.map(([row]) => row) : []),
      ...measures.map(({ label }) => label),
    ]),
  ])
  return [...new Set(heads.filter(hasNumber))].map(text => ({ text, reason: '工作簿里的行名、列名' }))
}

function figureFile({ chapter, file, proposals }: ChapterPart, sources: readonly SourceDocument[]): FigureFile[] {
  const figures = proposals.flatMap(each => each.figures.map(({ figure }) => figure))
  if (figures.length === 0) return []
  return [{ file: chapterFile('figures', chapter.id), chapter: chapter.id, source: sources[file]!.id, figures }]
}

function tableFile({ chapter, file, proposals }: ChapterPart, sources: readonly SourceDocument[]): TableFile[] {
  const tables = proposals.flatMap(each => each.tables.map(({ input }) => ({ ...input, chapter: chapter.id })))
  return tables.length === 0 ? [] : [{ file: chapterFile('tables', chapter.id), source: sources[file]!.id, tables }]
}
