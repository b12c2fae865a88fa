import type { TreeUsage } from './process-tree.ts'
import { tableLines } from './table.ts'

/** Timings of two ways to do the same thing, in milliseconds, in turn. */
export interface Comparison {
  name: string
  ours: Timing[]
  slidev: Timing[]
}

/** How long a command took, and what it used of the machine where the system tells. */
export interface Timing extends Partial<TreeUsage> {
  duration: number
}

export interface ComparisonSummary extends Comparison {
  median: { ours: number; slidev: number }
  /** How much of Slidev's time ours takes: the middle one of the pairs. */
  ratio: number
  /** The same of processor time, which other work on the machine changes little. */
  cpuRatio: number | undefined
}

/** The middle one of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function summarize(comparison: Comparison): ComparisonSummary {
  const { ours, slidev } = comparison
  const ratioOf = (measure: (timing: Timing) => number | undefined): number =>
    median(
      ours.map(
        (timing, turn) =>
          (measure(timing) ?? Number.NaN) / (slidev[turn] ? (measure(slidev[turn]) ?? Number.NaN) : Number.NaN),
      ),
    )
  const cpuRatio = ratioOf(({ cpu }) => cpu)
  return {
    ...comparison,
    median: { ours: middleOf(ours), slidev: middleOf(slidev) },
    ratio: ratioOf(({ duration }) => duration),
    cpuRatio: Number.isNaN(cpuRatio) ? undefined : cpuRatio,
  }
}

function middleOf(timings: readonly Timing[]): number {
  return median(timings.map(({ duration }) => duration))
}

/** The summaries as a table for a terminal, one line an item. */
export function formatTable(summaries: readonly ComparisonSummary[]): string[] {
  const seconds = (ms: number): string => (Number.isNaN(ms) ? '—' : `${(ms / 1000).toFixed(1)} 秒`)
  const times = (ratio: number | undefined): string =>
    ratio === undefined || Number.isNaN(ratio) ? '—' : ratio.toFixed(2)
  return tableLines([
    ['', '汇报', 'slidev export', '用时之比', '处理器时间之比', '内存最多'],
    ...summaries.map(({ name, ours, median, ratio, cpuRatio }) => [
      name,
      seconds(median.ours),
      seconds(median.slidev),
      times(ratio),
      times(cpuRatio),
      mebibytes(Math.max(...ours.map(({ memory = Number.NaN }) => memory))),
    ]),
  ])
}

/**
 * What Chromium alone takes, and how often that goes into the export of a built site; how often a PDF after a change
 * goes into all forms after one, where these were timed.
 */
export function formatFloor(summaries: readonly ComparisonSummary[], floor: readonly number[]): string[] {
  const [, changed, built, , all] = summaries.map(({ median }) => median.ours)
  const least = median(floor)
  return [
    `Chromium 自己启动并印完成的页面：${(least / 1000).toFixed(1)} 秒；网站已经建好时的导出是它的 ${(built! / least).toFixed(2)} 倍`,
    ...(all === undefined ? [] : [`改了一页之后，导出全部形式的用时是只导出 PDF 的 ${(all / changed!).toFixed(2)} 倍`]),
  ]
}

function mebibytes(bytes: number): string {
  return Number.isNaN(bytes) ? '—' : `${Math.round(bytes / 2 ** 20)} MiB`
}
