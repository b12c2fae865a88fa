import { numeralValue } from './numeral.ts'
import { ANY, PHRASES, UNIT, UNIT_OF_DIGITS, WORDS } from './words.ts'

/** A number in a text, in digits or words, with the unit that touches it. */
export interface FoundNumber {
  text: string
  start: number
  end: number
  /** `NaN` for words that say about how much. */
  value: number
  /** Why the words are one; empty for digits. */
  reason: string
}

// Digits of any script, ½, ①, ² and Ⅳ; 〇 is one of the words. Latin letters that touch them belong to them: 3D, ix5.
const DIGIT = '[[\\p{Nd}\\p{No}\\p{Nl}]--[〇]]'
const DIGITS = new RegExp(
  `[A-Za-z]*${DIGIT}+(?:[.,](?=\\p{Nd})${DIGIT}+)*(?:[A-Za-z]+|[万亿][余多](?:${UNIT_OF_DIGITS})|[余多]?(?:${UNIT_OF_DIGITS}))?`,
  'gv',
)
/** A power in a unit is no number: km², 米³. */
const POWER = /(?:m|米)[²³]$/
const WORD = new RegExp(WORDS.map(({ pattern }) => `(?:${pattern})`).join('|'))
const LARGE = new RegExp(`(?<![第几数${ANY}])[一二两三四五六七八九十][${ANY}]+(?:[余多来]?(?:${UNIT}))?`, 'g')
const PHRASE = new RegExp(PHRASES.map(({ pattern }) => pattern).join('|'), 'g')

/** Full-width digits, points and percent signs as the others; one character for one, so that places stay. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９．％]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}

/** What the digits at the beginning of a text say: ten thousands and shares not reckoned in. */
function digitsValue(text: string): number {
  const plain = text
    .normalize('NFKC')
    .replace(/^[A-Za-z]+/, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
  return Number(/^\d+(?:\.\d+)?/.exec(plain)?.[0] ?? Number.NaN)
}

function digitsIn(text: string): FoundNumber[] {
  return [...text.matchAll(DIGITS)].flatMap(({ 0: found, index }) => {
    if (POWER.test(text.slice(0, index) + found[0]) || /^[A-Za-z]*m[²³]$/.test(found)) return []
    return [{ text: found, start: index, end: index + found.length, value: digitsValue(found), reason: '' }]
  })
}

function largeIn(text: string): FoundNumber[] {
  return [...text.matchAll(LARGE)].flatMap(({ 0: found, index }) => {
    const numeral = new RegExp(`^[${ANY}]+`).exec(found)![0]
    const value = numeralValue(numeral)
    // Only what is written with tens is a number beyond doubt: 三五 and 五一 are not.
    return Number.isNaN(value) || !/[十百千万亿]/.test(numeral)
      ? []
      : [{ text: found, start: index, end: index + found.length, value, reason: '数' }]
  })
}

/** Of each kind: one that is found may hide another that begins earlier or ends later. */
const EACH = WORDS.map(({ pattern, reason }) => ({ reason, pattern: new RegExp(pattern, 'g') }))

function wordsIn(text: string): FoundNumber[] {
  if (!WORD.test(text)) return []
  return EACH.flatMap(({ pattern, reason }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      text: found,
      start: index,
      end: index + found.length,
      value: /^(?:零|无一|没|未)|零$/.test(found) ? 0 : numeralValue(new RegExp(`[${ANY}]+`).exec(found)?.[0] ?? ''),
      reason,
    })),
  )
}

/**
 * All numbers in a text, in order; of those that overlap the longest. Words are numbers where they count something: a
 * deck's wording is free, and a false alarm would stop its build. A source is searched more broadly:
 * `scripts/lib/facts/numbers.ts`.
 */
export function findNumbers(given: string): FoundNumber[] {
  const text = toHalfWidthDigits(given)
  const phrases = [...text.matchAll(PHRASE)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
  const all = [
    ...digitsIn(text),
    ...[...largeIn(text), ...wordsIn(text)].filter(
      ({ start, end }) => !phrases.some(phrase => phrase.start <= start && end <= phrase.end),
    ),
  ].sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: FoundNumber[] = []
  for (const each of all)
    if (!kept.some(({ start, end }) => each.start < end && start < each.end))
      kept.push({ ...each, text: given.slice(each.start, each.end) })
  return kept.sort((a, b) => a.start - b.start)
}
