/** A little more or less that comes of binary fractions: 0.3 and 0.03. */
const ROUNDING = 1e-9

/**
 * Whether one amount is at least ten times the other, as where a digit was lost or a scale taken for another.
 * @param before in the unit of the other; nothing is ten times of zero
 */
export function isTenfold(before: number, after: number): boolean {
  if (before === 0 || after === 0) return false
  const ratio = Math.abs(before / after)
  return Math.max(ratio, 1 / ratio) >= 10 - ROUNDING
}
