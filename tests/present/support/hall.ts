import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { readDeck } from '../../../scripts/lib/deck.ts'
import { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { parsePresentArgs } from '../../../scripts/present/args.ts'
import { present, type Presentation, type Setting } from '../../../scripts/present/present.ts'
import { prepareSites } from '../../../scripts/present/sites.ts'
import { testContext } from '../../scripts/support/context.ts'
import { test as base } from '../../support/test.ts'

export const LAPTOP = { viewport: { width: 1280, height: 720 } } as const satisfies BrowserContextOptions
export const PHONE = {
  viewport: { width: 390, height: 844 },
  screen: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions

/** What a page may say when it is cut off on purpose. */
const CUT_OFF = /net::ERR_|Failed to fetch|Failed to load resource|NetworkError/

/**
 * A server that presents the other district's deck, and pages that come to it, each of a browser context of its own.
 */
export class Hall {
  /** What pages have complained of. */
  readonly faults: string[] = []
  readonly #browser: Browser
  readonly #prepare: Setting['prepare']
  readonly #life = new Lifecycle()
  #folder = ''
  #server = new Lifecycle()
  #presentation: Presentation | undefined
  #ahead = 0

  constructor(browser: Browser, prepare: Setting['prepare']) {
    this.#browser = browser
    this.#prepare = prepare
    this.#life.defer(() => rm(this.#folder, { recursive: true, force: true, maxRetries: 5 }))
    this.#life.defer(() => this.stop())
  }

  /**
   * Begins to present, or goes on where an earlier server was stopped.
   * @param replace gives other folders for those of the sites
   */
  async open(replace?: (sites: readonly string[]) => Promise<string[]>): Promise<this> {
    this.#folder ||= await mkdtemp(join(tmpdir(), 'huibao-hall-'))
    const port = this.#presentation ? new URL(this.#presentation.localUrl).port : '0'
    this.#server = new Lifecycle()
    this.#presentation = await present(
      parsePresentArgs(['--no-open', '--host', '127.0.0.1', '--port', port]),
      { ...testContext(inject('district').root, this.#server), date: () => new Date(Date.now() + this.#ahead) },
      { folder: this.#folder, prepare: replace ? replaced(this.#prepare, replace) : this.#prepare },
    )
    return this
  }

  /** Ends the server, as a crash would for those who follow. */
  async stop(): Promise<void> {
    await this.#server.disposeAsync()
  }

  async close(): Promise<void> {
    await this.#life.disposeAsync()
  }

  get presentation(): Presentation {
    return this.#presentation!
  }

  url(path = ''): string {
    return this.presentation.localUrl + path
  }

  /** Moves the server's clock. */
  pass(milliseconds: number): void {
    this.#ahead += milliseconds
  }

  /** A page that shares nothing with any other: neither storage nor channels lead from context to context. */
  async visit(
    path: string,
    options: BrowserContextOptions = LAPTOP,
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> {
    const context = await this.#browser.newContext(options)
    this.#life.defer(() => context.close())
    const page = await context.newPage()
    page.on('pageerror', error => this.faults.push(`${path}: ${error.message}`))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type()) && !CUT_OFF.test(message.text()))
        this.faults.push(`${path}: ${message.text()}`)
    })
    await prepare(page)
    await page.goto(this.url(path))
    return page
  }

  /** A page that is paired the way people pair: by the address of the QR code. */
  async pair(options: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.visit(`pair#${this.presentation.codes.issue().long}`, options, prepare)
    await page.waitForURL(/\/presenter\//)
    return page
  }
}

function replaced(
  prepare: Setting['prepare'],
  replace: (sites: readonly string[]) => Promise<string[]>,
): Setting['prepare'] {
  return (async (...args: Parameters<NonNullable<Setting['prepare']>>) =>
    replace(await prepare!(...args))) as unknown as Setting['prepare']
}

/**
 * Tests of a hall: `openHall` opens one that is to be closed, `hall` one for a single test. All serve the same copies
 * of the sites.
 */
export const test = base
  .extend('openHall', { scope: 'worker' }, async ({ browser, life }) => {
    const { root } = inject('district')
    const sites = await prepareSites(['audience', 'presenter'], testContext(root, life), {
      deck: await readDeck(root),
      rebuild: false,
    })
    return () => new Hall(browser, (async () => sites) as unknown as typeof prepareSites).open()
  })
  .extend('hall', async ({ openHall }, { onCleanup }) => {
    const hall = await openHall()
    onCleanup(() => hall.close())
    return hall
  })

/**
 * Lets the tests of a describe go on from each other's state in one hall: its pages complain of nothing in any of them,
 * and what would go on from one that has failed is skipped.
 */
export function goesOn(hall: () => Hall): void {
  let failed = ''
  test.beforeEach(({ skip }) => skip(failed !== '', `after “${failed}”`))
  test.afterEach(({ task }) => {
    const faults = hall().faults.splice(0)
    if (task.result?.state === 'fail' || faults.length > 0) failed ||= task.name
    expect(faults).toEqual([])
  })
}

/** The slide that a page shows, and how many clicks of it are done. */
export async function placeOf(page: Page): Promise<[page: number, clicks: number]> {
  return page.evaluate(() => [
    Number(/\d+$/.exec(location.pathname)?.[0]),
    Number(new URLSearchParams(location.search).get('clicks') ?? 0),
  ])
}

/** The same of the presenter's page. */
export async function deskAt(page: Page): Promise<[page: number, clicks: number]> {
  return page.locator('.hb-desk').evaluate(({ dataset }: HTMLElement) => [Number(dataset.page), Number(dataset.clicks)])
}

/** The slide that is in fact on the screen. */
export async function shownSlide(page: Page): Promise<number> {
  return page.evaluate(() =>
    Number(
      [...document.querySelectorAll<HTMLElement>('#slideshow [data-slidev-no]')].find(
        slide => slide.getClientRects().length > 0,
      )?.dataset.slidevNo,
    ),
  )
}
