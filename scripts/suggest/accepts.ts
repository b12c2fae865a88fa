import type { DeckSource } from '../../model/source.ts'
import type { WrittenFigure } from '../lib/drafts/join.ts'
import { evidence } from '../check/facts/evidence.ts'
import { isNotice } from '../check/finding.ts'
import { factsOfDraft } from './settle.ts'

/** Whether the check of evidence has nothing against a figure by itself, at each of its places. */
export function accepts(figure: WrittenFigure, deck: DeckSource): boolean {
  const { targets: _, ...rest } = deck
  const only: DeckSource = {
    ...rest,
    figures: deck.figures
      .filter(({ figures }) => figures.some(({ id }) => id === figure.id))
      .map(file => ({ ...file, figures: [figure] })),
    derived: { ...deck.derived, figures: [] },
    tables: [],
  }
  const { faults } = evidence(factsOfDraft(only, { sections: [], tables: [] }))
  return faults.every(finding => isNotice(finding) || finding.element !== figure.id)
}
