import { expect, inject } from 'vitest'
import { printPdf } from '../../scripts/export/pdf.ts'
import { charactersOf, findLostText, readPdfText } from '../../scripts/export/pdf-text.ts'
import { renderSlides } from '../../scripts/export/render.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { generatedText } from '../support/generated-text.ts'
import { test } from '../support/test.ts'

/** The characters of a text in the order of their codes. */
const sorted = (text: string): string => charactersOf(text).sort().join('')

test('every page of the PDF has the text of its slide, all of it and no other', async ({ browser, site }) => {
  const deck = await readDeck(inject('district').root)
  const numbers = Array.from({ length: deck.total }, (_, index) => index + 1)
  const { print, layouts } = await renderSlides({
    ...{ browser, deck, origin: site.origin, numbers, clicks: false, scale: 1, look: {}, timeout: 60_000 },
  })
  const generated = await print.page.evaluate(generatedText)
  const pages = await readPdfText(await printPdf(print.page))
  await print.page.context().close()
  expect(pages).toHaveLength(deck.total)
  expect(pages.map(sorted)).toEqual(
    layouts.map(({ pieces }, index) => sorted(pieces.map(({ text }) => text).join('') + generated[index]!)),
  )
  expect(findLostText(layouts, pages)).toEqual([])
})
