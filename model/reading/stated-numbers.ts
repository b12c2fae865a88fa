import { WHOLE_CHANGES } from '../changes.ts'
import { isPoints, parseUnit } from '../units.ts'
import { changeAtEnd } from './change.ts'
import { readNumbers, type ReadNumber } from './numbers.ts'
import { CLAUSE_ENDS, overlaps } from './text.ts'

/** What leads from one entry of a list to the next. */
export const LISTED = /^(?:、|和|及|与|以及)$/
/** 翻了一番半 is more than they say. */
const WHOLES = new RegExp(
  `(?:${Object.keys(WHOLE_CHANGES)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![半多余])`,
  'g',
)

/** The numbers of a text as clauses state them: 四成 is 40%, and 持平 and 翻一番 are numbers, too. */
export function statedNumbers(text: string): ReadNumber[] {
  return withPlainRatios(withWholeChanges(readNumbers(text), text).map(inPercent), text)
}

/** Names of what has no unit, as far as a number: 收入比由上年的, 基尼系数为. 比 compares where nothing leads on from it. */
const RATIO =
  /(?:(?:比|[^年]度)(?=[为是由从达降缩扩升提]|$)|比值|倍差|系数|指数)[^，,。；;：:\d]{0,6}?(?:\d{4}年的?|上年的)?$/
/** What leads to a decimal number of what has no unit, and what stands behind it: pH均值为5.92. */
const LEVEL = /[为是]$/
const LEVEL_ENDS = new RegExp(`^(?:$|[\\s、${CLAUSE_ENDS}）)])`)
/** What leads from such a number to the next one: 缩小至. */
const REACHED = /^[\u4E00-\u9FFF]{0,4}[到至为](?:\d{4}年的?)?$/

/** Numbers of what has no unit: 1.95 and 1.92 of 收入比由1.95缩小至1.92. */
function withPlainRatios(numbers: readonly ReadNumber[], text: string): ReadNumber[] {
  const read: ReadNumber[] = []
  for (const [index, number] of numbers.entries()) {
    const last = read.findLast(({ unit }) => unit !== '年')
    const dates = /^[年月日]/.test(text.slice(number.end))
    const plain =
      number.unit === null && number.form === 'digits' && !number.ordinal && !Number.isNaN(number.value) && !dates
    const between = last?.unit === '' && !last.parts && !last.fraction ? text.slice(last.end, number.start) : undefined
    // 收入比为1.93，比上年缩小0.03: by how much it has changed.
    const goesOn = between !== undefined && (REACHED.test(between) || changeAtEnd(between)?.reached === false)
    const before = text.slice(0, number.start)
    const level = number.decimals > 0 && LEVEL.test(before) && LEVEL_ENDS.test(text.slice(number.end))
    const named = level || RATIO.test(before)
    // 浓度为6、21微克/立方米: the unit is that of the list.
    const listed = sharedUnit(text, numbers, index) !== null
    read.push(plain && !listed && (named || goesOn) ? { ...number, unit: '', unitStart: number.end } : number)
  }
  return read
}

/** Words that say a change and its number in one, 持平 and 翻一番, among the numbers. */
function withWholeChanges(numbers: readonly ReadNumber[], text: string): ReadNumber[] {
  const wholes = [...text.matchAll(WHOLES)].map(({ index: start, 0: word }): ReadNumber => {
    const end = start + word.length
    const { value, unit, qualifier = null } = WHOLE_CHANGES[word]!
    const own = { decimals: 0, form: 'word' as const, odd: qualifier, ordinal: false, rank: false }
    return { ...own, value, unit, text: word, start, end, unitStart: end }
  })
  const others = numbers.filter(number => !wholes.some(whole => overlaps(whole, number)))
  return [...others, ...wholes].sort((a, b) => a.start - b.start)
}

/** 四成 is 40%. */
function inPercent(number: ReadNumber): ReadNumber {
  if (number.unit !== '成' || number.form !== 'numeral') return number
  return { ...number, value: Math.round(number.value * 10), decimals: 0, unit: '%' }
}

/** Whether a unit is what the beginning of one in front of it goes on to: 个百分点 for 个, 亿元 for 亿. */
export function completes(unit: string, begun: string | null): boolean {
  if (begun === null) return true
  return unit !== begun && unit.startsWith(begun) && (/^[十百千万亿]+$/.test(begun) || isPoints(unit))
}

/** The unit at the end of a list that its numbers share: 98.35、82.65、319.75亿元, 0.3个、2.1个和3.0个百分点. */
export function sharedUnit(text: string, numbers: readonly ReadNumber[], index: number): string | null {
  const [number, next] = [numbers[index]!, numbers[index + 1]]
  if (number.form !== 'digits' || !next || !LISTED.test(text.slice(number.end, next.start).replace(/[-−－负]$/, '')))
    return null
  const unit = sharedUnit(text, numbers, index + 1) ?? next.unit
  return unit !== null && completes(unit, number.unit) ? unit : null
}

/** Whether a number only tells of how long an average is: 两年平均增长, 最大8小时平均. */
export function isAveraged({ unit, end }: ReadNumber, text: string): boolean {
  return parseUnit(unit ?? '')?.kind === 'duration' && /^平均/.test(text.slice(end))
}

/** 2031年 gives a time, 20年 a duration. */
export const isYear = ({ unit, text }: ReadNumber): boolean => unit === '年' && /^[12]\d{3}年$/.test(text)
