import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { findFaults, loadAxe } from '../a11y/support/axe.ts'
import { serveDeck } from '../support/site.ts'
import { countCharts, findObstacles, readOrder } from './support/page.ts'

const PHONE = { width: 390, height: 844 }

describe('the deck as a page to read', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser
  let total: number

  beforeAll(async () => {
    [origin, browser, total] = await Promise.all([
      serveDeck(life),
      launchBrowser({ host: currentHost(), life, log: silentLog }),
      readDeck(process.cwd()).then(deck => deck.total),
    ])
  })
  afterAll(() => life.dispose())

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'zh-CN', ...options })
    const page = await context.newPage()
    await page.goto(origin + path)
    return page
  }

  async function openAll(query: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await open(`/read?all&${query}`, options)
    await expect.poll(() => page.evaluate(readOrder)).toEqual(Array.from({ length: total }, (_, index) => ({ no: index + 1, filled: true })))
    await expect.poll(async () => {
      const { all, drawn } = await page.evaluate(countCharts)
      return all > 0 && all === drawn
    }).toBe(true)
    return page
  }

  /** Waits until a slide is shown as a slide. */
  async function shown(page: Page, no: number): Promise<void> {
    await page.locator(`#slide-container [data-slidev-no="${no}"] [data-huibao-content]`).waitFor()
  }

  describe.each([[390, 844], [360, 780], [768, 1024]])('%i px wide', (width, height) => {
    it.each(['红', '夜'])('shows every slide in order and whole, with nothing to scroll sideways for: %s', async (skin) => {
      const page = await openAll(`skin=${skin}`, { viewport: { width, height } })
      expect(await page.evaluate(findObstacles)).toEqual([])
      await page.context().close()
    })
  })

  it('has one heading of the first level, no level left out, and nothing that axe objects to', async () => {
    const page = await openAll('skin=红')
    const levels = await page.locator('main').getByRole('heading').evaluateAll(headings => headings.map(heading => Number(heading.getAttribute('aria-level') ?? 0)))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    expect([await page.getByRole('main').count(), await page.getByRole('banner').count(), await page.getByRole('contentinfo').count()]).toEqual([1, 1, 1])
    await loadAxe(page)
    expect(await findFaults(page, [])).toEqual([])
    await page.context().close()
  })

  it('lets people zoom, and has targets that a thumb hits', async () => {
    const page = await openAll('skin=红')
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(/maximum-scale|user-scalable/)
    await page.locator('summary').click()
    const low = await page.locator('a, button, summary').evaluateAll(targets => targets.filter(target => target.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML.slice(0, 80)))
    expect(low).toEqual([])
    await page.context().close()
  })

  it('draws the charts near the screen alone, and has every slide there to be searched a moment later', async () => {
    const page = await open('/read')
    await expect.poll(async () => (await page.evaluate(readOrder)).filter(({ filled }) => filled).length).toBe(total)
    const { all, drawn } = await page.evaluate(countCharts)
    expect(drawn).toBeLessThan(all)
    await page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        scrollTo(0, top)
        await new Promise(requestAnimationFrame)
      }
    })
    await expect.poll(async () => (await page.evaluate(countCharts)).drawn).toBe(all)
    await page.context().close()
  })

  it('comes back to the slide that was read', async () => {
    const page = await open('/read#8')
    const top = (no: number): Promise<number> => page.locator(`section[id="${no}"]`).evaluate(section => section.getBoundingClientRect().top)
    await expect.poll(() => top(8)).toBeLessThan(100)
    await page.locator('section[id="12"]').evaluate(section => section.scrollIntoView())
    await expect.poll(() => new URL(page.url()).hash).toBe('#12')
    await page.locator('section[id="12"] .hb-reading-open').click()
    await expect.poll(() => page.url()).toBe(`${origin}/12?slide`)
    await page.goBack()
    await expect.poll(() => page.url()).toBe(`${origin}/read#12`)
    await expect.poll(() => top(12)).toBeLessThan(400)
    await page.context().close()
  })

  describe('opened at /5', () => {
    const LANDSCAPE = { width: 844, height: 390 }

    it.each<[string, string, BrowserContextOptions['viewport'], RegExp]>([
      ['on a phone held upright', '/5', PHONE, /^\/read#5$/],
      ['at the start of the deck', '/', PHONE, /^\/read#1$/],
      ['with a skin', '/5?skin=夜', PHONE, /^\/read\?skin=[^#]+#5$/],
      ['on a phone held sideways', '/5', LANDSCAPE, /^\/5$/],
      ['on a screen of a desk', '/5', { width: 1280, height: 720 }, /^\/5$/],
      ['by someone who wants slides', '/5?slide', PHONE, /^\/5\?slide$/],
      ['in the presenter\'s view', '/presenter/5', PHONE, /^\/presenter\/5/],
      ['in the overview', '/overview', PHONE, /^\/overview/],
      ['as notes', '/notes', PHONE, /^\/notes/],
      ['to be printed', '/print?range=5', PHONE, /^\/print/],
    ])('%s', async (_, path, viewport, expected) => {
      const page = await open(path, { viewport })
      await page.locator('.hb-reading, #page-root, #print-container, #app > div').first().waitFor({ state: 'attached' })
      // Long enough for slides above to be loaded, which must not move the page.
      await page.waitForLoadState('networkidle')
      expect(decodeURI(page.url().slice(origin.length))).toMatch(expected)
      await page.context().close()
    })

    it('draws no slide before the page to read', async () => {
      const context = await browser.newContext({ viewport: PHONE })
      const page = await context.newPage()
      await page.addInitScript(() => {
        new MutationObserver(() => {
          if (document.querySelector('#slide-container'))
            document.title = 'a slide was drawn'
        }).observe(document, { childList: true, subtree: true })
      })
      await page.goto(`${origin}/5`)
      await page.locator('.hb-reading section[id="5"] [data-huibao-content]').waitFor()
      expect(await page.title()).not.toBe('a slide was drawn')
      await context.close()
    })

    it('keeps to slides for the session once they were asked for, also where nothing can be kept', async () => {
      const page = await open('/read')
      await page.locator('section[id="1"] .hb-reading-open').click()
      await shown(page, 1)
      await page.goto(`${origin}/3`)
      await shown(page, 3)
      expect(page.url()).toBe(`${origin}/3`)
      await page.context().close()

      const denied = await browser.newContext({ viewport: PHONE })
      const other = await denied.newPage()
      await other.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('denied', 'SecurityError') } }))
      await other.goto(`${origin}/1?slide`)
      await shown(other, 1)
      await other.keyboard.press('ArrowRight')
      await expect.poll(() => other.url()).toContain('/2?slide')
      await other.reload()
      await shown(other, 2)
      expect(other.url()).toContain('/2?slide')
      await denied.close()
    })
  })
})
