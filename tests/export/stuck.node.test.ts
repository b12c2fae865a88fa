import { expect, it, vi } from 'vitest'
import { findStuck } from '../../scripts/export/within.ts'

it.each<[slides: number, stuck: number[], found: number | undefined, tries: number]>([
  [1, [1], 1, 1],
  [1, [], undefined, 1],
  [2, [2], 2, 3],
  [39, [39], 39, 10],
  [39, [20, 5], 5, 13],
  [39, [], undefined, 6],
  [1000, [777], 777, 64],
])('of %i slides of which %j get stuck finds %j in %i tries', async (slides, stuck, found, tries) => {
  const numbers = Array.from({ length: slides }, (_, index) => index + 1)
  const isStuck = vi.fn(async (part: readonly number[]) => part.some(no => stuck.includes(no)))
  expect(await findStuck(numbers, isStuck)).toBe(found)
  expect(isStuck).toHaveBeenCalledTimes(tries)
})

it('finds none where slides get stuck only together', async () => {
  expect(await findStuck([1, 2, 3, 4], async part => part.length > 1)).toBe(undefined)
})
