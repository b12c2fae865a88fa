import { phrases } from '../phrases.ts'
import type { Tag } from './scan.ts'

/** Something to be put into a slide's content. */
export interface Insertion {
  at: number
  text: string
}

/** A text between the tags of another. */
export interface Piece {
  /** Where it begins in that. */
  from: number
  text: string
}

/** What stands between the tags of a text. */
export function textsBetween(whole: string, tags: readonly Tag[]): Piece[] {
  return [...tags, undefined].map((tag, index) => {
    const from = tags[index - 1]?.end ?? 0
    return { from, text: whole.slice(from, tag?.start) }
  })
}

const ENTITY = /&#?\w+;/g

/**
 * Where lines of a text between tags may break: between its words, and not within a character that is escaped.
 * @param longest run of words, in characters, that is kept whole; where it is absent as long as in any text
 */
export function wordBreaks({ from, text }: Piece, longest?: number): number[] {
  const entities = [...text.matchAll(ENTITY)].map(({ index, 0: entity }) => ({
    start: from + index,
    end: from + index + entity.length,
  }))
  let at = from
  return phrases(text, longest).flatMap((piece, index) => {
    const place = at
    at += piece.length
    if (entities.some(({ start, end }) => start < place && place < end)) return []
    // Behind a figure a word may go to the next line; punctuation and units stay with it.
    return index > 0 || (from > 0 && /^[\p{L}“《（]/u.test(piece)) ? [place] : []
  })
}

/** Whether emphasis or code stands in it, which something put into it might cut in two. */
export const isMarked = ({ text }: Piece): boolean => /\*|_|`|\[/.test(text)
