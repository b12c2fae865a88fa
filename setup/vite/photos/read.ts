import type { PhotoName } from './list.ts'
import { readFile, stat } from 'node:fs/promises'
import { FORMATS } from './list.ts'

/** Size in pixels as browsers show a photo: turned as its EXIF orientation says. */
export interface PhotoSize {
  width: number
  height: number
}

/** What a photo file came to: its size, or why it cannot be used. */
export type PhotoRead = PhotoSize | { fault: string }

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  tiff: 'TIFF',
  svg: 'SVG',
  jxl: 'JPEG XL',
  jp2: 'JPEG 2000',
}
const UNREADABLE = '这个文件读不出来：不是图片，或者没有复制完整，请重新复制一份'
const READABLE = Object.keys(FORMATS)
  .filter(ending => ending !== '.jpeg')
  .map(ending => ending.slice(1))
  .join('、')

/** Decodes a photo to the end, for a copy that broke off has a sound beginning. */
export async function readPhoto(bytes: Uint8Array, { file, id, ending }: PhotoName): Promise<PhotoRead> {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { failOn: 'error' })
    const {
      format,
      compression,
      autoOrient: { width, height },
    } = await image.metadata()
    const found =
      format === 'heif' ? (compression === 'av1' ? 'AVIF' : 'HEIC') : (FORMAT_NAMES[format] ?? format.toUpperCase())
    const own = Object.keys(FORMATS).find(each => FORMATS[each] === found)
    if (!own) return { fault: `这是 ${found} 图片，浏览器显示不了，请另存为 ${READABLE} 中的一种` }
    if (FORMATS[ending] !== found) return { fault: `这是 ${found} 图片，文件名却是“${file}”，请改名为“${id}${own}”` }
    await image.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    return { width, height }
  } catch {
    return ending in FORMATS
      ? { fault: UNREADABLE }
      : { fault: `浏览器显示不了 ${ending} 文件，请另存为 ${READABLE} 中的一种` }
  }
}

/** Reads photos from disk, each anew only where its file has changed. */
export function createPhotoReader(): (path: string, name: PhotoName) => Promise<PhotoRead> {
  const known = new Map<string, { stamp: string; read: Promise<PhotoRead> }>()
  return async (path, name) => {
    // A file may go between being listed and being read.
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return { fault: UNREADABLE }
    const stamp = `${found.mtimeMs}/${found.size}`
    const kept = known.get(path)
    if (kept?.stamp === stamp) return kept.read
    const read = readFile(path).then(
      bytes => readPhoto(bytes, name),
      () => ({ fault: UNREADABLE }),
    )
    known.set(path, { stamp, read })
    return read
  }
}
