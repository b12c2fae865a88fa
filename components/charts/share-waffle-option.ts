import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Element } from './elements.ts'
import type { Room } from './room.ts'
import type { Share, ShareOptions, SharePlan } from './shares.ts'
import type { ChartTheme } from './theme.ts'
import { emptyRect, LINE, marked, textAt } from './elements.ts'
import { joinNotes, optionOf } from './room.ts'
import { gapOf, noteHeight } from './rows.ts'
import { noteElements } from './row-words.ts'
import { planShares, summarizeShares } from './shares.ts'
import { CELL_TEXT, WAFFLE_SIDE } from './structural.ts'
import { emWidth, wrapNote, wrapTo } from './text-width.ts'

const CHART = '百格图'

/** Shares as waffles. */
export interface WafflePlan extends SharePlan {
  /** What one cell stands for, in words, for each share. */
  cells: readonly string[]
}

/** Where the waffles and their words lie, px. */
export interface WaffleLayout {
  /** Edge of each waffle. */
  side: number
  /** Their upper left corners. */
  origins: readonly Point[]
  /** Whether words stand beside the one waffle; else below each. */
  beside: boolean
  /** Width for words. */
  room: number
  /** Size of the numbers, one for all. */
  number: number
}

const DASHED = '虚线格：并非整数'

/**
 * Plans up to 3 waffles of ten by ten cells side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planWaffle(
  figures: readonly Figure[],
  { mixedPeriods }: Pick<ShareOptions, 'mixedPeriods'> = {},
): WafflePlan {
  const plan = planShares(CHART, figures, { mixedPeriods: mixedPeriods ?? false })
  const shares = plan.shares.map((share): Share => ({ ...share, tone: 'highlight' }))
  const note = shares.some(({ edge }) => edge !== 'flat') ? DASHED : ''
  return {
    ...plan,
    shares,
    note,
    cells: figures.map(({ whole }) => (whole ? `每格为${whole}的${CELL_TEXT}` : `每格为${CELL_TEXT}`)),
  }
}

/** Largest and smallest number beside a waffle, in em of numbers. */
const LARGEST_NUMBER = 4
const SMALLEST_NUMBER = 1.6
/** Widest words beside a waffle, in em of labels. */
const WORDS_EM = 20
/** Edge on a page that is read from near, in em of labels. */
const NEAR_EM = 17

interface Words {
  name: string[]
  remark: string[]
  cell: string[]
  height: number
}

function wordsOf(
  { cells }: WafflePlan,
  { name, remark }: Share,
  index: number,
  number: number,
  room: number,
  theme: ChartTheme,
): Words {
  const { chartLabel, chartSmall } = theme.size
  const words = {
    name: wrapTo(name, room / chartLabel),
    remark: remark ? wrapTo(remark, room / chartSmall) : [],
    cell: wrapTo(cells[index] ?? '', room / chartSmall),
  }
  return {
    ...words,
    height:
      number * LINE +
      words.name.length * chartLabel * LINE +
      (words.remark.length + words.cell.length) * chartSmall * LINE,
  }
}

function numberSize({ shares }: SharePlan, room: number, theme: ChartTheme): number {
  return Math.floor(Math.min(theme.size.chartValue * LARGEST_NUMBER, ...shares.map(({ text }) => room / emWidth(text))))
}

/** Places waffles so that they are as large as they can be, their numbers large. */
export function layoutWaffles(plan: WafflePlan, theme: ChartTheme, width: number, height: number): WaffleLayout {
  const gap = gapOf(theme)
  const count = plan.shares.length
  const slot = width / count
  const below = (): WaffleLayout => {
    const room = slot - gap
    const number = Math.min(numberSize(plan, room, theme), Math.round(theme.size.chartValue * 2))
    const words = Math.max(
      ...plan.shares.map((share, index) => wordsOf(plan, share, index, number, room, theme).height),
    )
    const side = Math.max(0, Math.min(room, height - words - gap / 2))
    return { side, origins: plan.shares.map((_, index) => [index * slot, 0]), beside: false, room, number }
  }
  if (count > 1) return below()
  const side = Math.min(height, width * 0.6)
  const room = Math.min(width - side - 2 * gap, WORDS_EM * theme.size.chartLabel)
  const number = numberSize(plan, room, theme)
  const words = wordsOf(plan, plan.shares[0]!, 0, number, room, theme)
  const lower = below()
  const fits = number >= theme.size.chartValue * SMALLEST_NUMBER && words.height <= side
  return fits && side >= lower.side * 0.9 ? { side, origins: [[0, 0]], beside: true, room, number } : lower
}

/** How much of cell `index` is filled, 0 to 1, counting from the lower left, row by row upwards. */
export function cellFill(value: number, index: number): number {
  return Math.min(1, Math.max(0, value - index))
}

function cellElements({ id, value, edge }: Share, [left, top]: Point, side: number, theme: ChartTheme): Element[] {
  const pitch = side / WAFFLE_SIDE
  const size = pitch * 0.88
  return Array.from({ length: WAFFLE_SIDE ** 2 }, (_, index): Element[] => {
    const x = left + (index % WAFFLE_SIDE) * pitch
    const y = top + (WAFFLE_SIDE - 1 - Math.floor(index / WAFFLE_SIDE)) * pitch
    const fill = cellFill(value, index)
    const rect = (share: number, style: object): Element => ({
      type: 'rect',
      silent: true,
      shape: { x, y: y + size * (1 - share), width: size, height: size * share },
      style,
    })
    return [
      ...(fill < 1 ? [marked('cell', id, emptyRect(x, y, size, size, theme))] : []),
      ...(fill > 0 ? [marked('fill', id, rect(fill, { fill: theme.color.highlight }))] : []),
      ...(edge !== 'flat' && index === Math.min(Math.floor(value), WAFFLE_SIDE ** 2 - 1)
        ? [rect(1, { fill: 'none', stroke: theme.color.highlight, lineWidth: 3, lineDash: [6, 4] })]
        : []),
    ]
  }).flat()
}

function wordElements(
  { id, text }: Share,
  { name, remark, cell }: Words,
  [x, top]: Point,
  number: number,
  theme: ChartTheme,
): Element[] {
  const {
    color,
    size: { chartLabel, chartSmall },
  } = theme
  const nameTop = top + number * LINE
  const cellTop = nameTop + name.length * chartLabel * LINE
  return [
    marked(
      'value',
      id,
      textAt([x, top + (number * LINE) / 2], text, { size: number, color: color.highlight, face: 'numeral' }, theme),
    ),
    marked(
      'label',
      id,
      textAt([x, nameTop], name, { size: chartLabel, color: color.ink, face: 'bold', vertical: 'top' }, theme),
    ),
    marked(
      'scale',
      id,
      textAt([x, cellTop], [...remark, ...cell], { size: chartSmall, color: color.soft, vertical: 'top' }, theme),
    ),
  ]
}

/** Height in px that the chart wants on a page of this width. */
export function heightWaffle(plan: WafflePlan, theme: ChartTheme, width: number, remark?: string): number {
  const taken = noteHeight(joinNotes(plan.note, remark), width, theme)
  const side = Math.min(NEAR_EM * theme.size.chartLabel, (width * 0.94) / plan.shares.length)
  const beside = layoutWaffles(plan, theme, width, side)
  if (beside.beside) return Math.ceil(beside.side + taken)
  const words = Math.max(
    ...plan.shares.map((share, index) => wordsOf(plan, share, index, beside.number, beside.room, theme).height),
  )
  return Math.ceil(side + words + gapOf(theme) / 2 + taken)
}

/** The option of planned waffles, all of one size. */
export function buildWaffle(plan: WafflePlan, theme: ChartTheme, { width, height, remark }: Room): EChartsOption {
  const note = joinNotes(plan.note, remark)
  const available = height - noteHeight(note, width, theme)
  const { side, origins, beside, room, number } = layoutWaffles(plan, theme, width, available)
  const gap = gapOf(theme)
  const bottoms: number[] = []
  const waffles = plan.shares.map((share, index) => {
    const [left, top] = origins[index]!
    const words = wordsOf(plan, share, index, number, room, theme)
    const at: Point = beside ? [side + 2 * gap, Math.max(0, side - words.height)] : [left, top + side + gap / 2]
    bottoms.push(at[1] + words.height, top + side)
    return [...cellElements(share, [left, top], side, theme), ...wordElements(share, words, at, number, theme)]
  })
  const noteLines = wrapNote(note, width / theme.size.chartSmall)
  return optionOf([
    ...waffles.flat(),
    ...noteElements({ note: [0, Math.max(...bottoms) + theme.size.chartLabel * 0.4], noteLines }, theme),
  ])
}

/** The chart in words. */
export function summarizeWaffle(plan: WafflePlan): string {
  return summarizeShares(CHART, plan)
}
