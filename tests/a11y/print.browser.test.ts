import type { Page } from 'playwright-chromium'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { parse } from '@slidev/parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures, formatFigure } from '../../data/index.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { inspectSheets } from '../../scripts/export/inspect.ts'
import { finishPdf, printPdf } from '../../scripts/export/pdf.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { DEFAULT_SKIN } from '../../styles/skin.ts'
import { skins } from '../../styles/tokens.ts'
import { countTags, readAlternatives } from '../scripts/support/pdf.ts'
import { serveDeck } from '../support/site.ts'
import { findFaults, loadAxe } from './support/axe.ts'
import { readSlides, type SlideOutline } from './support/outline.ts'

const DECK = fileURLToPath(new URL('../../slides.md', import.meta.url))

/** A description that begins by naming the sort of chart says what it is, not what it shows. */
const BARE_TYPE = /^\S{0,10}图(?:[：:，,。]|$)/

/** Whether a text prints a number, and not a longer one that ends in it. */
function prints(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.])${number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(text)
}

/** All slides on one page, nothing of it on the move any more. */
async function openPrint(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/print?print=true`, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => document.fonts.status === 'loaded'
    && document.querySelector('.print-slide-container') !== null
    // Each slide is a file of its own, and may come after the network has been quiet for a while.
    && [...document.querySelectorAll('.print-slide-container')].every(each => each.querySelector('.hb-slide'))
    && [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].every(each => each.querySelector(each.dataset.waitfor!)))
}

describe('the deck, on one page', () => {
  const life = new Lifecycle()
  let page: Page
  let slides: SlideOutline[]
  let frontmatter: Record<string, unknown>[]
  let pdf: PDFDocument

  beforeAll(async () => {
    const [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
    page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })).newPage()
    await openPrint(page, origin)
    slides = await page.evaluate(readSlides)
    frontmatter = (await parse(readFileSync(DECK, 'utf8'), DECK)).slides.map(slide => slide.frontmatter)
  })
  afterAll(() => life.dispose())

  /** What a rule finds, by slide. */
  const bySlide = (rule: (slide: SlideOutline) => string[]): Record<string, string[]> =>
    Object.fromEntries(slides.map(slide => [`slide ${slide.no}`, rule(slide)] as const).filter(([, found]) => found.length > 0))

  it('is all there', () => {
    expect(slides.length).toBeGreaterThan(10)
    expect(slides.flatMap(({ charts }) => charts).length).toBeGreaterThan(5)
    expect(slides.flatMap(({ images }) => images).length).toBeGreaterThan(2)
  })

  it('has nothing that axe objects to', async () => {
    await loadAxe(page)
    // Colours are judged on the slides as they are shown.
    expect(await findFaults(page, [], { rules: { 'color-contrast': { enabled: false } } })).toEqual([])
  })

  it('begins every slide with its one title, and skips no level below it', () => {
    expect(bySlide(({ headings }) => [
      ...(headings[0] ? [] : ['no title']),
      ...headings.filter(({ level, text }, index) => index > 0 && level <= headings[0]!.level && text).map(({ text }) => `a second title: ${text}`),
      ...headings.filter(({ level }, index) => index > 0 && level > headings[index - 1]!.level + 1).map(({ text }) => `skips a level: ${text}`),
      ...headings.filter(({ text }) => !text).map(({ level }) => `an empty h${level}`),
    ])).toEqual({})
  })

  it('opens its parts with h1 and sets what belongs to them below, so that slides read as one document', () => {
    const headings = slides.flatMap(({ headings }) => headings)
    expect(headings[0]!.level).toBe(1)
    expect(headings.filter(({ level }, index) => index > 0 && level > headings[index - 1]!.level + 1)).toEqual([])
    // A slide of a chapter stands below the slide that opens it; the openings of parts are what bookmarks list.
    expect(bySlide(({ no, headings: [title] }) => {
      const { layout, chapter } = frontmatter[no - 1]!
      const opens = layout === 'cover' || layout === 'chapter' || layout === 'end'
      if (opens && title?.level !== 1)
        return [`${layout} with h${title?.level}`]
      return chapter && !opens && layout !== 'appendix' && title?.level !== 2 ? [`a page of a chapter with h${title?.level}`] : []
    })).toEqual({})
  })

  it('describes every chart by what it shows, with each number that it prints', () => {
    const numbers = [...new Set(figures.map(figure => formatFigure(figure)))]
    expect(bySlide(({ charts }) => charts.flatMap(({ label, text }) => {
      const shown = numbers.filter(number => prints(text, number))
      return [
        ...(label ? [] : [`no description: ${text}`]),
        ...(BARE_TYPE.test(label) ? [`begins with the sort of chart: ${label}`] : []),
        ...(shown.length > 0 ? [] : [`no figure in: ${text}`]),
        ...shown.filter(number => !prints(label, number)).map(number => `${number} is missing in: ${label}`),
      ]
    }))).toEqual({})
  })

  it('outlines the empty part of a whole, whose fill hardly shows', () => {
    const { context, track } = skins[DEFAULT_SKIN].color
    const tracks = slides.flatMap(({ charts }) => charts).filter(({ fills }) => fills.includes(track))
    expect(tracks.length).toBeGreaterThan(0)
    expect(bySlide(({ charts }) => charts.filter(chart => tracks.includes(chart) && !chart.strokes.includes(context)).map(({ label }) => label))).toEqual({})
  })

  it('describes every picture, other than by its caption or file, and marks ornaments as such', () => {
    expect(bySlide(({ images, drawings }) => [
      ...images.flatMap(({ alt, caption, file, inFigure }) => {
        if (alt === null || (inFigure && !alt))
          return [`no description: ${file}`]
        return alt && (alt === caption || file.includes(alt)) ? [`says no more than its caption or file: ${alt}`] : []
      }),
      ...drawings.map(markup => `neither a picture with a description nor hidden: ${markup}`),
    ])).toEqual({})
  })

  it('hands the same descriptions to the tagged PDF, and no picture without one', async () => {
    const { sheets } = await inspectSheets(page)
    const { bytes } = await finishPdf(await printPdf(page), await readDeck(path.dirname(DECK)), sheets, new Date('2031-02-03T04:05:06Z'))
    pdf = await PDFDocument.load(bytes)
    const described = slides.flatMap(({ charts, images }) => [...charts.map(({ label }) => label), ...images.flatMap(({ alt }) => alt || [])])
    expect(readAlternatives(pdf).sort()).toEqual(described.sort())
  })

  it('keeps its headings and tables in the tagged PDF', () => {
    for (const level of [1, 2, 3, 4] as const)
      expect(countTags(pdf, `H${level}`), `h${level}`).toBe(slides.flatMap(({ headings }) => headings).filter(heading => heading.level === level).length)
    expect(countTags(pdf, 'TH')).toBe(slides.reduce((sum, { headerCells }) => sum + headerCells, 0))
  })
})
