import type { Figure } from '../../model/figure.ts'
import { byValue } from '../../model/units.ts'
import type { FindFigure } from './define-chart.ts'
import { sentence, tellFigures } from './describe.ts'
import { type FigureProps, hasMixedPeriods, type Plan, planFigures, reject } from './plan.ts'
import { WHOLE } from './structural.ts'

/** The ids of one share, or of several side by side. */
export interface ShareIds {
  /** Id of a share. */
  id?: string
  /** Instead of `id`: up to 3 shares side by side. */
  ids?: readonly string[]
}

/** The figures of the shares that a chart was given. */
export function shareFigures({ id, ids }: ShareIds, figure: FindFigure): Figure[] {
  return (ids ?? (id === undefined ? [] : [id])).map(figure)
}

/** Plans shares side by side, each of its own whole. @throws ChartDataError where one is none */
export function planShares(chart: string, figures: readonly Figure[], props: FigureProps): Plan {
  const rules = { count: [1, 3], kinds: ['share'], advice: '增减请用 GrowthBars，其他请用 BarChart' } as const
  const plan = planFigures(chart, figures, rules, props, { label: { period: hasMixedPeriods(figures) } })
  const over = figures.find(({ value }) => value > WHOLE)
  if (over) reject(chart, figures, `“${over.id}”大于整体`)
  return plan
}

/** The shares in words, the largest first where one is. */
export function describeShares(chart: string, { figures, mixed }: Plan): string {
  return sentence(chart, [tellFigures([...figures].sort(byValue), mixed)])
}
