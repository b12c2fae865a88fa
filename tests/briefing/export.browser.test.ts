import { numberOf } from '../../model/values.ts'
import type { FactsDocument } from '../../model/facts.ts'
import type { ExportReport } from '../../scripts/export/export.ts'
import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { describe, expect } from 'vitest'
import { figures, getFigure, quotes } from 'virtual:huibao/deck'
import { formatFigure } from '../../model/format.ts'
import { loadSlides } from '../../model/slides/load.ts'
import { exported, type ReadPdf } from '../scripts/support/exported.ts'
import { readBookmarks, readLinks } from '../scripts/support/pdf.ts'
import { foreignRequests } from '../support/offline.ts'
import { ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

/** Characters that look like Chinese ones, and are found by nobody who looks for those. */
const ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF\uE000-\uF8FF\uFFFD]/

const without = (text: string): string => text.replace(/\s+/g, '')

describe('the briefing, exported', () => {
  let report: ExportReport
  let names: string[]
  let slides: Awaited<ReturnType<typeof loadSlides>>['slides']
  let pdf: ReadPdf
  let handout: string

  test.beforeAll(async ({ browser, life }) => {
    slides = (await loadSlides(ROOT)).slides
    const all = await exported({ root: ROOT, browser, life }, 'pdf', 'png', 'handout', '--flow', '--scale', '1')
    ;({ report, names } = all)
    pdf = all.pdfs['shapingba-2020.pdf']!
    handout = all.pdfs['shapingba-2020-a4.pdf']!.pages.join('')
  })

  test('has nothing wrong with any slide', () => {
    expect(report.problems).toEqual([])
    expect(report.warnings).toEqual([])
  })

  test('has as many pages in the PDF as there are pictures and slides', () => {
    expect(pdf.pages).toHaveLength(slides.length)
    expect(names.filter(name => name.endsWith('.png'))).toEqual(
      slides.map((_, index) => `png/${String(index + 1).padStart(2, '0')}.png`),
    )
  })

  // 60 % of what `slidev export` makes of it: docs/pdf.md.
  test('has a PDF of at most 522 kB', () => {
    expect(pdf.size).toBeLessThanOrEqual(522_000)
  })

  test('gives its text intact, with no character from the radicals that look alike', () => {
    expect(pdf.pages[0]).toContain('沙坪坝走向了')
    for (const { text } of quotes) expect(pdf.pages.filter(page => page.includes(text))).toHaveLength(1)
    expect(pdf.pages.join('')).not.toMatch(ALIKE)
  })

  test('lists every figure with its printed form and clause in the appendix', () => {
    const appendix = pdf.pages.filter((_, index) => slides[index]!.frontmatter.layout === 'appendix').join('')
    const missing = figures.filter(
      figure =>
        !appendix.includes(figure.label + formatFigure(figure, 'worded') + figure.period.text + figure.evidence.column),
    )
    expect(missing.map(({ id }) => id)).toEqual([])
    const clauses = figures.filter(({ derived, evidence }) => !derived && !appendix.includes(without(evidence.clause)))
    expect(clauses.map(({ id }) => id)).toEqual([])
  })

  test('carries the facts of every figure, prints each where they say, and leads there from the appendix', () => {
    const facts = JSON.parse(new TextDecoder().decode(pdf.document.getAttachments()[0]!.data)) as FactsDocument
    expect(facts.figures.map(({ id }) => id)).toEqual(figures.map(({ id }) => id))
    expect(
      facts.figures.flatMap(({ id, value, decimals, kind, slides: shown }) =>
        shown
          .filter(no => kind !== 'rank' && !pdf.pages[no - 1]!.includes(Math.abs(numberOf(value)).toFixed(decimals)))
          .map(no => `${id} ${no}`),
      ),
    ).toEqual([])
    const entries = facts.figures.flatMap(({ slides: shown, appendix }) =>
      shown.map(no => ({ page: appendix! - 1, target: no - 1 })),
    )
    expect(readLinks(pdf.document).map(({ page, target }) => ({ page, target }))).toEqual(entries)
    expect(entries.length).toBeGreaterThan(80)
  })

  test('names itself, its authors and its language, and lists chapters with their slides', () => {
    const { document } = pdf
    expect(document.getTitle()).toBe('2020 沙坪坝走向了“四高”')
    expect(document.getAuthor()).toBe('王彩艳、肖亚平')
    expect(document.getSubject()).toContain('沙坪坝区')
    expect(String(document.catalog.get(PDFName.of('Lang')))).toContain('zh-CN')
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    const bookmarks = readBookmarks(document)
    expect(bookmarks.map(({ title }) => title).filter(title => /^(?:经济|改革|城市|社会)/.test(title))).toHaveLength(4)
    expect(
      bookmarks
        .find(({ title }) => title.startsWith('改革开放'))
        ?.children.map(({ title }) => title)
        .join('\n'),
    ).toContain(`进出口总额${formatFigure(getFigure('trade-total'))}`)
  })

  test("has every figure and voice in the handout too, and none of the speaker's notes", () => {
    for (const { text } of quotes) expect(handout).toContain(without(text))
    expect(
      figures
        .filter(
          figure =>
            !handout.includes(without(figure.label)) || !handout.includes(without(formatFigure(figure, 'worded'))),
        )
        .map(({ id }) => id),
    ).toEqual([])
    expect(
      figures
        .filter(({ derived, evidence }) => !derived && !handout.includes(without(evidence.clause)))
        .map(({ id }) => id),
    ).toEqual([])
    const sentences = slides
      .flatMap(({ note = '' }) => note.split(/[。！？\n]/))
      .map(without)
      .filter(
        sentence =>
          sentence.length > 8 &&
          !sentence.includes('<') &&
          !slides.some(({ content }) => without(content).includes(sentence)),
      )
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.filter(sentence => handout.includes(sentence))).toEqual([])
    expect(handout).not.toMatch(ALIKE)
  })
})

test('the briefing asks nothing of any other machine, on any page of the site', async ({ browser, deck }) => {
  expect(
    await foreignRequests(browser, deck.origin, [
      '/1',
      '/13',
      '/print',
      '/read',
      '/presenter/5',
      '/overview',
      '/notes',
    ]),
  ).toEqual([])
})
