import { describe, expect, inject, onTestFinished } from 'vitest'
import { DEFAULT_SKIN, skinIds } from '../../styles/skin.ts'
import { openAll } from '../read/support/page.ts'
import { ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'
import { findFaults, loadAxe, SKIN_RULES } from './support/axe.ts'
import { openPrint } from './support/print.ts'
import { findFaintText } from './support/text-contrast.ts'

// All but the first: what depends on colours alone is other there.
describe.for(skinIds.filter(skin => skin !== DEFAULT_SKIN))('skin %s sets all text apart from its ground', skin => {
  test.for(['deck', 'site'] as const)('on slides: %s', async (which, { browser, deck, site }) => {
    const [root, served] = which === 'deck' ? [ROOT, deck] : [inject('district').root, site]
    const page = await openPrint(browser, root, served, { skin, clicks: true })
    onTestFinished(() => page.context().close())
    await loadAxe(page)
    expect(await findFaults(page, [], SKIN_RULES)).toEqual([])
    expect(await findFaintText(page)).toEqual([])
  })

  test('on the page to read', async ({ open, deck }) => {
    const page = await openAll(open, `skin=${skin}`, { origin: deck.origin })
    await loadAxe(page)
    expect(await findFaults(page, [], SKIN_RULES)).toEqual([])
  })
})
