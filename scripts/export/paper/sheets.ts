import type { BrowserContext } from 'playwright-chromium'
import type { Deck } from '../../lib/deck.ts'
import { canvasOf, type Look } from '../../lib/look.ts'
import { openPrintPage } from '../open.ts'
import { readPdfText } from '../pdf-text.ts'
import type { Problem } from '../problems.ts'
import { printPdf } from '../pdf.ts'
import { settle } from '../settle.ts'
import { fillSheets, sheetsHtml } from './pages.ts'
import { findLostSpeech } from './notes-pages.ts'
import { nameSlides } from './places.ts'
import { planSheet, type PerPage } from './plan.ts'
import type { Margins } from './margins.ts'
import { paperStyle, sheetStyle } from './style.ts'

/** How sheets are made. */
export interface SheetOptions {
  deck: Pick<Deck, 'canvas'>
  /** Where the site is served. */
  origin: string
  numbers: readonly number[]
  perPage: PerPage
  /** Whether slides have lines to write on, and not what is said on them. */
  ruled: boolean
  /** What the speaker says on a slide: a paragraph each. */
  speech: (no: number) => readonly string[]
  margins: Margins
  /** What is written on the slides, as they are at the end. */
  written: readonly { text: string }[]
  look: Look
  timeout: number
}

/** Paper is white, whatever skin the deck is shown in. */
const lookOf = (look: Look): Look => ({ ...look, skin: 'red' })

/**
 * Prints slides on paper, several on a sheet. They are the slides of the print page themselves, drawn smaller: their
 * text can be copied, and is tagged as that of the slides.
 * @throws HuibaoError where the site has no print page
 */
export async function printSheets(
  context: BrowserContext,
  { deck, origin, numbers, perPage, ruled, speech, margins, written, look, timeout }: SheetOptions,
): Promise<{ bytes: Uint8Array; problems: Problem[] }> {
  const print = await openPrintPage(context, origin, numbers, false, timeout, lookOf(look))
  const { page, watch } = print
  try {
    const unready = await settle(print, timeout)
    const canvas = canvasOf(deck, look)
    const plan = planSheet(perPage, canvas)
    const ids = await page
      .locator('.print-slide-container')
      .evaluateAll(containers => containers.map(container => container.id))
    const slides = ids.map(id => ({ id, speech: ruled ? [] : speech(Number.parseInt(id)) }))
    await page.addStyleTag({
      content: paperStyle('hb-sheets', margins, "counter(page) ' / ' counter(pages)") + sheetStyle(plan, canvas.width),
    })
    await page.evaluate(fillSheets, sheetsHtml(slides, plan.columns, ruled ? plan.lines : 0))
    await nameSlides(page)
    const bytes = await printPdf(page)
    const said = slides.flatMap(({ id, speech }) => speech.map(text => ({ slide: Number.parseInt(id), text })))
    const lost = findLostSpeech(said, await readPdfText(bytes), written)
    return {
      bytes,
      problems: [...unready, ...[...watch.faults.keys()].map(message => ({ message })), ...lost],
    }
  } finally {
    await page.close()
  }
}
