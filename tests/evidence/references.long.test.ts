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
})
