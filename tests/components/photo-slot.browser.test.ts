import { describe, expect, inject } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { photoRooms } from '../../setup/vite/photos/slots.ts'
import { testContext } from '../scripts/support/context.ts'
import { test, WINDOW } from '../support/test.ts'

/** The other district's chapter with a photo, which is stored lying on its side, as phones do it. */
const SLIDE = 2

describe('a slot with a photo', () => {
  test('shows it upright, with its caption and its credit, in no more room than its size is judged by', async ({
    open,
  }) => {
    const slot = (await open(`/${SLIDE}`)).locator(`[data-slidev-no="${SLIDE}"] .hb-photo`)
    const image = slot.locator('img')
    await image.evaluate((element: HTMLImageElement) => element.decode())
    expect(
      await image.evaluate((element: HTMLImageElement) => [
        new URL(element.src).pathname,
        element.alt,
        element.naturalWidth,
        element.naturalHeight,
      ]),
    ).toEqual(['/photos/quay.jpg', '新码头', 1200, 1600])
    expect((await slot.locator('figcaption').innerText()).replace(/\s+/g, ' ')).toBe('新码头海湾区办公室摄')
    expect(
      await slot.locator('.hb-photo-credit').evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize)),
    ).toBeGreaterThanOrEqual(14)

    const frontmatter = { layout: 'chapter', photo: 'quay' }
    const [room] = photoRooms([{ frontmatter, source: { contentRaw: '', frontmatter } } as never], WINDOW).get('quay')!
    const box = (await image.boundingBox())!
    expect(box.width).toBeGreaterThan(100)
    expect(box.height).toBeGreaterThan(100)
    expect(box.width).toBeLessThanOrEqual(room!.width)
    expect(box.height).toBeLessThanOrEqual(room!.height)
  })

  test('is nothing that the check of the layout objects to, nor is its credit, on a slide and on a phone', async ({
    browser,
    site,
    life,
  }) => {
    const tools = { site: async () => site.origin, browser: async () => browser }
    const args = parseCheckArgs(['layout', '--range', String(SLIDE)])
    expect((await checkDeck(args, testContext(inject('district').root, life), tools)).findings).toEqual([])
  })
})
