import type { Locator, Page } from 'playwright-chromium'
import { expect } from 'vitest'
import { settled } from '../a11y/support/show.ts'
import { test } from '../support/test.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** The chart of a slide with one. */
const CHART = 3

interface Point {
  x: number
  y: number
}

/** A place within a chart where there is no figure. */
async function blankIn(box: Locator): Promise<Point> {
  return box.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const places = Array.from({ length: 400 }, (_, index) => ({
      x: left + ((index % 20) + 0.5) * (width / 20),
      y: top + (Math.floor(index / 20) + 0.5) * (height / 20),
    }))
    return places.find(({ x, y }) => !document.elementFromPoint(x, y)?.closest('[data-figure]'))!
  })
}

/** Draws a finger over the screen. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', from)
  for (let step = 1; step <= 10; step++)
    await touch('touchMove', {
      x: from.x + ((to.x - from.x) * step) / 10,
      y: from.y + ((to.y - from.y) * step) / 10,
    })
  await touch('touchEnd')
}

test('a chart looks the same under the mouse, and leaves the cursor to the page', async ({ open }) => {
  const page = await open(`/${CHART}`)
  await settled(page)
  const box = page.locator('#slide-container .slidev-page:visible .hb-chart-box')
  const drawing = (): Promise<string> =>
    box
      .locator('svg')
      .first()
      .evaluate(svg => svg.outerHTML)
  const before = await drawing()
  const bars = await box.locator('svg [data-mark=bar]').all()
  expect(bars.length).toBeGreaterThan(0)
  for (const bar of bars) {
    const { x, y, width, height } = (await bar.boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    expect(await drawing()).toBe(before)
  }
  const blank = await blankIn(box)
  await page.mouse.move(blank.x, blank.y)
  // As Slidev hides the cursor when the mouse has been still for a while.
  await page.evaluate(() => void (document.body.style.cursor = 'none'))
  expect(await page.evaluate(({ x, y }) => getComputedStyle(document.elementFromPoint(x, y)!).cursor, blank)).toBe(
    'none',
  )
})

test.for(['blank', 'bar'])(
  'a finger that is drawn across the %s of a chart turns the page',
  async (where, { open }) => {
    const page = await open(`/${CHART}?slide`, { ...PHONE, viewport: { width: 844, height: 390 } })
    await settled(page)
    const box = page.locator('#slide-container .slidev-page:visible .hb-chart-box')
    const bar = (await box.locator('svg [data-mark=bar]').first().boundingBox())!
    const from = where === 'bar' ? { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 } : await blankIn(box)
    await drag(page, from, { x: from.x - 200, y: from.y })
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${CHART + 1}`)
  },
)

test.for(['blank', 'bar'])('a finger on the %s of a chart scrolls the page to read', async (where, { open }) => {
  const page = await open(`/read#${CHART}`, PHONE)
  const box = page.locator(`section[id="${CHART}"] .hb-chart-box`)
  await box.locator('svg [data-mark=bar]').first().waitFor()
  await box.evaluate(element => element.scrollIntoView({ block: 'center' }))
  const bar = (await box.locator('svg [data-mark=bar]').first().boundingBox())!
  const from = where === 'bar' ? { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 } : await blankIn(box)
  const before = await page.evaluate(() => scrollY)
  await drag(page, from, { x: from.x, y: from.y - 200 })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100)
})
