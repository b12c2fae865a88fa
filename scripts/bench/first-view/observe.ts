import type { Browser, Page } from 'playwright-chromium'
import { HuibaoError } from '../../../model/errors.ts'
import { withTimeout } from '../../lib/with-timeout.ts'
import { kindOf, type Transfer } from './transfers.ts'

/** A slide as a phone opens it with nothing in its cache. */
export interface FirstView {
  slide: number
  /** Whether it was asked for as a slide, where phones get the page to read. */
  asSlide: boolean
  /** Milliseconds since the page was opened; `chart` where the slide has one. */
  moments: { slide: number; chart?: number }
  /** Everything asked for until the page was quiet. */
  transfers: Transfer[]
}

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
}

/**
 * Bytes a second and milliseconds of a 4G line: on a loopback one everything would be there before anything is drawn.
 */
const LINE = { downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8, latency: 170, offline: false }

const PATIENCE = 60_000
/** Slidev fetches the remaining slides three seconds after the first one. */
const PRELOAD = 4_000

/**
 * Opens a slide on a phone, in a browser context of its own.
 * @param options.chart whether the slide has a chart to wait for
 * @param options.asSlide whether to ask for slides instead of the page to read
 * @throws HuibaoError where the slide or its chart does not appear
 */
export async function observeFirstView(
  browser: Browser,
  origin: string,
  slide: number,
  { chart, asSlide }: { chart: boolean; asSlide: boolean },
): Promise<FirstView> {
  const context = await browser.newContext(PHONE)
  try {
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await page.addInitScript(watchMoments, String(slide))
    await page.goto(`${origin}/${slide}${asSlide ? '?slide' : ''}`)
    const name = chart ? 'chart' : 'slide'
    await withTimeout(
      page.waitForFunction(mark => performance.getEntriesByName(mark).length > 0, `huibao:${name}`, { timeout: 0 }),
      PATIENCE,
      () =>
        new HuibaoError(`第 ${slide} 页${chart ? '的图' : ''} ${PATIENCE / 1000} 秒没有显示`, {
          hint: '请先用 npm run export 查看这一页有什么问题。',
        }),
    )
    await page.waitForTimeout(PRELOAD)
    await page.waitForLoadState('networkidle')
    return { slide, asSlide, moments: await readMoments(page), transfers: await readTransfers(page) }
  } finally {
    await context.close()
  }
}

/**
 * Marks in the page when the slide is shown (`huibao:slide`), with its pictures and in its own fonts, and when its
 * first chart is drawn (`huibao:chart`). Fonts are only asked for once text is laid out, so that a slide has to look
 * finished for three frames. Runs in the page: may use nothing from outside of itself.
 */
export function watchMoments(slide: string): void {
  let frames = 0
  let since = 0
  const mark = (name: string, startTime: number): void => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name, { startTime })
  }
  const look = (): void => {
    const shown = document.querySelector(`.slidev-page[data-slidev-no="${slide}"] > :not(.slidev-slide-loading)`)
    const complete =
      shown !== null &&
      shown.getBoundingClientRect().height > 0 &&
      shown.textContent.trim() !== '' &&
      document.fonts.status === 'loaded' &&
      [...shown.querySelectorAll('img')].every(image => image.complete)
    frames = complete ? frames + 1 : 0
    if (frames === 1) since = performance.now()
    if (frames === 3) mark('huibao:slide', since)
    if (shown?.querySelector('[data-waitfor] svg text')) mark('huibao:chart', performance.now())
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function readMoments(page: Page): Promise<FirstView['moments']> {
  const [slide, chart] = await page.evaluate(() =>
    ['huibao:slide', 'huibao:chart'].map(name => performance.getEntriesByName(name)[0]?.startTime),
  )
  return chart === undefined ? { slide: slide! } : { slide: slide!, chart }
}

async function readTransfers(page: Page): Promise<Transfer[]> {
  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => {
      const { name, startTime, encodedBodySize } = entry as PerformanceResourceTiming
      return { name, start: startTime, bytes: encodedBodySize }
    }),
  )
  return entries
    .filter(({ name }) => /^https?:/.test(name))
    .map(({ name, start, bytes }) => {
      const path = decodeURI(new URL(name).pathname)
      return { path, kind: kindOf(path), bytes, start }
    })
}
