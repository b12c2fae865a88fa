/** How far apart on paper neighbouring coordinates may be, in points; nothing moves by more than half of it. */
const GRID = 0.01

/** As many as Chromium writes at most of what is below 1. */
export const MOST_DECIMALS = 9

const UNITS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** decimals)

/**
 * How many decimals of a coordinate are needed.
 * @param scale points on paper that a unit of it becomes
 */
export function decimalsFor(scale: number): number {
  const decimals = Math.ceil(Math.log10(scale / GRID))
  return Math.min(Math.max(0, decimals), MOST_DECIMALS)
}

export function roundTo(number: number, decimals: number): number {
  const unit = UNITS[decimals]!
  const size = Math.round(Math.abs(number) * unit) / unit
  return number < 0 ? -size : size
}

/** Numbers as a PDF has them: without exponents, and without what may be left out. */
export function formatNumbers(numbers: readonly number[], decimals: number): string {
  let text = ''
  for (const number of numbers) {
    if (text !== '') text += ' '
    text += format(number, decimals)
  }
  return text
}

/** Of whole numbers alone, which takes a fraction of the time that it takes to find the digits of any other. */
function format(number: number, decimals: number): string {
  const unit = UNITS[decimals]!
  const size = Math.round(Math.abs(number) * unit)
  if (size === 0) return '0'
  const whole = Math.floor(size / unit)
  let rest = size - whole * unit
  let places = decimals
  for (; rest > 0 && rest % 10 === 0; places -= 1) rest /= 10
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(places, '0')}`
  return `${number < 0 ? '-' : ''}${whole === 0 ? '' : whole}${fraction}`
}
