import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { attachFacts } from './attach.ts'
import { rewriteContents } from './contents.ts'
import { tagLinks } from './link-tags.ts'
import { describeLinks } from './link-texts.ts'
import { keepInnerLinks } from './links.ts'
import type { SlideSnapshot } from './inspect.ts'
import { labelPages, planLabels } from './page-labels.ts'
import { NOTES_TITLE } from './paper/notes-pages.ts'
import { planOutline, writeOutline } from './outline.ts'
import { listPdfFonts } from './pdf-fonts.ts'
import type { Problem } from './problems.ts'
import { mapRoles, retagGroups } from './tags.ts'
import { writeXmp } from './xmp.ts'

/** Prints the page: a page of the PDF for each snapshot, tagged for screen readers. */
export async function printPdf(page: Page): Promise<Uint8Array> {
  await keepInnerLinks(page)
  return await page.pdf({ tagged: true, printBackground: true, preferCSSPageSize: true })
}

/**
 * Gives a printed PDF the deck's facts, bookmarks and labels of its pages; of its tags, groups cease to be figures.
 * @param options `facts` are attached to it, where the deck has any; whether pages with `notes` follow the slides
 * @returns the finished PDF, and the fonts in it that do not copy or print well
 * @throws HuibaoError where the pages are not the slides one by one
 */
export async function finishPdf(
  printed: Uint8Array,
  deck: Deck,
  snapshots: readonly SlideSnapshot[],
  date: Date,
  { facts, notes = false }: { facts?: Uint8Array | undefined; notes?: boolean } = {},
): Promise<{ bytes: Uint8Array; pages: number; problems: Problem[] }> {
  const { openPdf, savePdf } = await import('../lib/pdf-document.ts')
  const document = await openPdf(printed)
  const pages = document.getPageCount()
  rejectMispaged(pages, snapshots, notes)
  describeDocument(document, deck, date)
  const outline = planOutline(snapshots)
  if (notes) outline.push({ title: NOTES_TITLE, page: snapshots.length, children: [] })
  writeOutline(document, outline)
  labelPages(document, planLabels(snapshots, notes))
  retagGroups(document)
  mapRoles(document)
  rewriteContents(document)
  describeLinks(document, page => (snapshots[page] ? `第 ${snapshots[page].no} 页` : NOTES_TITLE))
  tagLinks(document)
  if (facts) await attachFacts(document, facts)
  const drawings = listPdfFonts(document).filter(font => font.descendant !== 'CIDFontType2')
  return {
    bytes: await savePdf(document),
    pages,
    problems: drawings.map(({ page, name, subtype }) => ({
      ...(snapshots[page] && { slide: snapshots[page].no }),
      message: `PDF 里的字体${name && ` ${name} `}不是 TrueType（${subtype}），文字可能无法正确复制；请换成静态的 TrueType 字体`,
    })),
  }
}

const CREATOR = 'Huibao'
const PRODUCER = 'Huibao (Skia/PDF, pdf-lib)'

/** Writes the deck's facts into a PDF: as its information and as XMP. */
export function describeDocument(document: PDFDocument, deck: Deck, date: Date): void {
  document.setTitle(deck.title, { showInWindowTitleBar: true })
  document.setAuthor(deck.author)
  document.setSubject(deck.subject)
  document.setKeywords(deck.keywords)
  document.setLanguage(deck.lang)
  document.setCreator(CREATOR)
  document.setProducer(PRODUCER)
  document.setCreationDate(date)
  document.setModificationDate(date)
  writeXmp(document, { ...deck, creator: CREATOR, producer: PRODUCER, date })
}

function rejectMispaged(count: number, snapshots: readonly SlideSnapshot[], notes: boolean): void {
  if (notes ? count > snapshots.length : count === snapshots.length) return
  throw new HuibaoError(`PDF 有 ${count} 页，文稿却是 ${snapshots.length} 页`, {
    hint: '请检查样式里有没有改动 @page、分页或 .print-slide-container 的大小。',
  })
}
