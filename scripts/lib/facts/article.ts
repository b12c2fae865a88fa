import type { Chapter } from '../../../model/figure.ts'
import type { Erratum, DeckSource } from '../../../model/source.ts'
import type { SourceDocument } from '../../../model/source-document.ts'
import { readTables, type SourceTable } from '../../../model/reading/tables.ts'
import { normalize, toHalfWidth, collapseSpaces } from '../../../model/reading/text.ts'
import { chaptersIn } from '../../../model/sources.ts'
import { headingsOf } from './outline.ts'

/** One column of one chapter of the source article, as it is compared and searched. */
export interface Section {
  /** The file, as it was given; empty where there is none. */
  file: string
  /** Id of the source, as in `data/sources.ts`; null in a deck that names none. */
  source: string | null
  /** Name of the source where there are several; empty where there is one. */
  sourceTitle: string
  /** The chapter; null before the first one, and in what is undivided. */
  chapter: Pick<Chapter, 'id' | 'short'> | null
  /** Null for what stands before the first column. */
  column: string | null
  /** In half width, wrapped lines joined; paragraphs end with a line feed. Headings are paragraphs of their own. */
  text: string
  /** The same with punctuation as it is compared, character for character. */
  normalized: string
  /** The line of the file, from 1, of each character. */
  lines: readonly number[]
  /** The headings in force at each line of the file, the innermost first. */
  headings: ReadonlyMap<number, readonly string[]>
}

/** The source article. */
export interface Article {
  sections: readonly Section[]
  /** What is drawn up as tables; sections do without it. */
  tables: readonly SourceTable[]
}

/** Where something stands in the article. */
export interface Spot {
  section: Section
  /** Offset into the section's text. */
  at: number
}

type Frame = Pick<DeckSource, 'chapters' | 'columns' | 'errata'>

/** What ends a paragraph; a line that ends otherwise goes on, as columns of print break anywhere. */
const ENDS = /[。！？!?…][”’」』）)]*$/

const SENTENCE_WITHIN = /[。！？!?]./

/** Fewest characters of a full line in columns of print. */
const NARROWEST = 20

const bare = (text: string): string => normalize(collapseSpaces(text)).replace(/\s/g, '')

function corrected(line: string, chapter: string, errata: readonly Erratum[]): string {
  return errata
    .filter(({ chapters }) => chapters.includes(chapter))
    .reduce((text, { printed, read }) => text.replaceAll(bare(printed), bare(read)), line)
}

/** The column that a line heads: its name, alone or with the chapter's short name; errata as listed. */
function columnOf(line: string, chapter: Chapter, { columns, errata }: Frame): string | undefined {
  const read = corrected(bare(line), chapter.id, errata.errata)
  return columns.find(column => read === bare(column) || read === bare(column + chapter.short))
}

class Writer {
  readonly sections: Section[] = []
  readonly #origin: Pick<Section, 'file' | 'source' | 'sourceTitle' | 'headings'>
  #text = ''
  #lines: number[] = []
  #open = false
  /** The last line. */
  #last = ''
  #chapter: Chapter | null = null
  #column: string | null = null

  constructor(origin: Pick<Section, 'file' | 'source' | 'sourceTitle' | 'headings'>) {
    this.#origin = origin
  }

  begin(chapter: Chapter | null, column: string | null): void {
    this.end()
    this.#chapter = chapter
    this.#column = column
  }

  /** A paragraph does not go on behind a table. */
  interrupt(): void {
    this.#open = false
  }

  line(raw: string, no: number, heading: boolean): void {
    const line = collapseSpaces(toHalfWidth(raw))
    if (line === '') return
    // A line breaks where it is full: one of half the length of the next does not go on, unless it has sentences and
    // breaks off in one.
    const isShort = Math.max(this.#last.length * 2, NARROWEST) < line.length && !SENTENCE_WITHIN.test(this.#last)
    const ended = !this.#open || isShort
    if (this.#text !== '' && (heading || ended)) this.#write('\n', no)
    else if (/[a-z]$/i.test(this.#text) && /^[a-z]/i.test(line)) this.#write(' ', no)
    this.#write(line, no)
    this.#open = !heading && !ENDS.test(line)
    this.#last = line
  }

  end(): void {
    if (this.#text !== '')
      this.sections.push({
        ...this.#origin,
        chapter: this.#chapter,
        column: this.#column,
        text: this.#text,
        normalized: normalize(this.#text),
        lines: this.#lines,
      })
    this.#text = ''
    this.#lines = []
    this.#open = false
  }

  #write(text: string, no: number): void {
    this.#text += text
    this.#lines.push(...Array.from(text, char => Array<number>(char.length).fill(no)).flat())
  }
}

/** Without entries that lack what headings are told by; the check of the data has said so. */
function soundFrame({ chapters, columns, errata }: Frame): Frame {
  return {
    chapters: chapters.filter(chapter => typeof chapter?.title === 'string' && typeof chapter.short === 'string'),
    columns: columns.filter(column => typeof column === 'string'),
    errata: {
      ...errata,
      errata: errata.errata.filter(
        each => typeof each?.printed === 'string' && typeof each.read === 'string' && Array.isArray(each.chapters),
      ),
    },
  }
}

/** What is to be known of the source of a text. */
export type ArticleSource = Pick<SourceDocument, 'id' | 'title' | 'undivided' | 'headings'>

/**
 * Reads an article: chapters begin at their titles, columns at their names. What stands between a chapter's title and
 * its first heading is of the first column, if that has no heading of its own there. Tables are read by themselves.
 * @param file for messages
 * @param source the source of the deck that it is, its title empty where there is no other
 * @param whole whether each line is a paragraph
 */
export function parseArticle(text: string, written: Frame, file = '', source?: ArticleSource, whole = false): Article {
  const sound = soundFrame(source?.undivided ? { ...written, columns: [] } : written)
  const frame = { ...sound, chapters: chaptersIn(sound.chapters, source) }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const heads = lines.map(line =>
    line.trim() === '' ? undefined : frame.chapters.find(({ title }) => bare(line) === bare(title)),
  )
  const isHeading = (line: string): boolean =>
    frame.chapters.some(each => bare(line) === bare(each.title) || columnOf(line, each, frame) !== undefined)
  const tables = readTables(text, file, isHeading)
  const headings = headingsOf(text, line => frame.chapters.some(({ title }) => bare(line) === bare(title)))
  const writer = new Writer({
    ...{ file, source: source?.id ?? null, sourceTitle: source?.title ?? '' },
    headings: headings.inForce,
  })
  let chapter: Chapter | null = null
  lines.forEach((line, index) => {
    if (tables.some(({ first, last }) => first <= index + 1 && index < last)) return writer.interrupt()
    const head = heads[index]
    const column = chapter && !head ? columnOf(line, chapter, frame) : undefined
    if (head) {
      chapter = head
      const end = heads.findIndex((other, later) => later > index && other !== undefined)
      const own = lines.slice(index + 1, end < 0 ? undefined : end)
      const lead = frame.columns[0]
      writer.begin(head, lead !== undefined && !own.some(each => columnOf(each, head, frame) === lead) ? lead : null)
    } else if (chapter && column !== undefined) {
      writer.begin(chapter, column)
    }
    writer.line(line, index + 1, head !== undefined || column !== undefined || headings.numbered.has(index + 1))
    if (whole) writer.interrupt()
  })
  writer.end()
  return {
    sections: writer.sections,
    tables: tables.map(table => ({ ...table, ...(source && { source: source.id }) })),
  }
}

/** A section as people call it. */
export function sectionName({
  sourceTitle,
  chapter,
  column,
}: Pick<Section, 'sourceTitle' | 'chapter' | 'column'>): string {
  const name = sourceTitle && `《${sourceTitle}》`
  if (!chapter) return name || '篇首'
  return `${name}“${column === null ? chapter.short : `${column} ${chapter.short}`}”`
}

/** The line of its file on which a spot is. */
export function lineOf({ section, at }: Spot): number {
  return section.lines[at] ?? section.lines.at(-1) ?? 1
}

/** `file:line` of a spot. */
export function fileLineOf(spot: Spot): string {
  return `${spot.section.file}:${lineOf(spot)}`
}

/** Which sentence of its section a spot is in, from 1; clauses of a list count as sentences. */
export function sentenceOf({ section, at }: Spot): number {
  return 1 + (section.normalized.slice(0, at).match(/[。;!?\n]+/g)?.length ?? 0)
}

/** Place in words: section, sentence and line. */
export function spotName(spot: Spot): string {
  return `${sectionName(spot.section)}第 ${sentenceOf(spot)} 句（原文第 ${lineOf(spot)} 行）`
}

/** Where in the sources something has to stand: no chapter in an undivided source, no column where there are none. */
export interface SourcePlace {
  source: string | null
  chapter: string | null
  column: string | null
  /** It may stand in any chapter and column. */
  anywhere?: true
}

/** The section of a chapter's column in its source; it may occur in pieces. */
export function sectionsOf({ sections }: Article, { source, chapter, column, anywhere }: SourcePlace): Section[] {
  return sections.filter(
    section =>
      section.source === source &&
      (anywhere || ((section.chapter?.id ?? null) === chapter && section.column === column)),
  )
}

/** What of an article is of one source. */
export function ofSource({ sections, tables }: Article, source: string | null): Article {
  return {
    sections: sections.filter(section => section.source === source),
    tables: tables.filter(table => (table.source ?? null) === source),
  }
}

/** Whether a source is at hand. */
export function hasSource(article: Article, source: string | null): boolean {
  const { sections, tables } = ofSource(article, source)
  return sections.length + tables.length > 0
}
