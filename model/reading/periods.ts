import type { ResolvedPeriod } from '../figure.ts'
import { isSamePeriod, type Named } from '../periods.ts'
import {
  isPartOfYear,
  readSpan,
  readSpans,
  spanBegin,
  spanBetween,
  spanEnd,
  spanYear,
  tellSpan,
  type ReadSpan,
  type Span,
} from '../span.ts'
import { PLAN_WORDS } from '../changes.ts'
import { changeAtEnd } from './change.ts'
import { readQuantities } from './quantities.ts'
import { wordsOf } from './words.ts'
import { clauseEnd, normalize, normalizeClause, SENTENCE_ENDS, type Span as Place } from './text.ts'

/** Words that give a period: one of the deck, or none of it, with the dates that they tell. */
export interface PeriodWords extends Named {
  /** Whether the deck lists them. */
  listed: boolean
  /** What they say where they are read and not listed. */
  words?: ReadSpan['words']
  text: string
  start: number
  end: number
}

/** What may lead to words that head a sentence: 到 of 到2030年, 力争 of 力争全年. */
const LEADING = `(?:其中,?)?["'“‘]?(?:${PLAN_WORDS.join('|')})?[在于自到]?$`
/** What stands before the first words of a sentence, or of an entry of its list. */
export const HEADS = new RegExp(`(?:^|[${SENTENCE_ENDS}；;])${LEADING}`)
/** What stands before the first words of a clause. */
const OPENS = new RegExp(`[，,]${LEADING}`)

/** After these, words of time are only what something is compared with. */
const COMPARED = /(?:[比较同与]|相当于|[高低多少]于)$/
/** What only names the time that a number is compared with: 是上年的1.4倍; but not where it leads to a number: 由上年的8%. */
const BASE = /^(?:去年|前年|上年|往年)(?:的|相比|基础)/
const LEADS = /[从由自]$/
/** 提高到去年的88.9分 tells what it was then; 提高到去年的2倍 is compared. */
const REACHES = /[到至]$/
/** Times are of what stands before them: 2020年的2.3倍; a share of 全年目标的57% is of the plan. */
const MULTIPLIED =
  /^(?:同期)?的[约近超]?[\d.]+[余多]?倍|^(?:目标|计划|任务|预算){1,2}数?的[约近超]?[\d一二三四五六七八九]|^同期(?!为|是|[^,，的]{0,6}?\d)/

/** 约为2020年的八成 tells of what it is a part; 调整为2025年的 leads to what is so then. */
const PART_OF = /(?:是|占|约为|(?:^|[,;])为)[约近]?$/

function isCompared(text: string, { start, end }: Place): boolean {
  const before = text.slice(0, start)
  const behind = text.slice(end)
  if (LEADS.test(before) || (REACHES.test(before) && /^的[\d.]+(?!倍)/.test(behind))) return false
  if (COMPARED.test(before) || MULTIPLIED.test(behind) || (PART_OF.test(before) && behind.startsWith('的'))) return true
  return BASE.test(text.slice(start))
}

/** The year that a source is about. */
function yearOf(periods: readonly ResolvedPeriod[]): number | undefined {
  const span = periods.find(({ implied }) => implied)?.span
  return span ? spanYear(span) : undefined
}

/**
 * All words of a text that give a period, the longest that stands at each place: those that the deck lists, and those
 * that tell a time in whatever words. These are of the deck's period that has the same dates.
 */
export function periodWords(given: string, periods: readonly ResolvedPeriod[]): PeriodWords[] {
  const text = normalize(given)
  const listed = periods
    .flatMap(period => [period.text, ...period.stated].map(words => ({ period, words: normalizeClause(words) })))
    .sort((a, b) => b.words.length - a.words.length)
  const told = new Map(readSpans(text, { year: yearOf(periods) }).map(read => [read.start, read]))
  const found: PeriodWords[] = []
  let compared = -1
  for (let start = 0; start < text.length; start++) {
    const known = listed.find(({ words }) => text.startsWith(words, start))
    const read = told.get(start)
    const own = read && read.text.length > (known?.words.length ?? 0) ? read : undefined
    const words = own?.text ?? known?.words
    if (words === undefined || words === '') continue
    // 全年 of 比去年全年提高 is of the year that is compared with.
    if (start === compared || isCompared(text, { start, end: start + words.length })) {
      start += words.length - 1
      compared = start + 1
      continue
    }
    const named = own ? { id: null, span: own.span } : known!.period
    const id = named.id ?? periods.find(period => isSamePeriod(period, named))?.id ?? null
    const end = start + words.length
    const said = { listed: !own, ...(own && { words: own.words }) }
    found.push({ id, span: named.span, ...said, text: given.slice(start, end), start, end })
    start = end - 1
  }
  return found
}

/**
 * Whether words give a period. Its first and its last day are in a year: where the deck does not list words for them,
 * they give the year too.
 */
export function givesPeriod({ listed, ...words }: PeriodWords, period: ResolvedPeriod): boolean {
  return isSamePeriod(words, period) || (!listed && isEdgeOf(words.span, period.span))
}

function isEdgeOf(edge: Span | null, span: Span | null): boolean {
  if (edge?.sort !== 'at' || span?.sort !== 'during') return false
  return [spanBegin(span), spanEnd(span)].includes(spanEnd(edge)) && !isPartOfYear(span)
}

/** The period that words mean as a whole: one that lists them, or else one of the dates that they tell. */
export function periodOfWords(given: string, periods: readonly ResolvedPeriod[]): Named {
  const words = normalizeClause(given)
  const listed = periods.find(({ stated }) => stated.some(each => normalizeClause(each) === words))
  return listed ?? { id: null, span: readSpan(words, { year: yearOf(periods) }) ?? null }
}

/** A verb that leads to a time, which is that of the verb alone: 建于1987年的小区有居民楼14栋. */
const OF_MAKING = /[^,;。!?于]于$/

/** Whether what follows a time tells which thing is meant, by what was done then: 6月28日开通的6号线全长18公里. */
function tellsWhich(behind: string): boolean {
  const [verb, particle] = wordsOf(behind.slice(0, 12))
  return (
    /^v/.test(verb?.tag ?? '') &&
    particle?.text === '的' &&
    /^[^,;]*\p{Script=Han}{2}/u.test(behind.slice(particle.end))
  )
}

/** Whether words give the period of another number that they lead to: 2021年的24.6% in 由2021年的24.6%提高到28.9%. */
function isOfOther(before: string, { start, end }: PeriodWords): boolean {
  const behind = before.slice(end)
  if (OF_MAKING.test(before.slice(0, start)) && /^[,;的]/.test(behind)) return true
  if (tellsWhich(behind)) return true
  return /^的[约近]?\d/.test(behind) || (LEADS.test(before.slice(0, start)) && /\d[^,;]*[到至为]/.test(behind))
}

/** Whether words are of what brackets enclose, or of one entry of a list, that has been left: 上年结余1.28亿元、调入资金. */
function isOfEntry(before: string, words: PeriodWords): boolean {
  const { start, end } = words
  const behind = before.slice(end)
  const enclosed = /\([^()]*$/.test(before.slice(0, start)) && behind.includes(')')
  if (enclosed) return !(behind.startsWith('),') && headsSentence(before, words))
  return before[start - 1] === '、' && /^[^分、]*\d[^、]*、/.test(behind)
}

/** A yearly average behind 从2015年的…到2021年的… is of the years between. */
function averaged(
  sentence: string,
  clause: number,
  words: readonly PeriodWords[],
  periods: readonly ResolvedPeriod[],
): PeriodWords | undefined {
  if (!sentence.slice(clause).includes('年均')) return undefined
  return words.slice(1).flatMap((second, index) => {
    const first = words[index]!
    const span = spanBetween(sentence, first, second)
    const id = span && (periods.find(period => isSamePeriod(period, { id: null, span }))?.id ?? null)
    const { start } = first
    const { end } = second
    return span ? [{ id: id!, span, listed: false, text: sentence.slice(start, end), start, end }] : []
  })[0]
}

/**
 * The words that give the period of the number at `at`: those in its own clause, or else the last that head the
 * sentence or an entry of its list before it. Undefined where the number stands under none.
 */
export function governingPeriod(
  { normalized }: { normalized: string },
  at: number,
  periods: readonly ResolvedPeriod[],
): PeriodWords | undefined {
  const begin = Math.max(...['。', '!', '?', '\n'].map(mark => normalized.lastIndexOf(mark, at - 1))) + 1
  const sentence = normalized.slice(begin, at)
  const clause = Math.max(sentence.lastIndexOf(','), sentence.lastIndexOf(';')) + 1
  // With the number itself, for 2020年的2.3倍 is not of 2020.
  const own = sentence + (/^[^,;。!?\n]*/.exec(normalized.slice(at))?.[0] ?? '')
  const told = periodWords(own, periods)
  const all = told.filter(({ end }) => end <= sentence.length)
  // 46家(2021年): what brackets say of a number is of that one.
  const noted = told.find(
    ({ start, end }) => own[end] === ')' && /^\d[\d.,]*[^\d,()]*\($/.test(own.slice(sentence.length, start)),
  )
  const before = all.filter(words => !isOfOther(sentence, words) && !isOfEntry(sentence, words))
  const head = before.filter(words => headsSentence(sentence, words)).at(-1)
  const average = averaged(sentence, clause, all, periods)
  const governing =
    noted ??
    average ??
    before.filter(({ start }) => start >= clause).at(-1) ??
    before.filter(words => goesOnFrom(sentence, words, head)).at(-1) ??
    head
  // 增长3.5% is of what has grown, 占全市比重8% of what that is the share of.
  const isOwn = average !== undefined || (governing !== undefined && governing.start >= clause)
  const said = sentence.slice(clause)
  if (!isOwn && clause > 0 && (changeAtEnd(said)?.at === 0 || said.startsWith('占')))
    return governingPeriod({ normalized }, begin + clause - 1, periods)
  // 其中 goes on with what the sentence before tells.
  if (!governing && begin > 1 && sentence.startsWith('其中')) return governingPeriod({ normalized }, begin - 1, periods)
  return governing && { ...governing, start: governing.start + begin, end: governing.end + begin }
}

/** What has a name, behind which brackets say when it was: 国庆假期(10月1日至8日). */
const NAMED = /([^,;:。!?()]+)\($/

/** Where words of time begin, with the name behind which brackets tell them. */
function beginOf(text: string, { start, end }: Place): number {
  const named = text[end] === ')' ? NAMED.exec(text.slice(0, start)) : null
  // What ends with a number is no name: 46家(2021年).
  const numbered = named && readQuantities(named[1]!).some(quantity => quantity.end === named[1]!.length)
  return named && !numbered ? named.index : start
}

/** What leads to a time from which something is so; in 从…到… it is the end of a stretch. */
const UP_TO = /^(?!.*[从由自][^,;]*$).*到$/

/** A word that turns to a time, which is all that its clause tells: 展望2026年，. */
const TURNS_TO = new RegExp(`(?:^|[${SENTENCE_ENDS}])[^\\d,，;；]{1,3}$`)

/**
 * Whether words of time hold for what follows them in a sentence: those at its head, or at that of an entry of its
 * list; 到2030年, which goes on to another time wherever it stands; and at the head of the first clause that tells a
 * number, or as a clause of their own before it, behind what only leads to that: 据统计，截至11月底，….
 */
export function headsSentence(sentence: string, { start, end }: PeriodWords): boolean {
  const begin = beginOf(sentence, { start, end })
  const before = sentence.slice(0, begin)
  if (HEADS.test(before)) return true
  const own = sentence.slice(begin < start ? end + 1 : end, clauseEnd(sentence, end))
  if (UP_TO.test(before) && !own.startsWith('的')) return true
  if (TURNS_TO.test(before) && own === '') return true
  return (
    OPENS.test(before) && !tellsNumber(before.slice(before.lastIndexOf(';') + 1)) && (own === '' || tellsNumber(own))
  )
}

/** Whether a sentence that is headed by a time goes on to a later one: 截至9月底 of 去年完成8户，今年目标9户，截至9月底完成7户. */
function goesOnFrom(sentence: string, words: PeriodWords, head: PeriodWords | undefined): boolean {
  const isLater = head?.span && words.span && spanEnd(words.span) > spanEnd(head.span)
  return Boolean(isLater) && headsClause(sentence, words)
}

/** Whether words of time head a clause of a sentence that tells a number: 全年 of 年末企业47家，全年完成产值86亿元. */
export function headsClause(sentence: string, { start, end }: Place): boolean {
  const before = sentence.slice(0, start)
  return OPENS.test(before) && !/其中,?$/.test(before) && tellsNumber(sentence.slice(end, clauseEnd(sentence, end)))
}

/** Whether a text tells a number of something; 7月 and 14号 are times and names. */
function tellsNumber(text: string): boolean {
  return readQuantities(text).some(({ unit }) => !/^[月日号]$/.test(unit))
}

/** The words that give a period at the head of the paragraph that `at` is in; undefined where there are none. */
export function paragraphPeriod(
  { normalized }: { normalized: string },
  at: number,
  periods: readonly ResolvedPeriod[],
): PeriodWords | undefined {
  const paragraph = normalized.slice(normalized.lastIndexOf('\n', at - 1) + 1, at)
  const { length } = RUN_IN_HEADING.exec(paragraph)?.[0] ?? ''
  return periodWords(paragraph, periods).find(words => {
    const start = beginOf(paragraph, words)
    return [0, length].some(begin => start >= begin && /^["'“‘]?[在于自到]?$/.test(paragraph.slice(begin, start)))
  })
}

/** What counts the parts of a text, in half width: (二), 二、, 2. */
export const LIST_MARK = /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])?/
/** A short sentence that heads a paragraph and tells nothing: （二）床位. */
export const RUN_IN_HEADING = new RegExp(`${LIST_MARK.source}[^,;:。!?\\d]{2,20}。`)

/** What a number is led to from: 96.2% in 由96.2%提高到98.4%. */
const LEFT = /^[\u4E00-\u9FFF]{0,6}[到至为]/

/** Whether another number has taken the place of a number: of 3天 in 从3天压缩到4小时. */
export function isLeft(normalized: string, { start, end }: Place): boolean {
  return /[由从自][^\d,;]{0,6}$/.test(normalized.slice(0, start)) && LEFT.test(normalized.slice(end))
}

/**
 * The time that a text says of one of its numbers, as `huibao parse` tells it: a code, or words where the year is not
 * known, and `before` where another number has taken its place.
 * @param number where it stands, with its unit
 * @returns `undefined` where the text says none
 */
export function tellTimeOf(text: string, number: Place, periods: readonly ResolvedPeriod[] = []): string | undefined {
  const normalized = normalize(text)
  const governing = governingPeriod({ normalized }, number.start, periods)
  const said = governing && (governing.span ?? governing.words)
  if (said !== undefined) return tellSpan(said)
  return isLeft(normalized, number) && !governing ? 'before' : undefined
}
