import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import type { SlideSnapshot } from './inspect.ts'
import { pngName } from './names.ts'

/**
 * Writes a PNG of each slide, or click state, into `folder`.
 * @param each called after each of them
 * @returns the names of the files
 */
export async function shootSlides(
  page: Page,
  snapshots: readonly SlideSnapshot[],
  folder: string,
  total: number,
  clicks: boolean,
  each: () => void,
): Promise<string[]> {
  const names: string[] = []
  for (const snapshot of snapshots) {
    const name = pngName(snapshot, total, clicks)
    // Written here and not by Playwright, which would make the folder anew after an interrupt has removed it.
    writeFileSync(path.join(folder, name), await shootSlide(page, snapshot))
    names.push(name)
    each()
  }
  return names
}

/** A PNG of one slide. */
export async function shootSlide(page: Page, { id }: Pick<SlideSnapshot, 'id'>): Promise<Buffer> {
  return await page.locator(`[id="${id}"]`).screenshot({ animations: 'disabled' })
}
