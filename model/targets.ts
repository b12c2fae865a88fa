import type { Figure, FigureInput, Period } from './figure.ts'
import type { DeckSource } from './source.ts'
import type { Target, TargetInput } from './target.ts'
import { PLAN_WORDS } from './changes.ts'
import { resolvePeriod } from './periods.ts'
import { periodsIn } from './sources.ts'
import { quantitiesOf } from './reading/statement.ts'
import { isAfter } from './span.ts'
import { directionOfPlan, outcomeOf } from './target-outcome.ts'

/** Digits behind the point of a rate. */
const RATE_DECIMALS = 1

/** All targets of a deck that are entries, in the order in which they are written. */
export function writtenTargets({ targets }: Pick<DeckSource, 'targets'>): readonly TargetInput[] {
  return targets?.targets.filter(target => typeof target?.id === 'string') ?? []
}

/**
 * Whether figures of a deck are planned: of a time after their source's, by their clause, or as the plan of a target.
 * @returns asks it of a figure that the source of an id states
 */
export function plansOf(source: DeckSource): (figure: FigureInput, id: string | null) => boolean {
  const plans = new Set(writtenTargets(source).map(({ plan }) => plan))
  const isAhead = (period: string, id: string | null): boolean => {
    const now = periodsIn(source.periods, source, id).find(period => period?.implied)
    const span = now && resolvePeriod(now.id, source.periods)?.span
    const own = resolvePeriod(period, source.periods as readonly Period[])?.span
    return Boolean(span && own && isAfter(own, span))
  }
  const saysSo = (figure: FigureInput): boolean =>
    quantitiesOf(figure, figure.evidence.clause).some(({ turned }) => turned.some(word => PLAN_WORDS.includes(word)))
  return (figure, id) => plans.has(figure.id) || isAhead(figure.period, id) || (!figure.evidence.cell && saysSo(figure))
}

/** A rate before it is resolved: what was done, in percent of the plan's number. */
export interface WrittenRate {
  id: string
  label: string
  plan: string
  done: string
  decimals: number
}

const labelOf = ({ label }: TargetInput, plan: Named, done: Named | undefined, before: Named | undefined): string =>
  label ?? (done ?? before ?? plan).short ?? (done ?? before ?? plan).label

type Named = Pick<FigureInput, 'label' | 'short'>

/** The rates that targets ask for. @param find looks up what of a figure names it */
export function ratesOf(source: DeckSource, find: (id: string) => Named | undefined): WrittenRate[] {
  return writtenTargets(source).flatMap(target => {
    const { rate: id, plan, done } = target
    const [planned, own] = [find(plan), find(done ?? '')]
    if (id === undefined || done === undefined || !planned || !own) return []
    return [{ id, label: `${labelOf(target, planned, own, undefined)}完成率`, plan, done, decimals: RATE_DECIMALS }]
  })
}

/** Resolves a target in which `targetRules` found nothing wrong. @param find looks a figure up */
export function resolveTarget(target: TargetInput, find: (id: string) => Figure | undefined): Target {
  const [done, before, rate] = [target.done, target.before, target.rate].map(id => find(id ?? '') ?? null)
  const plan = find(target.plan)!
  const direction = target.direction ?? directionOfPlan(plan)!
  return {
    id: target.id,
    label: labelOf(target, plan, done ?? undefined, before ?? undefined),
    plan,
    done: done ?? null,
    before: before ?? null,
    rate: rate ?? null,
    direction,
    outcome: done ? outcomeOf(plan, done, direction) : null,
  }
}
