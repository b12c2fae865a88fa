import type { Page } from 'playwright-chromium'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { deskAt, LAPTOP, PHONE, placeOf, shownSlide, test } from './support/hall.ts'

/** A copy of a site as a build after a change would have stamped it. */
async function otherDeck(folder: string, above: string, name: string): Promise<string> {
  const copy = join(above, name)
  await cp(folder, copy, { recursive: true })
  const page = join(copy, 'index.html')
  const html = await readFile(page, 'utf8')
  for (const packed of ['.br', '.gz']) await rm(page + packed, { force: true })
  await writeFile(page, html.replace(/(<meta name="huibao-site" content=")[^"]*/, '$1another-deck-now'))
  return copy
}

const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }))
const isMarked = (page: Page) => page.evaluate(() => 'marked' in window).catch(() => true)

describe('a deck that was changed while pages were open', () => {
  test('is loaded anew by all of them, at their places, and one that cannot be says so', async ({ hall }) => {
    const laptop = await hall.pair(LAPTOP)
    const phone = await hall.pair(PHONE)
    const screen = await hall.visit('kiosk')
    const viewer = await hall.visit('')
    const reader = await hall.visit('', PHONE)
    const denied = await hall.visit('', LAPTOP, page =>
      page.addInitScript(() =>
        Object.defineProperty(window, 'sessionStorage', {
          get: () => {
            throw new Error('denied')
          },
        }),
      ),
    )
    await laptop.locator('.hb-desk-current .hb-slide').waitFor()
    await laptop.keyboard.type('7')
    await laptop.keyboard.press('Enter')
    for (const page of [screen, viewer, denied]) await expect.poll(() => shownSlide(page)).toBe(7)
    await viewer.keyboard.press('ArrowLeft')
    await expect.poll(() => placeOf(viewer)).toEqual([6, 0])
    const pages = [laptop, phone, screen, viewer, reader]
    for (const page of pages) await mark(page)

    const above = await mkdtemp(join(tmpdir(), 'huibao-decks-'))
    await hall.stop()
    await hall.open(async sites => Promise.all(sites.map((site, index) => otherDeck(site, above, String(index)))))
    for (const page of pages) await expect.poll(() => isMarked(page)).toBe(false)
    await expect.poll(() => shownSlide(screen)).toBe(7)
    await expect.poll(() => shownSlide(viewer)).toBe(6)
    await expect.poll(() => viewer.locator('.hb-follow button').textContent()).toContain('跟随 · 第7页')
    await expect.poll(() => reader.locator('.hb-reading-present').getAttribute('data-no')).toBe('7')
    await expect.poll(() => deskAt(laptop).catch(() => [])).toEqual([7, 0])
    await expect.poll(() => phone.locator('.hb-phone-place b').first().textContent()).toBe('7')
    await expect.poll(() => denied.locator('.hb-follow').textContent()).toContain('旧的文稿')
    // Once is enough.
    for (const page of pages) await mark(page)
    await laptop
      .getByRole('button', { name: '接管' })
      .click({ timeout: 1_000 })
      .catch(() => {})
    await laptop.keyboard.press('ArrowRight')
    await expect.poll(() => shownSlide(screen)).toBe(8)
    for (const page of pages) expect(await isMarked(page)).toBe(true)
    await rm(above, { recursive: true, force: true })
  })

  test('is loaded anew from its start where a page looks at a slide that is closed in it', async ({ hall }) => {
    const { meeting } = hall.presentation
    const driver = { id: 'test', name: '测试' }
    await meeting.command({ type: 'browse', on: false }, driver)
    await meeting.command({ type: 'goto', page: 6 }, driver)
    const viewer = await hall.visit('')
    const screen = await hall.visit('kiosk')
    for (const page of [viewer, screen]) await expect.poll(() => shownSlide(page)).toBe(6)
    await meeting.command({ type: 'goto', page: 7 }, driver)
    for (const page of [viewer, screen]) await expect.poll(() => shownSlide(page)).toBe(7)
    await viewer.keyboard.press('ArrowLeft')
    await expect.poll(() => placeOf(viewer)).toEqual([6, 0])
    for (const page of [viewer, screen]) await mark(page)

    const above = await mkdtemp(join(tmpdir(), 'huibao-decks-'))
    await hall.stop()
    await hall.open(async sites => Promise.all(sites.map((site, index) => otherDeck(site, above, String(index)))))
    for (const page of [viewer, screen]) await expect.poll(() => isMarked(page)).toBe(false)
    await expect.poll(() => shownSlide(viewer)).toBe(1)
    await expect.poll(() => viewer.locator('.hb-follow button').textContent()).toContain('跟随 · 第7页')
    await expect.poll(() => shownSlide(screen)).toBe(7)
    await rm(above, { recursive: true, force: true })
  })
})
