import type { Figure } from '../../model/figure.ts'
import { spanCode } from '../../model/span.ts'
import { type Emphasis, reject } from './plan.ts'
import { figuresOver, type Slot, type TimeData, type TimeSeries } from './time-series.ts'

/** What of time is emphasised: by id of a series (measure or table), of a figure, or by a period (id, or code). */
export interface NamedInTime {
  /** In red. Default: the first series of lines, the last of columns. */
  highlight?: string
  /** In navy. Default: none. */
  compare?: string
  /** What a click each makes the highlight; before the first click everything is grey. */
  steps?: readonly string[]
  /** How many of the clicks have been made. Default: all. */
  step?: number
}

/** The emphasis of what is drawn over time. */
export interface TimeEmphasis {
  ofFigure: (figure: Figure, series: TimeSeries, slot: Slot) => Emphasis
  ofSeries: (series: TimeSeries) => Emphasis
}

/** @throws ChartDataError where something is to be emphasised that is not in the chart */
export function emphasisOver(
  chart: string,
  { slots, series }: TimeData,
  { highlight, compare, steps, step = steps?.length ?? 0 }: NamedInTime,
  initial: string,
): TimeEmphasis {
  const names = new Set([
    ...series.map(({ id }) => id),
    ...slots.map(({ span }) => spanCode(span)),
    ...figuresOver({ series }).flatMap(({ id, period }) => [id, period.id]),
  ])
  const asked = [['要突出的', highlight], ['要对比的', compare], ...(steps ?? []).map(name => ['steps 里的', name])]
  for (const [what, name] of asked)
    if (name !== undefined && !names.has(name))
      reject(
        chart,
        figuresOver({ series }),
        `${what}“${name}”不在这张图里；可写系列（${series.map(({ id }) => id).join('、')}）、时段或数据编号`,
      )
  const highlighted = steps ? steps[step - 1] : (highlight ?? initial)
  const of = (own: readonly string[]): Emphasis => {
    if (highlighted === undefined) return 'context'
    return own.includes(highlighted)
      ? 'highlight'
      : compare !== undefined && own.includes(compare)
        ? 'compare'
        : 'context'
  }
  return {
    ofFigure: ({ id, period }, { id: own }, { span }) => of([id, period.id, spanCode(span), own]),
    ofSeries: ({ id }) => of([id]),
  }
}
