import { collapseSpaces, normalize, normalizeClause, toHalfWidth, type Span } from '../../model/reading/text.ts'
import { accountedNumbers, type AccountedNumber } from '../check/facts/accounts.ts'
import { foundClauses } from '../check/facts/claims.ts'
import { placeIn, statedFigures, type Facts } from '../check/facts/facts.ts'
import { lineOf, type Article, type Section, type SourcePlace } from '../lib/facts/article.ts'
import type { ClauseMark, NumberMark, TextBlock } from './view.ts'

/** A block of a source and where it stands in which file. */
export interface Placed<Block> {
  file: string
  line: number
  block: Block
}

/** The paragraphs of a source, with what each number is to the data and the clauses of figures and quotes. */
export function textBlocks(facts: Facts, article: Article): Placed<TextBlock>[] {
  const numbers = accountedNumbers(facts, article)
  const clauses = Map.groupBy(foundClauses(facts, article), ({ spot }) => spot.section)
  return article.sections.flatMap(section => {
    const marks = numbers.get(section)!.map(numberMark)
    const found = (clauses.get(section) ?? []).map(({ key, clause, spot }) => ({
      id: key,
      start: spot.at,
      end: spot.at + normalizeClause(clause).length,
    }))
    return paragraphsOf(section, marks, found)
  })
}

function numberMark({ number: { start, end }, account }: AccountedNumber): NumberMark {
  return {
    start,
    end,
    sort: account.sort,
    ids: account.sort === 'figure' ? account.ids : [],
    reason: 'reason' in account ? account.reason : null,
  }
}

function paragraphsOf(
  section: Section,
  numbers: readonly NumberMark[],
  clauses: readonly ClauseMark[],
): Placed<TextBlock>[] {
  let at = 0
  return section.text.split('\n').map((text, index) => {
    const start = at
    at += text.length + 1
    const within = <Mark extends Span>(marks: readonly Mark[]): Mark[] =>
      marks
        .map(mark => ({
          ...mark,
          start: Math.max(0, mark.start - start),
          end: Math.min(text.length, mark.end - start),
        }))
        .filter(mark => mark.start < mark.end)
    return {
      file: section.file,
      line: lineOf({ section, at: start }),
      // A chapter, and each of its columns, begins with its own name.
      block: {
        sort: 'text',
        heading: index === 0 && section.chapter !== null,
        text,
        numbers: within(numbers),
        clauses: within(clauses),
      },
    }
  })
}

/**
 * What the data has of the text of a source that is not at hand: its clauses and quotes, by chapter and column, as an
 * article.
 */
export function articleOfClauses(facts: Facts, source: string | null): Article {
  const claims = [
    ...statedFigures(facts).map(({ figure, chapter, place }) => ({ chapter, place, text: figure.evidence.clause })),
    ...facts.deck.quotes.map(quote => ({
      chapter: quote.chapter,
      place: placeIn(facts.source, quote),
      text: quote.text,
    })),
  ].filter(({ place }) => place.source === source)
  const groups = Map.groupBy(claims, ({ chapter, place }) => JSON.stringify([chapter, place]))
  return {
    sections: [...groups.values()].map(own => {
      const [{ chapter, place }] = own as [(typeof own)[number]]
      return sectionOf(
        place,
        facts.source.chapters.find(({ id }) => id === chapter),
        own.map(({ text }) => text),
      )
    }),
    tables: [],
  }
}

function sectionOf(
  { source, chapter, column }: SourcePlace,
  own: Facts['source']['chapters'][number] | undefined,
  clauses: readonly string[],
): Section {
  const heading = [own?.title, column].filter(Boolean).join(' ')
  const lines = [heading, ...new Set(clauses)].map(line => collapseSpaces(toHalfWidth(line)))
  const text = lines.join('\n')
  return {
    file: '',
    source,
    sourceTitle: '',
    chapter: chapter === null ? null : (own ?? null),
    column,
    text,
    normalized: normalize(text),
    lines: lines.flatMap((line, index) => Array<number>(line.length + 1).fill(index + 1)),
    headings: new Map(),
  }
}
