/** Thrown when figures are not fit for the chart that they were given to. */
export class ChartDataError extends Error {
  /** Chinese name of the chart. */
  readonly chart: string
  /** Ids of the figures it was given. */
  readonly ids: readonly string[]
  /** Why it cannot be drawn, and where there is a way out, what to do. */
  readonly reason: string

  constructor(chart: string, ids: readonly string[], reason: string) {
    super(`${chart}画不出来（${ids.join('、') || '没有数据编号'}）：${reason}`)
    this.name = 'ChartDataError'
    this.chart = chart
    this.ids = ids
    this.reason = reason
  }
}
