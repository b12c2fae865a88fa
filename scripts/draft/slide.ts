import type { Figure } from '../../model/figure.ts'
import type { Said } from './said.ts'

/** A slide before it is written as Markdown. */
export interface DraftSlide {
  /** Of its front matter, in order; what is undefined is left out. */
  head: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** Its heading with the mark of its level; none on a slide of a layout without one. */
  title?: string
  /** A quiet sentence under the title. */
  line?: string
  /** What stands below, each a block of its own. */
  body: readonly string[]
  side?: readonly string[]
  note: string
}

/** A slide of a chapter that has a message. */
export interface MessageSlide extends DraftSlide {
  /** What it is about, and so its place among the others and in the overview. */
  lead: Figure
  figures: readonly Figure[]
}

/** Longest title on one line, and longest one at all; characters. */
export const ONE_LINE = 26
export const LONGEST_TITLE = 40
/** Longest sentence under a title. */
export const LONGEST_LINE = 42

/** As many clauses as stand within a length, the first in any case. */
export function within(clauses: readonly Said[], longest: number): Said[] {
  let length = 0
  return clauses.filter((clause, index) => {
    const whole = length + clause.length + (index > 0 ? 1 : 0)
    if (index > 0 && whole > longest) return false
    length = whole
    return true
  })
}

/** Seconds that are planned for a slide: to look at it, and to say what its note says. */
export function plannedTime(note: number): number {
  return Math.max(20, 5 * Math.round((15 + note / 4) / 5))
}
