import { chartOption, type ChartBox, type Finders } from '../../../../components/charts/define-chart.ts'
import { charts } from '../../../../components/charts/registry.ts'
import type { ChartTheme } from '../../../../components/charts/theme.ts'
import type { Figure } from '../../../../model/figure.ts'
import { type Drawing, type DrawnGrid, type DrawnSeries, owner, withDrawing } from './drawing.ts'
import { gridChart } from './grids.ts'
import { linesOf } from './labels.ts'
import { seriesNames } from './names.ts'
import type { NativeChart, Area } from './native-chart.ts'
import { NotNative } from './numbers.ts'
import { ringChart } from './rings.ts'

/** A chart of a slide. */
export interface ChartOnSlide {
  /** Name of its component. */
  name: string
  /** Its props, as the slide says them. */
  props: object
  find: Finders
  theme: ChartTheme
  /** The box that the slide gives it, and what the charts around it ask of it. */
  box: ChartBox & { height: number }
}

/** A chart of a slide as charts of PowerPoint. */
export interface NativeDrawing {
  /** None where PowerPoint has no chart that shows the same. */
  charts: readonly NativeChart[]
  /** All that they do not draw, as an SVG of the size of the box: notes, ends that are not exact, words apart. */
  rest: string
  /** Why there are none, for people. */
  reason?: string
  /** The chart in words. */
  description: string
  figures: readonly Figure[]
}

/** Series that PowerPoint knows. */
const KNOWN = new Set(['bar', 'line', 'pie'])
/** Sorts of series that only add to others what the slide draws over them. */
const BESIDES = new Set(['custom'])
/** Px of a chart around what it draws: programs cut words that reach farther, or make the plot area smaller. */
const MARGIN = 24

/** The series that stand on a grid. */
function seriesOn({ axes }: DrawnGrid, series: readonly DrawnSeries[]): DrawnSeries[] {
  const has = (name: string, index: number): boolean => axes.some(axis => axis.name === name && axis.index === index)
  return series.filter(({ axes: own }) => own && has('xAxis', own[0]) && has('yAxis', own[1]))
}

/** @throws NotNative where PowerPoint has no chart that shows the same */
function readCharts({ grids, series }: Drawing, plan: object, { figure }: Finders): NativeChart[] {
  const known = series.filter(({ type }) => KNOWN.has(type))
  const other = series.find(({ type }) => !KNOWN.has(type) && !BESIDES.has(type))
  if (known.length === 0 || other) throw new NotNative('没有这种原生图表')
  const nameOf = seriesNames(plan, figure)
  const plotted = grids.flatMap(grid => {
    const own = seriesOn(grid, known)
    return own.length > 0 ? [gridChart(grid, own, nameOf, figure)] : []
  })
  // Plot areas over one another share the names below them.
  const nameless = ({ categories }: NativeChart): boolean => categories.every(name => name === '')
  const named = plotted.map(chart => {
    const other = plotted.find(each => !nameless(each) && each.categories.length === chart.categories.length)
    return nameless(chart) && other ? { ...chart, categories: other.categories } : chart
  })
  const rings = known.filter(({ type }) => type === 'pie').map(each => ringChart(each, figure))
  return [...named, ...rings.map(ring => ({ ...ring, rect: ring.plot }))]
}

/** A rectangle with a margin. */
function padded({ left, top, width, height }: Area): Area {
  return { left: left - MARGIN, top: top - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN }
}

/** The parts of a drawing that native charts draw. */
function ownersIn({ grids, series }: Drawing, native: readonly NativeChart[]): Set<string> {
  const owners = new Set<string>([owner.lines])
  for (const { index, type, items } of series.filter(each => KNOWN.has(each.type))) {
    owners.add(owner.series(index))
    for (const item of items) {
      owners.add(owner.item(index, item.index))
      // The words of rings stand apart from them.
      if (type === 'pie') continue
      owners.add(owner.text(index, item.index))
      for (const text of linesOf(item.texts)[0] ?? []) owners.add(text.owner)
    }
  }
  // Either all plot areas have named axes that stand beside them, or the slide draws the names of all.
  for (const { axes } of native.some(each => each.axes?.names) ? grids : [])
    for (const { name, index } of axes) owners.add(owner.axis(name, index))
  return owners
}

/**
 * The charts of PowerPoint that show what a chart of a slide does, with the same numbers, colours, order and lengths,
 * and what is left for the slide to draw. Its last step is drawn.
 */
export function nativeCharts({ name, props, find, theme, box }: ChartOnSlide): NativeDrawing {
  const chart = charts[name]
  if (!chart) throw new Error(`no chart is called ${name}`)
  const plan = chart.plan(props, find) as { figures: readonly Figure[] }
  const told = { description: chart.describe(plan), figures: plan.figures }
  return withDrawing(chartOption(chart, plan, theme, box), box, drawing => {
    try {
      const native = readCharts(drawing, plan, find)
      const owners = ownersIn(drawing, native)
      return {
        ...told,
        charts: native.map(each => ({ ...each, rect: padded(each.rect) })),
        rest: drawing.svgWithout(owners),
      }
    } catch (error) {
      if (!(error instanceof NotNative)) throw error
      return { ...told, charts: [], rest: drawing.svgWithout(new Set()), reason: error.message }
    }
  })
}
