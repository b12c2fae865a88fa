import type { Figure } from '../model/figure.ts'
import type { Outcome, Target, TargetDirection } from '../model/target.ts'
import { inBase } from '../model/units.ts'

/** What is said of a target that was met or not: a sign and a word, so that nothing depends on colour. */
export interface OutcomeWords {
  sign: string
  word: string
}

const WORDS: Readonly<Record<Outcome, OutcomeWords>> = {
  met: { sign: '✓', word: '达成' },
  missed: { sign: '×', word: '未达成' },
  unsure: { sign: '◇', word: '未定' },
  early: { sign: '◐', word: '未到期' },
}

/** The words for a target; none where nothing is done yet. Beside what is no bound, neither side is better. */
export function outcomeWords({ outcome, direction }: Pick<Target, 'outcome' | 'direction'>): OutcomeWords | undefined {
  if (outcome === null) return undefined
  const oneSided = direction === 'least' || direction === 'most'
  return outcome === 'missed' && !oneSided ? { ...WORDS.missed, word: '偏离' } : WORDS[outcome]
}

const MEANINGS: readonly (readonly [Outcome, string])[] = [
  ['unsure', '未定：是约数，能否达成定不了'],
  ['early', '未到期：时段未完'],
]

/** The line that explains outcomes which are neither met nor missed; empty where there are none. */
export function outcomeNote(targets: readonly Pick<Target, 'outcome'>[]): string {
  return MEANINGS.filter(([outcome]) => targets.some(target => target.outcome === outcome))
    .map(([, text]) => text)
    .join('　')
}

/** On which side of the plan's mark a target is met; empty where on neither. */
export const SIDES: Readonly<Record<TargetDirection, '' | 'left' | 'right'>> = {
  least: 'right',
  most: 'left',
  about: '',
  exact: '',
}

/** Why a target cannot be drawn as a length beside its plan; `undefined` where it can. */
export function undrawable({ id, plan, done }: Target): string | undefined {
  if (!done) return `“${id}”还没有完成数`
  const odd = [plan, done].find(({ kind }) => kind === 'rank')
  if (odd) return `“${odd.id}”是位次，没有长度`
  const range = [plan, done].find(({ to }) => to !== undefined)
  if (range) return `“${range.id}”是范围，不是一个长度`
  const below = [plan, done].find(({ value }) => value < 0)
  // Of two falls each is as long as what it falls by.
  const falls = [plan, done].every(({ value, change }) => value < 0 && change !== undefined)
  if (below && !falls) return `“${below.id}”小于零，条形从零起，没有负的长度`
  return plan.value === 0 ? `“${plan.id}”是零，条形没有长度可比` : undefined
}

/** How long what was done is, where the plan is 1. */
export function ratioOf({ plan, done }: { plan: Figure; done: Figure }): number {
  return inBase(done) / inBase(plan)
}
