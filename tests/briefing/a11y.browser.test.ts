import type { Page } from 'playwright-chromium'
import { afterAll, describe, expect } from 'vitest'
import { figures } from 'virtual:huibao/deck'
import { formatFigure } from '../../model/format.ts'
import { loadSlides } from '../../model/slides/load.ts'
import { DEFAULT_SKIN } from '../../styles/skin.ts'
import { findFaults, loadAxe } from '../a11y/support/axe.ts'
import { findCut, WIDE_TEXT } from '../a11y/support/cut.ts'
import {
  bySlide,
  chartFaults,
  levelFaults,
  pictureFaults,
  readSlides,
  titleFaults,
  type SlideOutline,
} from '../a11y/support/outline.ts'
import { openPrint } from '../a11y/support/print.ts'
import { findFaintText } from '../a11y/support/text-contrast.ts'
import { findObstacles, openAll } from '../read/support/page.ts'
import { ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

describe('the briefing, slides and clicks on one page', () => {
  let page: Page
  let slides: SlideOutline[]

  test.beforeAll(async ({ browser, deck }) => {
    page = await openPrint(browser, ROOT, deck, { clicks: true })
    slides = await page.evaluate(readSlides)
  })
  afterAll(() => page.context().close())

  test('is all there', () => {
    expect(new Set(slides.map(({ no }) => no)).size).toBeGreaterThan(10)
    expect(slides.flatMap(({ charts }) => charts).length).toBeGreaterThan(5)
    expect(slides.flatMap(({ images }) => images).length).toBeGreaterThan(2)
  })

  test('has nothing that axe objects to, and no faint text', async () => {
    await loadAxe(page)
    expect(await findFaults(page)).toEqual([])
    expect(await findFaintText(page)).toEqual([])
  })

  test('has one title on each slide, and levels that make one document of all', async () => {
    const { slides: written } = await loadSlides(ROOT)
    expect(bySlide(slides, titleFaults)).toEqual({})
    expect(
      levelFaults(
        slides,
        written.map(({ frontmatter }) => frontmatter),
      ),
    ).toEqual({})
  })

  test('describes every chart with each number that it prints, and every picture', () => {
    const numbers = figures.map(figure => formatFigure(figure))
    expect(bySlide(slides, slide => chartFaults(slide, numbers))).toEqual({})
    expect(bySlide(slides, pictureFaults)).toEqual({})
  })
})

describe('the briefing, to read', () => {
  test('has nothing to scroll sideways for, and nothing that axe objects to', async ({ open, deck }) => {
    const page = await openAll(open, `skin=${DEFAULT_SKIN}`, {
      viewport: { width: 360, height: 780 },
      origin: deck.origin,
    })
    expect(await page.evaluate(findObstacles)).toEqual([])
    await loadAxe(page)
    expect(await findFaults(page)).toEqual([])
  })

  test('is complete at four times its size, its text widely spaced', async ({ open, deck }) => {
    const page = await openAll(open, '', { viewport: { width: 320, height: 800 }, origin: deck.origin })
    await page.addStyleTag({ content: WIDE_TEXT })
    expect(await page.evaluate(findCut)).toEqual([])
  })
})
