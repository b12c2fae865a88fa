import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { skins, type SkinId } from '../../styles/tokens.ts'
import { serveDeck } from '../support/site.ts'
import { findFaults, loadAxe } from './support/axe.ts'

/** The spacing that readers may ask for (WCAG 1.4.12). */
const WIDE_TEXT = `
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
`

/** What would cut text off, to show that it would be seen. */
const TOO_NARROW = `
main :is(h1, h2) { width: 4em !important; overflow: hidden !important }
main :is(h1, h2) * { white-space: nowrap !important }
`

/* Runs in the page: may use nothing from outside of itself. */
function findCut(): string[] {
  const range = document.createRange()
  const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
    const css = getComputedStyle(element)
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
    if (!own || !element.checkVisibility() || element.closest('svg'))
      return false
    range.selectNodeContents(element)
    const box = range.getBoundingClientRect()
    for (let above: HTMLElement | null = element; above; above = above.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(above)
      const frame = above.getBoundingClientRect()
      // What scrolls can be read; what is cut off by an ellipsis stands elsewhere in full.
      if (['auto', 'scroll'].includes(overflowX) || css.textOverflow === 'ellipsis')
        return false
      if (['hidden', 'clip'].includes(overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1))
        return true
      if (['hidden', 'clip'].includes(overflowY) && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
        return true
    }
    return box.right > innerWidth + 1
  }).map(element => `cut off: ${element.textContent!.trim().slice(0, 40)}`)
  const beyond = document.documentElement.scrollWidth - innerWidth
  return beyond > 1 ? [`the page is ${beyond} px wider than the window`, ...cut] : cut
}

describe('the deck, to read', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser

  beforeAll(async () => {
    [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
  })
  afterAll(() => life.dispose())

  async function open(width: number, skin: SkinId): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' })).newPage()
    await page.goto(`${origin}/read?all&skin=${skin}`, { waitUntil: 'networkidle' })
    await page.waitForFunction(() => document.fonts.status === 'loaded'
      && [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].every(each => each.querySelector(each.dataset.waitfor!)))
    return page
  }

  // Everything else is judged in tests/read, in one skin: it does not depend on colours.
  it.each(Object.keys(skins) as SkinId[])('sets all text apart from its ground: skin %s', async (skin) => {
    const page = await open(390, skin)
    await loadAxe(page)
    expect(await findFaults(page, [], { runOnly: ['color-contrast', 'link-in-text-block'] })).toEqual([])
    await page.context().close()
  })

  // 320 px is a window of 1280 px at 400 %, and less than most phones have at 200 %.
  it('is complete at four times its size, however widely its text is spaced', async () => {
    const page = await open(320, 'red')
    expect(await page.evaluate(findCut)).toEqual([])
    await page.addStyleTag({ content: WIDE_TEXT })
    expect(await page.evaluate(findCut)).toEqual([])
    await page.addStyleTag({ content: TOO_NARROW })
    expect(await page.evaluate(findCut)).not.toEqual([])
    await page.context().close()
  })
})
