import type { Browser, Page } from 'playwright-chromium'
import type { SkinId } from '../../../styles/tokens.ts'
import type { ServedSite } from '../../support/test.ts'
import { expect } from 'vitest'
import { createContext, openPrintPage } from '../../../scripts/export/open.ts'
import { settle } from '../../../scripts/export/settle.ts'
import { readDeck } from '../../../scripts/lib/deck.ts'
import { DEFAULT_SKIN } from '../../../styles/skin.ts'

/** Long enough for a busy machine. */
const TIMEOUT = 60_000

/**
 * Opens all slides of a deck on one page, as they are exported: one look at it judges the whole deck, where a walk
 * through the show takes as many as there are clicks. Its browser context is the caller's to close.
 * @param root the deck's project
 * @param options.clicks whether each click state is there too, and not the last one alone
 */
export async function openPrint(
  browser: Browser,
  root: string,
  { origin }: ServedSite,
  { skin = DEFAULT_SKIN, clicks = false }: { skin?: SkinId; clicks?: boolean } = {},
): Promise<Page> {
  const deck = await readDeck(root)
  const context = await createContext(browser, deck, origin, 1)
  const numbers = Array.from({ length: deck.total }, (_, index) => index + 1)
  const print = await openPrintPage(context, origin, numbers, clicks, TIMEOUT, { skin })
  expect(await settle(print, TIMEOUT)).toEqual([])
  return print.page
}
