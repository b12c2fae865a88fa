import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import { formatFigure } from '../../../../model/format.ts'
import type { Figure } from '../../../../model/figure.ts'
import { kindName } from '../../../../model/vocabulary.ts'
import type { DrawnItem, DrawnSeries } from './drawing.ts'

/** Series of the drawing itself, by their marks. */
const DRAWN: Readonly<Record<string, string>> = { track: '整体', whole: '整体', base: '其余', cut: '减去的' }

/** A series over time, as plans have it. */
interface Named {
  name: string
  figures: readonly (Figure | null)[]
}

/** The series that a plan names, whichever it is. */
function namedIn(plan: object): readonly Named[] {
  // An option of the deck's own has series without names.
  if ('series' in plan) return (plan.series as readonly Named[]).filter(each => 'figures' in each)
  return 'panels' in plan ? (plan.panels as readonly { series: Named }[]).map(({ series }) => series) : []
}

/** The word that stands before all numbers of parts: 新增 of 新增158家. */
function wordOf(items: readonly DrawnItem[], printed: (item: DrawnItem) => string): string {
  const words = items.map(item => {
    if (item.kind !== 'part') return ''
    const text = item.texts[0]?.text ?? ''
    const number = printed(item)
    return number !== '' && text.endsWith(number) ? text.slice(0, -number.length) : ''
  })
  return new Set(words).size === 1 ? words[0]! : ''
}

/**
 * What the series of a plan are called: as the plan names them, by the word before all of their numbers, by what all of
 * their figures are called, or by what they measure.
 */
export function seriesNames(plan: object, find: FindFigure): (series: DrawnSeries) => string {
  const named = namedIn(plan)
  return ({ items }) => {
    const own = items.filter(({ figure, kind }) => figure !== '' && !(kind in DRAWN))
    if (own.length === 0) return DRAWN[items.find(({ kind }) => kind !== '')?.kind ?? ''] ?? ''
    const figures = own.map(({ figure }) => find(figure))
    const series = named.find(each => figures.some(figure => each.figures.includes(figure)))
    const labels = new Set(figures.map(({ label }) => label))
    return (
      series?.name ??
      (wordOf(own, ({ figure }) => formatFigure(find(figure))) ||
        (labels.size === 1 ? [...labels][0]! : kindName(figures[0]!)))
    )
  }
}
