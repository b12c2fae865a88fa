import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import type { DrawnItem, DrawnSeries } from './drawing.ts'
import { around, labelOf, middleOf } from './labels.ts'
import type { LabelPlace, NativeGroup, NativePoint, NativeSeries } from './native-chart.ts'
import type { Numbers } from './numbers.ts'
import { paintOf } from './paint.ts'

/** The side of a point on which its label stands. */
function sideOf({ shape, texts }: DrawnItem): LabelPlace {
  if (!shape || texts.length === 0) return 't'
  const [x, y] = middleOf(shape)
  const label = around(texts)
  if (label.left >= x) return 'r'
  if (label.left + label.width <= x) return 'l'
  return middleOf(label)[1] < y ? 't' : 'b'
}

function pointOf(item: DrawnItem, numbers: Numbers, figure: FindFigure): NativePoint | null {
  const number = numbers.of(item)
  if (!number || !item.shape) return null
  const label = labelOf(item, number, { at: sideOf(item), mark: item.shape }, figure)
  return { ...number, paint: paintOf(item.style), ...(label && { label }) }
}

/** Lines through points; where one is broken, what goes on behind is a series of its own. */
export function lineGroup(
  series: readonly DrawnSeries[],
  numbers: Numbers,
  nameOf: (series: DrawnSeries) => string,
  figure: FindFigure,
): NativeGroup {
  const own = [...series]
    .sort((a, b) => a.z - b.z)
    .map((each): NativeSeries => ({
      name: nameOf(each),
      points: each.items.map(item => pointOf(item, numbers, figure)),
      stroke: { color: each.line.stroke ?? '', width: each.line.lineWidth ?? 0, symbol: each.symbol },
    }))
  return { sort: 'lines', series: own, spans: series.every(({ spans }) => spans) }
}
