import type { NameWithNumber } from '../../model/source.ts'
import { readSpans } from '../../model/span.ts'
import { CLAUSE_ENDS, clauseBegin, clauseEnd } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { uncoveredNumbers, type UncoveredNumber } from '../check/facts/accounts.ts'
import type { Facts } from '../check/facts/facts.ts'
import type { Article } from '../lib/facts/article.ts'

/** Longest quoted name that is taken as a whole: characters. */
const LONGEST = 20

/** The numbers of an article that the figures leave, as names with a reason. */
export function namesOf(facts: Facts, article: Article): NameWithNumber[] {
  const names = uncoveredNumbers(facts, article).map(nameOf)
  return [...new Map(names.map(name => [name.text, name])).values()]
}

function nameOf({ section: { text }, number }: UncoveredNumber): NameWithNumber {
  const { start, end } = number
  const quoted = quotedAround(text, start, end)
  if (quoted !== undefined) return { text: quoted, reason: '引号里的说法' }
  const time = readSpans(text).find(span => span.start <= start && end <= span.end)
  if (time) return { text: time.text, reason: '时间，没有数据属于它' }
  const words = runAround(text, start, end) ?? wordsAround(text, start, end)
  // Digits alone would name every other number that has them.
  const name = /^[\d.]+$/.test(words)
    ? /[^\n]?$/u.exec(text.slice(0, start))![0] + words + /^.?/u.exec(text.slice(end))![0]
    : words
  if (number.form === 'zero' || Number.isNaN(number.value)) return { text: name, reason: '没有确定的值' }
  if (number.ordinal) return { text: name, reason: '次序，或名称里的数' }
  return { text: name, reason: number.unit === null ? '名称里的数，没有单位（待核）' : '没有读成数据（待核）' }
}

function quotedAround(text: string, start: number, end: number): string | undefined {
  const open = Math.max(text.lastIndexOf('“', start), text.lastIndexOf('《', start))
  const close = text.slice(end).search(/[”》]/)
  const inner = open < 0 || close < 0 ? '' : text.slice(open + 1, end + close)
  // What has clauses is said and no name.
  return inner !== '' && inner.length <= LONGEST && !new RegExp(`[”》${CLAUSE_ENDS}]`).test(inner) ? inner : undefined
}

/** A date or a code that a number is part of: 2026-07-21, 08:36. */
function runAround(text: string, start: number, end: number): string | undefined {
  const begin = text.slice(0, start).search(/[A-Za-z\d]+[-—:/.][A-Za-z\d:/.—-]*$/)
  const behind = /^[-—:/.][A-Za-z\d:/.—-]*[A-Za-z\d]/.exec(text.slice(end))?.[0] ?? ''
  return begin < 0 && behind === '' ? undefined : text.slice(begin < 0 ? start : begin, end + behind.length)
}

/** The words that a number is in or touches, and the nouns behind it, within its clause. */
function wordsAround(text: string, start: number, numberEnd: number): string {
  const begin = clauseBegin(text, start)
  const clause = text.slice(begin, clauseEnd(text, numberEnd))
  const words = wordsOf(clause)
  const first = words.find(word => word.end > start - begin)!
  const last = words.findLast(word => word.start < numberEnd - begin)!
  const behind = words.slice(words.indexOf(last) + 1)
  const stop = behind.findIndex(({ tag }) => !NAMING.test(tag))
  const end = behind.slice(0, stop < 0 ? undefined : stop).at(-1)?.end ?? last.end
  const before = words.findLast(word => word.end === first.start)
  const joins = before && (/^(?:eng|ns|nr|nz)/.test(before.tag) || /^[A-Za-z]+$/.test(before.text))
  return clause.slice(joins ? before.start : first.start, end)
}

/** What a name goes on with; 以上 of 10亿元以上项目, too. */
const NAMING = /^(?:n|vn|j|l|i|q|b|f)/
