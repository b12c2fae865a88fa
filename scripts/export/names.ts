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
