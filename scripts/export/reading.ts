import type { Page } from 'playwright-chromium'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import { lookQuery, type Look } from '../lib/look.ts'
import { formatRange } from './range.ts'

/**
 * The address of the reading page with these slides.
 * @param all whether they are drawn at once, and not as they are scrolled to
 */
function readingPath(numbers: readonly number[], look: Look, all: boolean): string {
  return `/read?${new URLSearchParams({ ...(all && { all: '' }), range: formatRange(numbers), ...lookQuery(look) })}`
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
  { look, timeout, all = true }: { look: Look; timeout: number; all?: boolean },
): Promise<boolean> {
  await page.goto(origin + readingPath(numbers, look, all), { waitUntil: 'load', timeout }).catch((error: unknown) => {
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
