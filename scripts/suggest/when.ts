import type { ResolvedPeriod } from '../../model/figure.ts'
import { governingPeriod, isLeft, paragraphPeriod, periodWords, type PeriodWords } from '../../model/reading/periods.ts'
import { isSamePeriod } from '../../model/periods.ts'
import { HEADS } from '../../model/reading/text.ts'
import { spanCode } from '../../model/span.ts'
import type { Section } from '../lib/facts/article.ts'
import { IMPLIED } from './implied.ts'
import { placeOf, type Statement } from './statements.ts'

/** The period that stands for what was before a number took its place: 3天 of 从3天压缩到4小时. */
export const BEFORE = { id: 'before', text: '此前', stated: [] } as const

/** When a statement is of. */
interface When {
  /** Id or code of a period. */
  period: string
  /** The words of the article that say so; none where it is the one that the article is about. */
  words?: string
  doubt?: string
}

/**
 * The period in force at a statement, as evidence is checked: that of its clause, its sentence, its paragraph, or else
 * of the article.
 */
export function whenOf(statement: Statement, periods: readonly ResolvedPeriod[]): When {
  const { section, offset, found } = statement
  const { start } = placeOf(statement)
  const words = governingPeriod(section, start, periods)
  if (words) return told({ ...words, text: textOf(words, section) })
  const number = { start: offset + found.number.start, end: offset + found.number.end }
  if (isLeft(section.normalized, number)) return { period: BEFORE.id }
  const head = headInForce(statement, periods)
  if (!head || (head.id === null && head.span === null)) return { period: IMPLIED, ...doubtOfChapter(section, periods) }
  const own = told(head)
  return own.period === IMPLIED ? own : { ...own, doubt: `时段取自前面的“${head.text}”` }
}

/** A chapter whose title tells another time than the article's: what is in it may be of that. */
function doubtOfChapter({ chapter }: Section, periods: readonly ResolvedPeriod[]): Pick<When, 'doubt'> {
  const title = chapter && 'title' in chapter ? String(chapter.title) : ''
  const other = periodWords(title, periods).find(({ id, span }) => id !== IMPLIED && span !== null)
  return other ? { doubt: `章题写的是“${other.text}”，句中没有写时段` } : {}
}

/**
 * The last words of time that head a sentence of the paragraph; where these are neither the article's period nor the
 * paragraph's own, those at its head.
 */
function headInForce({ section, offset }: Statement, periods: readonly ResolvedPeriod[]): PeriodWords | undefined {
  const first = paragraphPeriod(section, offset, periods)
  const begin = section.normalized.lastIndexOf('\n', offset - 1) + 1
  const before = section.normalized.slice(begin, offset)
  const last = periodWords(before, periods).findLast(({ start }) => HEADS.test(before.slice(0, start)))
  const fits = last && (last.id === IMPLIED || (first !== undefined && isSamePeriod(last, first)))
  const head = fits ? last : first
  if (!head) return undefined
  const place = { start: begin + head.start, end: begin + head.end }
  return { ...head, ...place, text: section.text.slice(place.start, place.end) }
}

/** Words as the article prints them, with 从 in front where only that makes them a time: 从2020年的…到2025年. */
function textOf({ start, end, listed, words }: PeriodWords, { text }: Section): string {
  const between = !listed && words === undefined
  return text.slice(between ? start - 1 : start, end)
}

function told({ id, span, text }: PeriodWords): When {
  if (id !== null) return id === IMPLIED ? { period: id } : { period: id, words: text }
  if (span === null) return { period: IMPLIED, doubt: `“${text}”是什么时候，原文没有说` }
  return { period: spanCode(span), words: text }
}
