import type { Figure } from '../../model/figure.ts'
import { byValue } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { barsOption, layoutBars, withGiantNote } from './bar-rows.ts'
import { defineChart } from './define-chart.ts'
import { sentence, tellFigures } from './describe.ts'
import { type FigureProps, figureVueProps, type ListProps, type Plan, planFigures } from './plan.ts'
import type { RowsLayout } from './rows.ts'
import { measureOf } from './shared-scale.ts'

const CHART = '条形图'

/**
 * Plans sorted horizontal bars of figures of one kind and unit.
 * @throws ChartDataError for growths and ranks, and where kinds, units or periods differ.
 */
export function planBar(figures: readonly Figure[], props: FigureProps = {}): Plan {
  const advice = '增幅、降幅请用 GrowthBars'
  const rules = { count: [1, 12], kinds: MEASURED_KINDS, advice, same: 'measure' } as const
  return withGiantNote(planFigures(CHART, figures, rules, props, { order: byValue }))
}

/** Horizontal bars from zero, the largest first. Shares stand on pale tracks that show the whole of each. */
export const barChart = defineChart<ListProps, Plan, RowsLayout>({
  props: { ids: Array, ...figureVueProps },
  plan: ({ ids, ...props }, find) => planBar(ids.map(find.figure), props),
  layout: layoutBars,
  option: barsOption,
  describe: ({ figures, mixed }) => sentence(CHART, [tellFigures(figures, mixed)]),
  measure: ({ figures }) => measureOf('bars', figures),
})
