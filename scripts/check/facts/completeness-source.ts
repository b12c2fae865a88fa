import type { ReadNumber } from '../../../model/reading/numbers.ts'
import { bareText } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { normalizeClause } from '../../../model/reading/text.ts'
import { sourcesOf } from '../../../model/sources.ts'
import { fileLineOf, sectionName, type Article, type Section } from '../../lib/facts/article.ts'
import type { Finding } from '../finding.ts'
import { namesOf, uncoveredNumbers } from './accounts.ts'
import { missingSources, noChapter } from './missing.ts'
import { inFile, type Facts } from './facts.ts'

/** What a finding quotes before and behind a number: characters. */
const CONTEXT = 12

/**
 * Every number of the source is stated by a figure at that very place, is part of the words that give a period, or is
 * listed as a name.
 */
export function numbersOfSource(facts: Facts, article: Article): Finding[] {
  const absent = noChapter('completeness', facts, article)
  if (absent.length > 0) return absent
  const uncovered = uncoveredNumbers(facts, article).map(({ section, number }) =>
    uncoveredNumber(number, section, facts),
  )
  const complete = missingSources(facts, article).length === 0
  const said = [...ownNames(facts), ...article.tables.flatMap(wordsOf)].map(bareText)
  const gone = namesOf(facts).filter(
    ({ text }) =>
      complete &&
      !article.sections.some(({ normalized }) => normalized.includes(normalizeClause(text))) &&
      !said.some(words => words.includes(bareText(text))),
  )
  return [...uncovered, ...gone.map(({ text }) => staleName(text, facts))]
}

/** What the deck, its sources and its chapters are called: after a file or a sheet, where nothing in them says it. */
function ownNames({ source, slides }: Facts): string[] {
  const chapters = source.chapters.flatMap(({ title, short, topic }) => [title, short, topic])
  return [slides[0]?.title ?? '', ...sourcesOf(source).map(({ title }) => title), ...chapters]
}

/** What a table says beside its numbers. */
function wordsOf({ sheet = '', caption, above = [], heads, rows }: SourceTable): string[] {
  return [sheet, caption, ...above, ...heads, ...rows.flatMap(({ cells }) => cells)]
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
