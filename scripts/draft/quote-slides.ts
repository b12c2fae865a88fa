import type { Deck } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import type { Quote } from '../../model/source.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { gridTag } from './chart-slides.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
import { joined, plainWords } from './said.ts'
import { type DraftSlide, plannedTime } from './slide.ts'

/** Most numbers that stand below a quote. */
const MOST_VOICED = 3

/** The figures that are stated where a person is quoted; none where that says as much as a slide of its own. */
export function voicedBy({ chapter, column }: Quote, { figures, quotes }: Deck<string>): Figure[] {
  const isHere = (place: { chapter: string; column?: string }): boolean =>
    place.chapter === chapter && place.column === column
  if (column === undefined || quotes.filter(isHere).length > 1) return []
  const own = figures.filter(
    ({ id, chapter: { id: of }, evidence, derived }) =>
      tableIdOf(id) === undefined && !derived && isHere({ chapter: of, column: evidence.column }),
  )
  return own.length > MOST_VOICED ? [] : own
}

/** A quote on a slide of its own, with the numbers that are stated beside it. */
export function quoteSlide(quote: Quote, { deck, find }: Material): DraftSlide {
  const { id, chapter, speaker, role } = quote
  const figures = voicedBy(quote, deck)
  const note = joined([plainWords(`听听${role}${speaker}怎么说。`), noteOf(figures, find)])
  return {
    head: { layout: 'quote', chapter, quote: id, time: plannedTime(note.length) },
    body: figures.length > 0 ? [gridTag(figures, { cols: figures.length, size: 's' })] : [],
    note: note.markdown,
  }
}
