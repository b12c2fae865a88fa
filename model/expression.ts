import type { Qualifier, Unit } from './vocabulary.ts'
import { decimalsOf, formatNumber } from './format.ts'

/** A formula over figures. Only what briefings need: differences, sums and ratios of positive quantities. */
export type Expression =
  | { op: 'figure'; id: string }
  | { op: 'percent'; value: number }
  | { op: '+' | '−' | '÷'; left: Expression; right: Expression }

/** Which side of the printed value the true value lies on. */
export type Bound = 'exact' | 'above' | 'below' | 'about'

/** What an expression needs to know of a figure. */
export interface Operand {
  value: number
  unit: Unit
  qualifier: Qualifier
  /** The figure as printed, qualifier included. */
  text: string
}

/** The value of an expression before rounding. */
export interface Result {
  value: number
  unit: Unit
  bound: Bound
}

/** The figure `id` as an operand. */
export const figure = <const Id extends string>(id: Id): { op: 'figure'; id: Id } => ({ op: 'figure', id })
/** A whole of `value` percent, the base of a share or a change. */
export const percent = (value: number): Expression => ({ op: 'percent', value })
/** left + right, of one unit. */
export const plus = (left: Expression, right: Expression): Expression => ({ op: '+', left, right })
/** left − right, of one unit. */
export const minus = (left: Expression, right: Expression): Expression => ({ op: '−', left, right })
/**
 * left ÷ right; a divisor in % or ‰ divides by its hundredth or thousandth, any other gives the amount of `left` for
 * each.
 */
export const over = (left: Expression, right: Expression): Expression => ({ op: '÷', left, right })

const WHOLE: Partial<Record<Unit, number>> = { '%': 100, '‰': 1000 }
const BOUND_OF_QUALIFIER: Record<Qualifier, Bound> = {
  none: 'exact',
  突破: 'above',
  余: 'above',
  以上: 'above',
  约: 'about',
  不足: 'below',
}
const QUALIFIER_OF_BOUND: Record<Bound, Qualifier> = { exact: 'none', above: '余', below: '不足', about: '约' }
const OPPOSITE: Record<Bound, Bound> = { exact: 'exact', above: 'below', below: 'above', about: 'about' }

function combine(left: Bound, right: Bound): Bound {
  if (left === right || right === 'exact') return left
  return left === 'exact' ? right : 'about'
}

/**
 * Computes an expression. Bounds follow the arithmetic: 300 − 40余 is below 260.
 * @throws Error where units do not go together or a divisor is zero.
 */
export function evaluate(expression: Expression, operand: (id: string) => Operand): Result {
  if (expression.op === 'percent') return { value: expression.value, unit: '%', bound: 'exact' }
  if (expression.op === 'figure') {
    const { value, unit, qualifier } = operand(expression.id)
    return { value, unit, bound: BOUND_OF_QUALIFIER[qualifier] }
  }
  const left = evaluate(expression.left, operand)
  const right = evaluate(expression.right, operand)
  const { op } = expression
  if (op === '÷') {
    if (right.value === 0) throw new Error('除数为零')
    return {
      value: left.value / (right.value / (WHOLE[right.unit] ?? 1)),
      unit: left.unit,
      bound: combine(left.bound, OPPOSITE[right.bound]),
    }
  }
  if (left.unit !== right.unit)
    throw new Error(`单位不同，不能相${op === '+' ? '加' : '减'}：${left.unit}与${right.unit}`)
  return op === '+'
    ? { value: left.value + right.value, unit: left.unit, bound: combine(left.bound, right.bound) }
    : { value: left.value - right.value, unit: left.unit, bound: combine(left.bound, OPPOSITE[right.bound]) }
}

/**
 * Rounds a result so that its qualifier stays true: a lower bound is rounded down, an upper bound up,
 * anything else to the nearest, which makes an inexact value an approximation.
 */
export function round({ value, bound }: Result, decimals: number): { value: number; qualifier: Qualifier } {
  const factor = 10 ** decimals
  // Guards against 100 − 87.8 = 12.200000000000003 being taken for an inexact value.
  const scaled = Number((value * factor).toPrecision(12))
  const exact = Number.isInteger(scaled)
  const rounded = bound === 'above' ? Math.floor(scaled) : bound === 'below' ? Math.ceil(scaled) : Math.round(scaled)
  return { value: rounded / factor, qualifier: QUALIFIER_OF_BOUND[bound === 'exact' && !exact ? 'about' : bound] }
}

/** The formula with printed values, e.g. `96.5亿元 ÷ 12.5%`. */
export function formulaText(expression: Expression, operand: (id: string) => Operand, nested = false): string {
  if (expression.op === 'percent') return `${formatNumber(expression.value, decimalsOf(expression))}%`
  if (expression.op === 'figure') return operand(expression.id).text
  const text = `${formulaText(expression.left, operand, true)} ${expression.op} ${formulaText(expression.right, operand, true)}`
  return nested ? `（${text}）` : text
}

/** Ids of all figures in an expression, in order of appearance. */
export function inputsOf(expression: Expression): string[] {
  if (expression.op === 'percent') return []
  if (expression.op === 'figure') return [expression.id]
  return [...new Set([...inputsOf(expression.left), ...inputsOf(expression.right)])]
}
