import type { ResolvedPeriod } from '../../../model/figure.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { periodWords, type PeriodWords } from '../../../model/reading/periods.ts'
import { isSeveralYears, spanBegin, spanCode, spanEnd, spanYear, type Span } from '../../../model/span.ts'
import { toHalfWidth } from '../../../model/reading/text.ts'
import type { Section } from './article.ts'

/** Whether a span is no day, on which something was said or signed. */
const isStretch = (span: Span): boolean => span.sort === 'during' && spanBegin(span) !== spanEnd(span)

/**
 * The words of the nearest heading above a place that tell a stretch of time: 2026年 of 二、2026年主要目标. What is said
 * below it without a time of its own is of that.
 */
export function headingPeriod(
  { headings, lines }: Section,
  at: number,
  periods: readonly ResolvedPeriod[],
): PeriodWords | undefined {
  const above = headings.get(lines[at] ?? 0) ?? []
  return above
    .map(heading => periodWords(toHalfWidth(heading), periods).find(({ span }) => span && isStretch(span)))
    .find(words => words !== undefined)
}

/**
 * The periods of a deck as words of a place mean them: 今年 and 6月底前 below 2026年主要目标 are of 2026, whatever year the
 * source is about. The same list where they mean nothing else.
 */
export function periodsUnder(
  section: Section,
  at: number,
  periods: readonly ResolvedPeriod[],
): readonly ResolvedPeriod[] {
  return periodsTold(headingPeriod(section, at, periods)?.span, periods)
}

/** The periods of a deck as words mean them that are told from a span. */
export function periodsTold(
  span: Span | null | undefined,
  periods: readonly ResolvedPeriod[],
): readonly ResolvedPeriod[] {
  const implied = periods.find(period => period.implied)
  if (!span || isSeveralYears(span) || !implied?.span || spanYear(span) === spanYear(implied.span)) return periods
  const own = resolvePeriod(spanCode(span), [])!
  return [...periods.filter(period => period !== implied), { ...own, implied: true }]
}
