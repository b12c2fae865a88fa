import { createHash } from 'node:crypto'
import type { Figure } from '../../model/figure.ts'
import type { Quote } from '../../model/source.ts'
import { clauseHash } from '../check/facts/lock.ts'

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

/**
 * A hash of everything that someone confirms of a figure: what it says, of what and of when, and where the source says
 * so. Who only words a chapter otherwise, takes a doubt away, or adds another source to the deck takes no confirmation
 * away.
 * @param shares that it names, where it is a proportion
 * @param first id of the deck's first source, which is meant where none is named
 */
export function figureFingerprint(figure: Figure, shares: readonly Figure[], first?: string): string {
  const { id, label, short, value, parts, to, as, decimals, unit, stated, kind, qualifier, change } = figure
  const { period, of, whole, overlap, comparedWith, note, planned, chapter, source, evidence, derived } = figure
  return digest([
    [id, label, short],
    [parts ?? value, to, as, decimals, unit, stated, kind, qualifier, change, planned],
    [period.id, period.text, period.begin, period.end],
    [of, whole, overlap, comparedWith, note],
    derived
      ? [derived.formula, derived.inputs, derived.rounding]
      : [
          chapter.id,
          source?.id === first ? undefined : source?.id,
          evidence.column,
          [evidence.clause, ...(evidence.also ?? [])].map(clauseHash),
          evidence.period,
          evidence.cell,
        ],
    ...shares.map(share => [share.id, share.label, share.short]),
  ])
}

/** The same of a quote. */
export function quoteFingerprint({ id, text, speaker, role, chapter, column, source }: Quote, first?: string): string {
  return digest([id, text, speaker, role, chapter, column, source === first ? undefined : source])
}
