import type { ResolvedPeriod } from '../../model/figure.ts'
import {
  governingPeriod,
  headsClause,
  headsSentence,
  isLeft,
  paragraphPeriod,
  periodOfWords,
  periodWords,
  type PeriodWords,
} from '../../model/reading/periods.ts'
import { sortOfPart } from '../../model/calendar.ts'
import { isSamePeriod } from '../../model/periods.ts'
import { bySentence, clauseBegin } from '../../model/reading/text.ts'
import { spanBegin, spanCode, spanEnd, spanYear } from '../../model/span.ts'
import { headingPeriod, periodsUnder } from '../lib/facts/heading-period.ts'
import type { Section } from '../lib/facts/article.ts'
import { IMPLIED } from './implied.ts'
import { beginsWithVerb } from './phrases.ts'
import { coverageOf, isLevel, isReview, tellsCourse } from './reviews.ts'
import { placeOf, type Statement } from './statements.ts'

/** The period that stands for what was before a number took its place: 3天 of 从3天压缩到4小时. */
export const BEFORE = { id: 'before', text: '此前', stated: [] } as const

/** When a statement is of. */
interface When {
  /** Id or code of a period. */
  period: string
  /** The words of the article that say so; none where it is the one that the article is about. */
  words?: string
  /** What tells it where its sentence and its paragraph do not. */
  by?: 'heading' | 'nothing'
  doubt?: string
}

/**
 * The period in force at a statement, as evidence is checked: that of its clause, its sentence, its paragraph, or else
 * of the article.
 */
export function whenOf(statement: Statement, periods: readonly ResolvedPeriod[]): When {
  const { section, offset, found } = statement
  const { start } = placeOf(statement)
  const local = periodsUnder(section, start, periods)
  const words = governingPeriod(section, start, local)
  const number = { start: offset + found.number.start, end: offset + found.number.end }
  const inClause = words !== undefined && words.start >= offset + clauseBegin(statement.sentence, found.start)
  if (!inClause && isLeft(section.normalized, number)) return { period: BEFORE.id }
  const heading = headingPeriod(section, start, periods)
  // 五年完成造林 in a paragraph of the last year of a review.
  const isOther = words !== undefined && words.id !== IMPLIED
  if (!inClause && !isOther && heading && isReview(heading, periods) && tellsCourse(statement)) return told(heading)
  if (words) {
    const own = { ...words, text: textOf(words, section) }
    return !inClause && isReview(own, periods) && isLevel(statement) && !tellsCourse(statement)
      ? { period: IMPLIED }
      : toldBelow(own, heading, periods)
  }
  const head = headInForce(statement, local)
  if (!head || (head.id === null && head.span === null)) return underHeading(statement, periods)
  if (isReview(head, periods)) return ofReview(head, statement)
  // 全年 below a heading of another year is that year.
  if (local !== periods && head.id === idOfImplied(local)) return underHeading(statement, periods)
  const own = toldBelow(head, heading, periods)
  // What takes place on some days is not when the rest of a paragraph is so, unless they have a name: 国庆假期(10月1日至8日).
  if (own.period !== IMPLIED && isDays(head) && statement.section.normalized[head.end] !== ')')
    return { ...underHeading(statement, periods), ...(isDay(head) ? {} : { doubt: mayHold(head) }) }
  // What is done is not so on a day: 新建学校3所 behind 年末.
  if (head.span?.sort === 'at' && beginsWithVerb(statement.label.core)) return { period: IMPLIED, doubt: mayHold(head) }
  return own.period === IMPLIED ? own : { ...own, doubt: `时段取自前面的“${head.text}”` }
}

/** The period of the heading that a statement stands below. */
function underHeading(statement: Statement, periods: readonly ResolvedPeriod[]): When {
  const heading = headingPeriod(statement.section, placeOf(statement).start, periods)
  if (!heading?.span) return { period: IMPLIED, by: 'nothing' }
  return { ...(isReview(heading, periods) ? ofReview(heading, statement) : told(heading)), by: 'heading' }
}

/** How things have gone over several years is of them all, and how they stand is of the last one. */
function ofReview(years: PeriodWords, statement: Statement): When {
  const { all, doubt } = coverageOf(statement)
  return { ...(all ? told(years) : { period: IMPLIED }), ...(doubt !== undefined && { doubt }) }
}

/**
 * The last words of time that head a sentence of the paragraph; where these are neither the article's period nor the
 * paragraph's own, those at its head.
 */
function headInForce({ section, offset }: Statement, periods: readonly ResolvedPeriod[]): PeriodWords | undefined {
  const first = paragraphPeriod(section, offset, periods)
  const begin = section.normalized.lastIndexOf('\n', offset - 1) + 1
  const before = section.normalized.slice(begin, offset)
  const last = bySentence(before, text =>
    periodWords(text, periods).filter(words => headsSentence(text, words) || headsClause(text, words)),
  ).at(-1)
  const fits = last && (last.id === idOfImplied(periods) || (first !== undefined && isSamePeriod(last, first)))
  const head = fits ? last : first
  if (!head) return undefined
  const place = { start: begin + head.start, end: begin + head.end }
  return { ...head, ...place, text: section.text.slice(place.start, place.end) }
}

const idOfImplied = (periods: readonly ResolvedPeriod[]): string | undefined =>
  periods.find(period => period.implied)?.id

const mayHold = ({ text }: PeriodWords): string => `前面的“${text}”可能也管到这里`

const isDays = ({ span }: PeriodWords): boolean => span?.sort === 'during' && sortOfPart(span.to.part) === 'day'
const isDay = ({ span }: PeriodWords): boolean => span?.sort === 'during' && spanBegin(span) === spanEnd(span)

/** Words as the article prints them, with 从 in front where only that makes them a time: 从2020年的…到2025年. */
function textOf({ start, end, listed, words }: PeriodWords, { text }: Section): string {
  const between = !listed && words === undefined
  return text.slice(between ? start - 1 : start, end)
}

/** What words tell below a heading, in words that tell it without the heading: 2026年6月底 of 6月底. */
function toldBelow(words: PeriodWords, heading: PeriodWords | undefined, periods: readonly ResolvedPeriod[]): When {
  const own = told(words)
  if (own.words === undefined || isSamePeriod(periodOfWords(own.words, periods), words)) return own
  const year = heading?.text ?? ''
  const inYear = heading?.span ? own.words.replace(UNTIL, `$&${spanYear(heading.span)}年`) : own.words
  const whole = [year, year + own.words, inYear].find(text => isSamePeriod(periodOfWords(text, periods), words))
  return whole === undefined
    ? { period: IMPLIED, doubt: `时段是“${year}”下面的“${words.text}”` }
    : { ...own, words: whole }
}

const UNTIL = /^(?:截[至止]到?)?/

/** 当年 is a year that was told of before. */
const TOLD_BEFORE = /^当年/

function told({ id, span, text }: PeriodWords): When {
  const doubt = TOLD_BEFORE.test(text) ? { doubt: `“${text}”是哪一年，要看前文` } : {}
  if (id !== null) return id === IMPLIED ? { period: id, ...doubt } : { period: id, words: text, ...doubt }
  if (span === null) return { period: IMPLIED, doubt: `“${text}”是什么时候，原文没有说` }
  return { period: spanCode(span), words: text, ...doubt }
}
