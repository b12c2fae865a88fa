import { formatFigure } from '../../../model/format.ts'
import type { Figure } from '../../../model/figure.ts'
import type { ChartFacts } from './facts.ts'
import type { RuleFinding } from '../finding.ts'

/** Px in which a part is folded before a click shows it. */
export const FOLDED = 0.5

/** A number as findings write it. */
export const shown = (number: number): string => String(Number(number.toFixed(2)))

/** A figure as findings on charts call it. */
export const named = (figure: Figure): string => `${figure.short}${formatFigure(figure, 'worded')}`

export function finding(
  chart: ChartFacts,
  text: string,
  measured: string,
  expected: string,
  advice: string,
  excess = 1,
): RuleFinding {
  return { element: chart.element, text, measured, expected, advice, excess }
}
