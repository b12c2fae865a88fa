import { expect, it } from 'vitest'
import { isTenfold } from '../../model/tenfold.ts'

it.each([
  [3, 30, true],
  [30, 3, true],
  [0.3, 0.03, true],
  [0.7, 0.07, true],
  [-5, 50, true],
  [3, 29.9, false],
  [3, 3, false],
  [0, 5, false],
  [5, 0, false],
])('%d and %d differ tenfold: %o', (before, after, expected) => {
  expect(isTenfold(before, after)).toBe(expected)
})
