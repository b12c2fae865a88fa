import type { BrowserContextOptions, Page } from 'playwright-chromium'
import type { SkinId } from '../../../styles/tokens.ts'
import type { Open } from '../../support/test.ts'

/** A slide, and how many of its clicks were made. */
export interface Step {
  slide: number
  click: number
}

/** The slide that is shown, and no other: slides that were loaded ahead lie hidden beside it. */
export const SHOWN = '.slidev-page:visible'

/** Opens the deck as it is shown, at its first slide. */
export async function openShow(open: Open, skin: SkinId, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(`/1?skin=${skin}`, options)
  await settled(page)
  return page
}

/** Where the show stands, as its address tells. */
export function stepOf(page: Page): Step {
  const { pathname, searchParams } = new URL(page.url())
  return { slide: Number(pathname.slice(1)), click: Number(searchParams.get('clicks') ?? 0) }
}

/** Waits until fonts and charts of the slide that is shown are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.slidev-page')].find(slide => slide.checkVisibility())
    return (
      shown?.dataset.slidevNo === location.pathname.replace(/^.*\//, '') &&
      shown.querySelector('[data-huibao-content]') &&
      document.fonts.status === 'loaded' &&
      [...shown.querySelectorAll('img')].every(image => image.complete) &&
      [...shown.querySelectorAll<HTMLElement>('[data-waitfor]')].every(each =>
        each.querySelector(each.dataset.waitfor!),
      )
    )
  })
}

/** Presses a key and waits for the slide that it leads to. @returns whether it led anywhere */
export async function press(page: Page, key: string): Promise<boolean> {
  const before = page.url()
  await page.keyboard.press(key)
  // The address follows the key at once, where it follows it at all.
  const moved = await page
    .waitForURL(url => url.href !== before, { timeout: 500 })
    .then(
      () => true,
      () => false,
    )
  if (moved) await settled(page)
  return moved
}

/** Goes through the show from where it stands to its end, stopping at every slide and click. */
export async function* walk(page: Page, key = 'ArrowRight'): AsyncGenerator<Step> {
  do yield stepOf(page)
  while (await press(page, key))
}

/** `7` or `7/1`: slide 7, after its first click. */
export function nameOf({ slide, click }: Step): string {
  return click ? `${slide}/${click}` : `${slide}`
}
