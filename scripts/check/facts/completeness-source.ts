import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { countedSpan, quantitiesOf } from '../../../model/reading/statement.ts'
import {
  collapseSpaces,
  inside,
  normalizeClause,
  occurrences,
  toHalfWidth,
  type Span,
} from '../../../model/reading/text.ts'
import { fileLineOf, sectionName, sectionsOf, type Article, type Section } from '../../lib/facts/article.ts'
import { findClause } from '../../lib/facts/find.ts'
import { periodWords } from '../../../model/reading/periods.ts'
import { findSource } from '../../../model/sources.ts'
import type { NameWithNumber } from '../../../model/source.ts'
import type { Finding } from '../finding.ts'
import { missingSources, noChapter } from './evidence-source.ts'
import { inFile, statedClauses, type Facts } from './facts.ts'

/** What a finding quotes before and behind a number: characters. */
const CONTEXT = 12

/** A number of the source that the data does not account for. */
export interface UncoveredNumber {
  section: Section
  number: ReadNumber
}

/**
 * Every number of the source is stated by a figure at that very place, is part of the words that give a period, or is
 * listed as a name. A name does not cover a number whose unit lies outside of it: 2020 is no name in 2020个.
 */
export function numbersOfSource(facts: Facts, article: Article): Finding[] {
  const absent = noChapter('completeness', facts, article)
  if (absent.length > 0) return absent
  const names = namesOf(facts)
  const complete = missingSources(facts, article).length === 0
  const gone = names.filter(
    ({ text }) => complete && !article.sections.some(({ normalized }) => normalized.includes(normalizeClause(text))),
  )
  return [
    ...uncoveredNumbers(facts, article).map(({ section, number }) => uncoveredNumber(number, section, facts)),
    ...gone.map(({ text }) => staleName(text, facts)),
  ]
}

function namesOf({ source }: Pick<Facts, 'source'>): readonly NameWithNumber[] {
  return (source.names?.names ?? []).filter(entry => typeof entry?.text === 'string')
}

/** The numbers of an article that neither a figure nor a period nor a name accounts for, in order. */
export function uncoveredNumbers(facts: Facts, article: Article): UncoveredNumber[] {
  const figures = figureSpans(facts, article)
  const whole = article.sections.filter(({ source }) => findSource(facts.source, source)?.partial === undefined)
  return whole.flatMap(section => {
    const named = namesOf(facts).flatMap(({ text }) =>
      occurrences(section.normalized, normalizeClause(text)).map(span => ({ text, ...span })),
    )
    const periods = periodWords(section.normalized, facts.deck.periods).filter(({ id }) => id !== null)
    return (
      readNumbers(section.text)
        // That there is none of something is a manner of speaking, unless it is counted: 无一件.
        .filter(({ form, ...number }) => form !== 'zero' && !isListMark(section.normalized, number))
        .filter(number => {
          const own = countedSpan(number)
          return (
            !named.some(name => inside(own, name)) &&
            !(figures.get(section) ?? []).some(span => inside(own, span)) &&
            !periods.some(span => inside(own, span))
          )
        })
        .map(number => ({ section, number }))
    )
  })
}

/** Whether a number counts the entries of a list: 1.本公报为初步统计数. Behind its point no digit stands. */
function isListMark(text: string, { start, end }: Span): boolean {
  return /(?:^|[\n。;:])$/.test(text.slice(0, start)) && /^\.(?!\d)/.test(text.slice(end))
}

/** Where figures state their numbers, and with what they are compared: 比2025年. */
function figureSpans(facts: Facts, article: Article): Map<Section, Span[]> {
  const spans = new Map<Section, Span[]>()
  for (const { figure, place } of statedClauses(facts)) {
    const { clause } = figure.evidence
    // Offsets are those of the clause as the article is read: in half width, without spaces.
    const own = collapseSpaces(toHalfWidth(clause))
    const basis = collapseSpaces(toHalfWidth(figure.comparedWith ?? ''))
    const quantities = [...quantitiesOf(figure, own), ...occurrences(own, basis)]
    for (const { section, at } of findClause(sectionsOf(article, place), clause, facts.source.errata.errata))
      spans.set(section, [...(spans.get(section) ?? []), ...shifted(section, at, clause, quantities)])
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

function uncoveredNumber({ text, start, end }: ReadNumber, section: Section, { source }: Facts): Finding {
  const before = section.text
    .slice(Math.max(0, start - CONTEXT), start)
    .split('\n')
    .at(-1)!
  const after = section.text.slice(end, end + CONTEXT).split('\n')[0]!
  return inFile('completeness', fileLineOf({ section, at: start }), {
    element: sectionName(section),
    text: `${before}${text}${after}`,
    measured: `原文里的“${text}”既不是数据，也没有列为名目`,
    expected: '原文的每个数，要么是一条数据，要么列为名目并写明理由',
    advice: `请把它写成 data/figures/ 里的一条数据，或写进 ${source.names?.file ?? 'data/names.ts'}（text 要带上前后文，写到单位为止）`,
  })
}

function staleName(text: string, { source, where }: Facts): Finding {
  const file = source.names!.file
  return inFile('completeness', where(file, text), {
    element: `名目 ${text}`,
    text,
    measured: '原文里没有这个说法',
    expected: '列出的名目都在原文里',
    advice: `请从 ${file} 里删去它，或照原文改`,
  })
}
