/** A clause around the number that it states. */
export interface MarkedClause {
  before: string
  /** As printed, qualifier and unit included. Empty where the clause has no such number. */
  number: string
  after: string
}

/** Parts a clause at its number. @param span where that stands; it is read when the site is built */
export function markClause(clause: string, span: { start: number; end: number } | undefined): MarkedClause {
  return span
    ? { before: clause.slice(0, span.start), number: clause.slice(span.start, span.end), after: clause.slice(span.end) }
    : { before: clause, number: '', after: '' }
}
