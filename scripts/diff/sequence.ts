/**
 * The places of a longest common subsequence of two lists, in order.
 * @param same Default: identity.
 */
export function commonPlaces<Item>(
  before: readonly Item[],
  after: readonly Item[],
  same: (a: Item, b: Item) => boolean = Object.is,
): [before: number, after: number][] {
  const width = after.length + 1
  // The length for what is left of both lists behind each pair of places.
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = same(before[i]!, after[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const places: [number, number][] = []
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (same(before[i]!, after[j]!)) places.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return places
}

/** The numbers of a list that stand in ascending order, as many as possible. @param numbers each once */
export function ascending(numbers: readonly number[]): Set<number> {
  const sorted = [...numbers].sort((a, b) => a - b)
  return new Set(commonPlaces(numbers, sorted).map(([place]) => numbers[place]!))
}
