import type { Figure } from '../../model/figure.ts'
import type { Kind } from '../../model/vocabulary.ts'
import { KIND_NAMES } from '../../model/vocabulary.ts'
import { ChartDataError } from './chart-error.ts'

/** @throws ChartDataError always. */
export function refuse(chart: string, figures: readonly Figure[], reason: string): never {
  throw new ChartDataError(
    chart,
    figures.map(({ id }) => id),
    reason,
  )
}

/** @throws ChartDataError where there are fewer than `least` or more than `most` figures, or one stands there twice. */
export function requireNumber(chart: string, figures: readonly Figure[], least: number, most: number): void {
  if (figures.length < least || figures.length > most)
    refuse(chart, figures, `要${least === most ? least : `${least}到${most}`}项数据，给了${figures.length}项`)
  const twice = figures.find(({ id }, index) => figures.findIndex(figure => figure.id === id) !== index)
  if (twice) refuse(chart, figures, `“${twice.id}”给了两次`)
}

/** @throws ChartDataError where a figure is of none of `kinds`; `advice` says which chart takes it. */
export function requireKinds(chart: string, figures: readonly Figure[], kinds: readonly Kind[], advice: string): void {
  const odd = figures.find(({ kind }) => !kinds.includes(kind))
  if (odd)
    refuse(
      chart,
      figures,
      `“${odd.id}”是${KIND_NAMES[odd.kind]}，这里只画${kinds.map(kind => KIND_NAMES[kind]).join('、')}；${advice}`,
    )
}

function requireSame(
  chart: string,
  figures: readonly Figure[],
  name: string,
  read: (figure: Figure) => string,
  advice: string,
): void {
  const first = figures[0]
  const odd = figures.find(figure => first && read(figure) !== read(first))
  if (first && odd)
    refuse(chart, figures, `${name}不同：“${first.id}”是${read(first)}，“${odd.id}”是${read(odd)}；${advice}`)
}

/** @throws ChartDataError where figures differ in kind or unit. */
export function requireSameMeasure(chart: string, figures: readonly Figure[]): void {
  requireSame(chart, figures, '类别', ({ kind }) => KIND_NAMES[kind], '请分成几张图')
  requireSameUnit(chart, figures)
}

/** @throws ChartDataError where figures differ in unit. */
export function requireSameUnit(chart: string, figures: readonly Figure[]): void {
  requireSame(chart, figures, '单位', ({ unit }) => unit, '请分成几张图')
}

/** @throws ChartDataError where figures are of different periods and the deck does not say that it means it. */
export function requireSamePeriod(chart: string, figures: readonly Figure[], mixed: boolean | undefined): void {
  if (!mixed)
    requireSame(chart, figures, '时段', ({ period }) => period.text, '确要同图请加 mixed-periods，图上会逐项注明时段')
}

/** Whether labels have to name their periods. */
export function hasMixedPeriods(figures: readonly Figure[]): boolean {
  return new Set(figures.map(({ period }) => period.id)).size > 1
}
