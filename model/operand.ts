import type { Operand } from './expression.ts'
import type { FigureInput } from './figure.ts'
import { decimalsOf, formatFigure } from './format.ts'

/** A stated figure as it goes into a formula. */
export function operandOf(
  figure: Pick<FigureInput, 'value' | 'decimals' | 'unit' | 'qualifier' | 'kind' | 'change'>,
): Operand {
  const { value, unit, kind, change, qualifier = 'none' } = figure
  return {
    value,
    unit,
    qualifier,
    text: formatFigure({ value, unit, kind, change, qualifier, decimals: decimalsOf(figure) }),
  }
}
