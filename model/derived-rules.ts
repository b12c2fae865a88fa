import type { Context } from './context.ts'
import type { Result } from './expression.ts'
import type { DerivedInput } from './source.ts'
import { formatFigure } from './format.ts'
import { partProblem } from './figure-rules.ts'
import { suggest, unknownPeriod, unknownWhole } from './context.ts'
import { formulaPeriod } from './formula-period.ts'
import { inPrintedUnit } from './print-unit.ts'
import { resolvePeriod } from './periods.ts'
import { evaluate, inputsOf, operandOf, round } from './expression.ts'
import { isUnitOfKind, KIND_NAMES, kindOf } from './vocabulary.ts'

function resultProblems(
  result: Result,
  { unit, kind, decimals, of }: DerivedInput,
  { sound }: Context,
): (string | null)[] {
  const { value, qualifier } = round(result, decimals)
  const whole = sound.get(of ?? '')
  return [
    result.unit === unit ? null : `算式得出的单位是“${result.unit}”，写的是“${unit}”`,
    value < 0 ? `算式得出负数（${value}），请检查被减数与减数` : null,
    whole ? partProblem(result, formatFigure({ value, qualifier, unit, kind, decimals }), inPrintedUnit(whole)) : null,
    kind === 'share' && value > 100 ? `占比是 ${value}%，不能超过 100%` : null,
    kind === 'rank' && (!Number.isInteger(value) || value < 1) ? `位次应为不小于1的整数（现为 ${value}）` : null,
  ]
}

function timeProblem(derived: DerivedInput, { source: { periods }, sound }: Context): string | null {
  const dated = inputsOf(derived.expression).flatMap(id => {
    const figure = sound.get(id)!
    const period = resolvePeriod(figure.period, periods)
    return period ? [[id, { ...figure, kind: kindOf(figure), period }] as const] : []
  })
  const found = new Map(dated)
  // An unknown period has its own message.
  if (found.size < inputsOf(derived.expression).length) return null
  const period = formulaPeriod(derived, id => found.get(id)!, periods)
  return typeof period === 'string' ? period : null
}

function formulaProblems(derived: DerivedInput, context: Context): (string | null)[] {
  const { sound, stated } = context
  const inputs = inputsOf(derived.expression)
  const missing = inputs.filter(id => !stated.includes(id))
  if (missing.length) return missing.map(id => `算式用到不存在的“${id}”，${suggest(id, stated)}`)
  // An input that is out of order has its own message; nothing more can be said of the formula until it is mended.
  const figures = inputs.map(id => sound.get(id)).filter(figure => figure !== undefined)
  if (figures.length < inputs.length) return []
  const problems = [inputs.length ? timeProblem(derived, context) : '算式没有用到任何数据']
  try {
    return [
      ...problems,
      ...resultProblems(
        evaluate(derived.expression, id => operandOf(sound.get(id)!)),
        derived,
        context,
      ),
    ]
  } catch (error) {
    return [...problems, (error as Error).message]
  }
}

/** What is wrong with a derived figure whose shape is in order. */
export function derivedRules(derived: DerivedInput, context: Context): string[] {
  const { period, kind, unit, of, whole } = derived
  return [
    period === undefined ? null : unknownPeriod(period, context.source),
    unknownWhole(derived, context.ids),
    isUnitOfKind(unit, kind) ? null : `类别“${KIND_NAMES[kind]}”不用单位“${unit}”`,
    kind === 'growth' ? `推算的数据没有增减词，不能是${KIND_NAMES[kind]}` : null,
    kind === 'share' && of === undefined && whole === undefined ? '占比没有写明是谁的一部分，请写明 of 或 whole' : null,
    ...formulaProblems(derived, context),
  ].filter(problem => problem !== null)
}
