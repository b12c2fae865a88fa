import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Element, Point } from './elements.ts'
import type { ShareOptions, SharePlan } from './share-donut-option.ts'
import type { ChartTheme } from './theme.ts'
import { textAt } from './elements.ts'
import { freeOption } from './row-frame.ts'
import { planShares, summarizeShares } from './share-donut-option.ts'
import { CELL_TEXT, WAFFLE_SIDE } from './structural.ts'

const CHART = '百格图'

/** Shares as waffles. */
export interface WafflePlan extends SharePlan {
  /** What one cell stands for, in words, for each share. */
  cells: readonly string[]
}

/** Where a waffle and its words lie, in px. */
export interface WaffleLayout {
  /** Upper left corner of the waffle. */
  origin: Point
  /** Edge of the waffle. */
  side: number
  /** Middle of the number's line. */
  text: Point
  align: 'left' | 'center'
  /** Size of the number. */
  number: number
}

/**
 * Plans up to 3 waffles of ten by ten cells side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planWaffle(figures: readonly Figure[], { mixedPeriods }: Pick<ShareOptions, 'mixedPeriods'> = {}): WafflePlan {
  return { ...planShares(CHART, figures, { mixedPeriods }), cells: figures.map(({ whole }) => whole ? `每格为${whole}的${CELL_TEXT}` : `每格为${CELL_TEXT}`) }
}

/** Width in px from which words stand beside a single waffle instead of below it. */
const BESIDE = 640
const BELOW_HEIGHT = 164

/** Places waffle `index` of `count`: words beside a single one where there is room, below otherwise. */
export function layoutWaffle(count: number, index: number, width: number, height: number): WaffleLayout {
  const slot = width / count
  if (count === 1 && width >= BESIDE) {
    const side = Math.min(height, width / 2)
    return { origin: [0, (height - side) / 2], side, text: [side + 48, height / 2 + side / 2 - 96], align: 'left', number: 88 }
  }
  const side = Math.min(slot - 24, height - BELOW_HEIGHT)
  return { origin: [(index + 0.5) * slot - side / 2, 0], side, text: [(index + 0.5) * slot, side + 46], align: 'center', number: 52 }
}

/** How much of cell `index` is filled, 0 to 1, counting from the lower left, row by row upwards. */
export function cellFill(value: number, index: number): number {
  return Math.min(1, Math.max(0, value - index))
}

function cellElements(value: number, exact: boolean, { origin: [left, top], side }: WaffleLayout, theme: ChartTheme): Element[] {
  const pitch = side / WAFFLE_SIDE
  const size = pitch * 0.9
  return Array.from({ length: WAFFLE_SIDE ** 2 }, (_, index): Element[] => {
    const x = left + (index % WAFFLE_SIDE) * pitch
    const y = top + (WAFFLE_SIDE - 1 - Math.floor(index / WAFFLE_SIDE)) * pitch
    const fill = cellFill(value, index)
    const rect = (share: number, style: object): Element => ({ type: 'rect', silent: true, shape: { x, y: y + size * (1 - share), width: size, height: size * share }, style })
    return [
      ...(fill < 1 ? [rect(1, { fill: theme.color.track })] : []),
      ...(fill > 0 ? [rect(fill, { fill: theme.color.highlight })] : []),
      ...(!exact && index === Math.floor(value) ? [rect(1, { fill: 'none', stroke: theme.color.highlight, lineWidth: 2, lineDash: [5, 3] })] : []),
    ]
  }).flat()
}

/** The option of planned waffles, all of one size. */
export function buildWaffle({ shares, cells }: WafflePlan, theme: ChartTheme): EChartsOption {
  return freeOption(shares.map(({ value }) => [value]), (params, api) => {
    const share = shares[params.dataIndex]
    if (!share)
      return null
    const layout = layoutWaffle(shares.length, params.dataIndex, api.getWidth(), api.getHeight())
    const { text: [x, y], align, number } = layout
    const { chartLabel, chartSmall } = theme.size
    const named = share.remark ? [...share.name, share.remark] : share.name
    const words = align === 'left'
      ? [
          textAt([x, y - number / 2 - 12], named, { size: chartLabel + 2, color: theme.color.ink, face: 'bold', vertical: 'bottom' }, theme),
          textAt([x, y + number / 2 + 8], cells[params.dataIndex] ?? '', { size: chartSmall + 2, color: theme.color.soft, vertical: 'top' }, theme),
        ]
      : [
          textAt([x, y + number / 2 + 4], named, { size: chartLabel, color: theme.color.ink, align, vertical: 'top' }, theme),
          ...(shares.length === 1 ? [textAt([x, api.getHeight()], cells[0] ?? '', { size: chartSmall, color: theme.color.soft, align, vertical: 'bottom' }, theme)] : []),
        ]
    return {
      type: 'group',
      children: [...cellElements(share.value, share.exact, layout, theme), textAt([x, y], share.text, { size: number, color: theme.color.highlight, face: 'numeral', align }, theme), ...words],
    }
  })
}

/** The chart in words. */
export function summarizeWaffle(plan: WafflePlan): string {
  return summarizeShares(CHART, plan)
}
