import { describe, expect } from 'vitest'
import { LAPTOP, placeOf, shownSlide, test } from './support/hall.ts'

const DRIVER = { id: 'test', name: '测试' }

describe('a follower that may not look ahead', () => {
  test('loads nothing that was not shown, shows what is, and goes nowhere else', async ({ hall }) => {
    const { meeting } = hall.presentation
    await meeting.command({ type: 'browse', on: false }, DRIVER)
    const refused: string[] = []
    const page = await hall.visit('1', LAPTOP, async page => {
      page.on('response', response => response.status() === 404 && refused.push(response.url()))
    })
    await expect.poll(() => shownSlide(page)).toBe(1)
    // By then both Slidev and the client would have loaded the others.
    await page.waitForTimeout(5_000)
    expect(refused).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('o')
    await page.waitForTimeout(500)
    expect(await placeOf(page)).toEqual([1, 0])
    for (const slide of [3, 4]) {
      await meeting.command({ type: 'goto', page: slide }, DRIVER)
      await expect.poll(() => shownSlide(page)).toBe(slide)
      await expect.poll(() => page.locator(`[data-slidev-no="${slide}"] svg`).count()).toBeGreaterThan(0)
    }
    // What it was told when it tried to go on is gone by then.
    await expect.poll(() => page.locator('.hb-follow').textContent(), { timeout: 10_000 }).toBe('')
    await meeting.command({ type: 'screen', screen: 'qr' }, DRIVER)
    await meeting.command({ type: 'goto', page: 6 }, DRIVER)
    const late = await hall.visit('')
    await expect.poll(() => shownSlide(late)).toBe(1)
    await page.waitForTimeout(500)
    expect([await placeOf(page), await page.locator('.hb-follow').textContent()]).toEqual([[4, 0], ''])
    await meeting.command({ type: 'screen', screen: 'slides' }, DRIVER)
    for (const each of [page, late]) await expect.poll(() => shownSlide(each)).toBe(6)
    expect(refused).toEqual([])
    await meeting.command({ type: 'browse', on: true }, DRIVER)
    await page.waitForFunction(() => document.documentElement.dataset.huibaoAhead === 'done')
    expect(refused).toEqual([])
    expect(hall.faults).toEqual([])
  })
})

describe('a page of an earlier deck', () => {
  test('is loaded anew at its place, once', async ({ hall }) => {
    await hall.presentation.meeting.command({ type: 'goto', page: 3 }, DRIVER)
    let loads = 0
    const page = await hall.visit('3', LAPTOP, async page => {
      await page.route(
        url => /^\/\d+$/.test(url.pathname),
        async route => {
          loads += 1
          const response = await route.fetch()
          const html = await response.text()
          // At first an earlier deck, then this one.
          const body =
            loads === 1 ? html.replace(/name="huibao-site" content="[^"]*"/, 'name="huibao-site" content="old"') : html
          await route.fulfill({ response, body })
        },
      )
    })
    await expect.poll(() => loads).toBe(2)
    await expect.poll(() => shownSlide(page)).toBe(3)
    await page.waitForTimeout(1_000)
    expect(loads).toBe(2)
    expect(await placeOf(page)).toEqual([3, 0])
  })
})
