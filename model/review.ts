import { collapseSpaces } from './reading/text.ts'

/** The file of a deck that keeps what people say of its figures, relative to the deck's folder. */
export const REVIEW_FILE = 'data/review.json'

/** How many people have to confirm a figure; the same one counts once. */
export const REVIEWERS = 2

/** Characters of a person's name at most, and of an objection. */
export const LONGEST_NAME = 20
export const LONGEST_WORD = 200

/** What one person says of a figure as it was when they looked at it. */
export interface Verdict {
  verdict: 'confirmed' | 'objected'
  /** When, in ISO 8601, UTC. */
  at: string
  /** Of the figure that they looked at: once it is another, they have said nothing of it. */
  fingerprint: string
  /** What is wrong, in the person's own words; of an objection. */
  word?: string
}

/** What people say of one figure: the last verdict of each, by name. */
export type Verdicts = Readonly<Record<string, Verdict>>

/** What people say of all figures, by id; of a quote by `quote:` and its id. */
export type Review = Readonly<Record<string, Verdicts>>

/**
 * How far a figure is with its confirmation.
 * - `open`: nobody has looked at it.
 * - `one`: one person has confirmed it; another has to.
 * - `signed`: as many as it takes have.
 * - `objected`: somebody objects, whoever else confirms.
 * - `changed`: it was looked at, and is another one since.
 */
export type ReviewState = 'open' | 'one' | 'signed' | 'objected' | 'changed'

/** A verdict with whose it is. */
export interface Spoken extends Verdict {
  by: string
}

/** The verdicts on a figure as it is now, the first one first, and those on what it was. */
export function verdictsOn(fingerprint: string, verdicts: Verdicts = {}): { valid: Spoken[]; lost: Spoken[] } {
  const all = Object.entries(verdicts)
    .map(([by, verdict]) => ({ by, ...verdict }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  return {
    valid: all.filter(each => each.fingerprint === fingerprint),
    lost: all.filter(each => each.fingerprint !== fingerprint),
  }
}

/** How far a figure is. @param fingerprint of the figure as it is now */
export function stateOf(fingerprint: string, verdicts?: Verdicts): ReviewState {
  const { valid, lost } = verdictsOn(fingerprint, verdicts)
  if (valid.some(({ verdict }) => verdict === 'objected')) return 'objected'
  if (valid.length >= REVIEWERS) return 'signed'
  if (valid.length > 0) return 'one'
  return lost.length > 0 ? 'changed' : 'open'
}

/** One person's word on one figure: a verdict, or `null` where they take theirs back. */
export interface Saying {
  id: string
  by: string
  verdict: Verdict | null
}

/** A review with one word more: it takes the place of what the same person has said of that figure. */
export function withSaying(review: Review, { id, by, verdict }: Saying): Review {
  const others = Object.entries(review[id] ?? {}).filter(([name]) => !isSamePerson(name, by))
  const verdicts = verdict ? [...others, [by, verdict] as const] : others
  const rest = Object.entries(review).filter(([key]) => key !== id)
  return Object.fromEntries(verdicts.length > 0 ? [...rest, [id, Object.fromEntries(verdicts)]] : rest)
}

/** What a person is called, however it is typed: 李 明 and 李明 are one. Empty where it is no name. */
export function nameOf(typed: string): string {
  return collapseSpaces(typed.normalize('NFKC'))
}

/** Whether two names are one person's. */
export function isSamePerson(a: string, b: string): boolean {
  return nameOf(a).toLowerCase() === nameOf(b).toLowerCase()
}
