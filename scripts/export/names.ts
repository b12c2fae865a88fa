import type { Deck } from '../lib/deck.ts'
import type { SlideSnapshot } from './inspect.ts'

/** How many digits the numbers of slides have in the names of files. */
function digitsOf(total: number): number {
  return Math.max(2, String(total).length)
}

/**
 * The PNG file of a slide: `03.png`, or `03-02.png` for slide 3 after two clicks.
 * @param total slides of the deck: decides how many digits all names have
 */
export function pngName(snapshot: Pick<SlideSnapshot, 'no' | 'clicks'>, total: number, clicks: boolean): string {
  const no = String(snapshot.no).padStart(digitsOf(total), '0')
  return `${no}${clicks ? `-${String(snapshot.clicks).padStart(2, '0')}` : ''}.png`
}

/** Whether a PNG file may be one of an earlier export of a deck of this size; any other name is somebody's own. */
export function isPngName(name: string, total: number): boolean {
  return new RegExp(`^\\d{${digitsOf(total)}}(?:-\\d{2,3})?\\.png$`).test(name)
}

const CONTACT_SHEET = '-contact-sheet.png'

/** The PNG file that shows all slides side by side. */
export function contactSheetName({ fileName }: Pick<Deck, 'fileName'>): string {
  return fileName + CONTACT_SHEET
}

/** Whether an exported file is a contact sheet; no page is called so. */
export function isContactSheet(file: string): boolean {
  return file.endsWith(CONTACT_SHEET)
}

const HANDOUT = '-a4.pdf'

/** The PDF for A4 paper. */
export function handoutName({ fileName }: Pick<Deck, 'fileName'>): string {
  return fileName + HANDOUT
}

/** Whether an exported file is a handout. */
export function isHandout(file: string): boolean {
  return file.endsWith(HANDOUT)
}

/**
 * Whether a file is one that exporting this deck writes.
 * @param file relative to the folder of the export, with forward slashes
 */
export function isExported(file: string, deck: Pick<Deck, 'fileName' | 'total'>): boolean {
  return (
    file === `${deck.fileName}.pdf` ||
    file === contactSheetName(deck) ||
    file === handoutName(deck) ||
    (file.startsWith('png/') && isPngName(file.slice(4), deck.total))
  )
}
