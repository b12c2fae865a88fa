import type { Period } from '../../model/figure.ts'
import type { Outline } from '../lib/facts/outline.ts'
import { isSameSpan, readSpans, spanCode, formatSpan, spanYear, type Span } from '../../model/span.ts'
import { HEADS } from '../../model/reading/periods.ts'
import { toHalfWidth } from '../../model/reading/text.ts'

/** Id of the period that an article is about. */
export const IMPLIED = 'year'

/**
 * The period that an article is about, which holds where a sentence names none: the year of its headings, else the
 * span that heads most of its sentences.
 * @param year where it is known otherwise
 * @returns `undefined` where no year is told
 */
export function impliedPeriod({ title, chapters }: Outline, text: string, year?: number): Period | undefined {
  const headings = [...chapters.map(chapter => chapter.title), title]
  const told = headings.flatMap(heading => datedIn(heading))
  const own = year === undefined ? told[0] : undefined
  // A review of several years tells how things stand at the end of them.
  if (own) return periodOf(own.from.year === own.to.year ? own : wholeYear(own.to.year))
  const spans = headSpans(text)
  const sourceYear =
    year ?? yearOfDate(text) ?? mostFrequent(spans.map(spanYear)) ?? mostFrequent(datedIn(text).map(spanYear))
  if (sourceYear === undefined) return undefined
  const heading = headSpans(text, sourceYear).filter(span => spanYear(span) === sourceYear)
  return periodOf(mostFrequent(heading, isSameSpan) ?? wholeYear(sourceYear))
}

/** Characters at the head of an article in which it says when it was written. */
const HEAD_LENGTH = 200
const DATE = /(20\d\d)(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}/

/** The year in which an article was written that tells of 今年. */
function yearOfDate(text: string): number | undefined {
  const year = DATE.exec(toHalfWidth(text.slice(0, HEAD_LENGTH)))?.[1]
  return year !== undefined && /今年/.test(text) ? Number(year) : undefined
}

function wholeYear(year: number): Span {
  const unit = { year, part: '' }
  return { sort: 'during', from: unit, to: unit }
}

function periodOf(span: Span): Period {
  return { id: IMPLIED, text: formatSpan(span), span: spanCode(span), stated: [], implied: true }
}

/** What a text says of stretches of time, days left out: that is when it was written. */
function datedIn(text: string, year?: number): Span[] {
  return spansIn(text, year).map(({ span }) => span)
}

function spansIn(given: string, year?: number): { span: Span; start: number }[] {
  const text = toHalfWidth(given)
  return readSpans(text, year === undefined ? {} : { year }).flatMap(({ span, start }) =>
    span?.sort === 'during' && !/^\d\d-\d\d$/.test(span.to.part) ? [{ span, start }] : [],
  )
}

/** More characters than may lead to words that head a sentence. */
const LONGEST_LEAD = 6

function headSpans(given: string, year?: number): Span[] {
  return spansIn(given, year)
    .filter(({ start }) => HEADS.test(given.slice(Math.max(0, start - LONGEST_LEAD), start)))
    .map(({ span }) => span)
}

/** What comes most often; of several the first. */
function mostFrequent<Item>(items: readonly Item[], same: (a: Item, b: Item) => boolean = Object.is): Item | undefined {
  const count = (item: Item): number => items.filter(other => same(item, other)).length
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || count(item) > count(best) ? item : best),
    undefined,
  )
}
