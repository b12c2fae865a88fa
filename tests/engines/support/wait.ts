import { setTimeout as sleep } from 'node:timers/promises'
import type { Tab } from './tab.ts'

/** How long a page may take for what it was told, in milliseconds; a machine may be busy. */
const PATIENCE = 60_000

/** Waits until something holds. On a page that just goes elsewhere nothing does yet. @throws Error that names it */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE
  const now = (): Promise<boolean> =>
    holds().catch((error: unknown) => {
      if (/context was destroyed|navigat/i.test(String(error))) return false
      throw error
    })
  while (!(await now())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await sleep(100)
  }
}

/** Waits until a slide is on the screen, its charts drawn and its fonts loaded. */
export function untilShown(tab: Tab, no: number): Promise<void> {
  return until(`slide ${no} is shown`, () =>
    tab.evaluate(no => {
      const slide = document.querySelector(`#slideshow [data-slidev-no="${no}"]`)
      return (
        slide !== null &&
        slide.getClientRects().length > 0 &&
        slide.querySelector('.hb-slide') !== null &&
        document.fonts.status === 'loaded' &&
        [...slide.querySelectorAll<HTMLElement>('[data-waitfor]')].every(chart =>
          chart.querySelector(chart.dataset.waitfor!),
        )
      )
    }, no),
  )
}

/** Waits until the page to read is whole; it is to be opened with `?all`. */
export function untilRead(tab: Tab): Promise<void> {
  return until('the page to read is whole', () =>
    tab.evaluate(
      () =>
        document.fonts.status === 'loaded' &&
        document.querySelector('.hb-reading [data-slidev-no]') !== null &&
        [...document.querySelectorAll('[data-slidev-no]')].every(each => each.querySelector('[data-huibao-content]')) &&
        [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].every(chart =>
          chart.querySelector(chart.dataset.waitfor!),
        ),
    ),
  )
}
