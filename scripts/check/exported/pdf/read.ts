import type { getDocumentProxy } from 'unpdf'
import { FACTS_FILE } from '../../../../model/facts.ts'
import { collapseSpaces } from '../../../../model/reading/text.ts'
import { slideAt } from '../../../export/paper/places.ts'
import type { ExportedFile, ExportedPage, ExportedText } from '../facts.ts'
import type { ReadingTools } from '../tools.ts'
import { unreadableExport } from '../unreadable.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * What a PDF says.
 * @param file for messages
 * @throws HuibaoError where it cannot be read
 */
export async function readPdf(
  file: string,
  content: Uint8Array,
  { total }: Pick<ReadingTools, 'total'>,
): Promise<ExportedFile> {
  const document = await open(file, content)
  const [labels, attachments, outline, { info }, sheets] = await Promise.all([
    document.getPageLabels(),
    document.getAttachments() as Promise<Attachments | null>,
    document.getOutline() as Promise<Bookmark[] | null>,
    document.getMetadata(),
    slidesOnSheets(document),
  ])
  const pages = []
  for (let no = 1; no <= document.numPages; no++) pages.push(await readPage(document, no, labels))
  const wide = pages.filter(({ isWide }) => isWide)
  const slideOf = (no: number): number | undefined => {
    const label = Number.parseInt(labels?.[no - 1] ?? '', 10)
    if (label >= 1) return label
    return wide.length === total ? wide.findIndex(page => page.no === no) + 1 : undefined
  }
  const hasSlides = wide.some(({ no }) => slideOf(no) !== undefined)
  const facts = [...attachmentsOf(attachments)].find(([name]) => name === FACTS_FILE)?.[1]
  return {
    pages: pages.map(({ isWide, ...page }) => ({
      ...page,
      slide: isWide ? slideOf(page.no) : undefined,
      isSlide: isWide && hasSlides,
      ...(sheets.has(page.no) && { slides: sheets.get(page.no)! }),
    })),
    document: [...propertyTexts(info as Record<string, unknown>), ...bookmarkTexts(outline ?? [])],
    ...dayOf((info as Record<string, unknown>).CreationDate),
    ...(facts && { facts: new TextDecoder().decode(facts) }),
    pictures: 0,
  }
}

/** The slides on the sheets of a handout, by the numbers of the sheets: each goes from where it begins to its end. */
async function slidesOnSheets(document: PdfDocument): Promise<Map<number, number[]>> {
  const pages = new Map<number, number[]>()
  for (const [name, place] of entriesOf((await document.getDestinations()) as Named<Place>)) {
    const slide = slideAt(name)
    const index = slide !== undefined && place ? await pageOf(document, place) : undefined
    if (index !== undefined) pages.set(slide!, [...(pages.get(slide!) ?? []), index])
  }
  const sheets = new Map<number, number[]>()
  for (const [slide, found] of pages)
    for (let no = Math.min(...found) + 1; no <= Math.max(...found) + 1; no++)
      sheets.set(no, [...(sheets.get(no) ?? []), slide])
  return sheets
}

/** A place of a document: its page, and where on it. */
type Place = readonly unknown[]

/** Index of the page of a place; undefined where that is no more in the document. */
async function pageOf(document: PdfDocument, [page]: Place): Promise<number | undefined> {
  return document.getPageIndex(page as Parameters<PdfDocument['getPageIndex']>[0]).catch(() => undefined)
}

async function open(file: string, content: Uint8Array): Promise<PdfDocument> {
  const unpdf = await import('unpdf')
  try {
    return await unpdf.getDocumentProxy(new Uint8Array(content))
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw unreadableExport(file, isLocked ? '它加了密' : '它不是 PDF，或者坏了', error)
  }
}

/** A node of the tree by which a page is read aloud. */
interface TagNode {
  alt?: string
  children?: readonly TagNode[]
}

/** A note or a link. */
interface Annotation {
  contentsObj?: { str?: string }
  fieldValue?: unknown
  /** Where a link leads: a place by its name, or the place itself; or an address. */
  dest?: string | unknown[] | null
  unsafeUrl?: string
}

/** Letters that stand apart from each other, between which spaces are read. */
const SPACED = /^\S(?: \S)+$/u

/** A page; what is not wide is no slide. */
async function readPage(
  document: PdfDocument,
  no: number,
  labels: readonly string[] | null,
): Promise<Omit<ExportedPage, 'slide' | 'isSlide'> & { isWide: boolean }> {
  const page = await document.getPage(no)
  const [{ items }, tree, annotations] = await Promise.all([
    page.getTextContent(),
    page.getStructTree() as Promise<TagNode | null>,
    page.getAnnotations() as Promise<Annotation[]>,
  ])
  const { width, height } = page.getViewport({ scale: 1 })
  const painted = (items as { str?: string }[]).map(({ str = '' }) => ({
    ...{ place: '页面', piece: true as const },
    text: SPACED.test(str) ? str.replaceAll(' ', '') : str,
  }))
  const told = await Promise.all(annotations.map(each => saidBy(each, document, labels)))
  const own: ExportedText[] = [
    ...painted,
    ...(tree ? alternativesIn(tree) : []).map(text => ({ place: '替代文字', text: collapseSpaces(text) })),
    ...told.flat().map(text => ({ place: '批注', text: collapseSpaces(text) })),
  ]
  return { no, isWide: width > height, texts: own.filter(({ text }) => text.trim() !== ''), charts: [] }
}

/** The alternative texts in a tree. */
function alternativesIn({ alt, children = [] }: TagNode): string[] {
  return [...(alt ? [alt] : []), ...children.flatMap(alternativesIn)]
}

/** What a note says, and a link beside where it leads. */
async function saidBy(
  { contentsObj, fieldValue, dest, unsafeUrl }: Annotation,
  document: PdfDocument,
  labels: readonly string[] | null,
): Promise<string[]> {
  const [text, value] = [contentsObj?.str ?? '', typeof fieldValue === 'string' ? fieldValue : '']
  const place = typeof dest === 'string' ? await document.getDestination(dest) : dest
  const index = place ? await document.getPageIndex(place[0] as Parameters<PdfDocument['getPageIndex']>[0]) : undefined
  const led = index === undefined ? [unsafeUrl ?? ''] : [String(index + 1), labels?.[index]]
  const leads = led.some(each => (each && text.endsWith(each)) || text.match(/\d+/g)?.join() === each)
  return [leads ? '' : text, value]
}

/** The day on which a file was made, of which PDF writes D:20310203040506Z. */
function dayOf(date: unknown): Pick<ExportedFile, 'made'> {
  const [, ...parts] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(String(date)) ?? []
  const [year, month = 1, day, hour, minute, second] = parts.map(Number)
  return year === undefined ? {} : { made: new Date(Date.UTC(year, month - 1, day, hour, minute, second)) }
}

/** What has names in a document, as its reader hands it over. */
type Named<T> = ReadonlyMap<string, T> | Readonly<Record<string, T>>
type Attachments = Named<Attachment>
interface Attachment {
  filename: string
  content: Uint8Array
}

function entriesOf<T>(named: Named<T> | null): [name: string, what: T][] {
  return named instanceof Map ? [...(named as ReadonlyMap<string, T>)] : Object.entries(named ?? {})
}

function attachmentsOf(attachments: Attachments | null): [name: string, content: Uint8Array][] {
  return entriesOf(attachments).map(([, { filename, content }]) => [filename, content])
}

/** What of a file's properties people write. */
const WRITTEN = ['Title', 'Author', 'Subject', 'Keywords']

function propertyTexts(info: Record<string, unknown>): ExportedText[] {
  return WRITTEN.flatMap(name => {
    const text = info[name]
    return typeof text === 'string' && text !== '' ? [{ place: `文件属性 ${name}`, text: collapseSpaces(text) }] : []
  })
}

interface Bookmark {
  title: string
  items?: Bookmark[]
}

function bookmarkTexts(items: readonly Bookmark[]): ExportedText[] {
  return items.flatMap(({ title, items: below = [] }) => [
    { place: '书签', text: collapseSpaces(title) },
    ...bookmarkTexts(below),
  ])
}
