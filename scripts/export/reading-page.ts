import type { BrowserContext, Page } from 'playwright-chromium'
import { HuibaoError } from '../../model/errors.ts'
import type { Deck } from '../lib/deck.ts'
import type { Look } from '../lib/look.ts'
import { checkFonts } from './fonts.ts'
import { inspectSlides } from './inspect.ts'
import { createContext, type PrintPage } from './open.ts'
import type { Problem } from './problems.ts'
import { formatRange } from './range.ts'
import { openReading } from './reading.ts'
import type { Rendered, RenderOptions } from './render.ts'
import { settle } from './settle.ts'
import { watchPage } from './watch.ts'
import { renderWithin } from './within.ts'

/** What is drawn of the reading page. */
export type ReadingOptions = Pick<RenderOptions, 'browser' | 'origin' | 'numbers' | 'look' | 'timeout'> & {
  deck: Pick<Deck, 'lang'>
}

/** How the reading page is laid out. */
interface Layout {
  /** CSS pixels. */
  canvas: { width: number; height: number }
  /** Device pixels for a CSS pixel: 1 where it is absent. */
  scale?: number
  media: 'print' | 'screen'
  /** A style sheet that is added. */
  style?: string
  /** Finds what else is wrong with this layout. */
  inspect?: (page: Page) => Promise<Problem[]>
}

/**
 * Loads the deck's reading page, with these slides on it and no other, and looks at them.
 * @throws HuibaoError where the site has no reading page
 */
export function renderReading(
  { browser, deck, origin, numbers, look, timeout }: ReadingOptions,
  { canvas, scale = 1, media, style, inspect }: Layout,
): Promise<Rendered> {
  return renderWithin({
    page: '阅读页',
    numbers,
    timeout,
    open: () => createContext(browser, { canvas, lang: deck.lang }, origin, scale),
    async render(browsing, part) {
      const print = await openReadingPage(browsing, origin, part, timeout, { look, media })
      const { page } = print
      if (style !== undefined) await page.addStyleTag({ content: style })
      const unready = await settle(print, timeout)
      const own = inspect ? await inspect(page) : []
      const { snapshots, layouts, problems } = await inspectSlides(page)
      // Pictures of doubtful texts may have shown the page otherwise for a moment, which charts follow.
      const moved = await settle(print, timeout)
      return {
        print,
        snapshots,
        layouts,
        problems: [...unready, ...problems, ...own, ...moved, ...(await checkFonts(page))],
      }
    },
  })
}

/**
 * Loads the reading page, with these slides on it and no other.
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
  const watch = watchPage(page, origin, numbers.length)
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
