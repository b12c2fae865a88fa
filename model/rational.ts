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

/** a + b */
export function add(a: Rational, b: Rational): Rational {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den }
}

/** a − b */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { num: -b.num, den: b.den })
}

/** a × b */
export function multiply(a: Rational, b: Rational): Rational {
  return { num: a.num * b.num, den: a.den * b.den }
}

/** a ÷ b @throws RangeError where `b` is zero */
export function divide(a: Rational, { num, den }: Rational): Rational {
  if (num === 0n) throw new RangeError('division by zero')
  return multiply(a, num < 0n ? { num: -den, den: -num } : { num: den, den: num })
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  return Number(subtract(a, b).num)
}

/** The largest multiple of `10 ** -decimals` that is not above `a`, as a count of these. */
export function floorTo({ num, den }: Rational, decimals: number): bigint {
  const scaled = num * 10n ** BigInt(decimals)
  return scaled / den - (scaled % den < 0n ? 1n : 0n)
}
