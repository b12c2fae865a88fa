import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { facePath, faces } from '../../setup/vite/fonts/faces.ts'
import { fontStylesheet } from '../../setup/vite/fonts/stylesheet.ts'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { contactSheetPage, type ContactSlide } from './contact-sheet-page.ts'
import { skinName } from '../lib/look.ts'
import { shootSlide } from './png.ts'
import type { Rendered } from './render.ts'

/** Where the sheet stands while it is shot; our server has nothing there. */
const PATH = '/@huibao-contact-sheet/'

/** The project whose fonts are used. */
const PROJECT = path.join(import.meta.dirname, '../..')

/**
 * Draws the contact sheet in Chromium, in the deck's own faces: the full fonts, for what a site carries of them is only
 * what its slides set in each.
 * @param looks the same slides in each of the skins, one snapshot a slide
 * @param each called after each thumbnail
 * @returns a PNG
 */
export async function drawContactSheet(
  looks: readonly Rendered[],
  deck: Pick<Deck, 'title' | 'lang'>,
  origin: string,
  each: () => void,
): Promise<Buffer> {
  const pictures = new Map<string, Buffer>()
  const address = (skin: number, no: number): string => `${origin}${PATH}${skin}-${no}.png`
  for (const [skin, { print, snapshots }] of looks.entries()) {
    for (const snapshot of snapshots) {
      pictures.set(address(skin, snapshot.no), await shootSlide(print.page, snapshot))
      each()
    }
  }
  const [first] = looks
  const html = contactSheetPage({
    lang: deck.lang,
    title: deck.title,
    skins: looks.map(({ print }) => skinName(print.look.skin)),
    slides: first!.snapshots.map(({ no, title, level }): ContactSlide => ({
      no,
      title,
      chapter: level === 1,
      pictures: looks.map((_, skin) => address(skin, no)),
    })),
    fontFaces: fontStylesheet(faces.map(face => ({ face, url: `${PATH}${face.name}.ttf`, format: 'truetype' }))),
  })
  const page = await first!.print.page.context().browser()!.newPage({ deviceScaleFactor: 1, serviceWorkers: 'block' })
  try {
    await page.route(`${origin}${PATH}**`, route =>
      route.fulfill({ contentType: 'image/png', body: pictures.get(route.request().url())! }),
    )
    await page.route(`${origin}${PATH}*.ttf`, route => {
      const face = faces.find(({ name }) => route.request().url().endsWith(`/${name}.ttf`))
      return route.fulfill({ contentType: 'font/ttf', path: facePath(face!, PROJECT) })
    })
    await page.route(`${origin}${PATH}`, route => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto(`${origin}${PATH}`, { waitUntil: 'load' })
    return await shootPage(page)
  } finally {
    await page.close()
  }
}

async function shootPage(page: Page): Promise<Buffer> {
  const size = await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode()))
    const { width, height } = document.body.getBoundingClientRect()
    return { width: Math.ceil(width), height: Math.ceil(height) }
  })
  // Chromium draws what lies below its largest texture as a repetition of what lies above.
  if (size.height > 16_384)
    throw new HuibaoError(`缩略图一览有 ${size.height} 像素高，画不下`, { hint: '请用 --range 分几次导出。' })
  await page.setViewportSize(size)
  return await page.screenshot({ animations: 'disabled' })
}
