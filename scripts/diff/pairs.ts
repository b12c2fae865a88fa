/** An entry and its later version; at least one of the two. */
export interface Pair<Entry> {
  before: Entry | undefined
  after: Entry | undefined
}

/**
 * Which entry became which: those with the same key, by the first of the keys, then by the others, where a key is that
 * of one entry alone. In the order of the later list, each that is gone behind the one that it stood behind.
 */
export function pairEntries<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  ...keys: readonly ((entry: Entry) => string)[]
): Pair<Entry>[] {
  const found = new Map<Entry, Entry>()
  const left = (): Entry[][] => {
    const taken = new Set(found.values())
    return [before.filter(entry => !taken.has(entry)), after.filter(entry => !found.has(entry))]
  }
  for (const keyOf of keys) {
    const [old, fresh] = left().map(entries => Map.groupBy(entries, keyOf))
    for (const [key, [entry, ...others]] of fresh!) {
      const earlier = old!.get(key)
      if (earlier?.length === 1 && others.length === 0) found.set(entry!, earlier[0]!)
    }
  }
  const pairs: Pair<Entry>[] = after.map(entry => ({ before: found.get(entry), after: entry }))
  const kept = new Set(found.values())
  before.forEach((entry, index) => {
    if (kept.has(entry)) return
    const above = before[index - 1]
    const at = above === undefined ? -1 : pairs.findIndex(pair => pair.before === above)
    pairs.splice(at + 1, 0, { before: entry, after: undefined })
  })
  return pairs
}
