import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFormula, printFormula } from '../../scripts/workbook/formula.ts'
import { Names } from '../../scripts/workbook/names.ts'
import { formulas } from './support/drafts.ts'
import { testRoundTrips } from './support/round-trip.ts'

// The seed is fixed, so that a change is judged by nothing but itself; the long test tries others.
describe('whatever a deck says', () => {
  testRoundTrips({ numRuns: 60, seed: 1 })
})

describe('a formula', () => {
  it('is the same after it has been a text', () => {
    const ids = ['a', 'high-tech-total', 'gdp@2019/total', 'towns@甲县(区)/rate', 'b2']
    const figures = new Names(ids.map(id => ({ id, names: [] })))
    fc.assert(
      fc.property(formulas(ids), expression => {
        expect(parseFormula(printFormula(expression), figures)).toEqual(expression)
      }),
      { seed: 1 },
    )
  })
})
