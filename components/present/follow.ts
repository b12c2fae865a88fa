/** A place in the deck: a slide, from 1, and how many of its clicks are done. */
export interface Place {
  page: number
  clicks: number
}

/** Whether a page goes where the presenter goes, and where that is. */
export interface Follow {
  following: boolean
  /** Where the presenter is; undefined until it has been heard. */
  there: Place | undefined
}

/** Everybody begins by following. */
export const begin: Follow = { following: true, there: undefined }

/** The presenter is at a place. */
export function hear(follow: Follow, there: Place): Follow {
  return { ...follow, there }
}

/** Whether two places show the same: a slide has no more clicks than its last, whatever is asked of it. */
export function isSamePlace(a: Place, b: Place, total = Infinity): boolean {
  return a.page === b.page && Math.min(a.clicks, total) === Math.min(b.clicks, total)
}

/**
 * A navigation has ended at a place. One that we did not ask for is the viewer's own, and ends the following, unless it
 * only took back clicks that the slide does not have.
 */
export function arrive(follow: Follow, here: Place, { asked, total }: { asked: boolean; total?: number }): Follow {
  const own = !asked && follow.there !== undefined && !isSamePlace(here, follow.there, total)
  return own ? lookBack(follow) : follow
}

/** The viewer has gone off on their own. */
export function lookBack(follow: Follow): Follow {
  return follow.following ? { ...follow, following: false } : follow
}

/** The viewer follows again. */
export function resume(follow: Follow): Follow {
  return follow.following ? follow : { ...follow, following: true }
}

/** Where a page at `here` has to go, undefined where it may stay. */
export function target({ following, there }: Follow, here: Place | undefined, total?: number): Place | undefined {
  return following && there && !(here && isSamePlace(here, there, total)) ? there : undefined
}
