import type { DrawnGrid, DrawnText } from './drawing.ts'
import { linesOf, middleOf } from './labels.ts'
import type { NativeAxes, Area } from './native-chart.ts'
import { clean, NotNative } from './numbers.ts'

/** The axes of a grid, and the names of its categories. */
export interface GridAxes {
  axes: NativeAxes
  /** The plot area, with the room below it that keeps names off the numbers of falls. */
  plot: Area
  categories: readonly string[]
  /** Px that a category has for itself. */
  band: number
}

/** Px between a plot area and the names below it, where PowerPoint puts them by itself. */
const BELOW = 8

/** Px by which a name may lie within the plot area and still stand beside it. */
const SLACK = 1

/** The side of the plot area on which all names stand; undefined where some stand within it. */
function sideOf(texts: readonly DrawnText[], { rect }: DrawnGrid, lying: boolean): 'low' | 'high' | undefined {
  const low = (text: DrawnText): boolean =>
    lying ? text.left + text.width <= rect.left + SLACK : text.top >= rect.top + rect.height - SLACK
  const high = (text: DrawnText): boolean =>
    lying ? text.left >= rect.left + rect.width - SLACK : text.top + text.height <= rect.top + SLACK
  if (texts.length === 0) return undefined
  return texts.every(low) ? 'low' : texts.every(high) ? 'high' : undefined
}

/** The look of most names that are not emphasised: a chart has one for all. */
function lookOf(texts: readonly DrawnText[]): Omit<DrawnText, 'text'> {
  const quiet = texts.filter(({ bold }) => !bold)
  const alike = Map.groupBy(quiet.length > 0 ? quiet : texts, ({ size, color }) => `${size} ${color}`)
  return [...alike.values()].sort((a, b) => b.length - a.length)[0]![0]!
}

/**
 * Reads the axes of a grid: one of categories, of which several may name them, and one of numbers.
 * @throws NotNative for any other
 */
export function readAxes(grid: DrawnGrid): GridAxes {
  const named = grid.axes.filter(({ type }) => type === 'category')
  const [first] = named
  const valued = grid.axes.filter(({ type }) => type === 'value')
  const [value] = valued
  if (!first || !value || valued.length > 1 || named.some(({ name }) => name !== first.name))
    throw new NotNative('不是一根类别轴和一根数轴')
  const lying = first.name === 'yAxis'
  const { rect } = grid
  const count = first.extent[1] - first.extent[0] + 1
  const length = lying ? rect.height : rect.width
  const band = length / (first.slots ? count : Math.max(1, count - 1))
  const texts = named.flatMap(axis => axis.texts)
  const placeOf = (text: DrawnText): number => {
    const [x, y] = middleOf(text)
    const along = lying ? y - rect.top : x - rect.left
    const place = Math.round(along / band - (first.slots ? 0.5 : 0))
    // Upright axes of ECharts begin at the bottom.
    return lying !== first.inverse ? count - 1 - place : place
  }
  const side = sideOf(texts, grid, lying)
  const line = named.find(axis => axis.line)?.line
  const linesAt = (own: readonly DrawnText[], index: number): string[] =>
    linesOf(own.filter(text => placeOf(text) === index)).map(each => each.map(({ text }) => text).join(' '))
  const nameOf = (_: unknown, index: number): string =>
    side === undefined
      ? // Names that the chart does not draw need no lines.
        named
          .map(axis => linesAt(axis.texts, index).join(''))
          .filter(Boolean)
          .join('，')
      : linesAt(texts, index).join('\n')
  const bottom = rect.top + rect.height
  const apart = lying || side !== 'low' ? 0 : Math.min(...texts.map(({ top }) => top)) - bottom
  const more = apart > 3 * BELOW ? apart - BELOW : 0
  const [least, most] = value.extent
  const { size, bold, color } = texts.length > 0 ? lookOf(texts) : { size: 0, bold: false, color: '' }
  return {
    axes: {
      ...{ lying, reversed: first.inverse, slots: first.slots },
      ...{ least: clean(least - (more / rect.height) * (most - least)), most: clean(most) },
      ...(side !== undefined && { names: { side, look: { size, bold, color } } }),
      ...(line?.stroke !== undefined && { zero: { color: line.stroke, width: line.lineWidth ?? 1 } }),
    },
    plot: { ...rect, height: rect.height + more },
    categories: Array.from({ length: count }, nameOf),
    band,
  }
}
