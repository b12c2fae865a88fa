import type { FigureInput, ResolvedPeriod } from '../../../model/figure.ts'
import { isSamePeriod, resolvePeriod } from '../../../model/periods.ts'
import {
  givesPeriod,
  governingPeriod,
  isLeft,
  paragraphPeriod,
  type PeriodWords,
} from '../../../model/reading/periods.ts'
import { quantitiesOf } from '../../../model/reading/statement.ts'
import { normalizeClause } from '../../../model/reading/text.ts'
import { periodsIn } from '../../../model/sources.ts'
import { isAfter, isSeveralYears, isWholeYear, spanYear } from '../../../model/span.ts'
import type { Spot } from '../../lib/facts/article.ts'
import { headingPeriod, periodsUnder } from '../../lib/facts/heading-period.ts'
import type { Facts } from './facts.ts'

export function periodFault(figure: FigureInput, { section, at }: Spot, { source, deck }: Facts): string | undefined {
  const periods = periodsIn(deck.periods, source, section.source)
  const clause = normalizeClause(figure.evidence.clause)
  const number = quantitiesOf(figure, clause)[0] ?? { start: 0, end: 0 }
  const place = at + number.start
  const words = governingPeriod(section, place, periods)
  const local = periodsUnder(section, place, periods)
  const below = governingPeriod(section, place, local)
  const own = words !== undefined && words.start >= at
  // What the clause says itself is told without its sentence, unless a heading says from when it is told.
  if (own && below && isSamePeriod(words, below)) return undefined
  const implied = periods.find(period => period.implied)
  // A period at the head of a paragraph may hold for all of it, or for its first sentence, and so may a heading's.
  const heading = headingPeriod(section, place, periods)
  const above = words ? [below] : [paragraphPeriod(section, place, local), heading]
  const period = resolvePeriod(figure.period, source.periods)
  if (!period || above.some(head => head && givesPeriod(head, period))) return undefined
  // A review of several years tells of them all, and of how things stand in the last one.
  if (!own && [below, heading].some(head => head && isOfReview(head, period))) return undefined
  if (!own && !period.span && isLeft(clause, number)) return undefined
  if (words ? givesPeriod(words, period) : !implied || isSamePeriod(implied, period)) return undefined
  return words ? `“${words.text}”` : `“${implied!.text}”（句中和句首都没有写时段）`
}

/** Whether a period is that of words that tell of several years, or the last of these. */
function isOfReview(words: PeriodWords, period: ResolvedPeriod): boolean {
  const { span } = words
  if (!span || !period.span || !isSeveralYears(span)) return false
  return givesPeriod(words, period) || (isWholeYear(period.span) && spanYear(span) === spanYear(period.span))
}

/** The words of a heading that tell another time than that of a figure, which is the source's and told by nothing. */
export function headingOfOther(
  figure: FigureInput,
  { section, at }: Spot,
  { source, deck: { periods } }: Facts,
): string | undefined {
  const [number = { start: 0 }] = quantitiesOf(figure, normalizeClause(figure.evidence.clause))
  const place = at + number.start
  const own = resolvePeriod(figure.period, source.periods)
  const told = governingPeriod(section, place, periods) ?? paragraphPeriod(section, place, periods)
  const heading = headingPeriod(section, place, periods)
  if (told || !own?.implied || !own.span || !heading?.span) return undefined
  return isAfter(heading.span, own.span) || isAfter(own.span, heading.span) ? heading.text : undefined
}
