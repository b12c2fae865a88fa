import type { Page } from 'playwright-chromium'
import { describe, expect } from 'vitest'
import { test } from '../support/test.ts'

/** The ids of the slides on a page: number, and the click that they are at. */
const idsOf = (page: Page): Promise<string[]> =>
  page.locator('.print-slide-container').evaluateAll(slides => slides.map(({ id }) => id))

describe('the print page of a static build', () => {
  // Slide 11 takes one click, slide 14 two.
  test.for<[string, string[]]>([
    ['range=10-12', ['010-01', '011-02', '012-01']],
    ['print=clicks&range=10-11,14', ['010-01', '011-01', '011-02', '014-01', '014-02', '014-03']],
  ])('/print?%s shows the slides asked for', async ([query, ids], { open }) => {
    const page = await open(`/print?${query}`)
    await expect.poll(() => idsOf(page)).toEqual(ids)
  })

  test('shows all slides where none are asked for, and hides what would make a blank last page', async ({ open }) => {
    const page = await open('/print?print')
    await expect
      .poll(async () => (await idsOf(page)).map(id => Number.parseInt(id)))
      .toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.locator('#mermaid-rendering-container').evaluate(element => getComputedStyle(element).display),
    ).toBe('none')
  })

  test('makes a PDF of as many pages, with TrueType fonts only', async ({ open }) => {
    const page = await open('/print?print&range=11-12')
    await expect.poll(() => idsOf(page)).toEqual(['011-02', '012-01'])
    await page.evaluate(() => document.fonts.ready)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    expect(pdf).not.toMatch(/\/Subtype\s*\/Type3\b/)
    const fonts = [...pdf.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name!)
    expect(fonts).not.toEqual([])
    expect(fonts.filter(name => !/^NotoS(?:ans|erif)SC$/.test(name))).toEqual([])
  })

  test('leaves the page numbers of the presenter alone', async ({ open }) => {
    const page = await open('/presenter/2')
    await expect.poll(() => page.locator('.slidev-presenter').textContent()).toMatch(/2\s*\/\s*20/)
  })
})
