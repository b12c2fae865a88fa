import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import { readAxes } from './axes.ts'
import { barGroup, barOf } from './bars.ts'
import type { DrawnGrid, DrawnSeries } from './drawing.ts'
import { around } from './labels.ts'
import { lineGroup } from './lines.ts'
import { figuresIn, type NativeChart, type NativeGroup } from './native-chart.ts'
import { readNumbers } from './numbers.ts'
import { isWaterfall, waterfallGroup } from './waterfall.ts'

/** The chart of a plot area: bars, lines, or both. */
export function gridChart(
  grid: DrawnGrid,
  series: readonly DrawnSeries[],
  nameOf: (series: DrawnSeries) => string,
  find: FindFigure,
): NativeChart {
  const axes = readAxes(grid)
  const numbers = readNumbers(
    series.flatMap(({ items }) => items),
    find,
  )
  const [bars, lines] = ['bar', 'line'].map(type => series.filter(each => each.type === type)) as [
    DrawnSeries[],
    DrawnSeries[],
  ]
  const groups: NativeGroup[] = []
  if (bars.length > 0)
    groups.push(
      isWaterfall(bars) ? waterfallGroup(bars, axes, numbers, find) : barGroup(bars, axes, numbers, nameOf, find),
    )
  if (lines.length > 0) groups.push(lineGroup(lines, numbers, nameOf, find))
  const points = groups.flatMap(({ series: each }) => each.flatMap(own => own.points)).filter(point => point !== null)
  const ids = new Set(
    points.flatMap(({ figure, formula = '' }) => [...(figure === undefined ? [] : [figure]), ...figuresIn(formula)]),
  )
  const texts = [
    ...(axes.axes.names ? grid.axes.flatMap(axis => axis.texts) : []),
    ...series.flatMap(({ items }) => items.flatMap(item => item.texts)),
  ]
  return {
    rect: around([axes.plot, ...texts, ...bars.flatMap(({ items }) => items.filter(({ shape }) => shape).map(barOf))]),
    plot: axes.plot,
    categories: axes.categories,
    axes: axes.axes,
    groups,
    figures: [...ids].map(find),
    unit: numbers.unit,
  }
}
