import type { Page } from 'playwright-chromium'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parse } from '@slidev/parser'
import { afterAll, describe, expect, inject } from 'vitest'
import { inspectSlides } from '../../scripts/export/inspect.ts'
import { finishPdf, printPdf } from '../../scripts/export/pdf.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { DEFAULT_SKIN } from '../../styles/skin.ts'
import { skins } from '../../styles/tokens.ts'
import { countTags, readAlternatives } from '../scripts/support/pdf.ts'
import { formatFigure } from '../../model/format.ts'
import { readData } from '../support/data.ts'
import { test } from '../support/test.ts'
import {
  bySlide,
  chartFaults,
  levelFaults,
  pictureFaults,
  readSlides,
  titleFaults,
  type SlideOutline,
} from './support/outline.ts'
import { openPrint } from './support/print.ts'

describe('the deck, on one page', () => {
  const { root } = inject('district')
  let page: Page
  let slides: SlideOutline[]
  let pdf: PDFDocument

  test.beforeAll(async ({ browser, site }) => {
    page = await openPrint(browser, root, site)
    slides = await page.evaluate(readSlides)
    const { snapshots } = await inspectSlides(page)
    const { bytes } = await finishPdf(
      await printPdf(page),
      await readDeck(root),
      snapshots,
      new Date('2031-02-03T04:05:06Z'),
    )
    pdf = await PDFDocument.load(bytes)
  })
  afterAll(() => page.context().close())

  test('is all there', async () => {
    expect(slides.map(({ no }) => no)).toEqual((await readDeck(root)).layouts.map((_, index) => index + 1))
    expect(slides.flatMap(({ charts }) => charts).length).toBeGreaterThan(10)
    expect(slides.flatMap(({ images }) => images).length).toBeGreaterThan(2)
  })

  test('begins every slide with its one title, and skips no level below it', () => {
    expect(bySlide(slides, titleFaults)).toEqual({})
  })

  test('opens its parts with h1 and sets what belongs to them below, so that slides read as one document', async () => {
    const file = join(root, 'slides.md')
    const { slides: written } = await parse(await readFile(file, 'utf8'), file)
    expect(
      levelFaults(
        slides,
        written.map(({ frontmatter }) => frontmatter),
      ),
    ).toEqual({})
  })

  test('describes every chart by what it shows, with each number that it prints', async () => {
    const { figures } = await readData(root)
    const numbers = figures.map(figure => formatFigure(figure))
    expect(bySlide(slides, slide => chartFaults(slide, numbers))).toEqual({})
  })

  test('outlines the empty part of a whole, whose fill hardly shows', () => {
    const { context, track } = skins[DEFAULT_SKIN].color
    const tracks = slides.flatMap(({ charts }) => charts).filter(({ fills }) => fills.includes(track))
    expect(tracks.length).toBeGreaterThan(0)
    expect(tracks.filter(({ strokes }) => !strokes.includes(context)).map(({ label }) => label)).toEqual([])
  })

  test('describes every picture, other than by its caption or file, and marks ornaments as such', () => {
    expect(bySlide(slides, pictureFaults)).toEqual({})
  })

  test('hands the same descriptions to the tagged PDF, and no picture without one', () => {
    const described = slides.flatMap(({ charts, images }) => [
      ...charts.map(({ label }) => label),
      ...images.flatMap(({ alt }) => alt || []),
    ])
    expect(readAlternatives(pdf).sort()).toEqual(described.sort())
  })

  test('keeps its headings and tables in the tagged PDF', () => {
    for (const level of [1, 2, 3, 4] as const)
      expect(countTags(pdf, `H${level}`), `h${level}`).toBe(
        slides.flatMap(({ headings }) => headings).filter(heading => heading.level === level).length,
      )
    expect(countTags(pdf, 'TH')).toBe(slides.reduce((sum, { headerCells }) => sum + headerCells, 0))
  })
})
