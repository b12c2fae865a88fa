import type { Context } from './context.ts'
import type { FigureInput } from './figure.ts'
import type { DeckSource } from './source.ts'
import type { TargetInput } from './target.ts'
import * as v from 'valibot'
import { ADDITIVE } from './cells.ts'
import { idsOf, suggest } from './context.ts'
import { isSamePeriod, resolvePeriod } from './periods.ts'
import { id, oneOf, shape, text } from './schema.ts'
import { isAfter, spanBegin, spanEnd, type Span } from './span.ts'
import { directionOfPlan } from './target-outcome.ts'
import { isSameBase } from './units.ts'
import { numberOf } from './values.ts'
import { KIND_NAMES, kindOf } from './vocabulary.ts'

const DIRECTIONS = ['least', 'most', 'about', 'exact'] as const

/** The shape of one target; cross-references are checked in `targetRules`. */
export const TargetSchema = shape({
  id,
  label: v.optional(text),
  plan: text,
  done: v.optional(text),
  before: v.optional(text),
  direction: v.optional(oneOf('direction', DIRECTIONS)),
  rate: v.optional(id),
})

const ROLES = ['plan', 'done', 'before'] as const
type Role = (typeof ROLES)[number]

function unknownFigure(role: Role, named: string, { stated, source }: Context): string | null {
  if (stated.includes(named)) return null
  return idsOf(source.derived.figures).includes(named)
    ? `${role} 指向推算的“${named}”，目标和完成数都要是原文写的数`
    : `${role} 指向不存在的“${named}”，${suggest(named, stated)}`
}

const printed = (
  { kind, unit }: Pick<FigureInput, 'unit' | 'change'> & Partial<FigureInput>,
  change?: string,
): string => `${KIND_NAMES[kindOf({ kind, unit, change })]}（${unit}）`

/** Whether a span ends within another. */
function endsIn(span: Span, whole: Span): boolean {
  return spanEnd(span) <= spanEnd(whole) && spanEnd(span) > (spanBegin(whole) ?? '')
}

function periodProblem(
  role: 'done' | 'before',
  plan: FigureInput,
  other: FigureInput,
  source: DeckSource,
): string | null {
  const [planned, own] = [plan, other].map(({ period }) => resolvePeriod(period, source.periods))
  // An unknown period has its own message.
  if (!planned || !own) return null
  const now = `（“${plan.id}”是${planned.text}的，“${other.id}”是${own.text}的）`
  if (role === 'done') {
    const fits = isSamePeriod(planned, own) || (planned.span && own.span && endsIn(own.span, planned.span))
    return fits ? null : `done 应与 plan 同一时段，或是其中一段${now}；上期的数请写在 before`
  }
  return planned.span && own.span && isAfter(planned.span, own.span)
    ? null
    : `before 应在 plan 的时段开始之前${now}；同一时段的数请写在 done`
}

function rateProblem({ rate, done, direction }: TargetInput, plan: FigureInput): string | null {
  if (rate === undefined) return null
  if (done === undefined) return 'rate 要有 done 才能推算'
  if ((direction ?? directionOfPlan(plan)) === 'most') return '不超过的目标没有完成率，请去掉 rate'
  if (!ADDITIVE.has(kindOf(plan)) || plan.to !== undefined || !(numberOf(plan.value) > 0))
    return `完成率只算大于零的金额、数量等（“${plan.id}”是${printed(plan, plan.change)}），请去掉 rate`
  return null
}

/** What is wrong with a target whose shape is in order. */
export function targetRules(target: TargetInput, context: Context): string[] {
  const { source, sound } = context
  const missing = ROLES.map(role => (target[role] === undefined ? null : unknownFigure(role, target[role], context)))
  const plan = sound.get(target.plan)
  // An entry that is out of order has its own message.
  if (missing.some(problem => problem !== null) || !plan) return missing.filter(problem => problem !== null)
  const others = (['done', 'before'] as const).flatMap(role => {
    const figure = sound.get(target[role] ?? '')
    return figure ? [[role, figure] as const] : []
  })
  return [
    Number.isNaN(numberOf(plan.value)) ? `plan“${plan.id}”是比例，不能作目标` : null,
    target.direction === undefined && directionOfPlan(plan) === undefined
      ? `“${plan.id}”${plan.to === undefined ? '没有限定词' : '是范围'}，怎样算达成要写明 direction：` +
        'least（不少于）、most（不超过）、about（左右）、exact（正好，范围则在其中）'
      : null,
    ...others.flatMap(([role, figure]) => [
      figure.id === plan.id ? `${role} 与 plan 是同一条“${plan.id}”` : null,
      kindOf(figure) === kindOf(plan) && isSameBase(figure.unit, plan.unit)
        ? null
        : `${role} 与 plan 不是一类：“${plan.id}”是${printed(plan, plan.change)}，` +
          `“${figure.id}”是${printed(figure, figure.change)}`,
      periodProblem(role, plan, figure, source),
    ]),
    rateProblem(target, plan),
  ].filter(problem => problem !== null)
}
