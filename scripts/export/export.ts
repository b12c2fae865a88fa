import type { Browser } from 'playwright-chromium'
import { launchBrowser } from '../browser/launch.ts'
import type { Context } from '../lib/command.ts'
import { step } from '../lib/steps.ts'
import type { ExportReport } from './make.ts'
import type { ExportArgs } from './options.ts'
import { withRetry } from './retry.ts'

export type { ExportReport } from './make.ts'

/**
 * Exports the deck in the working folder. Where anything is wrong with a slide nothing is written at all. All else is
 * loaded while the browser starts.
 * @param tools what is at hand already, such as a browser for several decks
 * @throws HuibaoError where there is nothing to check: a wrong range, no browser, a deck that does not build …
 */
export async function exportDeck(
  args: ExportArgs,
  context: Context,
  tools: { browser?: () => Promise<Browser> } = {},
): Promise<ExportReport> {
  return withRetry(context, async ({ life, watch }) => {
    const start = context.now()
    // A deck that is refused is no reason to install a browser.
    const { promise: wanted, resolve: accept } = Promise.withResolvers<void>()
    const launching = step('browser', async () =>
      watch(await (tools.browser?.() ?? launchBrowser({ host: context.host, life, log: context.log, wanted }))),
    )
    // Where the deck is refused nobody waits for the browser any more.
    launching.catch(() => {})
    const { makeExport } = await import('./make.ts')
    return makeExport(args, { ...context, life }, { launching, accept }, start)
  })
}
