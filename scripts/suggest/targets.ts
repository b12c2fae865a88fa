import type { TargetInput } from '../../model/target.ts'
import type { FigureDraft } from './figures.ts'
import { kindOf } from '../../model/vocabulary.ts'
import { isSameBase } from '../../model/units.ts'

/** What was planned beside what was done, or else what was before, where the article tells both of one measure. */
export function draftTargets(drafts: readonly FigureDraft[], isSound: (target: TargetInput) => boolean): TargetInput[] {
  const facts = drafts.filter(({ planned }) => !planned)
  return drafts
    .filter(({ planned, figure }) => planned && !Array.isArray(figure.value))
    .flatMap(plan => {
      const same = facts.filter(fact => isSameMeasure(fact, plan))
      const tries = (['done', 'before'] as const).flatMap(role => same.map(fact => targetOf(plan, role, fact)))
      return tries.find(isSound) ?? []
    })
}

function isSameMeasure(a: FigureDraft, b: FigureDraft): boolean {
  return (
    a.statement.label.core === b.statement.label.core &&
    kindOf(a.figure) === kindOf(b.figure) &&
    isSameBase(a.figure.unit, b.figure.unit)
  )
}

function targetOf({ figure }: FigureDraft, role: 'done' | 'before', fact: FigureDraft): TargetInput {
  const told = figure.qualifier !== undefined && figure.to === undefined
  return { id: figure.id, plan: figure.id, [role]: fact.figure.id, ...(!told && { direction: 'least' as const }) }
}
