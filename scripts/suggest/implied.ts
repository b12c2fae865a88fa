import type { Period, ResolvedPeriod } from '../../model/figure.ts'
import { reviewedYears, type Outline } from '../lib/facts/outline.ts'
import {
  compareSpans,
  formatSpan,
  isPartOfYear,
  isSameSpan,
  isSeveralYears,
  parseSpan,
  readSpan,
  readSpans,
  spanBegin,
  spanCode,
  spanEnd,
  spanYear,
  type Span,
} from '../../model/span.ts'
import { sortOfPart } from '../../model/calendar.ts'
import { headsSentence, periodWords, type PeriodWords } from '../../model/reading/periods.ts'
import { bySentence, normalize, sentencesOf, toHalfWidth } from '../../model/reading/text.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'
import { bodyOf, dayWritten } from './written.ts'

/** Id of the period that an article is about. */
export const IMPLIED = 'year'

/** The period that an article is about, and why it may be another one. */
interface Implied {
  period: Period
  doubt?: string
}

/**
 * The period that an article is about, which holds where a sentence names none: what its headings tell, else what its
 * title or the first time in it announces, else what heads most of its sentences, more than one. What ends after the
 * day of writing is none.
 * @param year where it is known otherwise
 * @returns `undefined` where no year is told
 */
export function impliedPeriod(outline: Outline, text: string, year?: number): Implied | undefined {
  const written = dayWritten(text)
  // A festival that goes on is told of, a year that goes on is not over.
  const isPast = (span: Span): boolean =>
    written === undefined || (isDays(span) ? spanBegin(span)! : spanEnd(span)) <= written
  const { title, subtitle, chapters } = outline
  const below = subtitle.filter(line => /^[—–]/.test(line))
  const headings = [...chapters.map(chapter => chapter.title), title, ...below, reviewedYears(text) ?? '']
  const past = headings.flatMap(heading => stretchesIn(heading)).filter(isPast)
  // Where it is known what is over, the last of it is what all else is told from.
  const told = written === undefined ? past[0] : past.toSorted(compareSpans).at(-1)
  const own = year ?? (told ? spanYear(told) : yearOf(text, written))
  if (own === undefined) return undefined
  const isOwn = (span: Span): boolean => spanYear(span) === own && isPast(span)
  const announced = stretches([firstTime(title === '' ? text : bodyOf(text), own)]).find(isOwn)
  const named = (year === undefined ? told : undefined) ?? stretchesIn(title, own).find(isOwn)
  if (named) return { period: periodOf(named), ...(announced && doubtOf(named, announced)) }
  const ahead = stretchesAhead(text, own).filter(isOwn)
  const often = mostFrequent(
    ahead.filter((span, index) => ahead.some((other, at) => at !== index && isSameSpan(other, span))),
    isSameSpan,
  )
  return { period: periodOf(announced ?? often ?? wholeYear(own)) }
}

/** A title of 10月 above a text of 1—10月 leaves open which of them is meant. */
function doubtOf(named: Span, announced: Span): Pick<Implied, 'doubt'> {
  const within = spanBegin(announced)! <= spanBegin(named)! && spanEnd(named) <= spanEnd(announced)
  if (!within || isSameSpan(named, announced) || !isPartOfYear(announced)) return {}
  return { doubt: `标题说的是${formatSpan(named)}，正文先说的是${formatSpan(announced)}` }
}

/**
 * The periods of an article that tells no year: its own words of time, those first that head most sentences, which is
 * what it is about.
 */
export function periodsWithoutYear(text: string): Period[] {
  const told = readSpans(toHalfWidth(text)).filter(({ span, words }) => span === null && words !== 'before')
  const words = told.map(read => read.text)
  const heading = mostFrequent(wordsAhead(text).flatMap(({ text }) => (words.includes(text) ? text : []))) ?? '今年'
  const idOf = uniqueIds([IMPLIED])
  return [
    { id: IMPLIED, text: heading, stated: [heading], implied: true },
    ...[...new Set(words)]
      .filter(each => each !== heading)
      .map(each => ({ id: idOf(each), text: each, stated: [each] })),
  ]
}

/**
 * The periods that 今年, 去年 and 明年 mean where an article is written in another year than it is about: these are told
 * from the day of writing, while 上年 and 年末 are of the year that is told of; and those that go on until then: 5月以来.
 */
export function periodsFromWriting(text: string, implied: Period): Period[] {
  const written = dayWritten(text)
  const about = resolvePeriod(implied.id, [implied])?.span
  const idOf = uniqueIds([IMPLIED])
  const entries = new Map<string, Period>()
  const year = written === undefined ? (about ? spanYear(about) : undefined) : Number(written.slice(0, 4))
  for (const { text: words, span, ...told } of wordsIn(text, year)) {
    const open = told.words === 'since'
    const fromWriting = span && FROM_WRITING.test(words) && about && spanYear(about) !== year
    if (entries.has(words) || !(open || fromWriting)) continue
    const code = open ? sinceCode(words, year, written) : spanCode(span!)
    const printed = open ? words : formatSpan(span!)
    entries.set(words, { id: idOf(words), text: printed, ...(code !== undefined && { span: code }), stated: [words] })
  }
  return [...entries.values()]
}

/** Why what 去年 means is in doubt: nothing says when the article was written, which may be after what it is about. */
export function undatedDoubt(words: string | undefined, text: string): string | undefined {
  const told = /^[去前]年/.exec(words ?? '')?.[0]
  return told && dayWritten(text) === undefined ? `原文没有写成文日期，“${told}”是哪一年要核对` : undefined
}

/** The months from that since which something goes on to that of the day of writing. */
function sinceCode(words: string, year: number | undefined, written: string | undefined): string | undefined {
  const first = readSpan(words.replace('以来', ''), year === undefined ? {} : { year })
  if (written === undefined || !first || sortOfPart(first.from.part) !== 'month') return undefined
  const code = `${spanCode(first)}/${written.slice(0, 7)}`
  return parseSpan(code) && code
}

const FROM_WRITING = /^(?:截[至止]到?)?(?:今年|去年|前年|明年|来年)/
const OWN_YEAR = /^(?:截[至止]到?)?(?:今年|\d{4}年)/
const THIS_YEAR = /^(?:截[至止]到?)?今年/

/**
 * The year that an article is about, by what heads its sentences. Where the day of writing is known it is that year,
 * or, where more is told of what was over before it, the year before; other years are only told of.
 */
function yearOf(text: string, written: string | undefined): number | undefined {
  if (written === undefined)
    return (
      mostFrequent(stretchesAhead(text).map(spanYear)) ??
      mostFrequent(stretchesIn(text).map(spanYear)) ??
      mostFrequent(wordsIn(text).flatMap(({ span }) => (span ? spanYear(span) : [])))
    )
  const own = Number(written.slice(0, 4))
  const body = bodyOf(text)
  if (text.includes('今年以来') || wordsIn(body, own).some(words => isOfYear(words, own, written))) return own
  const years = wordsAhead(body, own).flatMap(words => yearTold(words, own, written))
  return mostFrequent(years) ?? own
}

/** Whether words tell a part of a year, up to the day of writing, that they say to be of it: 今年10月底, 10月1日至8日. */
function isOfYear({ text, span }: PeriodWords, year: number, written: string): boolean {
  if (!span || spanYear(span) !== year) return false
  return isDays(span) ? spanBegin(span)! <= written : OWN_YEAR.test(text) && spanEnd(span) <= written
}

/** What words of time say of the year that an article is about, as it was written in `own`. */
function yearTold({ text, span, words }: PeriodWords, own: number, written: string): number[] {
  if (!span || typeof words === 'string' || text.startsWith('当年')) return []
  if (THIS_YEAR.test(text)) return [own]
  if (isSeveralYears(span)) return []
  if (words === undefined || 'year' in words.to)
    return spanYear(span) >= own - 1 && (spanBegin(span) ?? spanEnd(span)) <= written ? [spanYear(span)] : []
  const isPast = spanEnd(span) <= written
  return words.to.offset === 0 ? [isPast ? own : own - 1] : []
}

function wholeYear(year: number): Span {
  const unit = { year, part: '' }
  return { sort: 'during', from: unit, to: unit }
}

/** Of several years an article tells how things stand at the end of them. */
function periodOf(told: Span): Period {
  const span = isSeveralYears(told) ? wholeYear(spanYear(told)) : told
  return { id: IMPLIED, text: formatSpan(span), span: spanCode(span), stated: [], implied: true }
}

/** Words of time in a text of an article about a year, days on which something took place left out. */
function wordsIn(text: string, year?: number): PeriodWords[] {
  const about: ResolvedPeriod[] = year === undefined ? [] : [{ ...resolvePeriod(String(year), [])!, implied: true }]
  return periodWords(toHalfWidth(text), about).filter(
    ({ span }) => span?.sort !== 'during' || spanBegin(span) !== spanEnd(span),
  )
}

/** Those that head its sentences. */
function wordsAhead(text: string, year?: number): PeriodWords[] {
  return bySentence(toHalfWidth(text), sentence =>
    wordsIn(sentence, year).filter(words => headsSentence(normalize(sentence), words)),
  )
}

/** The first time that an article tells: what heads a sentence, or some days wherever they stand. */
function firstTime(text: string, year: number): PeriodWords | undefined {
  const [sentence = []] = sentencesOf(toHalfWidth(text))
    .map(each =>
      wordsIn(each.text, year).filter(words => isDays(words.span) || headsSentence(normalize(each.text), words)),
    )
    .filter(words => words.length > 0)
  return sentence.find(({ span }) => isDays(span)) ?? sentence[0]
}

/** Whether a stretch is told by its first and last day. */
const isDays = (span: Span | null): boolean => span?.sort === 'during' && sortOfPart(span.to.part) === 'day'

const stretches = (words: readonly (PeriodWords | undefined)[]): Span[] =>
  words.flatMap(each => (each?.span?.sort === 'during' ? [each.span] : []))
const stretchesIn = (text: string, year?: number): Span[] => stretches(wordsIn(text, year))
const stretchesAhead = (text: string, year?: number): Span[] => stretches(wordsAhead(text, year))

/** What comes most often; of several the first. */
function mostFrequent<Item>(items: readonly Item[], same: (a: Item, b: Item) => boolean = Object.is): Item | undefined {
  const count = (item: Item): number => items.filter(other => same(item, other)).length
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || count(item) > count(best) ? item : best),
    undefined,
  )
}
