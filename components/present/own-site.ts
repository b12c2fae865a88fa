import { tryOrUndefined } from '../try-or-undefined.ts'

/** Where this tab keeps the stamp for which it was loaded anew last. */
const KEY = 'huibao:reloaded'

/** What a page knows of its site, and of the server's. */
export interface Stamps {
  /** Of the site that the page belongs to; empty where it has none. */
  own: string
  /** Of the site that the server serves. */
  served: string
  /** For which the page was loaded anew before; undefined where it was not, null where nothing can be kept. */
  tried: string | null | undefined
}

/**
 * What a page has to do about the site that the server serves: nothing; load itself anew, where it is of an earlier
 * deck; or say that it is an old one, where that was done already and has not helped. So no page is loaded anew for one
 * stamp twice.
 */
export function compareSites({ own, served, tried }: Stamps): 'same' | 'reload' | 'stuck' {
  if (own === '' || served === '' || own === served) return 'same'
  return tried === null || tried === served ? 'stuck' : 'reload'
}

/** What is said on a page of an earlier deck that stays one. */
export const OLD = '这里是旧的文稿，请关掉页面重新打开'

/**
 * Loads this page anew, of the deck that is served now.
 * @param stays whether its address is there; the start is, and leads on
 */
export function loadAnew(stays: boolean): void {
  if (stays) location.reload()
  else location.replace(`/${location.search}`)
}

/** The stamp of the site that this page belongs to; empty where it has none. */
function ownSite(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="huibao-site"]')?.content ?? ''
}

/** Compares this page's site with the server's, and remembers that it is going to be loaded anew. */
export function checkSite(served: string): ReturnType<typeof compareSites> {
  // What stands in for a storage that is denied forgets with the page (setup/vite/browsers/early.js).
  const kept = tryOrUndefined(() =>
    'forgets' in sessionStorage ? undefined : { stamp: sessionStorage.getItem(KEY) ?? undefined },
  )
  const verdict = compareSites({ own: ownSite(), served, tried: kept ? kept.stamp : null })
  if (verdict !== 'reload') return verdict
  return tryOrUndefined(() => (sessionStorage.setItem(KEY, served), verdict)) ?? 'stuck'
}
