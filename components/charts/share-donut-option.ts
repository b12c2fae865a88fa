import type { EChartsOption, PieSeriesOption, TitleComponentOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { ChartTheme } from './theme.ts'
import { formatFigure } from '../../data/format.ts'
import { pickHighlight, refuse, requireKinds, requireNumber, requireSamePeriod } from './refuse.ts'
import { WHOLE } from './structural.ts'
import { emWidth, wrapLabel } from './text-width.ts'
import { spoken, valueLabel } from './value-label.ts'

const CHART = '环形图'

/** What a deck may say about charts of shares. */
export interface ShareOptions {
  /** Allows shares of different periods; each then names its own. Default: `false`. */
  mixedPeriods?: boolean
  /** Id of the share in red; others are navy. Default: all are red. */
  highlight?: string
}

/** One share before it is drawn. */
export interface Share {
  id: string
  /** In percent, 0 to 100. */
  value: number
  /** As printed, qualifier included. */
  text: string
  name: string[]
  /** 推算, and the period where periods are mixed; empty otherwise. */
  remark: string
  exact: boolean
  highlighted: boolean
}

/** Shares side by side, each of its own whole. */
export interface SharePlan {
  shares: readonly Share[]
  figures: readonly Figure[]
  mixed: boolean
}

/** Reads shares and refuses what is not one. @throws ChartDataError */
export function planShares(chart: string, figures: readonly Figure[], { mixedPeriods, highlight }: ShareOptions): SharePlan {
  requireNumber(chart, figures, 1, 3)
  requireKinds(chart, figures, ['share'], '增减请用 GrowthBars，其他请用 BarChart')
  requireSamePeriod(chart, figures, mixedPeriods)
  if (highlight !== undefined)
    pickHighlight(chart, figures, highlight)
  const over = figures.find(({ value }) => value > WHOLE)
  if (over)
    refuse(chart, figures, `“${over.id}”大于整体`)
  const mixed = new Set(figures.map(({ period }) => period.id)).size > 1
  const shares = figures.map((figure): Share => ({
    id: figure.id,
    value: figure.value,
    text: formatFigure(figure),
    name: wrapLabel(figure.short),
    remark: valueLabel(figure, { period: mixed }).remark,
    exact: figure.qualifier === 'none',
    highlighted: highlight === undefined || highlight === figure.id,
  }))
  return { shares, figures, mixed }
}

/**
 * Plans up to 3 donuts side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planDonut(figures: readonly Figure[], options: ShareOptions = {}): SharePlan {
  return planShares(CHART, figures, options)
}

/** Width in px that a number takes in the hole of a donut, and its largest size. */
const HOLE = 148
const MAX_NUMBER = 64
/** Percent of the chart's width that is left free on either side of a donut. */
const SIDE_GAP = 1.5
/** Percent of the ring that is dashed where the share ends inexactly. */
const INEXACT_TIP = 1.5

/** The option of planned donuts, all of one size. */
export function buildDonut({ shares }: SharePlan, theme: ChartTheme): EChartsOption {
  const number = Math.min(MAX_NUMBER, ...shares.map(({ text }) => Math.floor(HOLE / emWidth(text))))
  const lineHeight = theme.size.chartLabel * 1.25
  const lines = Math.max(...shares.map(({ name, remark }) => name.length + (remark ? 1 : 0)))
  const foot = 16 + lineHeight * lines
  const slot = WHOLE / shares.length
  const series = shares.map(({ value, text, exact, highlighted }, index): PieSeriesOption => {
    const color = highlighted ? theme.color.highlight : theme.color.compare
    const tip = exact ? 0 : Math.min(INEXACT_TIP, WHOLE - value)
    const slices = [
      { value, itemStyle: { color }, label: { show: true, position: 'center' as const, formatter: `{number|${text}}`, rich: { number: { ...richNumber(theme, number, color) } } } },
      { value: tip, itemStyle: { color: theme.color.paper, borderColor: color, borderWidth: 2, borderType: 'dashed' as const } },
      { value: WHOLE - value - tip, itemStyle: { color: theme.color.track } },
    ]
    return {
      type: 'pie',
      left: `${index * slot + SIDE_GAP}%`,
      width: `${slot - 2 * SIDE_GAP}%`,
      top: 4,
      bottom: foot,
      radius: ['70%', '100%'],
      silent: true,
      label: { show: false },
      labelLine: { show: false },
      itemStyle: { borderColor: theme.color.paper, borderWidth: value === WHOLE ? 0 : 3 },
      data: slices.filter(slice => slice.value > 0 || slice.label),
    }
  })
  const title = shares.map(({ name, remark }, index): TitleComponentOption => ({
    // Filled up to one number of lines, so that names start on one level.
    text: [...name, ...(remark ? [`{remark|${remark}}`] : []), ...Array.from({ length: lines }, () => ' ')].slice(0, lines).join('\n'),
    left: `${(index + 0.5) * slot}%`,
    bottom: 0,
    padding: 0,
    textAlign: 'center',
    textStyle: { fontFamily: theme.font.sans, fontWeight: 400, fontSize: theme.size.chartLabel, lineHeight, color: theme.color.ink, rich: { remark: { fontSize: theme.size.chartSmall, lineHeight, color: theme.color.soft } } },
  }))
  return { title, series }
}

function richNumber(theme: ChartTheme, size: number, color: string): { fontFamily: string, fontWeight: 900, fontSize: number, color: string } {
  return { fontFamily: theme.font.serif, fontWeight: 900, fontSize: size, color }
}

/** The shares in words. */
export function summarizeShares(chart: string, { figures, mixed }: SharePlan): string {
  return `${chart}：${figures.map(figure => spoken(figure, mixed)).join('；')}。`
}

/** The chart in words. */
export function summarizeDonut(plan: SharePlan): string {
  return summarizeShares(CHART, plan)
}
