import type { Figure } from '../../model/figure.ts'
import { inBase, isPoints, parseUnit } from '../../model/units.ts'
import type { Kind } from '../../model/vocabulary.ts'

/** How much a number of a kind says by itself; others stand in between. */
const OF_KIND: Readonly<Partial<Record<Kind, number>>> = {
  amount: 3.5,
  growth: 4,
  share: 3.5,
  completion: 3.5,
  rank: 3,
  count: 3.5,
  ratio: 2,
  rate: 2,
  duration: 2,
  frequency: 1,
}
const OTHER_KINDS = 3.5

/** Whether a figure is of a time before the one that the source is about. */
export function isEarlier({ period }: Figure, now: string): boolean {
  return period.end !== '' && now !== '' && period.end < now
}

/**
 * How much a figure says, to find the one that leads: large amounts, large changes, what the source itself stresses.
 * @param now the day on which the period begins that the source is about
 */
export function weightOf(figure: Figure, now: string): number {
  const { kind, value, unit, change, note, qualifier, derived, planned } = figure
  const size = Number.isNaN(value) ? 0 : Math.abs(inBase(figure))
  const isRelative = parseUnit(unit)?.kind === null
  const magnitude = isRelative ? Math.min(3, size / 30) : Math.min(4, Math.log10(1 + size) / 4)
  const stress = (note === undefined ? 0 : 0.5) + (qualifier === '突破' ? 0.5 : 0)
  const points = isPoints(unit) ? 2.5 : 0
  const later = (derived ? 5 : 0) + (isEarlier(figure, now) ? 4 : 0) + (planned ? 3 : 0)
  const plainCount = change !== undefined && kind !== 'growth' ? 1 : 0
  return (OF_KIND[kind] ?? OTHER_KINDS) + magnitude + stress - points - later - plainCount
}
