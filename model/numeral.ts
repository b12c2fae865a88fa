const CHINESE_DIGITS = '零一二三四五六七八九'

/**
 * Reads a Chinese numeral up to 九十九; 两 is two.
 * @returns `NaN` for anything else.
 */
export function parseChineseNumeral(text: string): number {
  if (text === '两') return 2
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || !text) return Number.NaN
  const [, first, ten, last] = match
  const digit = (char: string | undefined): number => (char ? CHINESE_DIGITS.indexOf(char) : 0)
  if (!ten) return last ? Number.NaN : digit(first)
  return (first ? digit(first) : 1) * 10 + digit(last)
}

/** Prints 1 to 99 as a Chinese numeral, and what lies outside in digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const last = ones ? CHINESE_DIGITS.charAt(ones) : ''
  if (tens === 0) return last
  return `${tens > 1 ? CHINESE_DIGITS.charAt(tens) : ''}十${last}`
}
