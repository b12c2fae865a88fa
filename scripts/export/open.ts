import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { canvasOf, lookQuery, skinName, type Look } from '../lib/look.ts'
import { formatRange } from './range.ts'
import { watchPage, type Watch } from './watch.ts'

/** What has no place on paper, and would add an empty page after the last slide. */
const PRINT_STYLE = `
#mermaid-rendering-container, #twoslash-container, .monaco-aria-container { display: none !important }
.print-slide-container:last-child { break-after: auto !important }
`

/** A proxy that is not there. */
const NOWHERE = 'http://127.0.0.1:1'

export interface PrintPage {
  page: Page
  watch: Watch
  /** The slides asked for. */
  numbers: readonly number[]
  /** As asked for. */
  look: Look
}

/**
 * A browser context in which decks look the same on every machine, and nothing leaves this machine.
 * @param hasPolicy whether pages have a policy of their own, which would keep out what looks at them
 */
export async function createContext(
  browser: Browser,
  deck: Pick<Deck, 'canvas' | 'lang'>,
  origin: string,
  scale: number,
  hasPolicy = false,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: deck.canvas,
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: deck.lang,
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    // What is not for our own server fails, and shows up in `watchPage`. To look at each request here instead would
    // take longer than to load the slides.
    proxy: { server: NOWHERE, bypass: new URL(origin).host },
    bypassCSP: hasPolicy,
  })
}

/**
 * Loads the deck's print page, with every slide of `numbers` on it and no other.
 * @throws HuibaoError where the site has no such page, or does not heed the range or the look
 */
export async function openPrintPage(
  context: BrowserContext,
  origin: string,
  numbers: readonly number[],
  clicks: boolean,
  timeout: number,
  look: Look = {},
): Promise<PrintPage> {
  const page = await context.newPage()
  const watch = watchPage(page, origin, numbers.length)
  await page.emulateMedia({ media: 'screen' })
  const query = new URLSearchParams({
    print: clicks ? 'clicks' : 'true',
    range: formatRange(numbers),
    ...lookQuery(look),
  })
  await page.goto(`${origin}/print?${query}`, { waitUntil: 'load', timeout }).catch((error: unknown) => {
    throw new HuibaoError(`打印页打不开：${messageOf(error).split('\n')[0]}`, {
      hint: '请用 npm run build 建出网站，看它能不能打开。',
      cause: error,
    })
  })
  await page.addStyleTag({ content: PRINT_STYLE })
  const slides = page.locator('.print-slide-container')
  try {
    await slides.first().waitFor({ state: 'attached', timeout: (await hasPlayer(page)) ? 1 : timeout })
  } catch {
    const faults = [...watch.faults.keys()].map(fault => `\n  ${fault}`).join('')
    throw new HuibaoError(`网站里没有可以打印的页面（/print）${faults}`, {
      hint: '请确认 setup/routes.ts 登记了 /print，并且 npm run build 建出的网站能打开。',
    })
  }
  const found = await slides.evaluateAll(elements => [...new Set(elements.map(element => Number.parseInt(element.id)))])
  if (String(found.sort((a, b) => a - b)) !== String(numbers)) {
    throw new HuibaoError(`打印页上是第 ${formatRange(found)} 页，要的却是第 ${formatRange(numbers)} 页`, {
      hint: '请确认 setup/main.ts 在 /print 上等候 router.isReady()。',
    })
  }
  await rejectUnheeded(page, look)
  return { page, watch, numbers, look }
}

async function rejectUnheeded(page: Page, look: Look): Promise<void> {
  const { skin, width, height } = await page
    .locator('.print-slide-container')
    .first()
    .evaluate((element: HTMLElement) => ({
      skin: document.documentElement.dataset.skin,
      width: element.offsetWidth,
      height: element.offsetHeight,
    }))
  const drawn = look.skin === undefined || skin === look.skin
  if (drawn && height === canvasOf({ canvas: { width, height } }, look).height) return
  throw new HuibaoError(`网站没有按${drawn ? `画面比例 ${look.aspect}` : `皮肤“${skinName(look.skin)}”`}来画`, {
    hint: '请确认 styles/apply-tokens.ts 还从网页地址里读 skin 和 aspect，并且 styles/index.ts 引入了它。',
  })
}

/** Without a print route Slidev takes `/print` for the name of a slide, and shows its player. */
async function hasPlayer(page: Page): Promise<boolean> {
  await page
    .locator('.print-slide-container, #slide-container')
    .first()
    .waitFor({ state: 'attached', timeout: 10_000 })
    .catch(() => {})
  return (await page.locator('#slide-container').count()) > 0
}
