import type { Review } from '../../model/review.ts'
import type { Account } from '../check/facts/accounts.ts'
import type { ReviewItem } from './items.ts'

/** A number in the source, and what it is to the data. */
export interface NumberMark {
  /** Offsets into the text of its block. */
  start: number
  end: number
  sort: Account['sort']
  /** Ids of the figures that state it. */
  ids: readonly string[]
  /** Why it is no figure, where somebody has written that down. */
  reason: string | null
}

/** The clause of a figure, or a quote, in the text of its block. */
export interface ClauseMark {
  id: string
  start: number
  end: number
}

/** A paragraph of a source. */
export interface TextBlock {
  sort: 'text'
  heading: boolean
  text: string
  numbers: readonly NumberMark[]
  clauses: readonly ClauseMark[]
}

/** A cell of a table of a source. */
export interface CellMark extends Pick<NumberMark, 'ids' | 'reason'> {
  text: string
  /** Null for what is no number of the table. */
  sort: NumberMark['sort'] | null
}

/** A table of a source. */
export interface TableBlock {
  sort: 'table'
  caption: string
  heads: readonly string[]
  rows: readonly (readonly CellMark[])[]
}

export type SourceBlock = TextBlock | TableBlock

/** A source as it is shown beside the figures. */
export interface SourceView {
  /** Empty in a deck that does not name its source. */
  title: string
  /** The file, as it was given; null where it was not: then only what the data has of it is shown. */
  file: string | null
  blocks: readonly SourceBlock[]
}

/** Everything that the page shows. */
export interface ReviewView {
  title: string
  /** Who reviews, where the command has been told. */
  by: string | null
  sources: readonly SourceView[]
  items: readonly ReviewItem[]
  chapters: readonly { id: string; title: string }[]
  review: Review
  /** Whether the deck has been changed since its site was built. */
  outdated: boolean
}

/** What the page sends when somebody confirms, objects, or takes that back. */
export interface SayingBody {
  id: string
  by: string
  verdict: 'confirmed' | 'objected' | null
  word?: string
  /** Of the figure as it was shown. */
  fingerprint: string
}

/**
 * Why something was not taken down: the figure is another one by now, it is gone, or the body is none. Where it was,
 * the whole review comes back.
 */
export type SayingAnswer = { ok: true; review: Review } | { ok: false; error: 'changed' | 'unknown' | 'malformed' }
