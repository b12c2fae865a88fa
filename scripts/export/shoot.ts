import type { Page } from 'playwright-chromium'
import type { SlideSnapshot } from './inspect.ts'

/** A PNG of one slide. */
export async function shootSlide(page: Page, { id }: Pick<SlideSnapshot, 'id'>): Promise<Buffer> {
  return await page.locator(`[id="${id}"]`).screenshot({ animations: 'disabled' })
}
