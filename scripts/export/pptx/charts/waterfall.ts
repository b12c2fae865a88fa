import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import type { GridAxes } from './axes.ts'
import { barPoint, spacingOf } from './bars.ts'
import type { DrawnItem, DrawnSeries } from './drawing.ts'
import type { NativeGroup, NativeLabel, NativePoint } from './native-chart.ts'
import { clean, NotNative, type Numbers } from './numbers.ts'

/** Whether series are a waterfall: steps, of which each begins where the one before it ends. */
export const isWaterfall = (series: readonly DrawnSeries[]): boolean =>
  series.some(({ items }) => items.some(({ kind }) => kind === 'step'))

/** A label that prints sizes as rises, or as falls, and nothing at all of zero: each is a series of its own. */
function asSizes(label: NativeLabel, isFall: boolean): NativeLabel {
  const sized = (format: string): string => `${format.split(';')[isFall ? 1 : 0]};;`
  const runs = label.runs.map(({ format, ...run }) => ({
    ...run,
    ...(format !== undefined && { format: sized(format) }),
  }))
  return { ...label, runs }
}

/**
 * A waterfall in the way that every spreadsheet knows: rises and falls on a pile whose base is not seen. All follows by
 * formulas from the numbers of the steps.
 * @throws NotNative where it goes below zero, from where PowerPoint piles up anew
 */
export function waterfallGroup(
  series: readonly DrawnSeries[],
  grid: GridAxes,
  numbers: Numbers,
  figure: FindFigure,
): NativeGroup {
  const [bases, steps] = series.map(({ items }) => items) as [DrawnItem[], DrawnItem[]]
  if (series.length !== 2 || bases.some(({ value }) => value < 0) || steps.some(({ value }) => value < 0))
    throw new NotNative('瀑布图有低于零的部分')
  const total = `{${steps.at(-1)!.figure}}`
  /** The sum of the steps up to one; what no figure states leads up to the total. */
  const levelOf = (index: number): string =>
    index < 0
      ? '0'
      : steps[index]!.figure === ''
        ? total
        : steps
            .slice(0, index + 1)
            .map(each => `{${each.figure}}`)
            .join('+')
  const changeOf = (index: number): string =>
    steps[index]!.figure === '' ? `${total}-(${levelOf(index - 1)})` : `{${steps[index]!.figure}}`
  const isFall = (item: DrawnItem): boolean =>
    item.figure !== '' && item.kind === 'step' && figure(item.figure).value < 0
  const isTotal = ({ kind }: DrawnItem): boolean => kind === 'bar'
  const stepPoint = (item: DrawnItem): NativePoint | null => {
    const size = clean(item.value)
    const signed = { value: isFall(item) ? -size : size, ...(item.figure && { figure: item.figure }) }
    const point = barPoint(item, grid, true, { ...numbers, of: () => signed }, figure)
    return point && { ...point, value: size, ...(point.label && { label: asSizes(point.label, isFall(item)) }) }
  }
  const nothing = (formula: string): NativePoint => ({ value: 0, formula, paint: {} })
  const side = (falls: boolean): (NativePoint | null)[] =>
    steps.map((item, index) => {
      if (isTotal(item)) return null
      const formula = `MAX(${falls ? `-(${changeOf(index)})` : changeOf(index)},0)`
      return isFall(item) === falls ? { ...stepPoint(item)!, formula } : nothing(formula)
    })
  const base = steps.map((item, index): NativePoint | null =>
    isTotal(item)
      ? null
      : { value: clean(bases[index]!.value), formula: `MIN(${levelOf(index - 1)},${levelOf(index)})`, paint: {} },
  )
  return {
    sort: 'bars',
    stacked: true,
    series: [
      { name: '起点', points: base },
      { name: '增加', points: side(false) },
      { name: '减少', points: side(true) },
      { name: '合计', points: steps.map(item => (isTotal(item) ? barPoint(item, grid, true, numbers, figure) : null)) },
    ],
    ...spacingOf(series, grid),
  }
}
