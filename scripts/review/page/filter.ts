import { isSamePerson, verdictsOn, type Review, type ReviewState } from '../../../model/review.ts'
import type { ReviewItem } from '../items.ts'
import { stateOfItem } from '../states.ts'

/** What of the figures is listed. */
export interface Filter {
  /** `todo` is all that a slide shows and that is not confirmed as it has to be; empty for all. */
  state: ReviewState | 'todo' | ''
  /** Id of a chapter; empty for all. */
  chapter: string
  /** Words, all of which have to stand somewhere in what is known of the figure. */
  query: string
}

/** The figures that are listed, in the order of the deck. */
export function filtered(
  items: readonly ReviewItem[],
  review: Review,
  { state, chapter, query }: Filter,
): ReviewItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(item => {
    const own = stateOfItem(item, review)
    const { id, label, text, measure, period, clause, formula, cell, column, doubt, shares } = item
    const known = [
      id,
      label,
      text,
      measure,
      ...shares.map(share => `${share.label} ${share.text}`),
      period,
      clause,
      formula?.formula,
      cell?.row,
      cell?.column,
      column,
      doubt && `待核 ${doubt}`,
    ]
      .filter(Boolean)
      .join('\n')
      .toLowerCase()
    return (
      (state === '' || (state === 'todo' ? item.shown && own !== 'signed' : own === state)) &&
      (chapter === '' || item.chapterId === chapter) &&
      words.every(word => known.includes(word))
    )
  })
}

/**
 * Whether a person can bring a figure on: a slide shows it, it is not confirmed as it has to be, and they have not said
 * anything yet.
 */
export function needs(item: ReviewItem, review: Review, by: string): boolean {
  const { valid } = verdictsOn(item.fingerprint, review[item.id])
  return item.shown && stateOfItem(item, review) !== 'signed' && !valid.some(each => isSamePerson(each.by, by))
}

/** The id of the next figure behind one, around the end, that fits; undefined where none does. */
export function nextOf(
  items: readonly ReviewItem[],
  from: string | undefined,
  fits: (item: ReviewItem) => boolean,
): string | undefined {
  const at = items.findIndex(({ id }) => id === from)
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(fits)?.id
}

/** The cells of the row of a table that a figure is a cell of, itself among them; only itself where it is none. */
export function rowOf(items: readonly ReviewItem[], item: ReviewItem): ReviewItem[] {
  if (!item.cell) return [item]
  const table = item.id.split('@')[0]
  return items.filter(each => each.cell?.row === item.cell!.row && each.id.split('@')[0] === table)
}
