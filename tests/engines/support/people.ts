/*
 * What people do at the pages of a meeting and see there, by role and label. Where a page changes its words, this file
 * alone does.
 */
import type { Tab } from './tab.ts'
import { until } from './wait.ts'

/** Finds what is shown of a role, by how its name begins: `button 下一步`. Runs in the page. */
function byRole(wanted: string): Element | undefined {
  const [role = '', name = ''] = wanted.split(' ')
  const tags = { button: 'button, [role=button]', link: 'a[href]', textbox: 'input' }
  return [...document.querySelectorAll(tags[role as keyof typeof tags])].find(element => {
    const own = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return own.trim().startsWith(name) && element.getClientRects().length > 0
  })
}

/** Waits until something is shown that a selector matches, or no longer. */
function untilSeen(tab: Tab, selector: string, seen = true): Promise<void> {
  return until(`${selector} is ${seen ? '' : 'not '}shown`, () =>
    tab.evaluate(
      (selector, seen) =>
        [...document.querySelectorAll(selector)].some(element => element.getClientRects().length > 0) === seen,
      selector,
      seen,
    ),
  )
}

function press(tab: Tab, button: string): Promise<void> {
  return until(`the button ${button} can be pressed`, () => tab.click(byRole, `button ${button}`))
}

/** The page of a device that pairs by the address in the QR code, and turns pages then. */
export async function pair(tab: Tab, url: string): Promise<void> {
  await tab.open(url)
  await until('it is paired', () => tab.evaluate(() => location.pathname.startsWith('/presenter/')))
}

/** The presenter's page on a laptop. */
export const laptop = {
  ready: (tab: Tab) => untilSeen(tab, '.hb-desk-current .hb-slide'),
  next: (tab: Tab) => tab.press('ArrowRight'),
  takeOver: (tab: Tab) => press(tab, '接管'),
}

/** The presenter's phone. */
export const phone = {
  async open(tab: Tab, origin: string): Promise<void> {
    await tab.open(`${origin}presenter/phone`)
    await untilSeen(tab, '.hb-phone-current .hb-slide')
  },
  takeOver: (tab: Tab) => press(tab, '接管'),
  next: (tab: Tab) => press(tab, '下一步'),
  darken: (tab: Tab) => press(tab, '黑屏'),
  lighten: (tab: Tab) => press(tab, '恢复画面'),
  /** Points at the middle of the slide, and lets go when `meanwhile` is done. */
  async point(tab: Tab, meanwhile: () => Promise<void>): Promise<void> {
    await press(tab, '激光')
    await untilSeen(tab, '.hb-phone-pad')
    const [x, y, width, height] = await tab.evaluate(() => {
      const { left, top, width, height } = document.querySelector('.hb-phone-pad')!.getBoundingClientRect()
      return [left, top, width, height] as const
    })
    const at = (share: number) => [x + width * share, y + height * share] as const
    await tab.move([at(0.3), at(0.4), at(0.5)], { pressed: true, before: meanwhile })
    await press(tab, '关激光')
  },
}

/** Whoever follows: at a screen of the hall, on a device of their own, or reading. */
export const follower = {
  ready: (tab: Tab) => untilSeen(tab, '.hb-slide'),
  /** A tab behind others turns no pages. */
  async sees(tab: Tab, no: number): Promise<void> {
    await tab.front()
    await untilSeen(tab, `#slideshow [data-slidev-no="${no}"]`)
  },
  async reads(tab: Tab, no: number): Promise<void> {
    await tab.front()
    await untilSeen(tab, `.hb-reading-present[data-no="${no}"]`)
  },
  seesLaser: (tab: Tab) => untilSeen(tab, '.hb-pointer-laser'),
  seesNoPointer: (tab: Tab) => untilSeen(tab, '.hb-pointer', false),
  seesBlack: (tab: Tab) => untilSeen(tab, '.hb-screen-black'),
  seesSlides: (tab: Tab) => untilSeen(tab, '.hb-screen-black', false),
  isToldOfTheLine: (tab: Tab) => untilSeen(tab, '[role=status]'),
}
