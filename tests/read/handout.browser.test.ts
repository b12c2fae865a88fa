import type { ExportReport } from '../../scripts/export/export.ts'
import type { Deck } from '../../scripts/lib/deck.ts'
import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { exported } from '../scripts/support/exported.ts'
import { countTags, readLinks } from '../scripts/support/pdf.ts'
import { formatFigure } from '../../model/format.ts'
import { readData } from '../support/data.ts'
import { test } from '../support/test.ts'

const A4 = [595, 842]

function without(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('the A4 handout', () => {
  const { root } = inject('district')
  let deck: Deck
  let report: ExportReport
  let document: PDFDocument
  let pages: string[]
  let spaced: string

  test.beforeAll(async ({ browser, life }) => {
    deck = await readDeck(root)
    const { report: said, pdfs, names } = await exported({ root, browser, life }, 'handout', '--flow')
    expect([said.problems, names]).toEqual([[], [`${deck.fileName}-a4.pdf`]])
    report = said
    const handout = pdfs[names[0]!]!
    ;({ document, pages } = handout)
    spaced = handout.text.join('\n')
  })

  test('is one file, and nothing is wrong with it', () => {
    expect(report).toMatchObject({ problems: [], warnings: [], files: [expect.any(String)] })
    expect(report.slides).toHaveLength(deck.total)
  })

  test("has upright A4 pages, several slides on each, numbered, with the deck's title above", () => {
    expect(
      new Set(document.getPages().map(page => String([page.getWidth(), page.getHeight()].map(Math.round)))),
    ).toEqual(new Set([String(A4)]))
    expect(pages).toHaveLength(report.forms.handout!.count)
    expect(pages.length).toBeLessThan(0.7 * deck.total)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(without(deck.title))
      expect(page).toContain(`${index + 1}/${pages.length}`)
    }
  })

  test("has the text of every slide in order, every figure with its clause, and no speaker's notes", async () => {
    const { chapters, figures, quotes } = await readData(root)
    const all = pages.join('')
    const places = [...spaced.matchAll(/幻灯片\s*(\d+)/g)].map(([, no]) => Number(no))
    expect(places.length).toBeGreaterThan(deck.total / 2)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { title } of chapters) expect(all).toContain(without(title))
    for (const { text } of quotes) expect(all).toContain(without(text))
    expect(
      figures
        .filter(
          figure => !all.includes(without(figure.label)) || !all.includes(without(formatFigure(figure, 'worded'))),
        )
        .map(({ id }) => id),
    ).toEqual([])
    expect(
      figures
        .filter(({ derived, evidence }) => !derived && !all.includes(without(evidence.clause)))
        .map(({ id }) => id),
    ).toEqual([])
    expect(all).not.toContain('canary')
    expect(all).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF\uE000-\uF8FF\uFFFD]/)
  })

  test("is tagged, with one title, bookmarks and the deck's facts, and leads to no address", async () => {
    expect([document.getTitle(), document.getAuthor()]).toEqual([deck.title, deck.author])
    expect(String(document.catalog.lookup(PDFName.of('Lang')))).toBe(`(${deck.lang})`)
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(countTags(document, 'H1')).toBe(1)
    expect(countTags(document, 'H2')).toBeGreaterThanOrEqual((await readData(root)).chapters.length)
    expect(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First'))).toBeDefined()
    const links = readLinks(document)
    expect(links.length).toBeGreaterThan(deck.total)
    expect(links.filter(({ target }) => target < 0)).toEqual([])
  })
})
