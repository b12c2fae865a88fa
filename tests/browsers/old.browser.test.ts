import type { BrowserContextOptions, Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { LAPTOP, PHONE, deskAt, shownSlide, test as base } from '../present/support/hall.ts'
import { openAll } from '../read/support/page.ts'
import { stillThere, takeAway } from './support/take-away.ts'

/** What `early.js` fills in. */
const FILLED = [
  'Array.prototype.at',
  'Array.prototype.findLast',
  'String.prototype.at',
  'Object.hasOwn',
  '.BroadcastChannel',
]

/** `openOld(url)` opens a page as a browser does that is as old as any that is supported; it complains of nothing. */
const test = base.extend('openOld', ({ browser }, { onCleanup }) => {
  const close: (() => Promise<void>)[] = []
  const complaints: string[] = []
  onCleanup(async () => {
    await Promise.all(close.map(each => each()))
    expect(complaints).toEqual([])
  })
  return async (url: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ ...LAPTOP, reducedMotion: 'reduce', ...options })
    close.push(() => context.close())
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(`${url}: ${error.message}`))
    page.on('console', each => ['error', 'warning'].includes(each.type()) && complaints.push(`${url}: ${each.text()}`))
    await takeAway(page)
    await page.goto(url)
    return page
  }
})

/** What a slide says, in its charts too, and at how many places its words may part. */
async function contentOf(page: Page, no: number): Promise<unknown> {
  const slide = page.locator(`#slideshow [data-slidev-no="${no}"]`)
  await slide.locator('.hb-slide').waitFor()
  await page.waitForFunction(
    no =>
      [...document.querySelectorAll<HTMLElement>(`#slideshow [data-slidev-no="${no}"] [data-waitfor]`)].every(chart =>
        chart.querySelector(chart.dataset.waitfor!),
      ),
    no,
  )
  return [
    await slide.innerText(),
    await slide.locator('svg text').allTextContents(),
    await slide.locator('wbr').count(),
  ]
}

describe('in a browser as old as any that is supported, and that keeps nothing', () => {
  test('slides are shown with the words and charts that new ones show', async ({ openOld, open, site }) => {
    const [old, fresh] = [await openOld(`${site.origin}/1`), await open('/1')]
    expect((await stillThere(old)).sort()).toEqual([...FILLED].sort())
    for (let no = 1; no <= 9; no += 1) {
      for (const page of [old, fresh]) if (no > 1) await page.keyboard.press('PageDown')
      await expect.poll(() => shownSlide(old)).toBe(no)
      expect(await contentOf(old, no)).toEqual(await contentOf(fresh, no))
    }
  })

  test('a figure is asked where it comes from', async ({ openOld, site }) => {
    const page = await openOld(`${site.origin}/3`)
    await page.locator('#slideshow [data-slidev-no="3"] [data-figure]').first().click()
    await page.locator('.hb-evidence').waitFor()
  })

  test('the page to read is whole', async ({ openOld, site }) => {
    const page = await openAll((path, options) => openOld(`${site.origin}${path}`, options), 'skin=红')
    await expect.poll(() => page.locator('.hb-reading [data-slidev-no]').count()).toBeGreaterThan(8)
    expect(await page.locator('.hb-reading wbr').count()).toBeGreaterThan(20)
  })

  test('a meeting is led from a laptop and a phone, and followed', async ({ openOld, hall }) => {
    const code = (): string => hall.url(`pair#${hall.presentation.codes.issue().long}`)
    const laptop = await openOld(code())
    await laptop.waitForURL(/\/presenter\/presenter/)
    await laptop.locator('.hb-desk').waitFor()
    const phone = await openOld(code(), PHONE)
    await phone.waitForURL(/\/phone/)
    await phone.locator('.hb-phone-current .hb-slide').waitFor()
    const viewer = await openOld(hall.url())
    const kiosk = await openOld(hall.url('kiosk'))
    const reader = await openOld(hall.url(), PHONE)
    await viewer.locator('.hb-follow').waitFor({ state: 'attached' })
    await kiosk.locator('.hb-kiosk').waitFor()
    await laptop.keyboard.press('ArrowRight')
    for (const page of [viewer, kiosk]) await expect.poll(() => shownSlide(page)).toBe(2)
    await phone.getByRole('button', { name: '接管' }).click()
    await expect.poll(() => hall.presentation.meeting.state.driver?.name).toBe('手机')
    await phone.getByRole('button', { name: '下一步' }).click()
    for (const page of [viewer, kiosk]) await expect.poll(() => shownSlide(page)).toBe(3)
    await expect.poll(() => deskAt(laptop)).toEqual([3, 0])
    await expect.poll(() => reader.locator('.hb-reading-present').getAttribute('data-no')).toBe('3')
  })
})

/** What a browser shows that cannot run the site. */
describe('a browser that is too old, or gets less than the whole site', () => {
  test('is told in Chinese what is needed', async ({ openOld, page, site }) => {
    void openOld
    await page.addInitScript(() => {
      const { supports } = CSS
      CSS.supports = (...query: unknown[]) => query[0] !== 'aspect-ratio' && supports.apply(CSS, query as [string])
    })
    await page.goto(`${site.origin}/1`)
    expect(await page.getByRole('alert').textContent()).toMatch(/太旧.*iOS 15.*Chrome.*90.*Firefox 115/)
  })

  test.for([
    ['a grammar that it does not know', 'const a = ;', /太旧/],
    ['nothing', undefined, /没有加载完整/],
  ] as const)('is told so where the first script brings it %s', async ([, body, sentence], { page, site }) => {
    await page.route(/\/assets\/index-[^/]+\.js$/, route =>
      body ? route.fulfill({ body, contentType: 'text/javascript' }) : route.abort(),
    )
    await page.goto(`${site.origin}/1`)
    expect(await page.getByRole('alert').textContent()).toMatch(sentence)
  })

  test('reads Chinese in the place of a slide that did not come', async ({ page, site }) => {
    await page.goto(`${site.origin}/1`)
    await page.locator('#slideshow [data-slidev-no="1"] .hb-slide').waitFor()
    await page.route(/\/assets\/.*\.js$/, route => route.abort())
    await page.evaluate(() => (location.hash = ''))
    for (let no = 2; no < 9; no += 1) await page.keyboard.press('PageDown')
    await expect.poll(() => page.locator('#slideshow').innerText()).toContain('没有加载出来')
    expect(await page.locator('body').innerText()).not.toMatch(/Failed|Please/)
  })
})
