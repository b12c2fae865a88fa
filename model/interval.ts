import { boundOf, QUALIFIER_WORDS, type Qualifier, type QualifierWord } from './qualifiers.ts'
import { add, compare, divide, multiply, rational, subtract, type Rational } from './rational.ts'
import { decimalsIn } from './values.ts'

/** An end of an interval; where it is open, the true value does not lie on it. */
export interface End {
  at: Rational
  open: boolean
}

/** What is known of a true value. An end that is null is not known. */
export interface Interval {
  low: End | null
  high: End | null
}

/** A number as it is printed. */
export interface Stated {
  value: number
  /** Default `none`. */
  qualifier?: Qualifier
  /** The upper end of a range. */
  to?: number | undefined
}

const ZERO = rational(0)
/** How far 约 may be off. */
const ABOUT = rational(0.1)

/** The place of the last digit that is not zero: 60 counts tens, 62 ones, 1.5 tenths. */
function placeOf(value: number): Rational {
  const decimals = decimalsIn(String(value))
  const zeros = decimals > 0 || value === 0 ? 0 : /0*$/.exec(String(value))![0].length
  return rational(Number(`1e${zeros - decimals}`))
}

/**
 * What a printed number says of the true one: 60余 is more than 60 and less than 70; what is at most 60 is not
 * negative.
 */
export function intervalOf({ value, to, qualifier = 'none' }: Stated): Interval {
  const at = rational(value)
  const own: End = { at, open: false }
  if (to !== undefined) return { low: own, high: { at: rational(to), open: false } }
  if (qualifier === 'none') return { low: own, high: own }
  const { bound, place, open = false }: QualifierWord = QUALIFIER_WORDS[qualifier]
  switch (bound) {
    case 'least':
      return { low: { at, open }, high: place === 'inside' ? { at: add(at, placeOf(value)), open: true } : null }
    case 'most':
      return { low: { at: value < 0 ? at : ZERO, open: false }, high: own }
    case 'about': {
      const off = multiply(rational(Math.abs(value)), ABOUT)
      return { low: { at: subtract(at, off), open: false }, high: { at: add(at, off), open: false } }
    }
  }
}

function join(a: End | null, b: End | null, operate: (a: Rational, b: Rational) => Rational): End | null {
  return a && b && { at: operate(a.at, b.at), open: a.open || b.open }
}

/** All sums of a value of each. */
export function plusInterval(a: Interval, b: Interval): Interval {
  return { low: join(a.low, b.low, add), high: join(a.high, b.high, add) }
}

/** All differences of a value of each. */
export function minusInterval(a: Interval, b: Interval): Interval {
  return { low: join(a.low, b.high, subtract), high: join(a.high, b.low, subtract) }
}

/** All quotients of a value of each, where the divisor is known to be positive, whatever its interval says. */
export function overInterval(a: Interval, b: Interval): Interval {
  const isNegative = (end: End | null): boolean => end !== null && compare(end.at, ZERO) < 0
  const quotient = (end: End | null, by: End | null): End | null =>
    by && compare(by.at, ZERO) > 0 ? join(end, by, divide) : null
  return {
    low: quotient(a.low, isNegative(a.low) ? b.low : b.high),
    high: quotient(a.high, isNegative(a.high) ? b.high : b.low),
  }
}

/**
 * What a rounded number says of the true one: half a unit of its last digit to both sides. A bound was not rounded.
 * @param stated `decimals` is the number of digits behind the point
 */
export function unrounded(stated: Stated & { decimals: number }): Interval {
  const { low, high } = intervalOf(stated)
  const half: End = { at: rational(Number(`5e${-stated.decimals - 1}`)), open: false }
  const bound = boundOf(stated.qualifier ?? 'none')
  return bound === undefined || bound === 'about'
    ? { low: join(low, half, subtract), high: join(high, half, add) }
    : { low, high }
}

/** Whether the first is more than the second, whatever the true values are. */
export function isSurelyMore({ low }: Interval, { high }: Interval): boolean {
  if (!low || !high) return false
  const order = compare(low.at, high.at)
  return order > 0 || (order === 0 && (low.open || high.open))
}

/** Whether two numbers may tell of one true value. */
export function mayBeEqual(a: Interval, b: Interval): boolean {
  return !isSurelyMore(a, b) && !isSurelyMore(b, a)
}

/** All products with one number; a negative one turns the ends around. */
export function scaled({ low, high }: Interval, factor: Rational): Interval {
  const times = (end: End | null): End | null => end && { at: multiply(end.at, factor), open: end.open }
  return factor.num < 0n ? { low: times(high), high: times(low) } : { low: times(low), high: times(high) }
}

/** Whether all that the first may be lies within the second. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const holds = (own: End | null, limit: End | null, way: 1 | -1): boolean => {
    if (!limit) return true
    if (!own) return false
    const beyond = way * compare(own.at, limit.at)
    return beyond > 0 || (beyond === 0 && (own.open || !limit.open))
  }
  return holds(inner.low, outer.low, 1) && holds(inner.high, outer.high, -1)
}
