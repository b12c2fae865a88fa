import type { Figure } from '../../model/figure.ts'
import { parseQuantities } from '../../model/quantity.ts'

/** A clause around the number that it states. */
export interface MarkedClause {
  before: string
  /** As printed, qualifier and unit included. Empty where the clause has no such number. */
  number: string
  after: string
}

/** Parts the clause of a figure at its number. */
export function markClause({
  value,
  unit,
  qualifier,
  evidence: { clause },
}: Pick<Figure, 'value' | 'unit' | 'qualifier' | 'evidence'>): MarkedClause {
  const same = parseQuantities(clause).filter(quantity => quantity.value === value && quantity.unit === unit)
  const found = same.find(quantity => quantity.qualifier === qualifier) ?? same[0]
  return found
    ? {
        before: clause.slice(0, found.start),
        number: clause.slice(found.start, found.end),
        after: clause.slice(found.end),
      }
    : { before: clause, number: '', after: '' }
}
