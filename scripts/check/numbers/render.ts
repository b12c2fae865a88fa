import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { createContext, openPrintPage } from '../../export/open.ts'
import type { Problem } from '../../export/problems.ts'
import { readingPath } from '../../export/reading.ts'
import { settle } from '../../export/settle.ts'
import type { Deck } from '../../lib/deck.ts'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import { canvasOf, type Look } from '../../lib/look.ts'
import { callModule, offerModules } from '../../lib/page-modules.ts'
import { withTimeout } from '../../lib/with-timeout.ts'
import type { NumberSnapshot } from './facts.ts'

export interface RenderNumbersOptions {
  browser: Browser
  deck: Pick<Deck, 'canvas' | 'lang'>
  /** Of the built site. */
  origin: string
  numbers: readonly number[]
  look: Look
  /** How long a page may take to become ready: milliseconds. */
  timeout: number
}

/** Texts of a drawing that a page shows as a picture. */
export interface DrawingTexts {
  address: string
  texts: string[]
}

/** All renderings of a deck that numbers may stand in. */
export interface RenderedNumbers {
  /** The document as slide 0, then every slide at every click. */
  slides: NumberSnapshot[]
  reading: NumberSnapshot[]
  /** Title and note of every slide. */
  notes: { title: string; snapshot: NumberSnapshot }[]
  drawings: DrawingTexts[]
  /** The facts that the site serves, as text; empty where it serves none. */
  facts: string
  problems: Problem[]
}

const MODULE = 'scripts/check/numbers/page/collect.ts'

/**
 * Renders the deck once, all in one page: the slides at every click step, then the reading page and the notes, to which
 * the page's own router leads, so that nothing is loaded twice.
 * @param meanwhile is called with the slides while the reading page is drawn
 */
export async function renderNumbers(
  options: RenderNumbersOptions,
  meanwhile: (slides: NumberSnapshot[]) => void = () => {},
): Promise<RenderedNumbers> {
  const { browser, deck, origin, look, timeout } = options
  const browsing = await createContext(browser, { ...deck, canvas: canvasOf(deck, look) }, origin, 1)
  const limit = 2 * timeout + 30_000
  const rendering = async (): Promise<RenderedNumbers> => {
    await offerModules(browsing, origin)
    return render(browsing, options, meanwhile)
  }
  try {
    return await withTimeout(
      rendering(),
      limit,
      () =>
        new HuibaoError(`打印页或阅读页 ${limit / 1000} 秒没有响应`, {
          hint: '多半是某一页上的脚本停不下来；用 --range 分段检查，可以找出是哪一页。',
        }),
    )
  } finally {
    await browsing.close()
  }
}

async function render(
  browsing: BrowserContext,
  { origin, numbers, timeout, look }: RenderNumbersOptions,
  meanwhile: (slides: NumberSnapshot[]) => void,
): Promise<RenderedNumbers> {
  const print = await openPrintPage(browsing, origin, numbers, true, timeout, look)
  const { page, watch } = print
  const unready = await settle(print, timeout)
  const slides = await callModule<NumberSnapshot[]>(page, MODULE, 'collectPrinted')
  const addresses = [...new Set(slides.flatMap(({ drawings }) => drawings))]
  await page.evaluate(list => {
    ;(window as { huibaoDrawings?: string[] }).huibaoDrawings = list
  }, addresses)
  const drawings = await callModule<DrawingTexts[]>(page, MODULE, 'collectDrawings')
  const facts = await callModule<string>(page, MODULE, 'collectFacts')
  const opened = open(page, readingPath(numbers, { ...(look.skin && { skin: look.skin }) }), '.hb-reading', timeout)
  meanwhile(slides)
  await opened
  const unread = await settle(print, timeout)
  const reading = await callModule<NumberSnapshot[]>(page, MODULE, 'collectReading')
  // The page that shows notes alone: it draws no slide.
  await open(page, '/notes', '.slidev-note', timeout)
  const notes = await callModule<RenderedNumbers['notes']>(page, MODULE, 'collectNotes')
  return {
    slides,
    reading,
    notes,
    drawings,
    facts,
    problems: [
      ...unready,
      ...unread.map(({ message, ...rest }) => ({ ...rest, message: `阅读页上：${message}` })),
      ...[...watch.faults.keys()].map(message => ({ message })),
    ],
  }
}

/** Leads the page to another of the same site, as a link in it would. */
async function open(page: Page, address: string, ready: string, timeout: number): Promise<void> {
  await page.evaluate(async to => {
    const app = (
      document.querySelector('#app') as {
        __vue_app__?: { config: { globalProperties: { $router: { push: (to: string) => Promise<unknown> } } } }
      } | null
    )?.__vue_app__
    await app?.config.globalProperties.$router.push(to)
  }, address)
  await page
    .locator(ready)
    .first()
    .waitFor({ state: 'attached', timeout })
    .catch((error: unknown) => {
      throw new HuibaoError(`网站里没有 ${address.split('?')[0]} 这一页`, {
        hint: `请确认 setup/routes.ts 登记了它，并且 npm run build 建出的网站能打开。${messageOf(error).split('\n')[0]}`,
        cause: error,
      })
    })
}
