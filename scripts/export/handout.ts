import type { BrowserContext, Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { Look } from '../lib/look.ts'
import { markDecoration } from './artifacts.ts'
import { attachFacts } from './attach.ts'
import { checkFonts } from './fonts.ts'
import { inspectSlides } from './inspect.ts'
import { describeLinks } from './link-texts.ts'
import { keepInnerLinks } from './links.ts'
import { createContext, type PrintPage } from './open.ts'
import { renameBookmarks } from './outline.ts'
import { describeDocument } from './pdf.ts'
import { listPdfFonts } from './pdf-fonts.ts'
import type { Problem } from './problems.ts'
import { formatRange } from './range.ts'
import { openReading } from './reading.ts'
import type { Rendered, RenderOptions } from './render.ts'
import { settle } from './settle.ts'
import { retagGroups } from './tags.ts'
import { watchPage } from './watch.ts'
import { renderWithin } from './within.ts'

/**
 * What `styles/read-print.css` leaves of A4 between the margins, in CSS pixels. The page is laid out for that width
 * before it is printed: charts are drawn once, and not anew for the paper.
 */
const PAPER = { width: 680, height: 997 }

/** Paper is white, whatever skin the deck is shown in. */
const lookOf = ({ references }: Look): Look => ({ skin: 'red', ...(references && { references }) })

/**
 * Loads the deck's reading page as it is printed, and looks at its slides.
 * @throws HuibaoError where the site has no reading page
 */
export async function renderHandout({
  browser,
  deck,
  origin,
  numbers,
  look,
  timeout,
}: Omit<RenderOptions, 'clicks' | 'scale'>): Promise<Rendered> {
  return renderWithin({
    page: '阅读页',
    numbers,
    timeout,
    open: () => createContext(browser, { canvas: PAPER, lang: deck.lang }, origin, 1),
    async render(browsing, part) {
      const print = await openReadingPage(browsing, origin, part, timeout, { look: lookOf(look), media: 'print' })
      const unready = await settle(print, timeout)
      const wide = await findWide(print.page)
      const { snapshots, layouts, problems } = await inspectSlides(print.page)
      // Pictures of doubtful texts may have shown the page as on a screen for a moment, which charts follow.
      const moved = await settle(print, timeout)
      return {
        print,
        snapshots,
        layouts,
        problems: [...unready, ...problems, ...wide, ...moved, ...(await checkFonts(print.page))],
      }
    },
  })
}

/**
 * Loads the reading page, with these slides on it and no other.
 * @param media that it is laid out for
 * @throws HuibaoError where the site has none
 */
export async function openReadingPage(
  context: BrowserContext,
  origin: string,
  numbers: readonly number[],
  timeout: number,
  { look, media }: { look: Look; media: 'print' | 'screen' },
): Promise<PrintPage> {
  const page = await context.newPage()
  const watch = watchPage(page, origin)
  await page.emulateMedia({ media })
  const opened = await openReading(page, origin, numbers, { look, timeout })
  const found = opened ? await listSlides(page, timeout) : []
  if (String(found) !== String(numbers)) {
    throw new HuibaoError(
      !opened
        ? '网站里没有阅读页（/read）'
        : `阅读页上${found.length > 0 ? `是第 ${formatRange(found)} 页` : '一页也没有画出来'}，要的却是第 ${formatRange(numbers)} 页`,
      {
        hint: '请确认 setup/routes.ts 登记了 /read，并且 npm run build 建出的网站能打开。',
      },
    )
  }
  return { page, watch, numbers, look }
}

/** The numbers of the slides on the reading page, once it has drawn them. */
async function listSlides(page: Page, timeout: number): Promise<number[]> {
  const slides = page.locator('.hb-reading .print-slide-container')
  await slides
    .first()
    .waitFor({ state: 'attached', timeout })
    .catch(() => {})
  return slides.evaluateAll(elements => elements.map(element => Number.parseInt(element.id)))
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
  markDecoration(document)
  describeLinks(document, page => `第 ${page + 1} 页`)
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
