import type { Figure } from './figure.ts'
import type { Outcome, TargetDirection } from './target.ts'
import { intervalOf, isWithin, mayBeEqual, scaled, type Interval } from './interval.ts'
import { boundOf, QUALIFIER_WORDS, type Qualifier, type QualifierWord } from './qualifiers.ts'
import { rational } from './rational.ts'
import { spanEnd } from './span.ts'
import { unitRatio } from './units.ts'

/** What of a figure decides whether it meets a plan. */
export type Aimed = Pick<Figure, 'value' | 'to' | 'unit' | 'qualifier' | 'change' | 'period'>

/** The direction of a plan that its qualifier says; `undefined` where it has none, and of a range. */
export function directionOfPlan({
  qualifier,
  to,
}: {
  qualifier?: Qualifier
  to?: number
}): TargetDirection | undefined {
  return to === undefined ? boundOf(qualifier ?? 'none') : undefined
}

const sizeOf = ({ value, change }: Pick<Aimed, 'value' | 'change'>): number =>
  change === undefined ? value : Math.abs(value)
/** The way that a number counts: a fall is reckoned in what it falls by. */
const wayOf = ({ value, change }: Pick<Aimed, 'value' | 'change'>): number =>
  change !== undefined && value < 0 ? -1 : 1

/** The values that a plan asks for, in its own unit and way. */
function wanted(plan: Aimed, direction: TargetDirection): Interval {
  const ends = [plan.value, plan.to ?? plan.value].map(value => sizeOf({ ...plan, value }))
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const word: QualifierWord | undefined = plan.qualifier === 'none' ? undefined : QUALIFIER_WORDS[plan.qualifier]
  const open = word !== undefined && word.bound === direction && word.open === true
  switch (direction) {
    case 'least':
      return { low: { at: rational(low), open }, high: null }
    case 'most':
      return { low: null, high: { at: rational(high), open } }
    case 'about':
      if (low === high) return intervalOf({ value: low, qualifier: '约' })
  }
  return { low: { at: rational(low), open: false }, high: { at: rational(high), open: false } }
}

/** What is known of what was done, in the unit and the way of the plan. */
function reached(done: Aimed, plan: Aimed): Interval {
  const { value, to, qualifier } = done
  const ends = [value, ...(to === undefined ? [] : [to])].map(end => sizeOf({ ...done, value: end }))
  const stated = intervalOf({
    value: Math.min(...ends),
    qualifier,
    ...(to !== undefined && { to: Math.max(...ends) }),
  })
  const factor = unitRatio(done.unit, plan.unit)
  return scaled(stated, wayOf(done) === wayOf(plan) ? factor : { num: -factor.num, den: factor.den })
}

/** Whether what was done meets a plan, by what is known of both. */
export function outcomeOf(plan: Aimed, done: Aimed, direction: TargetDirection): Outcome {
  const [planned, own] = [plan.period.span, done.period.span]
  if (planned && own && spanEnd(own) < spanEnd(planned)) return 'early'
  const [asked, got] = [wanted(plan, direction), reached(done, plan)]
  if (isWithin(got, asked)) return 'met'
  return mayBeEqual(got, asked) ? 'unsure' : 'missed'
}
