import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import type { DrawnSeries } from './drawing.ts'
import type { NativeChart, NativePoint, NativeSeries, Area } from './native-chart.ts'
import { readNumbers } from './numbers.ts'
import { paintOf } from './paint.ts'

/** What a piece is called that no figure states. */
const REST = '其余'

/**
 * A ring that is not seen, within one that is thinner than half of its radius: some programs make all rings of a chart
 * fill the outer half, or with two of them the outer two thirds, whatever the size of the hole.
 */
function innerRing(count: number): NativeSeries {
  const points = Array.from({ length: count }, (_, index) => (index === 0 ? { value: WHOLE, paint: {} } : null))
  return { name: '内圈（不画）', points }
}

/** A ring, or a pie, of one series. Its words stand around it and are drawn with the slide. */
export function ringChart({ items }: DrawnSeries, find: FindFigure): Omit<NativeChart, 'rect'> {
  const numbers = readNumbers(items, find)
  const { cx = 0, cy = 0, r = 0, r0 = 0 } = items[0]!.layout
  const plot: Area = { left: cx - r, top: cy - r, width: 2 * r, height: 2 * r }
  const figures = items.flatMap(({ figure }, index) =>
    items.findIndex(each => each.figure === figure) === index && figure ? [find(figure)] : [],
  )
  const isOneName = new Set(figures.map(({ short }) => short)).size < figures.length
  const nameOf = (id: string, kind: string): string => {
    if (kind === 'arc-rest') return REST
    const { short, label } = find(id)
    return isOneName ? label : short
  }
  const points = items.map((item): NativePoint | null => {
    const number = numbers.of(item)
    return number && { ...number, paint: paintOf(item.style) }
  })
  const hole = Math.round((r0 / r) * 100)
  const ring = { name: figures[0]!.whole ?? figures[0]!.label, points }
  const isThin = hole > 50
  return {
    plot,
    categories: items.map(({ figure, kind }) => nameOf(figure, kind)),
    groups: [
      isThin
        ? { sort: 'ring', series: [ring, innerRing(points.length)], hole: 2 * hole - 100 }
        : { sort: 'ring', series: [ring], hole },
    ],
    figures,
    unit: numbers.unit,
  }
}
