/** An exact fraction; the denominator is positive. */
export interface Rational {
  num: bigint
  den: bigint
}

/** The number that a decimal literal means, exactly. */
export function rational(value: number): Rational {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  const num = BigInt(whole + decimals)
  const shift = Number(exponent) - decimals.length
  return shift >= 0 ? { num: num * 10n ** BigInt(shift), den: 1n } : { num, den: 10n ** BigInt(-shift) }
}

export function add(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den }
}

export function subtract(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den }
}

/** @throws RangeError where `b` is zero */
export function divide(a: Rational, b: Rational): Rational {
  if (b.num === 0n) throw new RangeError('division by zero')
  const sign = b.num < 0n ? -1n : 1n
  return { num: a.num * b.den * sign, den: a.den * b.num * sign }
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The largest multiple of `10 ** -decimals` that is not above `a`, as a count of these. */
export function floorTo(a: Rational, decimals: number): bigint {
  const scaled = a.num * 10n ** BigInt(decimals)
  const quotient = scaled / a.den
  return scaled % a.den < 0n ? quotient - 1n : quotient
}
