import type { Stated } from './interval.ts'

/** The least and the greatest that a printed number can mean; an end is `open` where it is not reached itself. */
export interface Bounds {
  low: number
  high: number
  /** Whether the true value lies above `low`, and not on it. */
  openLow: boolean
}

/** How far 约 may be off, as a fraction. */
const ABOUT = 0.1

/** The place of the last digit that is not zero: 60 counts tens, 62 ones, 1.5 tenths. */
function place(value: number): number {
  const [whole = '0', decimals = ''] = String(value).split('.')
  if (decimals !== '') return 10 ** -decimals.length
  return 10 ** (/0*$/.exec(whole === '0' ? '' : whole)?.[0].length ?? 0)
}

/** What a qualifier makes of a number: 60余 is more than 60 and less than 70. */
export function boundsOf({ value, qualifier = 'none' }: Stated): Bounds {
  switch (qualifier) {
    case 'none':
      return { low: value, high: value, openLow: false }
    case '余':
      return { low: value, high: value + place(value), openLow: true }
    case '突破':
      return { low: value, high: Infinity, openLow: true }
    case '以上':
      return { low: value, high: Infinity, openLow: false }
    case '不足':
      return { low: 0, high: value, openLow: false }
    case '约':
      return { low: value * (1 - ABOUT), high: value * (1 + ABOUT), openLow: false }
  }
}

/** Whether the first is more than the second, whatever both mean. */
export function surelyMore(first: Bounds, second: Pick<Bounds, 'high'>): boolean {
  return first.low > second.high || (first.openLow && first.low >= second.high)
}
