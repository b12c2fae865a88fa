import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluate,
  figure,
  inputsOf,
  minus,
  over,
  percent,
  plus,
  round,
  type Expression,
} from '../../model/expression.ts'
import type { Qualifier } from '../../model/qualifiers.ts'

/** A word of each meaning, those that leave the number out and those that do not. */
const QUALIFIERS = ['none', '余', '突破', '以上', '不足', '约'] as const satisfies readonly Qualifier[]

/** A count in hundredths: what figures are here, so that sums and differences of true values are whole numbers. */
type Hundredths = bigint

interface Input {
  hundredths: number
  unit: '家' | '%'
  qualifier: (typeof QUALIFIERS)[number]
}

/** A fraction of this test's own. */
type Fraction = readonly [num: bigint, den: bigint]

/** What a true value may be, told by a share from 0 to 1 of the way through what the qualifier leaves open. */
function trueValue({ hundredths, qualifier }: Input, share: number): Hundredths {
  const last = 10 ** (/0*$/.exec(String(hundredths))?.[0].length ?? 0)
  const within = (from: number, to: number): bigint => BigInt(Math.round(from + (to - from) * share))
  switch (qualifier) {
    case 'none':
      return BigInt(hundredths)
    case '余':
      return last === 1 ? BigInt(hundredths) : within(hundredths + 1, hundredths + last - 1)
    case '突破':
      return within(hundredths + 1, hundredths * 3 + 1)
    case '以上':
      return within(hundredths, hundredths * 3)
    case '不足':
      return within(1, hundredths)
    case '约':
      return within(Math.ceil(hundredths * 0.9), Math.floor(hundredths * 1.1))
  }
}

/** Reads a formula the plain way, on true values. Null where a divisor comes to nothing or less. */
function bruteForce(expression: Expression, value: (id: string) => Hundredths, isPercent: Unitless): Fraction | null {
  if (expression.op === 'percent') return [BigInt(expression.value), 1n]
  if (expression.op === 'figure') return [value(expression.id), 100n]
  const [left, right] = [expression.left, expression.right].map(side => bruteForce(side, value, isPercent))
  if (!left || !right) return null
  const [[a, b], [c, d]] = [left, right]
  if (expression.op === '+') return [a * d + c * b, b * d]
  if (expression.op === '−') return [a * d - c * b, b * d]
  return c <= 0n ? null : [a * d * (isPercent(expression.right) ? 100n : 1n), b * c]
}
type Unitless = (expression: Expression) => boolean

const input = (unit: Input['unit']): fc.Arbitrary<Input> =>
  fc.record({
    hundredths: fc.oneof(
      fc.integer({ min: 1, max: 40_000 }),
      fc.integer({ min: 1, max: 400 }).map(n => n * 100),
    ),
    unit: fc.constant(unit),
    qualifier: fc.constantFrom(...QUALIFIERS),
  })

const COUNTS = ['a', 'b', 'c']
const SHARES = ['p', 'q']
const inputs = fc.record({ a: input('家'), b: input('家'), c: input('家'), p: input('%'), q: input('%') })

/** Formulas in 家 and in %, each with what it may be divided by. */
const { count } = fc.letrec<{ count: Expression; share: Expression }>(tie => ({
  count: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...COUNTS).map(id => figure(id)),
    fc.tuple(tie('count'), tie('count')).map(([a, b]) => plus(a, b)),
    fc.tuple(tie('count'), tie('count')).map(([a, b]) => minus(a, b)),
    fc.tuple(tie('count'), fc.oneof(tie('share'), tie('count'))).map(([a, b]) => over(a, b)),
  ),
  share: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...SHARES).map(id => figure(id)),
    fc.tuple(fc.constantFrom(100, 50), tie('share')).map(([whole, b]) => plus(percent(whole), b)),
    fc.tuple(fc.constantFrom(100, 400), tie('share')).map(([whole, b]) => minus(percent(whole), b)),
  ),
}))

const unitOf = (expression: Expression, given: Readonly<Record<string, Input>>): Input['unit'] =>
  expression.op === 'percent'
    ? '%'
    : expression.op === 'figure'
      ? given[expression.id]!.unit
      : unitOf(expression.left, given)

describe('a computed number', () => {
  it('is never contradicted by what its inputs may truly be, and is exact where they are', () => {
    const qualified = new Set<Qualifier>()
    fc.assert(
      fc.property(
        count,
        inputs,
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
          minLength: 8,
          maxLength: 8,
        }),
        (expression, given, decimals, shares) => {
          const all: Readonly<Record<string, Input>> = given
          const isPercent: Unitless = each => unitOf(each, all) === '%'
          let printed: ReturnType<typeof round>
          try {
            printed = round(
              evaluate(expression, id => {
                const { hundredths, unit, qualifier } = all[id]!
                return { value: hundredths / 100, unit, qualifier, text: '' }
              }),
              decimals,
            )
          } catch (error) {
            // Nothing is printed where the printed numbers themselves divide by nothing or less.
            expect((error as Error).message).toMatch(/^除数/)
            expect(bruteForce(expression, id => BigInt(all[id]!.hundredths), isPercent)).toBeNull()
            return
          }
          qualified.add(printed.qualifier)
          const scale = 10n ** BigInt(decimals)
          const value = BigInt(Math.round(printed.value * 10 ** decimals))
          const isExact = inputsOf(expression).every(id => all[id]!.qualifier === 'none')
          const ids = Object.keys(given)
          const corners = Array.from({ length: 2 ** ids.length }, (_, index) => ids.map((_, at) => (index >> at) & 1))
          for (const share of [...corners, ...shares]) {
            const truth = bruteForce(expression, id => trueValue(all[id]!, share[ids.indexOf(id)]!), isPercent)
            if (truth === null) continue
            const [num, den] = truth
            /** Negative where the true value is less than what is printed. */
            const beyond = num * scale - value * den
            if (printed.qualifier === 'none') expect(beyond).toBe(0n)
            if (printed.qualifier === '余') expect(beyond >= 0n).toBe(true)
            if (printed.qualifier === '不足') expect(beyond <= 0n).toBe(true)
            if (isExact) {
              expect(printed.qualifier).toBe(beyond === 0n ? 'none' : '约')
              expect(2n * (beyond < 0n ? -beyond : beyond) <= den).toBe(true)
            }
          }
        },
      ),
      { numRuns: 3000, seed: 20311 },
    )
    expect([...qualified].sort()).toEqual(['none', '不足', '余', '约'])
  })
})
