import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import { launchBrowser } from '../../../scripts/browser/launch.ts'
import { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../../scripts/lib/log.ts'
import { currentHost } from '../../../scripts/lib/platform.ts'
import { parsePresentArgs } from '../../../scripts/present/args.ts'
import { present, type Presentation } from '../../../scripts/present/present.ts'
import { testContext } from '../../scripts/support/context.ts'

export const LAPTOP = { viewport: { width: 1280, height: 720 } } as const satisfies BrowserContextOptions
export const PHONE = { viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const satisfies BrowserContextOptions

/** What a page may say when it is cut off on purpose. */
const CUT_OFF = /net::ERR_|Failed to fetch|Failed to load resource|NetworkError/

/** A server that presents a deck, and browsers that come to it. */
export class Hall {
  readonly folder: string
  readonly #life = new Lifecycle()
  #server = new Lifecycle()
  #presentation: Presentation | undefined
  /** What pages have complained of. */
  readonly faults: string[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Begins to present, or goes on where an earlier server was stopped. */
  async open(): Promise<void> {
    const again = this.#presentation ? [] : ['--fresh']
    const port = this.#presentation ? new URL(this.#presentation.localUrl).port : '0'
    this.#server = new Lifecycle()
    this.#presentation = await present(parsePresentArgs(['--no-open', '--host', '127.0.0.1', '--port', port, ...again]), { ...testContext(this.folder, this.#server), date: () => new Date() })
  }

  /** Ends the server, as a crash would for those who follow. */
  async stop(): Promise<void> {
    await this.#server.dispose()
  }

  async close(): Promise<void> {
    await this.#life.dispose()
    await this.stop()
  }

  get presentation(): Presentation {
    return this.#presentation!
  }

  url(path = ''): string {
    return this.presentation.localUrl + path
  }

  /** A browser of its own. */
  browser(): Promise<Browser> {
    return launchBrowser({ host: currentHost(), life: this.#life, log: silentLog })
  }

  /** A page of a browser that shares nothing with any other. */
  async visit(browser: Browser, path: string, options: BrowserContextOptions = LAPTOP, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage()
    page.on('pageerror', error => this.faults.push(`${path}: ${error.message}`))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !CUT_OFF.test(message.text()))
        this.faults.push(`${path}: ${message.text()}`)
    })
    await prepare(page)
    await page.goto(this.url(path))
    return page
  }

  /** A page that is paired the way people pair: by the address of the QR code. */
  async pair(browser: Browser, options: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.visit(browser, `pair#${this.presentation.codes.issue().long}`, options, prepare)
    await page.waitForURL(/\/presenter\//)
    return page
  }
}

/** The slide that a page shows, and how many clicks of it are done. */
export async function placeOf(page: Page): Promise<[page: number, clicks: number]> {
  return page.evaluate(() => [Number(/\d+$/.exec(location.pathname)?.[0]), Number(new URLSearchParams(location.search).get('clicks') ?? 0)])
}

/** The slide that is in fact on the screen. */
export async function shownSlide(page: Page): Promise<number> {
  return page.evaluate(() => Number([...document.querySelectorAll<HTMLElement>('#slideshow [data-slidev-no]')].find(slide => slide.checkVisibility())?.dataset.slidevNo))
}
