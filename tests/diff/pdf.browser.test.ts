import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject } from 'vitest'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { readRecord } from '../../scripts/diff/read-deck.ts'
import type { DeckRecord } from '../../scripts/diff/record.ts'
import { writeDiffPdf } from '../../scripts/diff/pdf.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'
import { diffOf } from './support/records.ts'

test('a diff as a PDF lists figures first, and sets slides side by side that differ', async ({ browser }) => {
  const { root } = inject('district')
  const after = await readRecord(root)
  const before: DeckRecord = {
    ...after,
    figures: after.figures.map(figure =>
      figure.id === 'berths'
        ? { ...figure, text: '60座', leaves: { ...figure.leaves, value: '60' }, size: { base: '座', numbers: [60] } }
        : figure,
    ),
    // One slide is new, and another one had another note.
    slides: after.slides
      .filter(({ no }) => no !== 16)
      .map(slide => (slide.no === 3 ? { ...slide, note: '原来的话' } : slide)),
  }
  const diff = diffOf(before, after)
  const file = path.join(temporaryFolder(), '新', '改动.pdf')
  expect(await writeDiffPdf(diff, { before: root, after: root }, file, testContext(root), { browser })).toBe(file)
  const { OPS } = await getResolvedPDFJS()
  const document = await getDocumentProxy(new Uint8Array(readFileSync(file)))
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { items } = await page.getTextContent()
      const { fnArray } = await page.getOperatorList()
      const text = items
        .map(item => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, '')
      return { text, images: fnArray.filter(each => each === OPS.paintImageXObject).length, view: page.view }
    }),
  )
  const drawn = diff.slides.filter(({ state }) => state !== 'moved')
  expect(pages).toHaveLength(1 + drawn.length)
  expect(pages[0]!.text).toContain('海湾区二〇三一：改了什么')
  expect(pages[0]!.text).toContain('新建泊位（berths）60座→6座')
  expect(pages[0]!.text).toContain('差十倍以上，请核对')
  expect(pages[0]!.images).toBe(0)
  expect(pages.slice(1).map(({ images }) => images)).toEqual(
    drawn.map(({ before, after }) => (before && after ? 2 : 1)),
  )
  const noted = pages.find(({ text }) => text.includes('备注：'))!
  expect(noted.text).toMatch(/第3页《条形图：货值突破840亿元》原来第3页现在第3页备注：原来的话→（空）/)
  expect(pages.map(({ text }) => text).join()).toMatch(/第16页《一个大数：航运企业220家》原来没有这一页现在第16页/)
  // A4 in landscape.
  expect(pages[0]!.view.slice(2).map(Math.round)).toEqual([842, 595])
})
