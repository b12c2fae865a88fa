import { parse } from 'node:path'

/** A picture file in `public/photos/`. */
export interface PhotoName {
  /** The slot that it is for: its name without the ending. */
  id: string
  /** Its name. */
  file: string
  /** The ending in small letters, with its dot. */
  ending: string
}

/** Formats that every browser shows, by the endings of their files. */
export const FORMATS: Readonly<Record<string, string>> = {
  '.jpg': 'JPEG',
  '.jpeg': 'JPEG',
  '.png': 'PNG',
  '.webp': 'WebP',
  '.avif': 'AVIF',
}

/** Formats in which cameras, phones and scanners also save, and which browsers do not show. */
const OTHERS = new Set([
  '.heic',
  '.heif',
  '.tif',
  '.tiff',
  '.bmp',
  '.gif',
  '.svg',
  '.psd',
  '.raw',
  '.dng',
  '.cr2',
  '.cr3',
  '.nef',
  '.arw',
  '.jfif',
  '.jp2',
  '.jxl',
])

/** The picture files among these names, sorted; what is none, such as a README, is left out. */
export function listPhotos(names: readonly string[]): PhotoName[] {
  return [...names]
    .sort()
    .map(file => ({ file, id: parse(file).name, ending: parse(file).ext.toLowerCase() }))
    .filter(({ file, ending }) => !file.startsWith('.') && (ending in FORMATS || OTHERS.has(ending)))
}
