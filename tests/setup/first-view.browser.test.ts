import type { Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { watchMoments } from '../../scripts/bench/first-view/observe.ts'
import { test as base } from '../support/test.ts'

/** Opens a page of the other district's site; whatever it complains of fails the test. */
const test = base.extend('opened', ({ page, site }, { onCleanup }) => {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  onCleanup(() => expect(faults).toEqual([]))
  return async (path: string): Promise<Page> => {
    await page.goto(site.origin + path)
    return page
  }
})

/** When the page begins to load what has been put off, in milliseconds. */
const PUT_OFF = 2_900

const pathOf = (page: Page): string => new URL(page.url()).pathname

describe('the first slide', () => {
  test("is shown with the fonts and pictures that it needs, and no later slide's", async ({ page, opened }) => {
    await page.addInitScript(watchMoments, '1')
    await opened('/1')
    const asked = await (
      await page.waitForFunction(() => {
        const [shown] = performance.getEntriesByName('huibao:slide')
        return (
          shown &&
          performance
            .getEntriesByType('resource')
            .filter(({ startTime }) => startTime <= shown.startTime)
            .map(({ name, startTime }) => ({ path: new URL(name).pathname, startTime }))
        )
      })
    ).jsonValue()
    const fonts = asked!.filter(({ path }) => path.endsWith('.woff2'))
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.length).toBeLessThan(4)
    // The next slide's photo comes with the slide; a slow machine gets to what is put off before it shows the first.
    const pictures = asked!.filter(({ path, startTime }) => /^\/(?:scenes|photos)\//.test(path) && startTime < PUT_OFF)
    expect(pictures.map(({ path }) => path).filter(path => path !== '/photos/quay.jpg')).toEqual([])
  })
})

describe('what is loaded later', () => {
  test('the overview comes at its key, pressed at once', async ({ opened }) => {
    const page = await opened('/1')
    await page.locator('[data-huibao-content]').first().waitFor()
    await page.keyboard.press('o')
    await expect.poll(() => page.locator('.slidev-slide-container, #slide-container').count()).toBeGreaterThan(5)
  })

  test('the dialog to go to a page takes the keyboard, pressed at once, and goes there', async ({ opened }) => {
    const page = await opened('/1')
    await page.locator('[data-huibao-content]').first().waitFor()
    await page.keyboard.press('g')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('slidev-goto-input')
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await expect.poll(() => pathOf(page)).toBe('/7')
  })

  test('the menu comes at a right click', async ({ opened }) => {
    const page = await opened('/1')
    await page.locator('#slide-container').click({ button: 'right' })
    await page.locator('.slidev-glass-effect').first().waitFor()
  })

  test('the bar of buttons comes at the pointer, and leads on', async ({ opened }) => {
    const page = await opened('/1')
    await page.locator('[data-huibao-content]').first().waitFor()
    await page.mouse.move(20, 700)
    await page.mouse.move(30, 705)
    await page.locator('.slidev-nav-btn, .slidev-icon-btn').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => pathOf(page)).toBe('/2')
  })

  test.for(['/presenter/1', '/notes', '/presenter/print'])('the notes are there on %s', async (path, { opened }) => {
    const page = await opened(path)
    await expect.poll(() => page.locator('body').textContent()).toContain('计划 20 秒')
    await expect.poll(() => page.title()).toMatch(/ - /)
  })

  test("the title is that of the page, and the slides' again behind it", async ({ opened }) => {
    const page = await opened('/presenter/2')
    await expect.poll(() => page.title()).toMatch(/^Presenter - /)
    await opened('/2')
    await expect.poll(() => page.title()).not.toMatch(/^Presenter/)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  })
})
