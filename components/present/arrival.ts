import type { NavigationGuard } from 'vue-router'
import type { PublicState, Snapshot } from './protocol.ts'
import { isReachable } from './reachable.ts'
import { tryOrUndefined } from '../try-or-undefined.ts'

/** Milliseconds that the first slide waits for the presenter's place to be known. */
const PATIENCE = 800
const KEY = 'huibao:looking-back'

/** What the first navigation depends on. */
export interface Arrival {
  /** Where the deck stands; it may fail. */
  state: () => Promise<PublicState>
  /** Whether this viewer had gone off on their own before the page was loaded anew. */
  lookingBack: () => boolean
}

/**
 * Takes whoever comes late straight to the slide that is shown, without drawing another one first; not to one that the
 * audience may not see yet. A server that is slow or away holds nobody up.
 */
export function arrivalGuard({ state, lookingBack }: Arrival): NavigationGuard {
  let asked: Promise<PublicState | undefined> | undefined
  return async (to, from) => {
    if (from.matched.length > 0 || (lookingBack() && !('kiosk' in to.query))) return true
    const there = await (asked ??= Promise.race([
      state().catch(() => undefined),
      new Promise<undefined>(resolve => setTimeout(resolve, PATIENCE)),
    ]))
    const here = { page: Number(to.params.no), clicks: Number(to.query.clicks ?? 0) }
    const isOpen = there !== undefined && isReachable(there.reachable, there.page)
    if (!isOpen || (there.page === here.page && there.clicks === here.clicks)) return true
    return {
      path: `/${there.page}`,
      query: { ...to.query, clicks: there.clicks ? String(there.clicks) : undefined },
      replace: true,
    }
  }
}

/** Remembers, for a page that is loaded anew, whether the viewer has gone off on their own. */
export function rememberLookingBack(value: boolean): void {
  tryOrUndefined(() => (value ? sessionStorage.setItem(KEY, '1') : sessionStorage.removeItem(KEY)))
}

/** The browser in which this page is shown. */
export const browserArrival: Arrival = {
  state: async () => ((await (await fetch('/state')).json()) as Snapshot).state,
  lookingBack: () => tryOrUndefined(() => sessionStorage.getItem(KEY)) === '1',
}
