import type { Deck } from '../../lib/deck.ts'
import { card } from './card.ts'
import { contactSheet } from './contact-sheet.ts'
import type { ExportForm } from './form.ts'
import { handout } from './handout.ts'
import { html } from './html.ts'
import { longImage } from './long-image.ts'
import { pdf } from './pdf.ts'
import { png } from './png.ts'
import { pptx } from './pptx.ts'

/** All forms, in the order in which they are made: pictures first, for printing lays the page out anew. */
export const forms: readonly ExportForm[] = [png, contactSheet, longImage, card, pptx, pdf, handout, html]

/**
 * Whether a file is one that exporting this deck writes.
 * @param file relative to the folder of the export, with forward slashes
 */
export function isExported(file: string, deck: Pick<Deck, 'fileName' | 'total'>): boolean {
  return forms.some(({ folder, makes }) => {
    const prefix = folder === undefined ? '' : `${folder}/`
    const name = file.slice(prefix.length)
    return file.startsWith(prefix) && !name.includes('/') && makes(name, deck)
  })
}
