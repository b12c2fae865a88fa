import type { AppContext } from '@slidev/types'

/** Milliseconds between two looks for the first slide, and after which the client is loaded without one. */
const LOOK = { each: 100, most: 5_000 }
const RETRY = 3_000

/**
 * Loads the client of a site behind the first slide, which has the line to itself until it is there.
 * @param load imports the client
 * @param atOnce whether it is not to wait: a kiosk must not react to anybody
 */
export async function startClient(
  context: AppContext,
  load: () => Promise<{ start: (context: AppContext) => void }>,
  atOnce: () => boolean,
): Promise<void> {
  await context.router.isReady()
  if (!atOnce()) await firstSlide()
  for (;;) {
    try {
      return (await load()).start(context)
    } catch {
      // The network went away in the meantime.
      await new Promise(resolve => setTimeout(resolve, RETRY))
    }
  }
}

async function firstSlide(): Promise<void> {
  for (let waited = 0; waited < LOOK.most && !document.querySelector('.hb-slide'); waited += LOOK.each)
    await new Promise(resolve => setTimeout(resolve, LOOK.each))
}
