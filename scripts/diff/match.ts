import { ascending, commonPlaces } from './sequence.ts'

/** What a slide is known by in another version of the deck. */
export interface Likeness {
  /** Equal where nothing of it was changed. */
  fingerprint: string
  /** The words that it consists of. */
  words: readonly string[]
  /** Its heading; empty where it has none. */
  title: string
}

/** A slide in both versions, by its places from 0; `null` where one of them has it not. */
export interface SlidePair {
  before: number | null
  after: number | null
  /** Whether it stands elsewhere among those that stayed. */
  moved: boolean
}

/** How much two slides must share to be one. */
const LEAST = 0.5

/**
 * Which slide became which. Those that nobody changed are found as `diff` finds lines, by a longest common subsequence;
 * of the others, and of those that were moved, the most alike come together first.
 * @returns in the order of the later version, slides that are gone behind the one that they stood behind
 */
export function matchSlides(before: readonly Likeness[], after: readonly Likeness[]): SlidePair[] {
  const found = new Map(commonPlaces(before, after, (a, b) => a.fingerprint === b.fingerprint))
  const taken = new Set(found.values())
  const candidates = before.flatMap((old, i) =>
    found.has(i) ? [] : after.flatMap((fresh, j) => (taken.has(j) ? [] : [{ i, j, share: similarity(old, fresh) }])),
  )
  const distance = ({ i, j }: { i: number; j: number }): number => Math.abs(i - j)
  candidates.sort((a, b) => b.share - a.share || distance(a) - distance(b))
  for (const { i, j, share } of candidates) {
    if (share < LEAST || found.has(i) || taken.has(j)) continue
    found.set(i, j)
    taken.add(j)
  }
  return inOrder(before.length, after.length, found)
}

/**
 * How much two slides share, from 0 to 1: Dice's coefficient of their words, 1 for slides that are equal. Those of one
 * title are one, however much else was written anew.
 */
export function similarity(a: Likeness, b: Likeness): number {
  if (a.fingerprint === b.fingerprint) return 1
  const counts = new Map<string, number>()
  for (const word of a.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b.words) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    common += 1
  }
  const all = a.words.length + b.words.length
  const share = all === 0 ? 0 : (2 * common) / all
  return a.title !== '' && a.title === b.title ? Math.max(share, LEAST) : share
}

function inOrder(before: number, after: number, found: ReadonlyMap<number, number>): SlidePair[] {
  const earlier = new Map([...found].map(([i, j]) => [j, i]))
  const stayed = ascending([...found].sort(([a], [b]) => a - b).map(([, j]) => j))
  const pairs: SlidePair[] = Array.from({ length: after }, (_, j) => ({
    before: earlier.get(j) ?? null,
    after: j,
    moved: earlier.has(j) && !stayed.has(j),
  }))
  for (let i = 0; i < before; i += 1) {
    if (found.has(i)) continue
    const at = pairs.findIndex(pair => pair.before === i - 1)
    pairs.splice(at + 1, 0, { before: i, after: null, moved: false })
  }
  return pairs
}
