import type { Expression } from './expression.ts'
import type { Figure, Period, ResolvedPeriod } from './figure.ts'
import type { DerivedInput } from './source.ts'
import { ADDITIVE } from './cells.ts'
import { inputsOf } from './expression.ts'
import { isSamePeriod, resolvePeriod } from './periods.ts'
import { isWholeYear, spanBegin, spanCode, spanEnd, spanOver, type Span } from './span.ts'

/** What of an input decides of which time a result is. */
export type Dated = Pick<Figure, 'label' | 'kind' | 'unit' | 'period'>

/** The two figures whose difference a formula is, where they are of two times. */
function twoTimes({ op, ...rest }: Expression, find: (id: string) => Dated): [Dated, Dated] | undefined {
  if (op !== '−' || !('left' in rest) || rest.left.op !== 'figure' || rest.right.op !== 'figure') return undefined
  const [left, right] = [find(rest.left.id), find(rest.right.id)]
  return isSamePeriod(left.period, right.period) ? undefined : [left, right]
}

/** Whether two figures are one amount or count in two years. */
function isOneThing([a, b]: [Dated, Dated]): boolean {
  const isOfYear = ({ kind, period }: Dated): boolean =>
    ADDITIVE.has(kind) && period.span !== null && isWholeYear(period.span)
  return a.label === b.label && a.unit === b.unit && isOfYear(a) && isOfYear(b)
}

function covers(whole: Span, part: Span): boolean {
  return (spanBegin(whole) ?? '') <= (spanBegin(part) ?? spanEnd(part)) && spanEnd(whole) >= spanEnd(part)
}

/**
 * The period of a formula's result: that which is written, or else that of its inputs; from the first to the last where
 * it is by how much an amount or count of one year is more or less than that of another.
 * @returns what is wrong, where that does not tell
 */
export function formulaPeriod(
  { expression, period }: Pick<DerivedInput, 'expression' | 'period'>,
  find: (id: string) => Dated,
  periods: readonly Period[],
): ResolvedPeriod | string {
  const times = inputsOf(expression)
    .map(id => find(id).period)
    .filter((time, index, all) => all.findIndex(other => isSamePeriod(other, time)) === index)
  const written = period === undefined ? undefined : resolvePeriod(period, periods)
  if (times.length <= 1) return written ?? times[0]!
  const difference = twoTimes(expression, find)
  const named = times.map(({ text }) => text).join('、')
  if (difference?.some(({ unit }) => unit === '%' || unit === '‰'))
    return `算式是${named}两个时段的“${difference[0].unit}”相减，得的是点数，不能写成“${difference[0].unit}”；请用原文写的百分点`
  const spans = times.flatMap(({ span }) => span ?? [])
  const span = spans.length === times.length ? spanOver(spans) : undefined
  const line = span ? `period: '${spanCode(span)}'` : 'period（data/periods.ts 里的编号）'
  if (written)
    return !span || !written.span || covers(written.span, span)
      ? written
      : `算式用到不同时段的数（${named}），period 写的是${written.text}，没有包括它们；应从第一个到最后一个：${line}`
  return (
    (difference && isOneThing(difference) && span && resolvePeriod(spanCode(span), periods)) ||
    `算式用到不同时段的数（${named}），结果是哪一段的，请在这一条里写明：${line}`
  )
}
