import type { Expression } from '../../../model/expression.ts'
import type { Qualifier, Unit } from '../../../model/vocabulary.ts'
import { add, compare, divide, floorTo, rational, subtract, type Rational } from './rational.ts'

/**
 * A printed number as what it says of the true one. An end that is null is open to the side: nothing is known there.
 * Written apart from the data model, which computes what is printed: the two must come to the same.
 */
export interface Interval {
  unit: Unit
  /** The number as printed. */
  nominal: Rational
  low: Rational | null
  high: Rational | null
}

/** A figure as an interval takes it. */
export interface Stated {
  value: number
  unit: Unit
  qualifier?: Qualifier
}

const LOWER_BOUNDS: readonly Qualifier[] = ['突破', '余', '以上']

/** What a stated figure says of the true value. */
export function intervalOf({ value, unit, qualifier = 'none' }: Stated): Interval {
  const nominal = rational(value)
  return {
    unit,
    nominal,
    low: qualifier === '不足' || qualifier === '约' ? null : nominal,
    high: LOWER_BOUNDS.includes(qualifier) || qualifier === '约' ? null : nominal,
  }
}

/** Why a formula has no result: a Chinese clause. */
export class FormulaError extends Error {}

/**
 * Computes a formula over intervals of quantities that are not negative.
 * @throws FormulaError where units do not go together, or a divisor is zero
 */
export function computeInterval(expression: Expression, figure: (id: string) => Stated): Interval {
  if (expression.op === 'figure') return intervalOf(figure(expression.id))
  if (expression.op === 'percent') return intervalOf({ value: expression.value, unit: '%' })
  const left = computeInterval(expression.left, figure)
  const right = computeInterval(expression.right, figure)
  switch (expression.op) {
    case '+':
      return combine(left, right, add, right.low, right.high)
    case '−':
      return combine(left, right, subtract, right.high, right.low)
    case '÷':
      return quotient(left, right)
  }
}

type Operation = (a: Rational, b: Rational) => Rational

/** @param least the end of the right side that makes the result smallest; `most` the other one */
function combine(
  left: Interval,
  right: Interval,
  operate: Operation,
  least: Rational | null,
  most: Rational | null,
): Interval {
  if (left.unit !== right.unit) throw new FormulaError(`${left.unit}与${right.unit}不能相加减`)
  return {
    unit: left.unit,
    nominal: operate(left.nominal, right.nominal),
    low: left.low && least && operate(left.low, least),
    high: left.high && most && operate(left.high, most),
  }
}

function quotient(left: Interval, right: Interval): Interval {
  const whole = right.unit === '%' ? 100 : right.unit === '‰' ? 1000 : 1
  const share = (by: Rational): Rational => divide(by, rational(whole))
  if (right.nominal.num === 0n) throw new FormulaError('除数为零')
  return {
    unit: left.unit,
    nominal: divide(left.nominal, share(right.nominal)),
    low: left.low && right.high && divide(left.low, share(right.high)),
    high: left.high && right.low && right.low.num !== 0n ? divide(left.high, share(right.low)) : null,
  }
}

/** What is printed of a result: a bound is rounded to its own side, and what is inexact says so. */
export function printedOf({ nominal, low, high }: Interval, decimals: number): { value: number; qualifier: Qualifier } {
  const unit = 10 ** decimals
  const below = floorTo(nominal, decimals)
  const exact = compare(rational(Number(below) / unit), nominal) === 0
  const isLow = low !== null && compare(low, nominal) === 0
  const isHigh = high !== null && compare(high, nominal) === 0
  if (isLow && isHigh)
    return exact
      ? { value: Number(below) / unit, qualifier: 'none' }
      : { value: nearest(nominal, decimals), qualifier: '约' }
  if (isLow) return { value: Number(below) / unit, qualifier: '余' }
  if (isHigh) return { value: Number(exact ? below : below + 1n) / unit, qualifier: '不足' }
  return { value: nearest(nominal, decimals), qualifier: '约' }
}

function nearest(nominal: Rational, decimals: number): number {
  const half: Rational = { num: 1n, den: 2n * 10n ** BigInt(decimals) }
  return Number(floorTo(add(nominal, half), decimals)) / 10 ** decimals
}
