import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, inject } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { foreignRequests } from '../support/offline.ts'
import { test } from '../support/test.ts'

const SLIDES = 20

/** What the description of each slide's chart has to say with the formatter's words. */
const CHARTS: Record<number, readonly string[]> = {
  3: ['突破840亿元', '约210亿元', '96.5亿元'],
  4: ['12.5%', '40%'],
  5: ['220家', '80余家', '不足140家', '推算'],
  6: ['63.4%'],
  7: ['63.4%'],
  8: ['40%', '60%', '推算'],
  9: ['6座'],
  10: ['突破840亿元', '推算'],
}

/** The chart of each slide of a print page. Runs in the page. */
function readCharts(LINE_GAP: number) {
  return [...document.querySelectorAll<HTMLElement>('[data-slidev-no]')].map(slide => {
    const svg = slide.querySelector('[data-waitfor] .huibao-chart-ready svg')!
    const box = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll('text')]
    return {
      no: Number(slide.dataset.slidevNo),
      description: slide.querySelector('[data-waitfor] [role="img"]')?.getAttribute('aria-label') ?? '',
      shapes: svg.querySelectorAll('path').length,
      texts: texts.length,
      faces: [...new Set(texts.map(text => getComputedStyle(text).fontFamily.split(',')[0]!))],
      outside: texts
        .filter(text => {
          const own = text.getBoundingClientRect()
          return (
            own.left < box.left - 1 ||
            own.right > box.right + 1 ||
            own.top < box.top - LINE_GAP ||
            own.bottom > box.bottom + LINE_GAP
          )
        })
        .map(text => text.textContent),
    }
  })
}

describe('another district in the place of the first', () => {
  test('exports without a problem, a page for each slide', async ({ browser }) => {
    const out = temporaryFolder()
    const report = await exportDeck(
      parseExportArgs(['--scale', '0.5', '--out', out]),
      testContext(inject('district').root),
      { browser: async () => browser },
    )
    expect(report).toMatchObject({ problems: [], warnings: [], pages: SLIDES })
    expect((await PDFDocument.load(readFileSync(path.join(out, 'haiwan-2031.pdf')))).getPageCount()).toBe(SLIDES)
    expect(readdirSync(path.join(out, 'png'))).toHaveLength(SLIDES)
  })

  test('draws every chart inside of its canvas, with text in our own faces, and says what it shows', async ({
    open,
  }) => {
    const numbers = Object.keys(CHARTS).map(Number)
    const page = await open(`/print?print&range=${numbers.join(',')}`)
    await expect
      .poll(() => page.locator('[data-slidev-no]:has([data-waitfor] .huibao-chart-ready svg)').count())
      .toBe(numbers.length)
    // A text's box is taller than its glyphs by Noto's generous line gap.
    const charts = await page.evaluate(readCharts, 8)
    expect(charts.map(({ no }) => no)).toEqual(numbers)
    for (const { no, description, shapes, texts, faces, outside } of charts) {
      expect(
        CHARTS[no]!.filter(word => !description.includes(word)),
        `slide ${no}: ${description}`,
      ).toEqual([])
      expect([shapes > 0, texts > 0, outside], `slide ${no}`).toEqual([true, true, []])
      expect(
        faces.filter(face => !/Noto (?:Sans|Serif) SC/.test(face)),
        `slide ${no}`,
      ).toEqual([])
    }
  })

  test('asks nothing of any other machine', async ({ browser, site }) => {
    expect(await foreignRequests(browser, site.origin, ['/1', '/print', '/presenter/2', '/overview'])).toEqual([])
  })
})
