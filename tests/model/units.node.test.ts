import { describe, expect, it } from 'vitest'
import { inBase, isPoints, valueIn } from '../../model/units.ts'

type Amount = [value: number, unit: string]

describe('numbers of one base compare, whatever the scale that each is told in', () => {
  it.each<[Amount, Amount]>([
    [
      [1.1, '亿元'],
      [11000, '万元'],
    ],
    [
      [0.57, '亿元'],
      [5700, '万元'],
    ],
    [
      [-8.2, '万人'],
      [-82000, '人'],
    ],
    [
      [0.0000011, '亿元'],
      [110, '元'],
    ],
  ])('%o and %o', ([value, unit], [other, otherUnit]) => {
    expect(inBase({ value, unit })).toBe(inBase({ value: other, unit: otherUnit }))
    expect(valueIn(unit)({ value: other, unit: otherUnit })).toBe(value)
    expect(valueIn(otherUnit)({ value, unit })).toBe(other)
  })

  it('a proportion, which is no number, stays none', () => {
    expect(inBase({ value: Number.NaN, unit: '亿元' })).toBeNaN()
  })
})

it.each<[string, boolean]>([
  ['个百分点', true],
  ['百分点', true],
  ['个千分点', true],
  ['个基点', true],
  ['基点', true],
  ['%', false],
  ['分', false],
  ['个', false],
])('%s tells a difference between percentages: %o', (unit, expected) => {
  expect(isPoints(unit)).toBe(expected)
})
