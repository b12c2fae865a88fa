import type { Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import type { Look } from '../lib/look.ts'
import { attachFacts } from './attach.ts'
import { rewriteContents } from './contents.ts'
import { tagLinks } from './link-tags.ts'
import { describeLinks } from './link-texts.ts'
import { keepInnerLinks } from './links.ts'
import { renameBookmarks } from './outline.ts'
import { describeDocument } from './pdf.ts'
import { nameSlides } from './paper/places.ts'
import { listPdfFonts } from './pdf-fonts.ts'
import type { Problem } from './problems.ts'
import { renderReading, type ReadingOptions } from './reading-page.ts'
import type { Rendered } from './render.ts'
import { mapRoles, retagGroups } from './tags.ts'

/**
 * What `styles/read-print.css` leaves of A4 between the margins, in CSS pixels. The page is laid out for that width
 * before it is printed: charts are drawn once, and not anew for the paper.
 */
export const PAPER = { width: 680, height: 997 }

/** Paper is white, whatever skin the deck is shown in. */
const lookOf = ({ references }: Look): Look => ({ skin: 'red', ...(references && { references }) })

/**
 * Loads the deck's reading page as it is printed, and looks at its slides.
 * @throws HuibaoError where the site has no reading page
 */
export function renderHandout(options: ReadingOptions): Promise<Rendered> {
  return renderReading({ ...options, look: lookOf(options.look) }, { canvas: PAPER, media: 'print', inspect: findWide })
}

/** What is wider than the paper would be cut off, or make the printer shrink every page. */
async function findWide(page: Page): Promise<Problem[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('.print-slide-container')].flatMap(container => {
      const right = Math.max(
        ...[...container.querySelectorAll('*:not(svg *)')]
          .filter(element => element.checkVisibility())
          .map(element => element.getBoundingClientRect().right),
      )
      return right > window.innerWidth + 1
        ? [{ slide: Number.parseInt(container.id), beyond: Math.ceil(right - window.innerWidth) }]
        : []
    }),
  )
  return found.map(({ slide, beyond }) => ({ slide, message: `比 A4 的版心宽出 ${beyond} 像素，请删减或缩小` }))
}

/** Prints the reading page as a handout; its bookmarks are its headings. */
export async function printHandout(
  { print: { page } }: Pick<Rendered, 'print'>,
  deck: Deck,
  date: Date,
  facts?: Uint8Array,
): Promise<FinishedHandout> {
  await keepInnerLinks(page)
  const titles = new Map(await page.evaluate(listReferenced))
  await nameSlides(page)
  const printed = await page.pdf({ tagged: true, outline: true, printBackground: true, preferCSSPageSize: true })
  return finishHandout(printed, deck, date, facts, titles)
}

interface FinishedHandout {
  bytes: Uint8Array
  pages: number
  problems: Problem[]
}

/**
 * Tells a printed handout what it is and attaches the deck's facts, where there are any.
 * @param titles of bookmarks that the browser made, by what it called them
 */
export async function finishHandout(
  printed: Uint8Array,
  deck: Deck,
  date: Date,
  facts?: Uint8Array,
  titles: ReadonlyMap<string, string> = new Map(),
): Promise<FinishedHandout> {
  const { openPdf, savePdf } = await import('../lib/pdf-document.ts')
  const document = await openPdf(printed)
  describeDocument(document, deck, date)
  renameBookmarks(document, titles)
  retagGroups(document)
  mapRoles(document)
  rewriteContents(document)
  describeLinks(document, page => `第 ${page + 1} 页`)
  tagLinks(document)
  if (facts) await attachFacts(document, facts)
  const drawings = listPdfFonts(document).filter(font => font.descendant !== 'CIDFontType2')
  return {
    bytes: await savePdf(document),
    pages: document.getPageCount(),
    problems: drawings.map(({ page, name, subtype }) => ({
      message: `A4 讲义第 ${page + 1} 页的字体${name && ` ${name} `}不是 TrueType（${subtype}），文字可能无法正确复制；请换成静态的 TrueType 字体`,
    })),
  }
}

/* Runs in the page: may use nothing from outside of itself. */
/** The headings that bear reference numbers: the text with them, without white space, and the text without. */
function listReferenced(): [string, string][] {
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(heading => heading.querySelector('[data-number=reference]'))
    .map(heading => {
      const plain = heading.cloneNode(true) as Element
      plain.querySelectorAll('[data-number=reference]').forEach(reference => reference.remove())
      return [heading.textContent!.replace(/\s+/g, ''), plain.textContent!.replace(/\s+/g, ' ').trim()]
    })
}
