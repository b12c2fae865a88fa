/** Slides as ranges, e.g. `1-12,40`; empty for none. */
type Ranges = string

/**
 * The file in a built site that tells which of its files belong to some slides alone: their numbers by file, none where
 * only the page to read needs it. No server hands out names with a leading dot.
 */
export const SLIDE_FILES = '.huibao-slides.json'

/** Numbers of slides by the name of a file. */
export type SlideFiles = Readonly<Record<string, readonly number[]>>

/** Whether a slide is among those that may be looked at; null stands for all. */
export function isReachable(reachable: Ranges | null, page: number): boolean {
  return reachable === null || pairs(reachable).some(([first, last]) => first <= page && page <= last)
}

/** The ranges with one more slide. */
export function withPage(ranges: Ranges, page: number): Ranges {
  const merged: [first: number, last: number][] = []
  for (const [first, last] of [...pairs(ranges), [page, page] as const].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else merged.push([first, last])
  }
  return merged.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',')
}

function pairs(ranges: Ranges): (readonly [first: number, last: number])[] {
  if (ranges === '') return []
  return ranges.split(',').map(range => {
    const [first, last = first] = range.split('-').map(Number)
    return [first!, last!]
  })
}
