import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { periodWords } from '../../../model/reading/periods.ts'
import { countedSpan, quantitiesOf } from '../../../model/reading/statement.ts'
import {
  collapseSpaces,
  inside,
  normalizeClause,
  occurrences,
  toHalfWidth,
  type Span,
} from '../../../model/reading/text.ts'
import type { NameWithNumber } from '../../../model/source.ts'
import { findSource, periodsIn } from '../../../model/sources.ts'
import { sectionsOf, type Article, type Section } from '../../lib/facts/article.ts'
import { findClause } from '../../lib/facts/find.ts'
import { statedClauses, type Facts } from './facts.ts'

/**
 * What a number of the source is to the data: stated by figures at that very place, part of a listed name or of the
 * words that give a period, one of a source of which only some are taken, or none of that.
 */
export type Account =
  | { sort: 'figure'; ids: readonly string[] }
  | { sort: 'name'; reason: string }
  | { sort: 'period' }
  | { sort: 'untaken'; reason: string }
  | { sort: 'open' }

export interface AccountedNumber {
  number: ReadNumber
  account: Account
}

/** A number of the source that the data does not account for. */
export interface UncoveredNumber {
  section: Section
  number: ReadNumber
}

/**
 * Every number of a source with what it is to the data, section by section. A name does not cover a number whose unit
 * lies outside of it: 2020 is no name in 2020个.
 */
export function accountedNumbers(facts: Facts, article: Article): Map<Section, AccountedNumber[]> {
  const names = namesOf(facts)
  const figures = figureSpans(facts, article)
  return new Map(
    article.sections.map(section => {
      const { normalized } = section
      const named = names.flatMap(({ text, reason }) =>
        occurrences(normalized, normalizeClause(text)).map(span => ({ reason, ...span })),
      )
      const periods = periodWords(normalized, periodsIn(facts.deck.periods, facts.source, section.source)).filter(
        ({ id }) => id !== null,
      )
      const partial = findSource(facts.source, section.source)?.partial
      const accountOf = (own: Span): Account => {
        const ids = (figures.get(section) ?? []).filter(span => inside(own, span)).map(({ id }) => id)
        if (ids.length > 0) return { sort: 'figure', ids: [...new Set(ids)] }
        const name = named.find(span => inside(own, span))
        if (name) return { sort: 'name', reason: name.reason }
        if (periods.some(span => inside(own, span))) return { sort: 'period' }
        return partial === undefined ? { sort: 'open' } : { sort: 'untaken', reason: partial }
      }
      // That there is none of something is a manner of speaking, unless it is counted: 无一件.
      const numbers = readNumbers(section.text).filter(
        ({ form, ...number }) => form !== 'zero' && !isListMark(normalized, number),
      )
      return [section, numbers.map(number => ({ number, account: accountOf(countedSpan(number)) }))]
    }),
  )
}

/** The numbers of an article that neither a figure nor a period nor a name accounts for, in order. */
export function uncoveredNumbers(facts: Facts, article: Article): UncoveredNumber[] {
  return [...accountedNumbers(facts, article)].flatMap(([section, numbers]) =>
    numbers.filter(({ account }) => account.sort === 'open').map(({ number }) => ({ section, number })),
  )
}

/** The names that are listed, those that are entries at all. */
export function namesOf({ source: { names } }: Pick<Facts, 'source'>): NameWithNumber[] {
  return (names?.names ?? []).filter(entry => typeof entry?.text === 'string')
}

/** Whether a number counts the entries of a list: 1.本公报为初步统计数. Behind its point no digit stands. */
function isListMark(text: string, { start, end }: Span): boolean {
  return /(?:^|[\n。;:])$/.test(text.slice(0, start)) && /^\.(?!\d)/.test(text.slice(end))
}

/** Where figures state their numbers, and with what they are compared: 比2025年. */
function figureSpans(facts: Facts, article: Article): Map<Section, (Span & { id: string })[]> {
  const spans = new Map<Section, (Span & { id: string })[]>()
  for (const { figure, place } of statedClauses(facts)) {
    const { clause } = figure.evidence
    // Offsets are those of the clause as the article is read: in half width, without spaces.
    const own = collapseSpaces(toHalfWidth(clause))
    const basis = collapseSpaces(toHalfWidth(figure.comparedWith ?? ''))
    const quantities = [...quantitiesOf(figure, own), ...occurrences(own, basis)]
    for (const { section, at } of findClause(sectionsOf(article, place), clause, facts.source.errata.errata)) {
      const told = spans.get(section) ?? []
      told.push(...shifted(section, at, clause, quantities).map(span => ({ id: figure.id, ...span })))
      spans.set(section, told)
    }
  }
  return spans
}

/** An erratum in the source can make it longer or shorter than the clause: then the number is looked for behind it. */
function shifted(section: Section, at: number, clause: string, quantities: readonly Span[]): Span[] {
  const own = collapseSpaces(toHalfWidth(clause))
  return quantities.flatMap(({ start, end }) => {
    const text = own.slice(start, end)
    const exact = section.text.startsWith(text, at + start) ? at + start : section.text.indexOf(text, at)
    return exact < 0 || exact > at + own.length ? [] : [{ start: exact, end: exact + text.length }]
  })
}
