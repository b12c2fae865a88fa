import type { Browser } from 'playwright-chromium'
import { launchBrowser } from '../browser/launch.ts'
import { parseRange } from '../export/range.ts'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import type { CheckArgs } from './check-args.ts'

/** What the rules work with. Site and browser are made ready for the first that asks for them. */
export interface CheckContext {
  args: CheckArgs
  context: Context
  deck: Deck
  /** The slides to check. */
  numbers: readonly number[]
  /** The built site, served: its origin. */
  site: () => Promise<string>
  browser: () => Promise<Browser>
}

/** @throws HuibaoError where there is no deck, or the range is none of it */
export async function createCheckContext(args: CheckArgs, context: Context): Promise<CheckContext> {
  const { root, host, life, log } = context
  const deck = await readDeck(root)
  return {
    args,
    context,
    deck,
    numbers: parseRange(args.range, deck.total),
    site: once(async () =>
      serveSite((await ensureSite({ root, deck, host, life, log, rebuild: args.rebuild })).folder, life),
    ),
    browser: once(() => launchBrowser({ host, life, log })),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
