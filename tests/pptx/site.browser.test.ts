import { expect, inject } from 'vitest'
import { charactersOf } from '../../scripts/export/pdf-text.ts'
import { lostTexts, slideText } from '../../scripts/export/pptx/lost.ts'
import { makePptx } from '../../scripts/export/pptx/make.ts'
import { readFacts } from '../../scripts/export/facts-file.ts'
import { renderSlides } from '../../scripts/export/render.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { generatedText } from '../support/generated-text.ts'
import { test } from '../support/test.ts'
import { allOf, openPackage, packageFaults, slideFaults, slidesOf, textsOf } from './support/package.ts'

/** The characters of a text in the order of their codes. */
const sorted = (text: string): string => charactersOf(text).sort().join('')

test('a deck becomes a presentation that says on each slide what the slide says', async ({ browser, site }) => {
  const { root } = inject('district')
  const deck = await readDeck(root)
  const numbers = Array.from({ length: deck.total }, (_, index) => index + 1)
  const { print, layouts } = await renderSlides({
    ...{ browser, deck, origin: site.origin, numbers, clicks: false, scale: 1, look: {}, timeout: 60_000 },
  })
  const facts = JSON.parse(new TextDecoder().decode(await readFacts(site.folder)))
  const { bytes, slides } = await makePptx({
    ...{ page: print.page, root, deck, canvas: deck.canvas, facts, date: new Date(0) },
  })
  const generated = await print.page.evaluate(generatedText)
  await print.page.context().close()
  const file = openPackage(bytes)

  expect(packageFaults(file)).toEqual([])
  expect(slidesOf(file).flatMap(name => slideFaults(name, file))).toEqual([])

  const seen = layouts.map(({ pieces }, index) => sorted(pieces.map(({ text }) => text).join('') + generated[index]!))
  expect(slides.map(({ shapes }) => sorted(slideText(shapes)))).toEqual(seen)
  // What native charts print stands in parts of their own.
  const plain = slidesOf(file).map((name, index) => ({ name, index, charts: allOf(file.xml(name), 'chart').length }))
  for (const { name, index } of plain.filter(({ charts }) => charts === 0))
    expect(sorted(textsOf(name, file).join(''))).toBe(seen[index])
  expect(plain.some(({ charts }) => charts > 0)).toBe(true)
  expect(lostTexts(layouts, slides)).toEqual([])

  const titles = slidesOf(file).map(name =>
    allOf(file.xml(name), 'ph').filter(({ attributes }) => /^(?:ctrT|t)itle$/.test(attributes.type ?? '')),
  )
  expect(titles.map(({ length }) => length)).toEqual(numbers.map(() => 1))
  const described = (no: number): string[] =>
    allOf(file.xml(`ppt/slides/slide${no}.xml`), 'cNvPr').flatMap(({ attributes }) => attributes.descr ?? [])
  expect(described(3)[0]).toMatch(/^.*（条形图）。\n出处：\n.*货值突破840亿元/s)

  const notes = file.names.filter(name => name.startsWith('ppt/notesSlides/notes')).map(name => textsOf(name, file))
  const said = notes.flat().join('\n')
  expect(said).not.toMatch(/[<>]/)
  expect(said).toContain('计划 20 秒')
  expect(said).toContain('货值突破840亿元')
  expect(said).toMatch(/\n[^\n]*货值突破840亿元——[^\n]*“港口走向深蓝”[^\n]*840亿元”/)
})

test('a text that is not written is told with its slide', () => {
  const piece = { text: '丢了', element: 'p.lost' }
  const layouts = [{ no: 3, pieces: [piece] }] as unknown as Parameters<typeof lostTexts>[0]
  const slide = { no: 3, layout: 'default', shapes: [], notes: [] }
  expect(lostTexts(layouts, [slide])).toEqual([{ slide: 3, message: '“丢了”（p.lost）没有写进 PPTX' }])
})
