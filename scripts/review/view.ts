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

/** The slides that are shown beside the figures. */
export interface SlidesView {
  /** Counts the builds: with another number, other slides. */
  build: number
  /** Whether they are of the deck as it is now, of an earlier one, or about to be built. */
  state: 'current' | 'older' | 'building'
  /** Why the last build failed, in words; null where it did not. */
  problem: string | null
}

/** What people have said by now, of which state of the deck. */
export interface SaidView {
  /** Another one once the files of the deck or of its sources have changed. */
  stamp: string
  review: Review
  slides: SlidesView
}

/** Everything that the page shows. */
export interface ReviewView extends SaidView {
  title: string
  /** Who reviews, where the command was told; else the page asks. */
  by: string | null
  sources: readonly SourceView[]
  items: readonly ReviewItem[]
  /** What is wrong with the data, a line for each: that is not among the items. */
  problems: readonly string[]
  chapters: readonly { id: string; title: string }[]
}

/** What the page sends when somebody confirms or objects, or takes that back. */
export interface SayingBody {
  by: string
  sayings: readonly {
    id: string
    verdict: 'confirmed' | 'objected' | null
    /** What is wrong; of an objection. */
    word?: string
    /** Of the figure as it was shown. */
    fingerprint: string
  }[]
}

/**
 * What becomes of it: a figure that is another one by now, or gone, or a body that is none, changes nothing; else the
 * whole review comes back.
 */
export type SayingAnswer = { ok: true; review: Review } | { ok: false; error: 'changed' | 'unknown' | 'malformed' }

/** What comes instead of an answer where the deck, or what people have said of it, cannot be read at all. */
export interface Unreadable {
  unreadable: string
}
