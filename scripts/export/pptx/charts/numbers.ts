import type { FindFigure } from '../../../../components/charts/define-chart.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import type { Figure } from '../../../../model/figure.ts'
import { valueIn } from '../../../../model/units.ts'
import type { DrawnItem } from './drawing.ts'
import type { NativeNumber } from './native-chart.ts'

/** Thrown where PowerPoint has no chart that shows the same. Its message says why, for people. */
export class NotNative extends Error {}

/** Marks that are as large as the number of their figure. */
const OF_FIGURES = new Set(['bar', 'part', 'segment', 'step', 'point', 'own-bar', 'slice', 'drawn', 'arc'])

/** A number without what computing in binary adds to it: 8.9, not 8.900000000000001. */
export const clean = (value: number): number => Number(value.toPrecision(12))

/** The numbers of one plot area. */
export interface Numbers {
  unit: string
  /** The number of an item; null where there is none. */
  of: (item: DrawnItem) => NativeNumber | null
}

const isDrawn = ({ value }: DrawnItem): boolean => Number.isFinite(value)

/**
 * Reads the numbers of items that stand on one scale, with one unit for all.
 * @throws NotNative where lengths are not the numbers of their figures
 */
export function readNumbers(items: readonly DrawnItem[], figure: FindFigure): Numbers {
  const own = items.filter(item => isDrawn(item) && OF_FIGURES.has(item.kind) && item.figure !== '')
  const isOf = (item: DrawnItem, { value }: Pick<Figure, 'value'>): boolean =>
    clean(item.value) === clean(value) || (item.kind === 'step' && clean(item.value) === clean(Math.abs(value)))
  const first = own.map(item => [item, figure(item.figure)] as const).find(([item, each]) => isOf(item, each))
  if (!first) throw new NotNative('长短不是数据本身的数')
  const { unit } = first[1]
  const inUnit = valueIn(unit)
  if (own.some(item => !isOf(item, { value: inUnit(figure(item.figure)) }))) throw new NotNative('各条不在同一比例尺上')
  const beside = ({ index }: DrawnItem, kind: string): string => {
    const other = items.find(item => item.index === index && item.kind === kind)
    return `{${other?.figure ?? ''}}`
  }
  return {
    unit,
    of(item) {
      const { kind, figure: id } = item
      if (!isDrawn(item)) return null
      const value = clean(item.value)
      if (OF_FIGURES.has(kind) && id !== '') return { value, figure: id }
      switch (kind) {
        case 'whole':
        case 'track':
          return { value }
        case 'base':
          return { value, formula: `{${id}}-${beside(item, 'part')}` }
        case 'cut':
          return { value, formula: `${WHOLE}-${beside(item, 'bar')}` }
        case 'arc-rest':
          return { value, formula: [WHOLE, ...own.map(each => `{${each.figure}}`)].join('-') }
      }
      if (value === 0) return null
      throw new NotNative(`有一段不是数据：${kind}`)
    },
  }
}
