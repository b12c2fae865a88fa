import { kindOf, type Unit } from './vocabulary.ts'
import type { Qualifier } from './qualifiers.ts'
import type { FigureInput } from './figure.ts'
import { decimalsOf, formatFigure, formatNumber } from './format.ts'
import { intervalOf, minusInterval, overInterval, plusInterval, scaled, type Interval } from './interval.ts'
import { inPrintedUnit } from './print-unit.ts'
import { isSameBase, unitRatio } from './units.ts'
import { numberOf } from './values.ts'
import { add, compare, divide, floorTo, multiply, rational, subtract, type Rational } from './rational.ts'

/** A formula over figures. Only what briefings need: differences, sums and ratios of positive quantities. */
export type Expression =
  | { op: 'figure'; id: string }
  | { op: 'percent'; value: number }
  | { op: '+' | '−' | '÷' | '%'; left: Expression; right: Expression }

/** What an expression needs to know of a figure. */
export interface Operand {
  value: number
  /** The upper end of a range. */
  to?: number
  unit: Unit
  qualifier: Qualifier
  /** The figure as printed, qualifier included. */
  text: string
}

/** What is known of an expression's value before rounding. */
export interface Result extends Interval {
  unit: Unit
  /** The result of the printed numbers. */
  nominal: Rational
}

/** A stated figure as it goes into a formula, as it is printed: a change without its sign, which the formula says. */
export function operandOf(
  written: Pick<FigureInput, 'value' | 'to' | 'as' | 'decimals' | 'unit' | 'printAs' | 'qualifier' | 'kind' | 'change'>,
): Operand {
  const figure = inPrintedUnit(written)
  const { to, as, unit, change, qualifier = 'none' } = figure
  const value = numberOf(figure.value)
  const parts = typeof figure.value === 'number' ? undefined : figure.value
  return {
    value: change === undefined ? value : Math.abs(value),
    ...(to !== undefined && { to }),
    unit,
    qualifier,
    text: formatFigure({
      value,
      ...(parts && { parts }),
      ...(as !== undefined && { as }),
      ...(to !== undefined && { to }),
      unit,
      kind: kindOf(figure),
      change,
      qualifier,
      decimals: decimalsOf(figure),
    }),
  }
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

/** left in percent of right, of one base: 5.2万人 of 50000人 is 104%. */
export const percentOf = (left: Expression, right: Expression): Expression => ({ op: '%', left, right })

const WHOLE: Partial<Record<Unit, number>> = { '%': 100, '‰': 1000 }

function stated({ value, unit, text, ...rest }: Pick<Operand, 'value' | 'unit'> & Partial<Operand>): Result {
  if (Number.isNaN(value)) throw new Error(`“${text}”是比例，不能进算式`)
  return { unit, nominal: rational(value), ...intervalOf({ value, ...rest }) }
}

function exactly(value: Rational): Interval {
  return { low: { at: value, open: false }, high: { at: value, open: false } }
}

/**
 * Computes an expression over quantities that are not negative, on exact fractions. 300 − 40余 is between 250 and 260.
 * @throws Error where units do not go together or a divisor is not positive
 */
export function evaluate(expression: Expression, operand: (id: string) => Operand): Result {
  if (expression.op === 'percent') return stated({ value: expression.value, unit: '%' })
  if (expression.op === 'figure') return stated(operand(expression.id))
  const left = evaluate(expression.left, operand)
  const right = evaluate(expression.right, operand)
  const { op } = expression
  const { unit } = left
  if (op === '÷') {
    if (right.nominal.num <= 0n) throw new Error(right.nominal.num === 0n ? '除数为零' : '除数是负数')
    const whole = rational(WHOLE[right.unit] ?? 1)
    return {
      unit,
      nominal: divide(multiply(left.nominal, whole), right.nominal),
      ...overInterval(left, overInterval(right, exactly(whole))),
    }
  }
  if (op === '%') {
    if (right.nominal.num <= 0n) throw new Error(right.nominal.num === 0n ? '除数为零' : '除数是负数')
    if (!isSameBase(unit, right.unit)) throw new Error(`单位不同，不能相比：${unit}与${right.unit}`)
    const factor = multiply(rational(100), unitRatio(unit, right.unit))
    return {
      unit: '%',
      nominal: divide(multiply(left.nominal, factor), right.nominal),
      ...scaled(overInterval(left, right), factor),
    }
  }
  if (unit !== right.unit) throw new Error(`单位不同，不能相${op === '+' ? '加' : '减'}：${unit}与${right.unit}`)
  return op === '+'
    ? { unit, nominal: add(left.nominal, right.nominal), ...plusInterval(left, right) }
    : { unit, nominal: subtract(left.nominal, right.nominal), ...minusInterval(left, right) }
}

/**
 * Rounds a result so that its qualifier stays true: what no value lies below is rounded down, what none lies above up,
 * anything else to the nearest, which makes an inexact value an approximation.
 */
export function round({ nominal, low, high }: Result, decimals: number): { value: number; qualifier: Qualifier } {
  const value = (count: bigint): number => Number(count) / 10 ** decimals
  const isNominal = (end: Interval['low']): boolean => end !== null && compare(end.at, nominal) === 0
  const down = floorTo(nominal, decimals)
  const up = -floorTo({ num: -nominal.num, den: nominal.den }, decimals)
  const [isLeast, isMost] = [isNominal(low), isNominal(high)]
  if (isLeast && isMost && down === up) return { value: value(down), qualifier: 'none' }
  if (isLeast !== isMost)
    return isLeast ? { value: value(down), qualifier: '余' } : { value: value(up), qualifier: '不足' }
  const half: Rational = { num: 1n, den: 2n * 10n ** BigInt(decimals) }
  return { value: value(floorTo(add(nominal, half), decimals)), qualifier: '约' }
}

/** The formula with printed values, e.g. `96.5亿元 ÷ 12.5%`. */
export function formulaText(expression: Expression, operand: (id: string) => Operand, nested = false): string {
  if (expression.op === 'percent') return `${formatNumber(expression.value, decimalsOf(expression))}%`
  if (expression.op === 'figure') return operand(expression.id).text
  const text = `${formulaText(expression.left, operand, true)} ${expression.op === '%' ? '÷' : expression.op} ${formulaText(expression.right, operand, true)}`
  return nested ? `（${text}）` : text
}

/** Ids of all figures in an expression, in order of appearance. */
export function inputsOf(expression: Expression): string[] {
  if (expression.op === 'percent') return []
  if (expression.op === 'figure') return [expression.id]
  return [...new Set([...inputsOf(expression.left), ...inputsOf(expression.right)])]
}
