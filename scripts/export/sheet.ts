import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-chromium'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { facePath, faces } from '../../setup/vite/fonts/faces.ts'
import { fontStylesheet } from '../../setup/vite/fonts/stylesheet.ts'
import { subsetWithHarfbuzz } from '../../setup/vite/fonts/subset.ts'

/** Where a sheet stands while it is drawn: nothing is asked of any server. */
const BASE = 'http://sheet.invalid/'

/** What a page of our own can refer to. */
export interface SheetParts {
  /** `@font-face` rules of the deck's families. */
  fontFaces: string
  /** The address of a picture. */
  addressOf: (name: string) => string
}

/**
 * Opens a page of our own in the deck's faces. They are cut down to what the page says: of the full ones a PDF has
 * characters copied as others that look the same. Fonts and pictures are there when it resolves.
 * @param html the page
 * @param pictures that it shows, by name: `.png` or `.jpg`
 */
export async function openSheet(
  browser: Browser,
  html: (parts: SheetParts) => string,
  pictures: ReadonlyMap<string, Buffer> = new Map(),
): Promise<Page> {
  const page = await browser.newPage({ deviceScaleFactor: 1, serviceWorkers: 'block' })
  try {
    await page.route(`${BASE}**`, route => {
      const name = route.request().url().slice(BASE.length)
      const contentType = name.endsWith('.jpg') ? 'image/jpeg' : 'image/png'
      return route.fulfill({ contentType, body: pictures.get(name)! })
    })
    const body = html({
      fontFaces: fontStylesheet(faces.map(face => ({ face, url: `${BASE}${face.name}.woff2`, format: 'woff2' }))),
      addressOf: name => BASE + name,
    })
    const characters = [...new Set(body)].join('')
    await page.route(`${BASE}*.woff2`, async route => {
      const face = faces.find(({ name }) => route.request().url().endsWith(`/${name}.woff2`))!
      const font = await subsetWithHarfbuzz(await readFile(facePath(face, ENGINE_ROOT)), characters)
      await route.fulfill({ contentType: 'font/woff2', body: font })
    })
    await page.route(BASE, route => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(BASE, { waitUntil: 'load' })
    await page.evaluate(async () => {
      await document.fonts.ready
      await Promise.all([...document.images].map(image => image.decode()))
    })
    return page
  } catch (error) {
    await page.close()
    throw error
  }
}
