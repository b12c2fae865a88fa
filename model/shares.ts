import type { Figure, FigureInput } from './figure.ts'
import { idsOf } from './context.ts'
import { decimalsOf, formatNumber } from './format.ts'
import {
  intervalOf,
  isSurelyMore,
  mayBeEqual,
  plusInterval,
  unrounded,
  type Interval,
  type Stated,
} from './interval.ts'

/** The shares that a proportion names, as figures of their own; each has the clause of the proportion. */
export function sharesOf(proportion: FigureInput): FigureInput[] {
  const { value, shares = [], of, whole, note, period, evidence } = proportion
  if (typeof value === 'number') return []
  return shares.slice(0, value.length).map((share, index) => ({
    ...share,
    value: value[index]!,
    decimals: decimalsOf(proportion),
    unit: '%',
    kind: 'share',
    period,
    ...(of !== undefined && { of }),
    ...(whole !== undefined && { whole }),
    ...(note !== undefined && { note }),
    evidence,
  }))
}

/** An entry of any shape, and the shares that it names, of any shape too. */
export function withShares(entry: unknown): unknown[] {
  const shares = (entry as { shares?: unknown } | null | undefined)?.shares
  return [entry, ...(Array.isArray(shares) ? (shares as unknown[]) : [])]
}

/** The ids of the proportions that name shares, by the shares' ids; of entries of any shape. */
export function proportionsOf(entries: readonly unknown[]): Map<string, string> {
  return new Map(
    entries.flatMap(entry => {
      const [proportion, ...shares] = idsOf(withShares(entry))
      return shares.map(share => [share, proportion!] as const)
    }),
  )
}

/** Whether a figure is a share that a proportion names. */
export function isOfProportion({ stated }: Pick<Figure, 'stated'>): boolean {
  return stated !== undefined && typeof stated.value !== 'number'
}

const WHOLE = intervalOf({ value: 100 })

type Share = Stated & { decimals: number }

/** What shares add up to, each rounded by itself: 33.4, 33.3 and 33.4 may well make 100. */
const sumOf = (shares: readonly Share[]): Interval => shares.map(unrounded).reduce(plusInterval)

/** Whether shares in percent may make up their whole. @param shares at least one */
export function canBeWhole(shares: readonly Share[]): boolean {
  return mayBeEqual(sumOf(shares), WHOLE)
}

/** Whether shares in percent are more than their whole, whatever rounding leaves open. @param shares at least one */
export function exceedsWhole(shares: readonly Share[]): boolean {
  return isSurelyMore(sumOf(shares), WHOLE)
}

/** What is wrong with the shares that a figure names. */
export function sharesProblem(figure: FigureInput): string | null {
  const { value, shares, of, whole } = figure
  if (shares === undefined) return null
  if (typeof value === 'number') return 'shares：只有比例（value 是几个数）才分得出各部分'
  if (shares.length !== value.length)
    return `shares：写了 ${shares.length} 个部分，value 有 ${value.length} 个数，应按次序一一对应`
  if (of === undefined && whole === undefined) return 'shares：没有写明是谁的各部分，请写明 of 或 whole'
  const decimals = decimalsOf(figure)
  if (canBeWhole(value.map(part => ({ value: part, decimals })))) return null
  const printed = value.map(part => formatNumber(part, decimals))
  const total = formatNumber(
    value.reduce((a, b) => a + b, 0),
    decimals,
  )
  return `shares：各部分相加是 ${total}（${printed.join(' + ')}），应为 100，四舍五入的误差除外；请核对 value，不是百分比的不写 shares`
}
