import { format, isDateFormat } from 'numfmt'
import type { SheetCell } from './cell.ts'

/** Significant digits that a number of Excel has; what a double holds beyond them is noise. */
export const SIGNIFICANT = 15

/** A number in as few digits as say it: 3.3000000000000003 is 3.3. Without an exponent. */
export function shortest(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(SIGNIFICANT - 1)) ?? []
  const digits = `${whole}${fraction}`.replace(/0+$/, '')
  const point = 1 + Number(exponent)
  if (digits === '') return '0'
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0')
  const at = Math.max(point, 1)
  return `${sign}${padded.slice(0, at)}${padded.length > at ? `.${padded.slice(at)}` : ''}`
}

const GENERAL = /^(?:General|@|)$/i

/** Whether a format shows a number as it is. */
export function isGeneral(pattern: string | undefined): boolean {
  return GENERAL.test(pattern ?? '')
}

/** A number as its format shows it; what tells a negative number by colour or brackets gets its sign. */
export function printNumber(value: number, pattern = 'General'): string {
  if (isGeneral(pattern)) return shortest(value)
  let printed: string
  try {
    printed = format(pattern, value).trim()
  } catch {
    return `（读不了的数字格式：${pattern}）`
  }
  // The format of accountants draws a stroke for nothing.
  if (value === 0 && /^[-–—]+$/.test(printed)) return '0'
  return value < 0 && !isDateFormat(pattern) && /\d/.test(printed) && !/[-−–]/.test(printed)
    ? `-${printed.replace(/[()（）\s]/g, '')}`
    : printed
}

/** A cell as people see it. */
export function printCell({ value, format: pattern, formula, error }: SheetCell): string {
  if (error !== undefined) return error
  if (value === null) return formula ? '（公式没有存下结果）' : ''
  return (typeof value === 'number' ? printNumber(value, pattern) : String(value)).trim()
}
