import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { skins, type SkinId } from '../../styles/tokens.ts'
import { serveDeck } from '../support/site.ts'
import { findFaults, loadAxe } from './support/axe.ts'
import { nameOf, openShow, walk } from './support/show.ts'
import { findFaintText } from './support/text-contrast.ts'

/** Parts of Slidev's own, which we cannot change. */
const SLIDEV = [
  // nested-interactive: two buttons of its toolbar hold a second button.
  'nav button:has(button)',
]
const SLIDEV_PRESENTER = [
  ...SLIDEV,
  // color-contrast: its small captions Current, Next, Screen Mirror and the total of slides are set in half-transparent grey.
  '[op50]', '.op50', '.opacity-50', '#page-root .text-xs',
]

/** What does not depend on the skin is judged once. */
const SKIN_RULES = { runOnly: ['color-contrast', 'link-in-text-block'] }

describe('the deck, as it is shown', () => {
  const life = new Lifecycle()
  let origin: string
  let browser: Browser

  beforeAll(async () => {
    [origin, browser] = await Promise.all([serveDeck(life), launchBrowser({ host: currentHost(), life, log: silentLog })])
  })
  afterAll(() => life.dispose())

  it.each(Object.keys(skins) as SkinId[])('has nothing on any slide that axe objects to, and no faint text: skin %s', async (skin) => {
    const page = await openShow(browser, origin, skin)
    await loadAxe(page)
    const found: Record<string, string[]> = {}
    for await (const step of walk(page)) {
      const faults = await findFaults(page, SLIDEV, skin === 'red' ? {} : SKIN_RULES)
      const faint = (await findFaintText(page)).map(text => `faint text: ${text}`)
      if (faults.length > 0 || faint.length > 0)
        found[`slide ${nameOf(step)}`] = [...faults, ...faint]
    }
    expect(found).toEqual({})
    await page.context().close()
  })

  it('has nothing in the presenter’s view that axe objects to', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1600, height: 900 }, reducedMotion: 'reduce' })).newPage()
    const found: string[] = []
    for (const slide of [1, 2, 5]) {
      await page.goto(`${origin}/presenter/${slide}`, { waitUntil: 'networkidle' })
      await page.locator('.slidev-note').first().waitFor()
      await loadAxe(page)
      // The h1 over a slide of a chapter is on the slide that opens the chapter.
      found.push(...await findFaults(page, SLIDEV_PRESENTER, { rules: { 'page-has-heading-one': { enabled: false } } }))
    }
    expect(found).toEqual([])
    await page.context().close()
  })
})
