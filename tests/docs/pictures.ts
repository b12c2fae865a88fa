import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { loadSlides } from '../../model/slides/load.ts'
import { composeGallery } from '../gallery/gallery.ts'
import { ROOT } from '../support/project.ts'
import { PICTURES } from './build.ts'

/** Px of a picture in the guide. */
const WIDTH = 640

/**
 * Draws the guide's pictures anew: the first slide of each page of the gallery, as `npm run gallery` has exported it.
 * @throws Error where the gallery has not been exported
 */
export async function drawPictures(): Promise<void> {
  const { slides } = await loadSlides(await composeGallery())
  const pages = slides.map(({ source }) => /[\\/]pages[\\/](\w+)\.md$/.exec(source.filepath)?.[1])
  const digits = Math.max(2, String(slides.length).length)
  const folder = path.join(ROOT, PICTURES)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [index, page] of pages.entries()) {
    if (page === undefined || pages.indexOf(page) !== index) continue
    const slide = path.join(ROOT, 'exports', 'gallery', 'png', `${String(index + 1).padStart(digits, '0')}.png`)
    if (!existsSync(slide)) throw new Error(`${slide} is missing: run npm run gallery first`)
    await sharp(slide)
      .resize(WIDTH)
      .png({ palette: true, colours: 64 })
      .toFile(path.join(folder, `${page}.png`))
  }
}
