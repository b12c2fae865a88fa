/** How numbers are divided into classes: where they lie apart, or as many into each. */
export type ClassRule = 'breaks' | 'quantiles'

/** The least sum of squared distances from their means with which numbers make so many runs; where each begins. */
function naturalStarts(values: readonly number[], count: number): number[] {
  const spread = (from: number, to: number): number => {
    const own = values.slice(from, to)
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length
    return own.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  }
  // The best division of the first numbers into one run, two, and so on.
  let best = values.map((_, index) => ({ cost: spread(0, index + 1), starts: [0] }))
  for (let runs = 2; runs <= count; runs++) {
    const before = best
    best = values.map((_, last) => {
      const options = Array.from({ length: last }, (_, index) => index + 1)
        .filter(start => before[start - 1]!.starts.length === runs - 1)
        .map(start => ({
          cost: before[start - 1]!.cost + spread(start, last + 1),
          starts: [...before[start - 1]!.starts, start],
        }))
      return options.reduce((a, b) => (b.cost < a.cost ? b : a), options[0] ?? before[last]!)
    })
  }
  return best.at(-1)?.starts ?? []
}

/** Where runs begin of which each has as many of all numbers as the next. */
function evenStarts(distinct: readonly number[], all: readonly number[], count: number): number[] {
  const starts = distinct.map(value => Math.floor((all.indexOf(value) * count) / all.length))
  return starts.flatMap((each, index) => (each === starts[index - 1] ? [] : [index]))
}

/** Divides numbers of one sign. */
function divide(all: readonly number[], rule: ClassRule, count: number): number[][] {
  const distinct = [...new Set(all)]
  const runs = Math.min(count, distinct.length)
  const starts = rule === 'breaks' ? naturalStarts(distinct, runs) : evenStarts(distinct, all, runs)
  return starts.map((start, index) => distinct.slice(start, starts[index + 1]))
}

/**
 * Divides numbers into at most `count` classes, the lowest first; equal ones share theirs, and none goes across zero.
 * @returns the distinct numbers of each, ascending
 */
export function classesOf(values: readonly number[], rule: ClassRule, count: number): number[][] {
  const sorted = [...values].sort((a, b) => a - b)
  const [below, above] = [sorted.filter(value => value < 0), sorted.filter(value => value >= 0)]
  if (below.length === 0 || above.length === 0) return divide(sorted, rule, count)
  const most = Math.max(1, Math.min(count - 1, Math.round((count * below.length) / sorted.length)))
  return [...divide(below, rule, most), ...divide(above, rule, count - most)]
}
