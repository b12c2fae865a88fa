import type { TargetDirection, TargetInput } from '../../model/target.ts'
import type { FigureDraft } from './figures.ts'
import { directionOf } from '../../model/changes.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from '../../model/reading/change.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { directionOfPlan } from '../../model/target-outcome.ts'
import { isSameBase } from '../../model/units.ts'
import { kindOf } from '../../model/vocabulary.ts'
import { beginsWithVerb } from './phrases.ts'

/** A target as it is drafted. */
interface DraftedTarget {
  target: TargetInput
  plan: FigureDraft
  /** What a person has to look at. */
  doubt?: string
}

/** What was planned beside what was done, or else what was before, where the article tells both of one measure. */
export function draftTargets(
  drafts: readonly FigureDraft[],
  isSound: (target: TargetInput) => boolean,
): DraftedTarget[] {
  const facts = drafts.filter(({ planned }) => !planned)
  return drafts
    .filter(({ planned, figure }) => planned && !Array.isArray(figure.value))
    .flatMap(plan => {
      const same = facts.filter(fact => isSameMeasure(fact, plan))
      const tries = (['done', 'before'] as const).flatMap(role => same.map(fact => targetOf(plan, role, fact)))
      return tries.find(({ target }) => isSound(target)) ?? []
    })
}

function isSameMeasure(a: FigureDraft, b: FigureDraft): boolean {
  return (
    a.statement.label.core === b.statement.label.core &&
    kindOf(a.figure) === kindOf(b.figure) &&
    isSameBase(a.figure.unit, b.figure.unit)
  )
}

function targetOf(plan: FigureDraft, role: 'done' | 'before', fact: FigureDraft): DraftedTarget {
  const { figure } = plan
  const target = { id: figure.id, plan: figure.id, [role]: fact.figure.id }
  if (directionOfPlan(figure) !== undefined) return { target, plan }
  const direction = directionTold(plan)
  return direction === undefined
    ? { target: { ...target, direction: 'least' }, plan, doubt: '目标没有写是不少于还是不超过，先按不少于' }
    : { target: { ...target, direction }, plan }
}

/** Words that lead to a ceiling, and to a level that is worked for. */
const CEILING = /控制$|控制在/
const ATTAINING: ReadonlySet<string> = new Set(['达到', '达', '完成', '实现'])

/**
 * What a plan asks for by its own clause: no more than what it is kept to, or falls to; at least so much of a change,
 * of what it rises to, and of what is made. `undefined` where it only names a number.
 */
function directionTold({ figure, statement }: FigureDraft): TargetDirection | undefined {
  const { found, sentence, label } = statement
  const said = sentence.slice(found.part.start, found.start)
  const change = changeAtEnd(said)
  if (CEILING.test(said)) return 'most'
  if (change?.reached) return directionOf(change.word) === 'fall' ? 'most' : 'least'
  if (figure.change !== undefined) return NAMES_OF_CHANGE.test(figure.change) ? undefined : changed(figure.change)
  return wordsOf(said).some(({ text }) => ATTAINING.has(text)) || beginsWithVerb(label.core) ? 'least' : undefined
}

/** What 持平 asks for is told by no clause. */
const changed = (change: string): TargetDirection | undefined =>
  directionOf(change) === undefined ? undefined : 'least'
