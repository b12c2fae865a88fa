import type { Deck } from '../../model/deck.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { isOfProportion } from '../../model/shares.ts'
import { shownIds } from '../../model/slides/shown.ts'
import type { DeckSource, NameWithNumber, Unused, UnusedSort } from '../../model/source.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { isFree } from './bound.ts'
import { namesOf } from './chapter.ts'
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
  scoreSlides,
} from './frame-slides.ts'
import { slidesMarkdown } from './markdown.ts'
import { materialOf, type Material } from './material.ts'
import { openingsOf } from './pictures.ts'
import { quoteSlide } from './quote-slides.ts'
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
 * Drafts the slides of a deck from its data alone: the same data, the same slides. What is marked as unused is left to
 * the appendix.
 * @param deck in which nothing is wrong
 * @param source what it is made of. Default: nothing is marked or in doubt, and no proportion names its shares.
 */
export function draftSlides(deck: Deck<string>, head: Head, source: Written = { figures: [] }): Drafted {
  const used = withoutUnused(deck, source)
  const material = materialOf(used, doubtfulIn(source))
  const slides = [...allSlides(material, head), ...appendixSlides(materialOf(deck))]
  return { slides: slidesMarkdown(slides), unused: unusedIn(slides, used, source), names: headingNames(head, deck) }
}

type Written = Pick<DeckSource, 'figures' | 'unused'>

/** The figures that a person has still to look at: they lead no slide that others can lead. */
function doubtfulIn({ figures }: Written): ReadonlySet<string> {
  return new Set(figures.flatMap(file => file.figures.filter(({ doubt }) => doubt !== undefined).map(({ id }) => id)))
}

function withoutUnused(deck: Deck<string>, { unused }: Written): Deck<string> {
  const marked = unused?.unused ?? []
  const isUsed = (id: string, as: UnusedSort): boolean =>
    !marked.some(({ id: own, sort = 'figure' }) => own === id && sort === as)
  return {
    ...deck,
    figures: deck.figures.filter(({ id }) => isUsed(id, 'figure') && isUsed(tableIdOf(id) ?? '', 'table')),
    tables: deck.tables.filter(({ id }) => isUsed(id, 'table')),
    quotes: deck.quotes.filter(({ id }) => isUsed(id, 'quote')),
    photos: deck.photos.filter(({ id }) => isUsed(id, 'photo')),
  }
}

/** What the deck and its chapters are called, where that has a number in it: each once, without what goes round it. */
function headingNames({ title }: Head, deck: Deck<string>): NameWithNumber[] {
  const headings = [
    { text: title, reason: '文稿的名称' },
    ...deck.chapters.flatMap(chapter => namesOf(chapter).map(text => ({ text, reason: '章的标题' }))),
  ].filter(({ text }) => !isFree(text, deck))
  const isInner = (text: string): boolean => headings.some(each => each.text !== text && text.includes(each.text))
  return [...new Map(headings.map(heading => [heading.text, heading])).values()].filter(({ text }) => !isInner(text))
}

function allSlides(material: Material, head: Head): DraftSlide[] {
  const { deck } = material
  const { openings, left } = openingsOf(material)
  const chapters = deck.chapters.map(chapter => ({ chapter, messages: messageSlides(chapter, material) }))
  const leads = leadsOf(chapters, material)
  const told = chapters
    .map(each => ({ ...each, quotes: deck.quotes.filter(({ chapter }) => chapter === each.chapter.id) }))
    .filter(({ messages, quotes }) => messages.length > 0 || quotes.length > 0)
    .flatMap(({ chapter, messages, quotes }, index) => [
      chapterSlide(chapter, index + 1, openings.get(chapter.id)!, messages, material),
      ...messages,
      ...quotes.map(quote => quoteSlide(quote, material)),
    ])
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
  return [coverSlide(head, Math.ceil((seconds + 30) / 60)), ...presented]
}

function unusedIn(slides: readonly DraftSlide[], deck: Deck<string>, source: Written): Unused[] {
  const contents = slides.map(({ head, title, line, body, side = [] }) => ({
    frontmatter: head,
    contentRaw: [title, line, ...body, ...side].join('\n'),
  }))
  const shown = shownIds(contents, toDeckData(deck), source)
  return deck.figures
    .filter(figure => !shown.figure.has(figure.id) && tableIdOf(figure.id) === undefined && !isOfProportion(figure))
    .map(figure => {
      const table = repeatedIn(figure, deck.tables)
      return { id: figure.id, reason: table ? `与“${table.label}”里的同一个数` : '列在附录里' }
    })
}
