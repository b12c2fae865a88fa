import type { Page } from 'playwright-chromium'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { contactSheetPage, type ContactSlide, type Thumbnail } from './contact-sheet-page.ts'
import { skinName } from '../lib/look.ts'
import { HIGHEST, partsOf } from './long-image.ts'
import type { Rendered } from './render.ts'
import { openSheet, type SheetParts } from './sheet.ts'

/**
 * Draws the contact sheet in Chromium.
 * @param looks the same slides in each of the skins, one snapshot a slide, as small as thumbnails
 * @param each called after each thumbnail
 * @returns a PNG
 */
export async function drawContactSheet(
  looks: readonly Rendered[],
  deck: Pick<Deck, 'title' | 'lang'>,
  each: () => void,
): Promise<Buffer> {
  const pictures = new Map<string, Buffer>()
  const places: ReadonlyMap<string, Place>[] = []
  for (const [skin, { print }] of looks.entries()) places.push(await shootStrips(print.page, `${skin}`, pictures, each))
  const [first] = looks
  const sheet = ({ fontFaces, addressOf }: SheetParts): string =>
    contactSheetPage({
      lang: deck.lang,
      title: deck.title,
      skins: looks.map(({ print }) => skinName(print.look.skin)),
      slides: first!.snapshots.map(({ no, title, level }, index): ContactSlide => ({
        no,
        title,
        chapter: level === 1,
        thumbnails: looks.map(({ snapshots }, skin) => {
          const { picture, ...place } = places[skin]!.get(snapshots[index]!.id)!
          return { address: addressOf(picture), ...place }
        }),
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

interface Place extends Omit<Thumbnail, 'address'> {
  /** Name of the picture that it is in. */
  picture: string
}

/**
 * Shoots the slides of a page many at once, which takes a fraction of the time of one by one.
 * @param name begins the names of the pictures
 * @param pictures where they are put
 * @returns where each slide stands, by the id of its element
 */
async function shootStrips(
  page: Page,
  name: string,
  pictures: Map<string, Buffer>,
  each: () => void,
): Promise<Map<string, Place>> {
  const { scale, width, slides } = await page.evaluate(findSlides)
  const bottoms = slides.map(({ bottom }) => bottom)
  const parts = partsOf({ height: bottoms.at(-1)!, slides: bottoms, lines: [] }, HIGHEST / scale)
  const places = new Map<string, Place>()
  for (const [index, [top, bottom]] of parts.entries()) {
    const picture = `${name}-${index}.png`
    const clip = { x: 0, y: top, width, height: bottom - top }
    pictures.set(picture, await page.screenshot({ animations: 'disabled', fullPage: true, clip }))
    for (const slide of slides.filter(each => each.top >= top && each.bottom <= bottom)) {
      const height = Math.round((slide.bottom - slide.top) * scale)
      places.set(slide.id, { picture, top: Math.round((slide.top - top) * scale), height })
      each()
    }
  }
  return places
}

/* Runs in the page: may use nothing from outside of itself. */
function findSlides() {
  const boxes = [...document.querySelectorAll('.print-slide-container')].map(slide => {
    const { top, bottom, width } = slide.getBoundingClientRect()
    return { id: slide.id, top: top + scrollY, bottom: bottom + scrollY, width }
  })
  return { scale: devicePixelRatio, width: boxes[0]!.width, slides: boxes }
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
