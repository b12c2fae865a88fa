import type { Figure } from '../model/figure.ts'
import { isAfter } from '../model/span.ts'
import type { FindFigure } from './charts/define-chart.ts'
import { assertFigures, reject } from './charts/plan.ts'

const NAME = '两期对照'

/** The props of `Compare`. */
export interface CompareProps {
  /** Id of the earlier figure. */
  from: string
  /** Id of the later figure. */
  to: string
  /** Id of the growth that the later one states. Default: none is told. */
  change?: string
}

/** Two periods of one measure, and the change of the later one. */
export interface ComparePlan {
  from: Figure
  to: Figure
  change: Figure | undefined
}

/**
 * Plans one measure in two periods.
 * @throws ChartDataError for figures of two units or in the wrong order, and for the change of another one
 */
export function planCompare({ from: earlier, to: later, change: stated }: CompareProps, find: FindFigure): ComparePlan {
  const [from, to] = [find(earlier), find(later)]
  const change = stated === undefined ? undefined : find(stated)
  const both = [from, to]
  assertFigures(NAME, both, { count: [2, 2], same: 'measure' }, true)
  if (from.period.id === to.period.id) reject(NAME, both, `两条数据都是${to.period.text}的，要两个时段`)
  if (from.period.span && to.period.span && isAfter(from.period.span, to.period.span))
    reject(NAME, both, `from 是${from.period.text}的，晚于 to 的${to.period.text}；请对调`)
  if (change) {
    assertFigures(NAME, [change], { kinds: ['growth'], advice: 'change 只写增幅或降幅' })
    if (change.of !== to.id) reject(NAME, [...both, change], `“${change.id}”不是“${to.id}”的变化（data 里没有写 of）`)
  }
  return { from, to, change }
}
