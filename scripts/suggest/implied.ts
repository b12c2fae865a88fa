import type { Period } from '../../model/figure.ts'
import type { Outline } from '../lib/facts/outline.ts'
import {
  isSameSpan,
  readSpans,
  spanCode,
  spanEnd,
  formatSpan,
  spanYear,
  type ReadSpan,
  type Span,
} from '../../model/span.ts'
import { HEADS } from '../../model/reading/periods.ts'
import { toHalfWidth } from '../../model/reading/text.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'

/** Id of the period that an article is about. */
export const IMPLIED = 'year'

/**
 * The period that an article is about, which holds where a sentence names none: the year of its headings, else the
 * span that heads most of its sentences.
 * @param year where it is known otherwise
 * @returns `undefined` where no year is told
 */
export function impliedPeriod({ title, chapters }: Outline, text: string, year?: number): Period | undefined {
  const written = dayWritten(text)
  const isPast = (span: Span): boolean => written === undefined || spanEnd(span) <= written
  const headings = [...chapters.map(chapter => chapter.title), title]
  const told = headings.flatMap(heading => datedIn(heading).filter(isPast))
  const own = year === undefined ? told[0] : undefined
  // A review of several years tells how things stand at the end of them.
  if (own) return periodOf(own.from.year === own.to.year ? own : wholeYear(own.to.year))
  const sourceYear =
    year ?? mostFrequent(yearsAtHeads(text, written)) ?? mostFrequent(datedIn(text).filter(isPast).map(spanYear))
  if (sourceYear === undefined) return undefined
  const heading = headSpans(text, sourceYear).filter(span => spanYear(span) === sourceYear && isPast(span))
  return periodOf(mostFrequent(heading, isSameSpan) ?? wholeYear(sourceYear))
}

/**
 * The periods of an article that tells no year: its own words of time, those first that head most sentences, which is
 * what it is about.
 */
export function periodsWithoutYear(text: string): Period[] {
  const told = readSpans(toHalfWidth(text)).filter(({ span, words }) => span === null && words !== 'before')
  const words = told.map(read => read.text)
  const heading = mostFrequent(atHeads(told, text).map(read => read.text)) ?? THIS_YEAR
  const idOf = uniqueIds([IMPLIED])
  return [
    { id: IMPLIED, text: heading, stated: [heading], implied: true },
    ...[...new Set(words)]
      .filter(each => each !== heading)
      .map(each => ({ id: idOf(each), text: each, stated: [each] })),
  ]
}

const THIS_YEAR = '今年'

/** Characters at the head of an article in which it says when it was written. */
const HEAD_LENGTH = 200
const DATE = /(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})/

/** The day on which an article was written, as its head says, in ISO 8601. What ends later is still to come. */
function dayWritten(text: string): string | undefined {
  const [, ...parts] = DATE.exec(toHalfWidth(text.slice(0, HEAD_LENGTH))) ?? []
  return parts.length > 0 ? parts.map(part => part.padStart(2, '0')).join('-') : undefined
}

/**
 * The year that an article is about as each time that heads a sentence tells it: the year itself, or, where it names
 * none, that of the day of writing, by which it is over.
 */
function yearsAtHeads(text: string, written: string | undefined): number[] {
  const own = written === undefined ? undefined : Number(written.slice(0, 4))
  return atHeads(spansIn(text, own), text).flatMap(({ span, words, text }) => {
    if (written === undefined || own === undefined) return [spanYear(span)]
    const past = spanEnd(span) <= written
    if (words === 'before' || 'year' in words.to) return past ? [spanYear(span)] : []
    if (words.to.offset !== 0) return []
    return [past || text.startsWith(THIS_YEAR) ? own : own - 1]
  })
}

function wholeYear(year: number): Span {
  const unit = { year, part: '' }
  return { sort: 'during', from: unit, to: unit }
}

function periodOf(span: Span): Period {
  return { id: IMPLIED, text: formatSpan(span), span: spanCode(span), stated: [], implied: true }
}

/** Words of time that tell dates. */
type TimeTold = ReadSpan & { span: Span }

/** What a text says of stretches of time, days left out: that is when it was written. */
function datedIn(text: string, year?: number): Span[] {
  return spansIn(text, year).map(({ span }) => span)
}

function spansIn(given: string, year?: number): TimeTold[] {
  const text = toHalfWidth(given)
  return readSpans(text, year === undefined ? {} : { year }).flatMap(read => {
    const { span } = read
    return span?.sort === 'during' && !/^\d\d-\d\d$/.test(span.to.part) ? [{ ...read, span }] : []
  })
}

/** More characters than may lead to words that head a sentence. */
const LONGEST_LEAD = 6

const atHeads = <Told extends ReadSpan>(told: readonly Told[], text: string): Told[] =>
  told.filter(({ start }) => HEADS.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)))

function headSpans(text: string, year?: number): Span[] {
  return atHeads(spansIn(text, year), text).map(({ span }) => span)
}

/** What comes most often; of several the first. */
function mostFrequent<Item>(items: readonly Item[], same: (a: Item, b: Item) => boolean = Object.is): Item | undefined {
  const count = (item: Item): number => items.filter(other => same(item, other)).length
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || count(item) > count(best) ? item : best),
    undefined,
  )
}
