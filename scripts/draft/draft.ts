import type { Deck } from '../../model/deck.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { shownFigures } from '../../model/slides/shown.ts'
import type { NameWithNumber, Unused } from '../../model/source.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { isFree } from './bound.ts'
import { messageSlides } from './chapter-slides.ts'
import {
  appendixSlides,
  chapterSlide,
  coverSlide,
  endSlide,
  glanceSlide,
  type Head,
  leadsOf,
  pictureSlide,
  quoteSlide,
  scoreSlides,
} from './frame-slides.ts'
import { slidesMarkdown } from './markdown.ts'
import { materialOf, type Material } from './material.ts'
import { openingsOf } from './pictures.ts'
import { repeatedIn } from './repeats.ts'
import type { DraftSlide } from './slide.ts'

export type { Head } from './frame-slides.ts'

/** A drafted deck. */
export interface Drafted {
  /** All of `slides.md`. */
  slides: string
  /** What of the data no slide shows, and why: to be written into the data beside what it has. */
  unused: readonly Unused[]
  /** What the slides say with a number in it that is no figure: to be written into the data beside what it has. */
  names: readonly NameWithNumber[]
}

/**
 * Drafts the slides of a deck from its data alone: the same data, the same slides.
 * @param deck in which nothing is wrong
 */
export function draftSlides(deck: Deck<string>, head: Head): Drafted {
  const material = materialOf(deck)
  const slides = allSlides(material, head)
  return { slides: slidesMarkdown(slides), unused: unusedIn(slides, material), names: headingNames(head, deck) }
}

/** What the deck and its chapters are called, where that has a number in it: each once, without what goes round it. */
function headingNames({ title }: Head, deck: Deck<string>): NameWithNumber[] {
  const headings = [
    { text: title, reason: '文稿的名称' },
    ...deck.chapters.flatMap(({ title, short, topic }) =>
      [short, topic, title].map(text => ({ text, reason: '章的标题' })),
    ),
  ].filter(({ text }) => !isFree(text, deck))
  const isInner = (text: string): boolean => headings.some(each => each.text !== text && text.includes(each.text))
  return [...new Map(headings.map(heading => [heading.text, heading])).values()].filter(({ text }) => !isInner(text))
}

function allSlides(material: Material, head: Head): DraftSlide[] {
  const { deck } = material
  const { openings, left } = openingsOf(material)
  const chapters = deck.chapters.map(chapter => ({ chapter, messages: messageSlides(chapter, material) }))
  const leads = chapters.map(({ chapter, messages }) => leadsOf(messages, chapter, material))
  const told = chapters.flatMap(({ chapter, messages }, index) => {
    const quotes = deck.quotes.filter(quote => quote.chapter === chapter.id)
    if (messages.length === 0 && quotes.length === 0) return []
    return [
      chapterSlide(chapter, index + 1, openings.get(chapter.id)!, messages, material),
      ...messages,
      ...quotes.map(quoteSlide),
    ]
  })
  const pictures = left.flatMap((photo, index) => {
    const own = leads.filter(({ length }) => length > 0)
    return own.length > 0 ? [pictureSlide(photo, own[index % own.length]!.slice(0, 2), material)] : []
  })
  const presented = [
    ...glanceSlide(leads, material),
    ...told,
    ...pictures,
    ...scoreSlides(leads, material),
    endSlide(head),
  ]
  const seconds = presented.reduce((sum, slide) => sum + Number(slide.head.time), 0)
  return [coverSlide(head, Math.ceil((seconds + 30) / 60)), ...presented, ...appendixSlides(material)]
}

function unusedIn(slides: readonly DraftSlide[], { deck }: Material): Unused[] {
  const data = toDeckData(deck)
  const text = slides.flatMap(({ title, line, body, side = [] }) => [title, line, ...body, ...side]).join('\n')
  const shown = new Set(shownFigures(text, data))
  return deck.figures
    .filter(({ id }) => !shown.has(id) && tableIdOf(id) === undefined)
    .map(figure => {
      const table = repeatedIn(figure, deck.tables)
      return { id: figure.id, reason: table ? `与“${table.label}”里的同一个数` : '列在附录里' }
    })
}
