import type { ChangeWord, Qualifier, Unit } from './vocabulary.ts'
import { parseChineseNumeral } from './numeral.ts'
import { QUANTITY } from './quantity-pattern.ts'
import { CHANGE_WORDS, QUALIFIERS } from './vocabulary.ts'

export { parseChineseNumeral, toChineseNumeral } from './numeral.ts'

/** A number that a clause states, with what makes it a quantity. */
export interface Quantity {
  value: number
  /** Digits printed after the point. */
  decimals: number
  unit: Unit
  /** `none` also where the clause qualifies the number in words that no figure can carry: see `unknownQualifier`. */
  qualifier: Qualifier
  /**
   * What touches the number and makes it inexact without being one word of the closed list: 近, 左右, 5— of a range,
   * or two qualifiers at once (约…余). A figure cannot state such a number.
   */
  unknownQualifier: string | null
  /** Sign word between the previous number and this one, if any; the nearest where there are several. */
  change: ChangeWord | null
  /** Position of the first character in the clause. */
  start: number
  /** Position after the last character in the clause. */
  end: number
}

type Groups = Record<string, string | undefined>

function qualifiersOf({ before, range, odd, unit, after }: Groups): Pick<Quantity, 'qualifier' | 'unknownQualifier'> {
  const words = [before, range, odd, /[余多]/.exec(unit ?? '')?.[0], after].filter(word => word !== undefined)
  if (words.length === 0) return { qualifier: 'none', unknownQualifier: null }
  const listed = words.length === 1 ? QUALIFIERS.find(qualifier => qualifier === words[0]) : undefined
  return listed
    ? { qualifier: listed, unknownQualifier: null }
    : { qualifier: 'none', unknownQualifier: words.join('…') }
}

function valueOf(digits: string): number {
  if (digits === '无一') return 0
  return /^\d/.test(digits) ? Number(digits.replace(/[,，]/g, '')) : parseChineseNumeral(digits)
}

/** The sign word that ends last. With 至 or 到 behind it, the number is the level reached and not the change. */
function changeIn(lead: string): ChangeWord | null {
  const ends = CHANGE_WORDS.map(word => ({ word, end: lead.lastIndexOf(word) + word.length }))
    .filter(({ word, end }) => end >= word.length)
    .sort((a, b) => b.end - a.end || b.word.length - a.word.length)
  const nearest = ends[0]
  return nearest && !/^[至到为]/.test(lead.slice(nearest.end)) ? nearest.word : null
}

// Full-width digits, point and percent sign; one character for one, so that positions stay.
const narrow = (clause: string): string =>
  clause.replace(/[０-９．％]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** All quantities that a clause states, in order. Numbers without a unit of the closed list are not quantities. */
export function parseQuantities(clause: string): Quantity[] {
  const found: Quantity[] = []
  const text = narrow(clause)
  for (const match of text.matchAll(QUANTITY)) {
    const groups: Groups = match.groups!
    const rank = groups.place ?? groups.ranked ?? groups.last
    const digits = rank ?? groups.number ?? ''
    const value = valueOf(digits)
    if (Number.isNaN(value)) continue
    found.push({
      value,
      decimals: /^\d/.test(digits) ? (digits.split('.')[1]?.length ?? 0) : 0,
      unit: rank ? '位' : (groups.unit!.replace(/[余多]|个(?=小时)/, '') as Unit),
      ...qualifiersOf(groups),
      change: changeIn(text.slice(found.at(-1)?.end ?? 0, match.index)),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return found
}
