import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import type { Sheet } from './inspect.ts'
import { pngName } from './names.ts'

/**
 * Writes a PNG of each sheet into `folder`.
 * @param each called after each of them
 * @returns the names of the files
 */
export async function shootSheets(
  page: Page,
  sheets: readonly Sheet[],
  folder: string,
  total: number,
  clicks: boolean,
  each: () => void,
): Promise<string[]> {
  const names: string[] = []
  for (const sheet of sheets) {
    const name = pngName(sheet, total, clicks)
    // Written here and not by Playwright, which would make the folder anew after an interrupt has removed it.
    writeFileSync(path.join(folder, name), await shootSheet(page, sheet))
    names.push(name)
    each()
  }
  return names
}

/** A PNG of one sheet. */
export async function shootSheet(page: Page, { id }: Pick<Sheet, 'id'>): Promise<Buffer> {
  return await page.locator(`[id="${id}"]`).screenshot({ animations: 'disabled' })
}
