import type { Sheet } from './inspect.ts'

/** The names that our own PNG files have; anything else in the folder is somebody's own. */
export const PNG_NAME = /^\d{2,}(?:-\d{2,})?\.png$/

/**
 * The PNG file of a sheet: `03.png`, or `03-02.png` for slide 3 after two clicks.
 * @param total slides of the deck: decides how many digits all names have
 */
export function pngName(sheet: Pick<Sheet, 'no' | 'clicks'>, total: number, clicks: boolean): string {
  const digits = Math.max(2, String(total).length)
  const no = String(sheet.no).padStart(digits, '0')
  return `${no}${clicks ? `-${String(sheet.clicks).padStart(2, '0')}` : ''}.png`
}
