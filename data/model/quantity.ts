import type { ChangeWord, Qualifier, Unit } from './vocabulary.ts'
import { CHANGE_WORDS, UNITS } from './vocabulary.ts'

/** A number that a clause states, with what makes it a quantity. */
export interface Quantity {
  value: number
  /** Digits printed after the point. */
  decimals: number
  unit: Unit
  qualifier: Qualifier
  /** Sign word between the previous number and this one, if any. */
  change: ChangeWord | null
  /** Position of the first character in the clause. */
  start: number
  /** Position after the last character in the clause. */
  end: number
}

const CHINESE_DIGITS = '零一二三四五六七八九'

/**
 * Reads a Chinese numeral up to 九十九; 两 is two.
 * @returns `NaN` for anything else.
 */
export function parseChineseNumeral(text: string): number {
  if (text === '两')
    return 2
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || !text)
    return Number.NaN
  const [, first, ten, last] = match
  const digit = (char: string | undefined): number => char ? CHINESE_DIGITS.indexOf(char) : 0
  if (!ten)
    return last ? Number.NaN : digit(first)
  return (first ? digit(first) : 1) * 10 + digit(last)
}

/** Prints 1 to 99 as a Chinese numeral. */
export function toChineseNumeral(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const last = ones ? CHINESE_DIGITS.charAt(ones) : ''
  if (tens === 0)
    return last
  return `${tens > 1 ? CHINESE_DIGITS.charAt(tens) : ''}十${last}`
}

// 余 stands before the unit (60余家) or after its multiplier (14万余件). 个 in 11个月 counts months, which are periods.
const UNIT_PATTERN = [...UNITS]
  .sort((a, b) => b.length - a.length)
  .map(unit => /^[万亿]/.test(unit) ? `${unit[0]}余?${unit.slice(1)}` : unit === '个' ? '个(?!月)' : unit)
  .join('|')
const QUANTITY = new RegExp(
  `第(?<rank>[一二三四五六七八九十]+|\\d+)位?`
  + `|(?<before>突破|约|不足)?(?<number>\\d+(?:\\.\\d+)?|无一|[一二三四五六七八九十两]+)(?<odd>余)?(?<unit>${UNIT_PATTERN})(?<after>以上)?`,
  'g',
)

function qualifierOf(groups: Record<string, string | undefined>): Qualifier {
  if (groups.before)
    return groups.before as Qualifier
  if (groups.odd || groups.unit?.includes('余'))
    return '余'
  return groups.after ? '以上' : 'none'
}

/** All quantities that a clause states, in order. Numbers without a unit of the closed list are not quantities. */
export function parseQuantities(clause: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of clause.matchAll(QUANTITY)) {
    const groups = match.groups!
    const digits = groups.rank ?? groups.number ?? ''
    const value = digits === '无一' ? 0 : /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits)
    if (Number.isNaN(value))
      continue
    const lead = clause.slice(found.at(-1)?.end ?? 0, match.index)
    found.push({
      value,
      decimals: /^\d/.test(digits) ? digits.split('.')[1]?.length ?? 0 : 0,
      unit: groups.rank ? '位' : groups.unit!.replace('余', '') as Unit,
      qualifier: qualifierOf(groups),
      change: CHANGE_WORDS.find(word => lead.includes(word)) ?? null,
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return found
}
