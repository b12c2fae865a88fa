import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-chromium'
import { createContext, openPrintPage, type PrintPage } from '../../export/open.ts'
import type { Problem } from '../../export/problems.ts'
import { formatRange } from '../../export/range.ts'
import { settle } from '../../export/settle.ts'
import { watchPage } from '../../export/watch.ts'
import type { Deck } from '../../lib/deck.ts'
import { HuibaoError, messageOf } from '../../lib/errors.ts'
import { canvasOf, lookQuery, type Look } from '../../lib/look.ts'
import { callModule, offerModules } from '../../lib/page-modules.ts'
import { within } from '../../lib/within.ts'
import type { NumberSheet } from './facts.ts'

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
  slides: NumberSheet[]
  reading: NumberSheet[]
  /** Title and note of every slide. */
  notes: { title: string, sheet: NumberSheet }[]
  drawings: DrawingTexts[]
  problems: Problem[]
}

const MODULE = 'numbers/page/collect.ts'

/** Renders the deck once: its print page at every click step and, beside it, its reading page and notes. */
export async function renderNumbers(options: RenderNumbersOptions): Promise<RenderedNumbers> {
  const { browser, deck, origin, look, timeout } = options
  const browsing = await createContext(browser, { ...deck, canvas: canvasOf(deck, look) }, origin, 1)
  const limit = 2 * timeout + 30_000
  const rendering = async (): Promise<RenderedNumbers> => {
    await offerModules(browsing, origin, path.join(import.meta.dirname, '..'))
    const [printed, read] = await Promise.all([renderPrint(browsing, options), renderReading(browsing, options)])
    return { ...printed, ...read, problems: [...printed.problems, ...read.problems] }
  }
  try {
    return await within(rendering(), limit, () => new HuibaoError(`打印页或阅读页 ${limit / 1000} 秒没有响应`, {
      hint: '多半是某一页上的脚本停不下来；用 --range 分段检查，可以找出是哪一页。',
    }))
  }
  finally {
    await browsing.close()
  }
}

function faultsOf({ watch }: PrintPage): Problem[] {
  return [...watch.faults.keys()].map(message => ({ message }))
}

async function renderPrint(browsing: BrowserContext, { origin, numbers, timeout, look }: RenderNumbersOptions): Promise<Pick<RenderedNumbers, 'slides' | 'drawings' | 'problems'>> {
  const print = await openPrintPage(browsing, origin, numbers, true, timeout, look)
  const unready = await settle(print, timeout)
  const slides = await callModule<NumberSheet[]>(print.page, MODULE, 'collectPrinted')
  const addresses = [...new Set(slides.flatMap(({ drawings }) => drawings))]
  await print.page.evaluate((list) => { (window as { huibaoDrawings?: string[] }).huibaoDrawings = list }, addresses)
  const drawings = await callModule<DrawingTexts[]>(print.page, MODULE, 'collectDrawings')
  return { slides, drawings, problems: [...unready, ...faultsOf(print)] }
}

async function renderReading(browsing: BrowserContext, { origin, numbers, timeout, look }: RenderNumbersOptions): Promise<Pick<RenderedNumbers, 'reading' | 'notes' | 'problems'>> {
  const page = await browsing.newPage()
  const print: PrintPage = { page, watch: watchPage(page, origin), numbers, look }
  const open = async (address: string, ready: string): Promise<void> => {
    await page.goto(`${origin}${address}`, { waitUntil: 'load', timeout })
      .catch((error: unknown) => { throw new HuibaoError(`${address} 打不开：${messageOf(error).split('\n')[0]}`, { hint: '请用 npm run build 建出网站，看它能不能打开。', cause: error }) })
    await page.locator(ready).first().waitFor({ state: 'attached', timeout })
      .catch((error: unknown) => { throw new HuibaoError(`网站里没有 ${address.split('?')[0]} 这一页`, { hint: '请确认 setup/routes.ts 登记了它。', cause: error }) })
  }
  // The page that shows notes alone: it draws no slide.
  await open('/notes', '.slidev-note')
  const notes = await callModule<RenderedNumbers['notes']>(page, MODULE, 'collectNotes')
  await open(`/read?${new URLSearchParams({ all: '', range: formatRange(numbers), ...lookQuery({ ...(look.skin && { skin: look.skin }) }) })}`, '.hb-reading')
  const unready = await settle(print, timeout)
  const reading = await callModule<NumberSheet[]>(page, MODULE, 'collectReading')
  return { reading, notes, problems: [...unready.map(({ message, ...rest }) => ({ ...rest, message: `阅读页上：${message}` })), ...faultsOf(print)] }
}
