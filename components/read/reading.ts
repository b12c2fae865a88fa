import type { NavigationGuard, RouteLocationNormalized } from 'vue-router'
import { tryOrUndefined } from '../try-or-undefined.ts'

/** A phone held upright, and any window that is as narrow. */
export const NARROW = '(max-width: 600px) and (orientation: portrait)'

const KEY = 'huibao:slides'

/** Where the reader's wish is kept: `sessionStorage`, or nothing where the browser denies it. */
export type WishStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the choice between slides and the reading page depends on. */
export interface Reader {
  /** Whether the window is `NARROW`. */
  narrow: () => boolean
  store: () => WishStore | undefined
}

/**
 * Sends whoever opens the deck on a phone held upright to the reading page, at the slide that was asked for, before any
 * slide is drawn. It stands on the route of the slides alone, so that print page, presenter, overview and notes never
 * meet it, and acts on the first navigation only: who is on the site has chosen.
 *
 * `?slide` in the address asks for slides, as do the links of the reading page. The wish holds for the session; Slidev
 * keeps the query while it turns pages, so that it holds too where the browser denies us its storage. Opening the
 * reading page withdraws it.
 */
export function readingGuard({ narrow, store }: Reader): NavigationGuard {
  return (to, from) => {
    if ('slide' in to.query) tryOrUndefined(() => store()?.setItem(KEY, '1'))
    const first = from.matched.length === 0
    const wishesSlides = 'slide' in to.query || tryOrUndefined(() => store()?.getItem(KEY)) === '1'
    return !first || wishesSlides || !narrow() ? true : readingLocation(to)
  }
}

/** Withdraws the wish for slides. */
export function forgetWish({ store }: Pick<Reader, 'store'>): void {
  tryOrUndefined(() => store()?.removeItem(KEY))
}

function readingLocation({ params, query }: RouteLocationNormalized) {
  const { clicks, ...rest } = query
  return { path: '/read', query: rest, hash: `#${String(params.no)}`, replace: true }
}

/** The browser in which this page is shown. */
export const browserReader: Reader = {
  narrow: () => window.matchMedia(NARROW).matches,
  store: () => window.sessionStorage,
}
