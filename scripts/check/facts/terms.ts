import { numberOf } from '../../../model/values.ts'
import type { Expression } from '../../../model/expression.ts'
import type { FigureInput } from '../../../model/figure.ts'
import { KIND_NAMES, kindName, kindOf, type Kind } from '../../../model/vocabulary.ts'

/** What is known of a term of a formula: each step says of its result what follows from its own terms. */
interface Term {
  /** As messages call it. */
  name: string
  /** The figure that it is. */
  id?: string | undefined
  /** The figure that it is a part of, or whose share or change it states. */
  of?: string | undefined
  kind?: Kind | undefined
  /** Whether it is a decline. */
  falls?: boolean
  /** Whether it is a percentage of something. */
  relative: boolean
  /** Percent that a figure is added to or taken from, where that is no figure itself. */
  base?: number
  /** Whether it is `100% ± change`, by which a value is taken back to what it was. */
  changed?: boolean
}

/** Whether a figure is of another time than that which it is taken from: what was before, or by how much it changed. */
type IsOfOtherTime = (id: string, from: string) => boolean
type Find = (id: string) => Pick<FigureInput, 'id' | 'label' | 'of' | 'kind' | 'unit' | 'change' | 'value'>

function termOf(expression: Expression, figure: Find): Term {
  if (expression.op === 'percent') return { name: `${expression.value}%`, relative: true, base: expression.value }
  if (expression.op === 'figure') {
    const found = figure(expression.id)
    const { id, label, of, unit, value } = found
    return {
      name: `“${label}”（${id}）`,
      id,
      of,
      kind: kindOf(found),
      falls: numberOf(value) < 0,
      relative: unit === '%',
    }
  }
  const [left, right] = [termOf(expression.left, figure), termOf(expression.right, figure)]
  const { op } = expression
  const kind = left.kind === right.kind ? left.kind : undefined
  if (left.base !== undefined && op !== '÷') return { ...right, changed: true }
  if (op === '−') return { name: left.name, kind: left.kind, of: left.id, relative: left.relative }
  if (op === '+')
    return { name: left.name, kind, of: left.of === right.of ? left.of : undefined, relative: left.relative }
  return { name: left.name, kind: left.kind, relative: left.relative }
}

/** What is wrong with one step, where anything is known of both terms. */
function stepProblem(
  op: '+' | '−' | '÷' | '%',
  left: Term,
  right: Term,
  isOfOtherTime: IsOfOtherTime,
): string | undefined {
  if (left.base !== undefined && op !== '÷') {
    if (left.base !== 100) return `${left.name} ${op} …，基数不是整体，整体是 percent(100)`
    const { kind, falls = false } = right
    const fits = kind === 'growth' ? falls === (op === '−') : op === '−' && kind === 'share'
    return kind === undefined || fits
      ? undefined
      : `${left.name} ${op} ${right.name}，后者是${kindName({ kind, value: falls ? -1 : 1 })}，能${op === '+' ? '加的只有增幅' : '减的只有降幅和占比'}；请核对编号和加减`
  }
  // What came to it since is no part of it, but leads back to what was before; and what was before tells what came.
  if (op === '−' && left.id && right.kind && right.of !== left.id && !(right.id && isOfOtherTime(right.id, left.id)))
    return `从${left.name}里减去${right.name}，后者没有写明是前者的一部分；请核对算式里的编号，或补上 of: '${left.id}'`
  if (op === '+' && ((left.id && right.of === left.id) || (right.id && left.of === right.id)))
    return `${left.name}和${right.name}相加，其中一个已经包含另一个；请核对算式里的加减`
  if (op === '+' && left.kind && right.kind && left.kind !== right.kind)
    return `${left.name}是${KIND_NAMES[left.kind]}，${right.name}是${KIND_NAMES[right.kind]}，相加的要是同一类；请核对算式里的编号`
  if (op === '÷' && left.id && right.relative && right.base === undefined && right.of !== left.id)
    return `${left.name}除以${right.name}，后者没有写明是前者的占比或增减；请核对算式里的编号，或补上 of: '${left.id}'`
  return undefined
}

/**
 * What does not belong together in a formula: like is added to like, a part is taken from its whole, and a share or a
 * change divides what it is of.
 * @param figure a figure of the formula
 * @param isOfOtherTime whether a figure is what another one was, or by how much it has grown or fallen since
 */
export function termProblems(expression: Expression, figure: Find, isOfOtherTime: IsOfOtherTime): string[] {
  if (expression.op === 'figure' || expression.op === 'percent') return []
  const { op, left, right } = expression
  const own = stepProblem(op, termOf(left, figure), termOf(right, figure), isOfOtherTime)
  return [
    ...termProblems(left, figure, isOfOtherTime),
    ...termProblems(right, figure, isOfOtherTime),
    ...(own === undefined ? [] : [own]),
  ]
}

/** The change before which the value of a formula was; undefined where it is of the time of its figures. */
export function changeBefore(expression: Expression, figure: Find): string | undefined {
  if (expression.op !== '÷') return undefined
  const { changed, name } = termOf(expression.right, figure)
  return changed ? name : undefined
}
