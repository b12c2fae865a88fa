import type { Quantity } from '../../model/reading/quantities.ts'
import { boundOf, QUALIFIER_WORDS } from '../../model/qualifiers.ts'
import { clauseEnd } from '../../model/reading/text.ts'
import { LISTED } from '../../model/reading/stated-numbers.ts'
import { wordsOf, type Word } from '../../model/reading/words.ts'
import { parseUnit } from '../../model/units.ts'

/** Kinds of what has a size, and is counted otherwise. */
const SIZES: ReadonlySet<string> = new Set(['area', 'length', 'weight', 'volume', 'power', 'count'])

/**
 * Whether a number only describes what is named behind it, and states nothing by itself: a bound of a group, as in
 * 10亿元以上项目, a class, as in 10亿元级企业, an age, a time or a size, as in 24小时书房 and 120平方米的办公室, the number of a
 * session or a phase, as in 人大四次会议, or how something is divided, as in 分三期实施.
 */
export function isDescribing(sentence: string, { unit, number, qualifier, end }: Quantity): boolean {
  const kind = parseUnit(unit)?.kind
  const behind = sentence.slice(end)
  const joined = /^的/.test(behind)
  const [next, second] = wordsOf(behind.slice(joined ? 1 : 0, 12))
  const last = wordsOf(sentence.slice(Math.max(0, number.start - 12), number.start)).at(-1)
  if (/^级/.test(behind) && kind !== null) return true
  // 分三期实施 tells how something is done.
  if (last?.text === '分' && kind === 'count') return true
  if (/^周?岁$/.test(unit)) return joined || (next !== undefined && (/^f/.test(next.tag) || isNaming(next)))
  // 5天假期 lasts so long, and so does 为期5天的….
  if (kind === 'duration' && (last?.text === '为期' || (!joined && next?.tag === 't'))) return true
  if (next === undefined || !isNaming(next)) return false
  if (kind === 'duration') return !joined || !isNoun(last)
  if (/^[届次期]$/.test(unit) && last?.tag !== 'v') return true
  if (isBoundBehind(qualifier)) return kind !== null && (joined || kind !== 'count')
  // What has a name of several words is told of by its size: 28万平方米的铁路口岸创新中心.
  const named = [next, second].every(word => word !== undefined && word.text.length > 1 && /^[nvsjl]/.test(word.tag))
  return joined && kind !== undefined && kind !== null && SIZES.has(kind) && !isNoun(last) && !named
}

const isNoun = (word: Word | undefined): boolean => word !== undefined && /^(?:n|j|vn|an)/.test(word.tag)
/** Whether a word may be what is described. */
const isNaming = ({ tag }: Word): boolean => /^(?:n|b|vn|an|j|l|i|a)/.test(tag)

function isBoundBehind(qualifier: Quantity['qualifier']): boolean {
  return qualifier !== 'none' && QUALIFIER_WORDS[qualifier].place === 'behind' && boundOf(qualifier) !== 'about'
}

/**
 * Whether a number is the name of one of several things that the next number counts: 3路 and 17路 of 3路、17路2条线路.
 * @param all the numbers of the sentence, in order
 */
export function isNameCounted(sentence: string, all: readonly Quantity[], index: number): boolean {
  const [found, next] = [all[index]!, all[index + 1]]
  if (!next) return false
  // 600分以上94人, 30人以下小规模学校9所 and 超亿元企业6家: a bound in front of what is counted.
  const between = wordsOf(sentence.slice(found.end, next.start))
  const [behind, thing] = between
  const counted = behind !== undefined && isNaming(behind)
  if (counted && boundOf(found.qualifier) === 'least' && between.every(isNaming)) return true
  const bound = next.start === found.end || (counted && next.start < clauseEnd(sentence, found.end))
  if (isBoundBehind(found.qualifier) && bound) return true
  // 收入超50万元的村占64%: a bound of which things are told of.
  const ofThings = behind?.text === '的' && thing !== undefined && /^(?:[nbjl]|zg)/.test(thing.tag)
  if (ofThings && /^(?:least|most)$/.test(boundOf(found.qualifier) ?? ''))
    return next.start < clauseEnd(sentence, found.end)
  // 11种612例 are both counted, where nothing is named behind them.
  if (next.start === found.end) return next.unit !== found.unit && isNoun(wordsOf(sentence.slice(next.end))[0])
  return LISTED.test(sentence.slice(found.end, next.start)) && isNameCounted(sentence, all, index + 1)
}

/** Whether a number of years only tells for how long something has gone: 收入五年翻一番, 极不平凡的五年. */
export function isPeriodOfYears(sentence: string, { unit, number }: Quantity): boolean {
  if (unit !== '年') return false
  const words = wordsOf(sentence)
  const before = words.find(word => word.end === number.start)
  const behind = words.find(word => word.start === number.end)
  if (before?.text === '的') return behind === undefined || /^x/.test(behind.tag)
  // 历时五年建成 tells how long.
  const told = before !== undefined && /^(?:n|v)/.test(before.tag) && /.[^时期]$/.test(before.text)
  return told && /^[vd]/.test(behind?.tag ?? '')
}
