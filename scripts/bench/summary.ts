import { tableLines } from './table.ts'

/** Timings of two ways to do the same thing, in milliseconds. */
export interface Comparison {
  name: string
  ours: number[]
  slidev: number[]
}

export interface ComparisonSummary extends Comparison {
  median: { ours: number; slidev: number }
  /** How many times as long `slidev` takes. */
  ratio: number
}

/** The middle one of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function summarize(comparison: Comparison): ComparisonSummary {
  const ours = median(comparison.ours)
  const slidev = median(comparison.slidev)
  return { ...comparison, median: { ours, slidev }, ratio: slidev / ours }
}

/** The summaries as a table for a terminal, one line an item. */
export function formatTable(summaries: readonly ComparisonSummary[]): string[] {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`
  return tableLines([
    ['', '汇报', 'slidev export', '倍数'],
    ...summaries.map(({ name, median, ratio }) => [
      name,
      seconds(median.ours),
      seconds(median.slidev),
      `${ratio.toFixed(1)}`,
    ]),
  ])
}
