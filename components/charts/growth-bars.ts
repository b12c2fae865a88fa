import type { Figure } from '../../model/figure.ts'
import { byValue } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { barsOption, layoutBars, withGiantNote } from './bar-rows.ts'
import { defineChart } from './define-chart.ts'
import { sentence, tellFigures } from './describe.ts'
import { type FigureProps, figureVueProps, type ListProps, type Plan, planFigures, reject } from './plan.ts'
import type { RowsLayout } from './rows.ts'
import { measureOf } from './shared-scale.ts'

const CHART = '增减条形图'

/**
 * Plans bars on both sides of a zero line: growths, or balances of which some are below zero; from the largest down,
 * of falls alone from the deepest.
 * @throws ChartDataError for any other kind, and where units, periods or bases of comparison differ.
 */
export function planGrowth(figures: readonly Figure[], props: FigureProps = {}): Plan {
  const rules = {
    count: [1, 12] as const,
    kinds: figures.some(({ value }) => value < 0) ? (['growth', ...MEASURED_KINDS] as const) : (['growth'] as const),
    advice: '其他数据请用 BarChart',
    same: 'measure' as const,
  }
  const bases = new Set(figures.map(({ comparedWith = '（未写明）' }) => comparedWith))
  const plan = planFigures(CHART, figures, rules, props, {
    order: figures.every(({ value }) => value < 0) ? (a, b) => byValue(b, a) : byValue,
    label: { style: 'signed' },
    sub: ({ comparedWith }) => (bases.size > 1 && comparedWith ? `比${comparedWith}` : ''),
  })
  const advice = '确要同图请加 mixed-periods，图上会逐项注明'
  if (bases.size > 1 && !props.mixedPeriods)
    reject(CHART, figures, `比较的基期不同：${[...bases].join('、')}；${advice}`)
  return withGiantNote(plan)
}

/** What is above zero to the right and what is below it to the left of one zero line. */
export const growthBars = defineChart<ListProps, Plan, RowsLayout>({
  props: { ids: Array, ...figureVueProps },
  plan: ({ ids, ...props }, find) => planGrowth(ids.map(find.figure), props),
  layout: layoutBars,
  option: barsOption,
  describe({ figures, mixed }) {
    const told = [figures.filter(({ value }) => value >= 0), figures.filter(({ value }) => value < 0)]
    return sentence(
      CHART,
      told.map(each => tellFigures(each, mixed)),
    )
  },
  measure: ({ figures }) => ({ ...measureOf('bars', figures), kind: CHART }),
})
