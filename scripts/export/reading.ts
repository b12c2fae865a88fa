import type { Page } from 'playwright-chromium'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { lookQuery, type Look } from '../lib/look.ts'
import { formatRange } from './range.ts'

/** The address of the reading page with these slides, all of them drawn at once. */
export function readingPath(numbers: readonly number[], look: Look): string {
  return `/read?${new URLSearchParams({ all: '', range: formatRange(numbers), ...lookQuery(look) })}`
}

/**
 * Loads the deck's reading page, as far as the page itself; its slides may still be on their way.
 * @returns whether the site has one
 * @throws HuibaoError where nothing loads
 */
export async function openReading(
  page: Page,
  origin: string,
  numbers: readonly number[],
  { look, timeout }: { look: Look; timeout: number },
): Promise<boolean> {
  await page.goto(origin + readingPath(numbers, look), { waitUntil: 'load', timeout }).catch((error: unknown) => {
    throw new HuibaoError(`阅读页打不开：${messageOf(error).split('\n')[0]}`, {
      hint: '请用 npm run build 建出网站，看它能不能打开。',
      cause: error,
    })
  })
  // Without such a route Slidev takes `/read` for the name of a slide, and shows its player.
  await page
    .locator('.hb-reading, #slide-container')
    .first()
    .waitFor({ state: 'attached', timeout })
    .catch(() => {})
  return (await page.locator('.hb-reading').count()) > 0
}
