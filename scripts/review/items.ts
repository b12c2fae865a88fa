import type { Figure } from '../../model/figure.ts'
import { proportionsOf } from '../../model/shares.ts'
import { statedIds } from '../../model/slides/frontmatter.ts'
import { shownIds } from '../../model/slides/shown.ts'
import type { Quote } from '../../model/source.ts'
import { findSource, sourceName, sourcesOf } from '../../model/sources.ts'
import { placeIn, statedTables, writtenFigures, type Facts } from '../check/facts/facts.ts'
import { traceFigures, type FigureTrace, type Reference } from '../trace/trace.ts'
import type { Place } from '../trace/place.ts'
import { figureFingerprint, quoteFingerprint } from './fingerprint.ts'

/** One thing that people confirm: a figure, cells of tables among them, or a quote. */
export interface ReviewItem extends Omit<FigureTrace, 'usedBy'> {
  /** Of a quote: `quote:` and its id. */
  id: string
  /** Id of its chapter. */
  chapterId: string
  /** Why a rule that took it over was not sure; null where none was in doubt. */
  doubt: string | null
  /** Whether a slide shows it: then it has to be confirmed. */
  shown: boolean
  /** Ids of the figures whose clauses tell it: its own; of a derived one those of what it is computed from. */
  stated: readonly string[]
  /** Of a proportion, the shares that it names: one clause states them all, so that they are confirmed with it. */
  shares: readonly Reference[]
  fingerprint: string
}

/**
 * Everything that people confirm of a deck, chapter by chapter: figures, derived ones, cells of tables, quotes. Shares
 * follow their proportion.
 */
export function reviewItems(facts: Facts): ReviewItem[] {
  const { deck } = facts
  const shown = shownIds(facts.slides, facts.data, facts.source)
  const doubts = doubtsOf(facts)
  const first = sourcesOf(facts.source)[0]?.id
  const proportions = proportionsOf(facts.source.figures.flatMap(({ figures }) => figures))
  const traced = Map.groupBy(traceFigures(deck.figures, facts), ({ id }) => proportions.get(id) ?? id)
  const items = [
    ...[...traced].map(([id, [trace, ...shares]]) => {
      const figure = deck.getFigure(id)
      const { usedBy: _, ...own } = trace!
      return {
        ...own,
        places: [trace!, ...shares].flatMap(({ places }) => places).sort((a, b) => a.slide - b.slide),
        chapterId: figure.chapter.id,
        doubt: doubts.get(id) ?? null,
        shown: shown.figure.has(id),
        stated: statedBy(figure, facts, proportions),
        shares: shares.map(({ id, label, text }) => ({ id, label, text })),
        fingerprint: figureFingerprint(
          figure,
          shares.map(({ id }) => deck.getFigure(id)),
          first,
        ),
      }
    }),
    ...deck.quotes.map(quote => quoteItem(quote, shown.quote.has(quote.id), facts)),
  ]
  return deck.chapters.flatMap(({ id }) => items.filter(({ chapterId }) => chapterId === id))
}

/** The stated figures that a figure comes from. */
function statedBy(figure: Figure, facts: Pick<Facts, 'deck'>, proportions: ReadonlyMap<string, string>): string[] {
  if (!figure.derived) return [proportions.get(figure.id) ?? figure.id]
  return [
    ...new Set(
      figure.derived.inputs.flatMap(id => {
        const input = facts.deck.findFigure(id)
        return input ? statedBy(input, facts, proportions) : []
      }),
    ),
  ]
}

function doubtsOf(facts: Facts): Map<string, string> {
  const written = writtenFigures(facts).flatMap(({ figure: { id, doubt } }) =>
    doubt === undefined ? [] : [[id, doubt] as const],
  )
  const cells = statedTables(facts).flatMap(({ table: { id, doubts = {} } }) =>
    Object.entries(doubts).map(([cell, doubt]) => [`${id}@${cell}`, doubt] as const),
  )
  return new Map([...written, ...cells])
}

function quoteItem(quote: Quote, shown: boolean, facts: Facts): ReviewItem {
  const { id, text, speaker, role, chapter } = quote
  const { source, column } = placeIn(facts.source, quote)
  const several = sourcesOf(facts.source).length > 1 ? findSource(facts.source, source) : undefined
  return {
    id: `quote:${id}`,
    label: `${role}${speaker}的话`,
    text,
    measure: '引语',
    period: '',
    chapter: facts.deck.chapters.find(each => each.id === chapter)?.title ?? '',
    chapterId: chapter,
    source: several ? sourceName(several) : null,
    column,
    clause: text,
    also: [],
    cell: null,
    marked: null,
    note: null,
    where: facts.where(facts.source.quotes.file, id),
    formula: null,
    places: quotePlaces(id, facts),
    doubt: null,
    shown,
    stated: [`quote:${id}`],
    shares: [],
    fingerprint: quoteFingerprint(quote, sourcesOf(facts.source)[0]?.id),
  }
}

function quotePlaces(id: string, { slides, data }: Facts): Place[] {
  return slides
    .filter(slide => statedIds(slide, data).some(each => each.sort === 'quote' && each.id === id))
    .map(({ no, title, file, start }) => ({
      slide: no,
      title,
      medium: 'body',
      component: 'PullQuote',
      text: '',
      where: `${file}:${start + 1}`,
    }))
}
