import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import type { GridAxes } from './axes.ts'
import type { DrawnItem, DrawnSeries } from './drawing.ts'
import { labelOf, middleOf } from './labels.ts'
import type { LabelPlace, NativeGroup, NativePoint, NativeSeries, Area } from './native-chart.ts'
import { NotNative, type Numbers } from './numbers.ts'
import { paintOf } from './paint.ts'

/** The rectangle of a bar, wherever it goes. */
export function barOf({ layout: { x = 0, y = 0, width = 0, height = 0 } }: DrawnItem): Area {
  const [left, top] = [Math.min(x, x + width), Math.min(y, y + height)]
  return { left, top, width: Math.abs(width), height: Math.abs(height) }
}

/** Which way a bar goes. */
function directionOf({ value }: DrawnItem, lying: boolean): readonly [number, number] {
  const sign = value < 0 ? -1 : 1
  return lying ? [sign, 0] : [0, -sign]
}

/** Where PowerPoint is to put the label of a bar: behind its end, which it allows only of bars that are not piled. */
function placeOf(item: DrawnItem, lying: boolean, stacked: boolean): LabelPlace {
  const [first] = item.texts
  if (stacked || !first) return 'ctr'
  const bar = barOf(item)
  const [x, y] = middleOf(first)
  const isWithin = lying ? x > bar.left && x < bar.left + bar.width : y > bar.top && y < bar.top + bar.height
  return isWithin ? 'ctr' : 'outEnd'
}

/** A bar with its number. */
export function barPoint(
  item: DrawnItem,
  { axes: { lying } }: GridAxes,
  stacked: boolean,
  numbers: Numbers,
  figure: FindFigure,
): NativePoint | null {
  const number = numbers.of(item)
  if (!number) return null
  const place = { at: placeOf(item, lying, stacked), mark: barOf(item), towards: directionOf(item, lying) }
  const label = labelOf(item, number, place, figure)
  return { ...number, paint: paintOf(item.style), ...(label && { label }) }
}

/** How thick bars are and how they lie beside or over one another. @throws NotNative where that differs */
export function spacingOf(series: readonly DrawnSeries[], { axes, band }: GridAxes): { gap: number; overlap: number } {
  const across = (item: DrawnItem): [at: number, thickness: number] => {
    const { left, top, width, height } = barOf(item)
    return axes.lying ? [top, height] : [left, width]
  }
  const first = series.flatMap(({ items }) => items.filter(({ index }) => index === series[0]!.items[0]!.index))
  const [, thickness] = across(series[0]!.items.find(({ layout }) => layout.x !== undefined)!)
  const all = series.flatMap(({ items }) => items).filter(({ layout }) => layout.x !== undefined)
  if (all.some(item => Math.abs(across(item)[1] - thickness) > 1)) throw new NotNative('各条粗细不同')
  const places = [
    ...new Set(first.filter(({ layout }) => layout.x !== undefined).map(item => Math.round(across(item)[0]))),
  ]
  const [one = 0, two = one] = places.sort((a, b) => a - b)
  const step = places.length > 1 ? two - one : 0
  const taken = thickness + (places.length - 1) * step
  return {
    gap: Math.round(((band - taken) / thickness) * 100),
    overlap: Math.round(((thickness - step) / thickness) * 100),
  }
}

/** Bars from zero, or piled on one another. @param nameOf the name of a series */
export function barGroup(
  series: readonly DrawnSeries[],
  grid: GridAxes,
  numbers: Numbers,
  nameOf: (series: DrawnSeries) => string,
  figure: FindFigure,
): NativeGroup {
  const stacks = new Set(series.map(({ stack }) => stack))
  if (stacks.size > 1) throw new NotNative('几组堆积的条并排')
  const stacked = !stacks.has(undefined)
  const own = series.map((each): NativeSeries => ({
    name: nameOf(each),
    points: each.items.map(item => barPoint(item, grid, stacked, numbers, figure)),
  }))
  return { sort: 'bars', series: own, stacked, ...spacingOf(series, grid) }
}
