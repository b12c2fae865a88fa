import type { Page } from 'playwright-chromium'
import { describe, expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { NARROW } from '../../components/read/reading.ts'
import { findFaults, loadAxe, SKIN_RULES } from '../a11y/support/axe.ts'
import { test, WINDOW } from '../support/test.ts'
import { countCharts, findObstacles, openAll, PHONE, readOrder } from './support/page.ts'

/** The slides in the order that they should have, each with its content. */
async function complete(): Promise<{ no: number; filled: boolean }[]> {
  const { total } = await readDeck(inject('district').root)
  return Array.from({ length: total }, (_, index) => ({ no: index + 1, filled: true }))
}

/** Waits until a slide is shown as a slide. */
async function shown(page: Page, no: number): Promise<void> {
  await page.locator(`#slide-container [data-slidev-no="${no}"] [data-huibao-content]`).waitFor()
}

/** Every slide is there in order and whole, and nothing has to be scrolled sideways for. */
async function expectWhole(page: Page): Promise<void> {
  expect(await page.evaluate(readOrder)).toEqual(await complete())
  expect((await page.evaluate(countCharts)).all).toBeGreaterThan(5)
  expect(await page.evaluate(findObstacles)).toEqual([])
}

describe('the deck as a page to read', () => {
  test.for([
    [360, 780],
    [768, 1024],
  ] as const)('is whole in a window of %i×%i', async ([width, height], { open }) => {
    await expectWhole(await openAll(open, 'skin=红', { viewport: { width, height } }))
  })

  test('is whole in another skin, its text apart from its ground', async ({ open }) => {
    const page = await openAll(open, 'skin=夜')
    await expectWhole(page)
    await loadAxe(page)
    expect(await findFaults(page, [], SKIN_RULES)).toEqual([])
  })

  test('is whole on a phone, with headings without a gap, targets that a thumb hits, nothing that axe objects to, and can be zoomed', async ({
    open,
  }) => {
    const page = await openAll(open, 'skin=红')
    await expectWhole(page)
    const levels = await page
      .locator('main')
      .getByRole('heading')
      .evaluateAll(headings => headings.map(heading => Number(heading.getAttribute('aria-level') ?? 0)))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    expect([
      await page.getByRole('main').count(),
      await page.getByRole('banner').count(),
      await page.getByRole('contentinfo').count(),
    ]).toEqual([1, 1, 1])
    await loadAxe(page)
    expect(await findFaults(page)).toEqual([])
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(/maximum-scale|user-scalable/)
    await page.locator('summary').click()
    const low = await page
      .locator('a, button, summary')
      .evaluateAll(targets =>
        targets
          .filter(target => target.getBoundingClientRect().height < 44)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      )
    expect(low).toEqual([])
  })

  test('draws the charts near the screen alone, and has every slide there to be searched a moment later', async ({
    open,
  }) => {
    const page = await open('/read', { viewport: PHONE })
    await expect.poll(() => page.evaluate(readOrder)).toEqual(await complete())
    const { all, drawn } = await page.evaluate(countCharts)
    expect(drawn).toBeLessThan(all)
    await page.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        scrollTo(0, top)
        // A browser that draws no frames shall fail below, not hang here.
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    })
    await expect.poll(async () => (await page.evaluate(countCharts)).drawn).toBe(all)
  })

  test('comes back to the slide that was read', async ({ open, site }) => {
    const page = await open('/read#8', { viewport: PHONE })
    const top = (no: number): Promise<number> =>
      page.locator(`section[id="${no}"]`).evaluate(section => section.getBoundingClientRect().top)
    await expect.poll(() => top(8)).toBeLessThan(100)
    await page.locator('section[id="14"]').evaluate(section => section.scrollIntoView())
    await expect.poll(() => new URL(page.url()).hash).toBe('#14')
    await page.locator('section[id="14"] .hb-reading-open').click()
    await expect.poll(() => page.url()).toBe(`${site.origin}/14?slide`)
    await page.goBack()
    await expect.poll(() => page.url()).toBe(`${site.origin}/read#14`)
    await expect.poll(() => top(14)).toBeLessThan(400)
  })
})

// Who is sent where is told by tests/read/plan.node.test.ts.
describe('opened at /5', () => {
  test('is the page to read on a phone, at that slide, before any slide is drawn', async ({ page, site }) => {
    await page.setViewportSize(PHONE)
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.querySelector('#slide-container')) document.title = 'a slide was drawn'
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(`${site.origin}/5?skin=夜`)
    // Slides above that come later must not move the page.
    await expect.poll(() => page.evaluate(readOrder)).toEqual(await complete())
    await expect
      .poll(() => page.locator('section[id="5"]').evaluate(section => Math.abs(section.getBoundingClientRect().top)))
      .toBeLessThan(100)
    await expect.poll(() => decodeURI(page.url())).toBe(`${site.origin}/read?skin=夜#5`)
    expect(await page.title()).not.toBe('a slide was drawn')
  })

  test('is that slide on the screen of a desk; a phone is narrow where it is held upright alone', async ({
    open,
    site,
  }) => {
    const page = await open('/5')
    await shown(page, 5)
    expect(page.url()).toBe(`${site.origin}/5`)
    const narrow = []
    for (const viewport of [
      PHONE,
      { width: PHONE.height, height: PHONE.width },
      WINDOW,
      { width: 600, height: 601 },
      { width: 601, height: 1000 },
    ]) {
      await page.setViewportSize(viewport)
      narrow.push(await page.evaluate(query => matchMedia(query).matches, NARROW))
    }
    expect(narrow).toEqual([true, false, false, true, false])
  })

  test('keeps to slides for the session once they were asked for', async ({ open, site }) => {
    const page = await open('/read', { viewport: PHONE })
    await page.locator('section[id="1"] .hb-reading-open').click()
    await shown(page, 1)
    await page.goto(`${site.origin}/3`)
    await shown(page, 3)
    expect(page.url()).toBe(`${site.origin}/3`)
  })

  test('keeps to slides where nothing can be kept', async ({ page, site }) => {
    await page.setViewportSize(PHONE)
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
    )
    await page.goto(`${site.origin}/1?slide`)
    await shown(page, 1)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain('/2?slide')
    await page.reload()
    await shown(page, 2)
    expect(page.url()).toContain('/2?slide')
  })
})
