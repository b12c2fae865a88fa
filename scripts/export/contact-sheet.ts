import type { Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { contactSheetPage, type ContactSlide } from './contact-sheet-page.ts'
import { skinName } from '../lib/look.ts'
import { shootSlide } from './shoot.ts'
import type { Rendered } from './render.ts'
import { openSheet, type SheetParts } from './sheet.ts'

/**
 * Draws the contact sheet in Chromium.
 * @param looks the same slides in each of the skins, one snapshot a slide
 * @param each called after each thumbnail
 * @returns a PNG
 */
export async function drawContactSheet(
  looks: readonly Rendered[],
  deck: Pick<Deck, 'title' | 'lang'>,
  each: () => void,
): Promise<Buffer> {
  const pictures = new Map<string, Buffer>()
  const nameOf = (skin: number, no: number): string => `${skin}-${no}.png`
  for (const [skin, { print, snapshots }] of looks.entries()) {
    for (const snapshot of snapshots) {
      pictures.set(nameOf(skin, snapshot.no), await shootSlide(print.page, snapshot))
      each()
    }
  }
  const [first] = looks
  const sheet = ({ fontFaces, addressOf }: SheetParts): string =>
    contactSheetPage({
      lang: deck.lang,
      title: deck.title,
      skins: looks.map(({ print }) => skinName(print.look.skin)),
      slides: first!.snapshots.map(({ no, title, level }): ContactSlide => ({
        no,
        title,
        chapter: level === 1,
        pictures: looks.map((_, skin) => addressOf(nameOf(skin, no))),
      })),
      fontFaces,
    })
  const page = await openSheet(first!.print.page.context().browser()!, sheet, pictures)
  try {
    return await shootPage(page)
  } finally {
    await page.close()
  }
}

async function shootPage(page: Page): Promise<Buffer> {
  const size = await page.evaluate(() => {
    const { width, height } = document.body.getBoundingClientRect()
    return { width: Math.ceil(width), height: Math.ceil(height) }
  })
  // Chromium draws what lies below its largest texture as a repetition of what lies above.
  if (size.height > 16_384)
    throw new HuibaoError(`缩略图一览有 ${size.height} 像素高，画不下`, { hint: '请用 --range 分几次导出。' })
  await page.setViewportSize(size)
  return await page.screenshot({ animations: 'disabled' })
}
