import type { Period } from '../figure.ts'
import { normalize, normalizeClause } from './text.ts'

/** Words that give a period. */
export interface PeriodWords {
  /** Id of the period; null for words that no period of the deck lists. */
  id: string | null
  text: string
  start: number
  end: number
}

/** Years as they are told from the one that the source is about. */
const RELATIVE: Readonly<Record<string, number>> = Object.fromEntries([
  ...['全年', '今年', '本年', '当年'].map(word => [word, 0] as const),
  ...['去年', '上年'].map(word => [word, -1] as const),
  ['前年', -2],
  ...['明年', '来年'].map(word => [word, 1] as const),
])
const YEAR = `\\d{4}年|往年|${Object.keys(RELATIVE).join('|')}`
/** What only names the time that a number is compared with: 是上年的1.4倍. */
const BASE = '(?:去年|前年|上年|往年)(?:的|同期|相比|基础)'
/**
 * What gives a period in words, whether the deck lists them or not. After 比 or 较 it is only what something is compared
 * with.
 */
const GENERIC = new RegExp(
  `(?<![比较同与])(?!${BASE})(?:截[至止])?(?:(?:${YEAR})?(?:前\\d+个?月|(?<!\\d)\\d{1,2}(?:[-—–~至]\\d{1,2})?月(?:份|底|末|初)?|前?[一二三四]季度|[上下]半年)|${YEAR})`,
  'g',
)

function relativeYear(words: string, periods: readonly Period[]): Period | undefined {
  const offset = RELATIVE[words]
  const year = /^(\d{4})年$/.exec(periods.find(period => period?.implied)?.text ?? '')?.[1]
  if (offset === undefined || year === undefined) return undefined
  return periods.find(period => period?.text === `${Number(year) + offset}年`)
}

/** All words of a text that give a period: the longest that stands at each place. */
export function periodWords(given: string, periods: readonly Period[]): PeriodWords[] {
  const text = normalize(given)
  const listed = periods
    .flatMap(({ id, text, stated }) =>
      [text, ...(Array.isArray(stated) ? stated : [])]
        .filter(words => typeof words === 'string')
        .map(words => ({ id, words: normalizeClause(words) })),
    )
    .sort((a, b) => b.words.length - a.words.length)
  const generic = new Map([...text.matchAll(GENERIC)].map(({ index, 0: words }) => [index, words]))
  const found: PeriodWords[] = []
  for (let at = 0; at < text.length; at++) {
    const known = listed.find(({ words }) => text.startsWith(words, at))
    const other = generic.get(at)
    const words = other !== undefined && other.length > (known?.words.length ?? 0) ? other : known?.words
    if (words === undefined || words === '') continue
    const id = words === known?.words ? known.id : (relativeYear(words, periods)?.id ?? null)
    found.push({ id, text: given.slice(at, at + words.length), start: at, end: at + words.length })
    at += words.length - 1
  }
  return found
}

/** Whether words give the period of another number that they lead to: 2021年的24.6% in 由2021年的24.6%提高到28.9%. */
function isOfOther(before: string, { end }: PeriodWords): boolean {
  return /^的[约近]?\d/.test(before.slice(end))
}

/**
 * The words that give the period of the number at `at`: those in its own clause, or else the last that head the
 * sentence or an entry of its list before it. Undefined where the number stands under none.
 */
export function governingPeriod(
  { normalized }: { normalized: string },
  at: number,
  periods: readonly Period[],
): PeriodWords | undefined {
  const sentence = Math.max(...['。', '!', '?', '\n'].map(mark => normalized.lastIndexOf(mark, at - 1))) + 1
  const clause = Math.max(sentence, normalized.lastIndexOf(',', at - 1) + 1, normalized.lastIndexOf(';', at - 1) + 1)
  const before = periodWords(normalized.slice(sentence, at), periods)
    .filter(words => !isOfOther(normalized.slice(sentence, at), words))
    .map(words => ({
      ...words,
      start: words.start + sentence,
      end: words.end + sentence,
    }))
  const own = before.filter(({ start }) => start >= clause).at(-1)
  return (
    own ?? before.filter(({ start }) => /(?:^|;)["'“‘]?[在于自到]?$/.test(normalized.slice(sentence, start))).at(-1)
  )
}

/** The words that give a period at the head of the paragraph that `at` is in; undefined where there are none. */
export function paragraphPeriod(
  { normalized }: { normalized: string },
  at: number,
  periods: readonly Period[],
): PeriodWords | undefined {
  const paragraph = normalized.slice(normalized.lastIndexOf('\n', at - 1) + 1, at)
  return periodWords(paragraph, periods).find(({ start }) => /^["'“‘]?[在于自到]?$/.test(paragraph.slice(0, start)))
}
