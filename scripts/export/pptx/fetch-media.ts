import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Media } from './media.ts'

/** Px across of the image beside a drawing, for programs that draw no SVG: sharp on a projector. */
const IMAGE_WIDTH = 1920

/** How a photo that has to be written anew is packed. */
const JPEG = { quality: 88, mozjpeg: true }

/**
 * The files of pictures, as office programs take them, by address; one file for those that are the same.
 * @param load gets the bytes at an address
 */
export async function fetchMedia(
  sources: Iterable<string>,
  load: (source: string) => Promise<Uint8Array>,
): Promise<Map<string, Media>> {
  const media = new Map<string, Media>()
  const known = new Map<string, Media>()
  for (const source of new Set(sources)) {
    const bytes = await load(source)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const files = known.get(hash) ?? (await mediaOf(bytes))
    known.set(hash, files)
    media.set(source, files)
  }
  return media
}

async function mediaOf(bytes: Uint8Array): Promise<Media> {
  const { format, width = 1, hasAlpha } = await sharp(bytes).metadata()
  if (format === 'svg') {
    const density = Math.min(2400, Math.max(72, (72 * IMAGE_WIDTH) / width))
    const drawn = sharp(bytes, { density }).resize({ width: IMAGE_WIDTH, withoutEnlargement: true })
    // Drawings have few colours: a palette halves what they take, and is not seen.
    return { image: { bytes: await drawn.png({ palette: true, effort: 10 }).toBuffer(), extension: 'png' }, svg: bytes }
  }
  if (format === 'png') return { image: { bytes, extension: 'png' } }
  if (format === 'jpeg') return { image: { bytes, extension: 'jpeg' } }
  const image = sharp(bytes).rotate()
  return hasAlpha
    ? { image: { bytes: await image.png().toBuffer(), extension: 'png' } }
    : { image: { bytes: await image.jpeg(JPEG).toBuffer(), extension: 'jpeg' } }
}
