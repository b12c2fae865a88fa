import type { BrowserContext } from 'playwright-chromium'
import { describe, expect, inject } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

describe('reference numbers', () => {
  test('have room on every slide and on a phone, and are those of the appendix', async ({ browser }) => {
    const opened: URL[] = []
    const watch = (context: BrowserContext): void =>
      void context.on('request', request => {
        if (request.isNavigationRequest()) opened.push(new URL(request.url()))
      })
    const context = testContext(inject('district').root)
    const check = async (...args: string[]) => {
      const { findings } = await checkDeck(
        parseCheckArgs(['layout', 'numbers', '--skin', '夜', '--aspect', '16:9', ...args]),
        context,
        { browser: async () => browser },
      )
      return findings.map(({ slide, rule, element, measured }) => ({ slide, rule, element, measured }))
    }
    browser.on('context', watch)
    const found = await check('--refs')
    browser.off('context', watch)
    expect(opened.map(({ pathname, searchParams }) => [pathname, searchParams.has('refs')]).sort()).toEqual([
      ['/print', true],
      ['/read', true],
    ])
    // What the deck leaves to be desired without them has nothing to do with them.
    const slides = found.map(({ slide }) => Math.max(slide, 1))
    const without = slides.length > 0 ? await check('--range', slides.join()) : []
    expect(without).toEqual(expect.arrayContaining(found))
  })

  test('are there only where they are asked for, and lead to the entry', async ({ open }) => {
    const page = await open('/3')
    await page.locator('.slidev-page:visible [data-figure]').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.hb-reference').count()).toBe(0)
    await page.goto(new URL('/3?refs', page.url()).href)
    const reference = page.locator('.slidev-page:visible a.hb-reference').first()
    await reference.waitFor()
    const [id, text, name] = await reference.evaluate(element => [
      element.getAttribute('data-figure'),
      element.textContent!.trim(),
      element.getAttribute('aria-label'),
    ])
    await reference.click()
    const row = page.locator(`.slidev-page:visible tr[data-figure="${id}"]`)
    await row.waitFor()
    const number = await row.locator('.hb-appendix-number').innerText()
    expect([text, name]).toEqual([`[${number}]`, `附录第${number}条`])
    expect(new URL(page.url()).searchParams.has('refs')).toBe(true)
    expect(await page.locator('.hb-evidence').count()).toBe(0)
  })
})
