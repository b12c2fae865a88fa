import { describe, expect, inject } from 'vitest'
import { readDeckKnowledge } from '../../scripts/export/pptx/deck-data.ts'
import { exported } from '../scripts/support/exported.ts'
import { countTags, readAlternatives, readBookmarks } from '../scripts/support/pdf.ts'
import { test } from '../support/test.ts'

const without = (text: string): string => text.replace(/\s+/g, '')

describe('a handout of slides', () => {
  const { root } = inject('district')

  test('has three slides a page beside what is said on them, word by word', async ({ browser, life }) => {
    const { report, pdfs } = await exported({ root, browser, life }, 'pdf', 'handout')
    expect(report.problems).toEqual([])
    const slides = pdfs['haiwan-2031.pdf']!
    const { document, pages } = pdfs['haiwan-2031-a4.pdf']!
    expect(
      new Set(document.getPages().map(page => String([page.getWidth(), page.getHeight()].map(Math.round)))),
    ).toEqual(new Set(['595,842']))
    expect(pages.length).toBeGreaterThanOrEqual(report.pages / 3)
    expect(pages.length).toBeLessThan(report.pages / 2)
    for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1}/${pages.length}`)
    const { speech } = await readDeckKnowledge(root)
    const all = pages.join('')
    const said = report.slides.flatMap(no => speech(no).map(without))
    expect(said.length).toBeGreaterThan(4)
    expect(said.filter(line => !all.includes(line))).toEqual([])
    // The slides are the same drawings, with their tags: each character is there, and each picture is described.
    const count = slides.pages.join('').length + said.join('').length
    expect(all.length).toBeGreaterThanOrEqual(count)
    expect(readAlternatives(document)).toEqual(readAlternatives(slides.document))
    expect(countTags(document, 'H1')).toBe(countTags(slides.document, 'H1'))
  })

  test('has lines to write on in place of what is said, as many slides a page as asked for', async ({
    browser,
    life,
  }) => {
    const { report, pdfs } = await exported(
      { root, browser, life },
      ...['handout', '--lines', '--per-page', '6', '--range', '1-8'],
    )
    expect(report.problems).toEqual([])
    const { pages } = pdfs['haiwan-2031-a4.pdf']!
    expect(pages).toHaveLength(2)
    const { speech } = await readDeckKnowledge(root)
    const said = report.slides.flatMap(no => speech(no).map(without)).filter(line => line.length > 12)
    expect(said.filter(line => pages.join('').includes(line))).toEqual([])
  })

  test('follows the slides of a PDF as pages with what is said, where that is asked for', async ({ browser, life }) => {
    const { report, pdfs } = await exported({ root, browser, life }, 'pdf', '--notes', '--range', '1-5')
    expect(report.problems).toEqual([])
    const { document, pages } = pdfs['haiwan-2031.pdf']!
    expect(pages).toHaveLength(6)
    expect(report.forms.pdf!.count).toBe(6)
    const { speech } = await readDeckKnowledge(root)
    const said = report.slides.flatMap(no => speech(no).map(without))
    expect(said.length).toBeGreaterThan(2)
    expect(said.filter(line => !pages[5]!.includes(line))).toEqual([])
    expect(readBookmarks(document).at(-1)).toEqual({ title: '讲稿', page: 5, children: [] })
  })
})
