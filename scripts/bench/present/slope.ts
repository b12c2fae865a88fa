/**
 * How much y grows for one x, by least squares over medians of tenths: a collector of garbage makes single samples
 * jump.
 */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const size = Math.max(1, Math.ceil(points.length / 10))
  const parts: [number, number][] = []
  for (let start = 0; start < points.length; start += size) {
    const part = points.slice(start, start + size)
    parts.push([middle(part.map(([x]) => x)), middle(part.map(([, y]) => y))])
  }
  const mean = (index: 0 | 1): number => parts.reduce((sum, part) => sum + part[index], 0) / parts.length
  const [x, y] = [mean(0), mean(1)]
  const spread = parts.reduce((sum, part) => sum + (part[0] - x) ** 2, 0)
  return spread === 0 ? 0 : parts.reduce((sum, part) => sum + (part[0] - x) * (part[1] - y), 0) / spread
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1]!
}
