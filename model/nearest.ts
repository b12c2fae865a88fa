import leven from 'leven'

/** The `count` ids closest to a mistyped one, closest first. */
export function nearestIds(id: string, ids: readonly string[], count = 3): string[] {
  const distance = (other: string): number => (other.includes(id) || id.includes(other) ? 1 : leven(id, other))
  return [...ids].sort((a, b) => distance(a) - distance(b)).slice(0, count)
}
