import type { Metadata } from 'sharp'
import type { PhotoSize } from './read.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { forgetOld } from '../cache.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import { FORMATS } from './list.ts'

/** To be raised when pictures are published in another way, so that no stale one is taken from the cache. */
const RECIPE = 1

/** How a photo is compressed anew: hardly to be told from the one that came. */
const QUALITY = 85

/** Whether a file may be a picture that carries more than what it shows. */
export function isPublished(file: string): boolean {
  return extname(file).toLowerCase() in FORMATS
}

/**
 * A picture as it leaves the house: upright, no larger than it is shown, and without what a camera, a phone or an
 * editor has written into it: place, author, serial number, date, thumbnail. One that has nothing of that stays as it
 * is, byte for byte; so does what is no picture, or moves.
 * @param room the least width and height in pixels that it is to have, as far as it has them
 */
export async function publishPicture(bytes: Uint8Array, room: PhotoSize): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!metadata || (metadata.pages ?? 1) > 1) return bytes
  const { autoOrient } = metadata
  const scale = Math.max(room.width / autoOrient.width, room.height / autoOrient.height)
  if (scale >= 1 && !carriesMore(metadata)) return bytes
  const image = sharp(bytes)
    .autoOrient()
    .resize({ width: Math.ceil(autoOrient.width * Math.min(1, scale)) })
  switch (metadata.format) {
    case 'jpeg':
      return image.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'webp':
      return image.webp({ quality: QUALITY }).toBuffer()
    case 'heif':
      return image.avif({ quality: QUALITY }).toBuffer()
    default:
      return bytes
  }
}

/** A JPEG has more places for words than can be told. */
function carriesMore({ format, exif, xmp, iptc, icc, comments, orientation = 1 }: Metadata): boolean {
  return format === 'jpeg' || orientation !== 1 || [exif, xmp, iptc, icc, comments?.length].some(Boolean)
}

/**
 * The same, made only where the same picture was not made for the same room before.
 * @param folder where pictures are kept from one build to the next
 */
export async function publishCached(bytes: Uint8Array, room: PhotoSize, folder: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(`${RECIPE} ${QUALITY} ${room.width}x${room.height} `).update(bytes)
  const kept = join(folder, key.digest('hex'))
  const known = await readFile(kept).catch(() => undefined)
  if (known) return known
  await forgetOld(folder, Date.now())
  const made = await publishPicture(bytes, room)
  await writeFileAtomic(kept, made)
  return made
}
