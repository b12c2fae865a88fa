import { createHash } from 'node:crypto'
import type { Figure } from '../../model/figure.ts'
import type { Quote } from '../../model/source.ts'
import { clauseHash } from '../check/facts/lock.ts'

/** A hash of a value, in whatever order its fields are written. */
function digest(said: unknown): string {
  const text = JSON.stringify(said, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/**
 * A hash of everything that someone confirms of a figure: what it says, of what and of when, and where the source says
 * so. Every field counts but those that are named here: who only words a chapter or a period's other wordings
 * otherwise, takes a doubt away, or adds another source to the deck takes no confirmation away.
 * @param shares that it names, where it is a proportion
 * @param first id of the deck's first source, which is meant where none is named
 */
export function figureFingerprint(figure: Figure, shares: readonly Figure[], first?: string): string {
  const { chapter, source, period, evidence, ...said } = figure
  const { source: _, clause, also, ...place } = evidence
  const { id, text, begin, end } = period
  return digest({
    ...said,
    period: { id, text, begin, end },
    shares: shares.map(share => [share.id, share.label, share.short]),
    // The evidence of a derived figure is that of its first input.
    ...(said.derived === null && {
      chapter: chapter.id,
      source: source?.id === first ? undefined : source?.id,
      evidence: { ...place, clauses: [clause, ...(also ?? [])].map(clauseHash) },
    }),
  })
}

/** The same of a quote. */
export function quoteFingerprint({ source, ...said }: Quote, first?: string): string {
  return digest({ ...said, source: source === first ? undefined : source })
}
