import { launchBrowser } from '../browser/launch.ts'
import { parseRange } from '../export/range.ts'
import type { Context } from '../lib/command.ts'
import { readDeck } from '../lib/deck.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'
import type { CheckArgs } from './check-args.ts'
import type { RenderContext, Rendering } from './rendering.ts'

/** What the rules work with. Site, browser and rendering are made ready for the first that asks for them. */
export interface CheckContext extends RenderContext {
  context: Context
  /** What all the rules that are asked for have to see of the deck. */
  rendering: () => Promise<Rendering>
}

/**
 * @param tools what is at hand already, such as a browser for several decks
 * @throws HuibaoError where there is no deck, or the range is none of it
 */
export async function createCheckContext(
  args: CheckArgs,
  context: Context,
  tools: Partial<Pick<RenderContext, 'deck' | 'numbers' | 'site' | 'browser'>> = {},
): Promise<CheckContext> {
  const { root, host, life, log } = context
  const deck = tools.deck ?? (await readDeck(root))
  const checkContext: CheckContext = {
    args,
    context,
    deck,
    numbers: parseRange(args.range, deck.total),
    site: once(async () =>
      serveSite((await ensureSite({ root, deck, host, life, log, rebuild: args.rebuild })).folder, life),
    ),
    browser: once(() => launchBrowser({ host, life, log })),
    rendering: once(async () => (await import('./render.ts')).renderDeck(checkContext)),
    ...tools,
  }
  return checkContext
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
