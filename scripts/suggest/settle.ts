import type { DeckSource } from '../../model/source.ts'
import type { FigureDraft } from './figures.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { relationRules } from '../../model/figure-rules.ts'
import { contextOf } from '../../model/sound-figures.ts'
import { surveyDeck } from '../../model/survey.ts'
import { validate } from '../../model/validate.ts'
import { factsOf } from '../check/facts/check.ts'
import { evidence } from '../check/facts/evidence.ts'
import type { Facts } from '../check/facts/facts.ts'
import { isNotice, type Finding } from '../check/finding.ts'
import type { Article } from '../lib/facts/article.ts'

/** Most clauses that are tried for one figure. */
const MOST_TRIES = 5

/** The facts of a deck without slides. */
export function factsOfDraft(source: DeckSource, article: Article): Facts {
  const surveyed = surveyDeck(source)
  return factsOf(
    { ...surveyed, data: toDeckData(surveyed.deck), slides: [], where: file => file },
    { article, articleFile: '', lock: undefined },
  )
}

/**
 * Takes for each figure the first of its clauses against which the check of evidence has nothing to say, or else least.
 * @param sourceWith the deck with some of the figures
 * @returns the figures that no clause bears out
 */
export function settleEvidence(
  drafts: readonly FigureDraft[],
  article: Article,
  sourceWith: (drafts: readonly FigureDraft[]) => DeckSource,
): Set<FigureDraft> {
  const best = new Map<FigureDraft, { clause: string; faults: number; notices: number }>()
  const rounds = Math.min(MOST_TRIES, Math.max(0, ...drafts.map(({ clauses }) => clauses.length)))
  for (let round = 0; round < rounds; round++) {
    const open = drafts.filter(draft => (best.get(draft)?.faults ?? 1) + (best.get(draft)?.notices ?? 1) > 0)
    for (const draft of open) draft.figure.evidence.clause = draft.clauses[round] ?? best.get(draft)!.clause
    const findings = ownFindings(factsOfDraft(sourceWith(open), article))
    for (const draft of open) {
      const own = findings.get(draft.figure.id) ?? []
      const notices = own.filter(isNotice).length
      const tried = { clause: draft.figure.evidence.clause, faults: own.length - notices, notices }
      if (isBetter(tried, best.get(draft))) best.set(draft, tried)
    }
    for (const [draft, { clause }] of best) draft.figure.evidence.clause = clause
  }
  return new Set(drafts.filter(draft => best.get(draft)!.faults > 0))
}

/**
 * Drafts that go together: a link to a whole that the data refuses is taken back, and what is wrong otherwise is left
 * out, so that its numbers stay without data, for a person to look at.
 */
export function settleRelations(
  drafts: readonly FigureDraft[],
  sourceWith: (drafts: readonly FigureDraft[]) => DeckSource,
): readonly FigureDraft[] {
  const context = contextOf(sourceWith(drafts))
  for (const { figure } of drafts) if (relationRules(figure, context).length > 0) delete figure.of
  const source = sourceWith(drafts)
  const files = source.figures.map(({ file }) => file)
  const wrong = new Set(
    validate(source)
      .filter(({ file }) => files.includes(file))
      .map(({ id }) => id),
  )
  const sound = drafts.filter(({ figure }) => !wrong.has(figure.id))
  return sound.length < drafts.length ? settleRelations(sound, sourceWith) : sound
}

interface Tried {
  faults: number
  notices: number
}

function isBetter(a: Tried, b: Tried | undefined): boolean {
  return b === undefined || a.faults < b.faults || (a.faults === b.faults && a.notices < b.notices)
}

/** What the check says of each figure and its clause. */
function ownFindings(facts: Facts): Map<string, Finding[]> {
  const { faults } = evidence(facts)
  const found = new Map<string, Finding[]>()
  for (const finding of faults) found.set(finding.element, [...(found.get(finding.element) ?? []), finding])
  return found
}
