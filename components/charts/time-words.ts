import type { Figure } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'
import { isCertainOrder } from './edges.ts'
import type { Slot, TimeSeries } from './time-series.ts'
import { byValue, inBase } from '../../model/units.ts'

const dated = (figure: Figure): string => `${figure.period.text}${formatFigure(figure, 'worded')}`

/**
 * A series in words: from the first to the last, and what is highest and lowest. Across a break, and with parts of
 * years, nothing is compared.
 */
export function tellTrend({ name, figures }: TimeSeries, slots: readonly Slot[], named: boolean): string {
  const own = figures.filter(figure => figure !== null)
  const [first, last] = [own[0]!, own.at(-1)!]
  const isMore = (a: Figure, b: Figure): boolean => isCertainOrder([a, b])
  const [changes, broken] = [first.change !== undefined, slots.some(({ breaks, part }) => breaks !== null || part)]
  const rise = first.unit === '%' || first.unit === '‰' ? ['提高', '降低'] : ['增加', '减少']
  const direction = changes || broken ? '' : isMore(last, first) ? rise[0]! : isMore(first, last) ? rise[1]! : ''
  const title = named || changes ? name : first.label
  const sorted = [...own].sort(byValue)
  const extremes = [
    ['最高', sorted[0]!],
    ['最低', sorted.at(-1)!],
  ] as const
  const told = extremes
    .filter(([, figure]) => own.every(other => other === figure || inBase(other) !== inBase(figure)))
    .map(([word, figure]) =>
      figure === first || figure === last ? `${figure.period.text}${word}` : `${word}是${dated(figure)}`,
    )
  return [`${title}由${dated(first)}${direction}到${dated(last)}`, ...(own.length > 2 && !broken ? told : [])].join(
    '，',
  )
}
