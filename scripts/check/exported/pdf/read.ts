import type { getDocumentProxy } from 'unpdf'
import { FACTS_FILE } from '../../../../model/facts.ts'
import { collapseSpaces } from '../../../../model/reading/text.ts'
import type { ExportedFile, ExportedPage, ExportedText } from '../facts.ts'
import { unreadableExport } from '../unreadable.ts'
import { alternativesIn, paintedTexts, type PaintedItem, type TagNode } from './texts.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * What a PDF says.
 * @param file for messages
 * @param total how many slides the deck has
 * @throws HuibaoError where it cannot be read
 */
export async function readPdf(file: string, content: Uint8Array, total: number): Promise<ExportedFile> {
  const document = await open(file, content)
  const [labels, attachments, outline, { info }] = await Promise.all([
    document.getPageLabels(),
    document.getAttachments() as Promise<Attachments | null>,
    document.getOutline() as Promise<Bookmark[] | null>,
    document.getMetadata(),
  ])
  const pages = []
  for (let no = 1; no <= document.numPages; no++) pages.push(await readPage(document, no))
  const wide = pages.filter(({ isWide }) => isWide)
  const slideOf = (no: number): number | undefined => {
    const label = Number.parseInt(labels?.[no - 1] ?? '', 10)
    if (label >= 1) return label
    return wide.length === total ? wide.findIndex(page => page.no === no) + 1 : undefined
  }
  const facts = [...attachmentsOf(attachments)].find(([name]) => name === FACTS_FILE)?.[1]
  return {
    slides: wide.some(({ no }) => slideOf(no) !== undefined),
    pages: pages.map(({ isWide, ...page }) => ({ ...page, slide: isWide ? slideOf(page.no) : undefined })),
    document: [...propertyTexts(info as Record<string, unknown>), ...bookmarkTexts(outline ?? [])],
    ...(facts && { facts: new TextDecoder().decode(facts) }),
    pictures: 0,
  }
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

/** A page; what is not wide is no slide. */
async function readPage(document: PdfDocument, no: number): Promise<Omit<ExportedPage, 'slide'> & { isWide: boolean }> {
  const page = await document.getPage(no)
  const [{ items }, tree, annotations] = await Promise.all([
    page.getTextContent({ includeMarkedContent: true }),
    page.getStructTree() as Promise<TagNode | null>,
    page.getAnnotations() as Promise<{ contentsObj?: { str?: string }; fieldValue?: unknown }[]>,
  ])
  const { width, height } = page.getViewport({ scale: 1 })
  const told = annotations.flatMap(({ contentsObj, fieldValue }) => [contentsObj?.str ?? '', fieldValue])
  const own: ExportedText[] = [
    ...paintedTexts(items as PaintedItem[], tree),
    ...(tree ? alternativesIn(tree) : []).map(text => ({ place: '替代文字', text: collapseSpaces(text), scale: true })),
    ...told.flatMap(text => (typeof text === 'string' ? [{ place: '批注', text: collapseSpaces(text) }] : [])),
  ]
  return { no, isWide: width > height, texts: own.filter(({ text }) => text !== ''), charts: [] }
}

type Attachments = Map<string, Attachment> | Record<string, Attachment>
interface Attachment {
  filename: string
  content: Uint8Array
}

function attachmentsOf(attachments: Attachments | null): [name: string, content: Uint8Array][] {
  const all = attachments instanceof Map ? [...attachments.values()] : Object.values(attachments ?? {})
  return all.map(({ filename, content }) => [filename, content])
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
