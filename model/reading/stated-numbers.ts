import { WHOLE_CHANGES } from '../changes.ts'
import { readNumbers, type ReadNumber } from './numbers.ts'
import { overlaps } from './text.ts'

/** What leads from one entry of a list to the next. */
export const LISTED = /^(?:、|和|及|与|以及)$/
const WHOLES = new RegExp(
  Object.keys(WHOLE_CHANGES)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/** The numbers of a text as clauses state them: 四成 is 40%, and 持平 and 翻一番 are numbers, too. */
export function statedNumbers(text: string): ReadNumber[] {
  return withWholeChanges(readNumbers(text), text).map(inPercent)
}

/** Words that say a change and its number in one, 持平 and 翻一番, among the numbers. */
function withWholeChanges(numbers: readonly ReadNumber[], text: string): ReadNumber[] {
  const wholes = [...text.matchAll(WHOLES)].map(({ index: start, 0: word }): ReadNumber => {
    const end = start + word.length
    const own = { decimals: 0, form: 'word' as const, odd: null, ordinal: false, rank: false }
    return { ...own, ...WHOLE_CHANGES[word]!, text: word, start, end, unitStart: end }
  })
  const others = numbers.filter(number => !wholes.some(whole => overlaps(whole, number)))
  return [...others, ...wholes].sort((a, b) => a.start - b.start)
}

/** 四成 is 40%. */
function inPercent(number: ReadNumber): ReadNumber {
  return number.unit === '成' && number.form === 'numeral' ? { ...number, value: number.value * 10, unit: '%' } : number
}

/** The unit at the end of a list that its numbers share: 98.35、82.65、319.75亿元. */
export function sharedUnit(text: string, numbers: readonly ReadNumber[], index: number): string | null {
  const [number, next] = [numbers[index]!, numbers[index + 1]]
  if (number.form !== 'digits' || !next || !LISTED.test(text.slice(number.end, next.start))) return null
  return next.unit ?? sharedUnit(text, numbers, index + 1)
}

/** 2031年 gives a time, 20年 a duration. */
export const isYear = ({ unit, text }: ReadNumber): boolean => unit === '年' && /^[12]\d{3}年$/.test(text)
