import type { Period, ResolvedPeriod } from './figure.ts'
import type { DeckSource } from './source.ts'
import { periodsNamed } from './cells.ts'
import { formatSpan, isSameSpan, parseSpan, readSpan, spanBegin, spanEnd, spanYear, type Span } from './span.ts'

/** Entries of `data/periods.ts` of any shape, as they are before they have been checked. */
type Periods = readonly (Period | null | undefined)[]

/** The dates of an entry: those that it gives, or else those that its text tells. */
function spanOf({ span, text }: Period, year: number | undefined): Span | null {
  return (
    (typeof span === 'string' ? parseSpan(span) : typeof text === 'string' ? readSpan(text, { year }) : null) ?? null
  )
}

/** The year that a source is about: that of its implied period. `undefined` where none is implied or has a year. */
export function sourceYear(periods: Periods): number | undefined {
  const implied = periods.find(period => period?.implied)
  const span = implied && spanOf(implied, undefined)
  return span ? spanYear(span) : undefined
}

const dated = (period: Omit<Period, 'span'>, span: Span | null): ResolvedPeriod => ({
  ...period,
  span,
  begin: (span && spanBegin(span)) ?? '',
  end: span ? spanEnd(span) : '',
})

function resolveEntry(entry: Period, year: number | undefined): ResolvedPeriod {
  return dated({ ...entry, stated: Array.isArray(entry.stated) ? entry.stated : [] }, spanOf(entry, year))
}

/**
 * The period that a figure names, with its dates; `undefined` where it is neither an id nor a code.
 * @param idOrCode id of an entry; or the code of a span, which is the entry of these dates where there is one, and else
 * a period of its own, printed as `formatSpan` does
 */
export function resolvePeriod(idOrCode: string, periods: Periods): ResolvedPeriod | undefined {
  const year = sourceYear(periods)
  const entries = periods.filter(isEntry).map(entry => resolveEntry(entry, year))
  const span = parseSpan(idOrCode)
  const own = span && dated({ id: idOrCode, text: formatSpan(span), stated: [] }, span)
  return entries.find(({ id }) => id === idOrCode) ?? (own && (entries.find(entry => isSamePeriod(entry, own)) ?? own))
}

/** All periods of a deck with their dates: its entries, and behind them those that are named by a code. */
export function periodsOf({
  periods,
  figures,
  derived,
  tables = [],
}: Pick<DeckSource, 'periods' | 'figures' | 'derived' | 'tables'>): ResolvedPeriod[] {
  const named = [
    ...[...figures, derived].flatMap(file => file.figures.map(figure => figure?.period)),
    ...tables.flatMap(file => file.tables.flatMap(periodsNamed)),
  ]
  const all = [...periods.filter(isEntry).map(({ id }) => id), ...named.filter(period => typeof period === 'string')]
  const resolved = [...new Set(all)]
    .map(period => resolvePeriod(period, periods))
    .filter(period => period !== undefined)
  return [...new Map(resolved.map(period => [period.id, period])).values()]
}

function isEntry(entry: Period | null | undefined): entry is Period {
  return typeof entry?.id === 'string' && typeof entry.text === 'string'
}

/** The period of a deck that an id or a code names, whatever else it is called; `undefined` where it has none. */
export function findPeriod(idOrCode: string, periods: readonly ResolvedPeriod[]): ResolvedPeriod | undefined {
  const span = parseSpan(idOrCode)
  return (
    periods.find(({ id }) => id === idOrCode) ??
    (span && periods.find(period => period.span && isSameSpan(period.span, span)))
  )
}

/** Whether two periods are one time, whatever they are called. */
export function isSamePeriod(a: Named, b: Named): boolean {
  return (a.id !== null && a.id === b.id) || (a.span !== null && b.span !== null && isSameSpan(a.span, b.span))
}

/** What words or a figure name as a period. */
export interface Named {
  id: string | null
  span: Span | null
}
