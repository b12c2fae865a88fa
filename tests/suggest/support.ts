import path from 'node:path'
import { consistency } from '../../scripts/check/facts/consistency.ts'
import { numbersOfSource } from '../../scripts/check/facts/completeness-source.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { tablesOfSource } from '../../scripts/check/facts/tables.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import type { DeckDraft } from '../../scripts/lib/draft.ts'
import { parseArticle } from '../../scripts/lib/facts/article.ts'
import { readProse, type Prose } from '../../scripts/lib/facts/read-article.ts'
import { factsOfDraft } from '../../scripts/suggest/settle.ts'
import { suggest } from '../../scripts/suggest/suggest.ts'
import { ROOT } from '../support/project.ts'

/** What is suggested for a file, from the project's root, and its text. */
export async function suggestFile(file: string): Promise<{ draft: DeckDraft; prose: Prose }> {
  const prose = await readProse(ROOT, file)
  return { draft: suggest({ ...prose, file: path.basename(file) }), prose }
}

/** What the check of data against its source finds in a draft, notices and what slides show left out. */
export function faultsOf({ source }: DeckDraft, { text, whole }: Prose): string[] {
  const [document] = source.sources!
  const { id, undivided } = document!
  const article = parseArticle(text, source, '', { id, title: '', ...(undivided && { undivided }) }, whole)
  const facts = factsOfDraft(source, article)
  const found = [
    ...evidence(facts).faults,
    ...consistency(facts),
    ...numbersOfSource(facts, article),
    ...tablesOfSource(facts, article),
  ]
  return [
    ...facts.problems.map(({ id, message }) => `${id} ${message}`),
    ...found.filter(finding => !isNotice(finding)).map(({ element, measured }) => `${element} ${measured}`),
  ]
}
