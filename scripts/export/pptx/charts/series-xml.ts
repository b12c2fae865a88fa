import { labelsXml } from './labels-xml.ts'
import type { Pen } from './look.ts'
import { type NativeChart, type NativeGroup, type NativePoint, type NativeSeries, seriesOf } from './native-chart.ts'
import type { ChartSheet } from './sheet.ts'
import { element, text, valued, type Xml } from '../xml/element.ts'

/** What the series of a chart need to know of it. */
export interface SeriesContext {
  chart: NativeChart
  sheet: ChartSheet
  pen: Pen
}

const cacheOf = (count: number, points: readonly (string | number | null)[]): Xml[] => [
  valued('c:ptCount', count),
  ...points.flatMap((value, idx) =>
    value === null || value === '' ? [] : [element('c:pt', { idx }, textual('c:v', value))],
  ),
]

const textual = (name: string, value: string | number): Xml => element(name, {}, text(String(value)))

function namesXml(formula: string, names: readonly string[]): Xml {
  return element('c:strRef', {}, textual('c:f', formula), element('c:strCache', {}, cacheOf(names.length, names)))
}

function numbersXml(formula: string, points: readonly (NativePoint | null)[]): Xml {
  const values = points.map(point => point?.value ?? null)
  const cache = [textual('c:formatCode', 'General'), ...cacheOf(points.length, values)]
  return element('c:numRef', {}, textual('c:f', formula), element('c:numCache', {}, cache))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The parts of a series that all sorts have, in the order in which schemas want them around their own. */
function commonOf(
  series: NativeSeries,
  index: number,
  { chart, sheet }: SeriesContext,
  order = index,
): { head: Xml[]; data: Xml[] } {
  const { name, numbers } = sheet.series[index]!
  const [title] = [sheet.rows[0]![index + 1]!.value]
  return {
    head: [valued('c:idx', index), valued('c:order', order), element('c:tx', {}, namesXml(name, [String(title)]))],
    data: [
      element('c:cat', {}, namesXml(sheet.categories, chart.categories)),
      element('c:val', {}, numbersXml(numbers, series.points)),
    ],
  }
}

/** The look of most points. */
function usualPaint({ points }: NativeSeries): NativePoint['paint'] {
  const alike = Map.groupBy(
    points.filter(point => point !== null),
    ({ paint }) => JSON.stringify(paint),
  )
  return [...alike.values()].sort((a, b) => b.length - a.length)[0]?.[0]?.paint ?? {}
}

function barSeries(series: NativeSeries, index: number, context: SeriesContext): Xml {
  const { chart, pen } = context
  const { head, data } = commonOf(series, index, context)
  const usual = usualPaint(series)
  const points = series.points.flatMap((point, idx) =>
    point && !same(point.paint, usual)
      ? [
          element(
            'c:dPt',
            {},
            valued('c:idx', idx),
            valued('c:invertIfNegative', 0),
            valued('c:bubble3D', 0),
            pen.shape(point.paint),
          ),
        ]
      : [],
  )
  return element(
    'c:ser',
    {},
    head,
    pen.shape(usual),
    valued('c:invertIfNegative', 0),
    points,
    labelsXml(series, chart.rect, pen),
    data,
  )
}

function markerXml({ paint }: Pick<NativePoint, 'paint'>, symbol: number, pen: Pen): Xml {
  const size = Math.min(72, Math.max(2, Math.round(pen.points(symbol))))
  return element('c:marker', {}, valued('c:symbol', 'circle'), valued('c:size', size), pen.shape(paint))
}

function lineSeries(series: NativeSeries, index: number, context: SeriesContext): Xml {
  const { chart, pen } = context
  const { head, data } = commonOf(series, index, context)
  const { color, width, symbol } = series.stroke!
  const usual = usualPaint(series)
  const stroke = element('c:spPr', {}, pen.line({ color, width, dashed: false }))
  const points = series.points.flatMap((point, idx) =>
    point && !same(point.paint, usual)
      ? [element('c:dPt', {}, valued('c:idx', idx), markerXml(point, symbol, pen), valued('c:bubble3D', 0), stroke)]
      : [],
  )
  return element(
    'c:ser',
    {},
    head,
    stroke,
    markerXml({ paint: usual }, symbol, pen),
    points,
    labelsXml(series, chart.rect, pen),
    data,
    valued('c:smooth', 0),
  )
}

function ringSeries(series: NativeSeries, index: number, context: SeriesContext): Xml {
  const { chart, pen } = context
  // Rings are drawn from the inner one on.
  const order = seriesOf(chart).length - 1 - index
  const { head, data } = commonOf(series, index, context, order)
  const points = series.points.flatMap((point, idx) =>
    point ? [element('c:dPt', {}, valued('c:idx', idx), valued('c:bubble3D', 0), pen.shape(point.paint))] : [],
  )
  return element('c:ser', {}, head, points, data)
}

/** A group of series, from the place of its first one among all. @param axes the ids of its axes */
export function groupXml(group: NativeGroup, first: number, axes: readonly number[], context: SeriesContext): Xml {
  const each = (write: typeof barSeries): Xml[] =>
    group.series.map((series, index) => write(series, first + index, context))
  const ids = axes.map(id => valued('c:axId', id))
  switch (group.sort) {
    case 'bars':
      return element(
        'c:barChart',
        {},
        valued('c:barDir', context.chart.axes?.lying ? 'bar' : 'col'),
        valued('c:grouping', group.stacked ? 'stacked' : 'clustered'),
        valued('c:varyColors', 0),
        each(barSeries),
        valued('c:gapWidth', Math.min(500, Math.max(0, group.gap))),
        valued('c:overlap', Math.min(100, Math.max(-100, group.overlap))),
        ids,
      )
    case 'lines':
      return element(
        'c:lineChart',
        {},
        valued('c:grouping', 'standard'),
        valued('c:varyColors', 0),
        each(lineSeries),
        valued('c:marker', 1),
        ids,
      )
    case 'ring':
      return group.hole === 0
        ? element('c:pieChart', {}, valued('c:varyColors', 1), each(ringSeries).reverse(), valued('c:firstSliceAng', 0))
        : element(
            'c:doughnutChart',
            {},
            valued('c:varyColors', 1),
            each(ringSeries).reverse(),
            valued('c:firstSliceAng', 0),
            valued('c:holeSize', Math.min(90, Math.max(10, group.hole))),
          )
  }
}
