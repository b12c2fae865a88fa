/** Milliseconds before another try, at the least and at the most. */
export const BACKOFF = { least: 500, most: 2_000 } as const

/**
 * How long to wait before the next try: longer with each failure, and at random, so that thousands that lost the same
 * server do not come back in one instant.
 * @param failures how many tries have failed in a row, from 1
 * @param random from 0 to 1
 */
export function backoff(failures: number, random: number): number {
  const most = Math.min(BACKOFF.most, 2 * BACKOFF.least * 2 ** (failures - 1))
  return Math.round(BACKOFF.least + random * (most - BACKOFF.least))
}
