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

/** Parts of Slidev's own, which we cannot change: axe finds a second button inside of two buttons of its toolbar. */
const SLIDEV = ['nav button:has(button)']

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
})
