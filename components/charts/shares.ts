import type { Figure } from '../../model/figure.ts'
import type { Edge } from './qualifier-edge.ts'
import type { Tone, ToneOptions } from './tones.ts'
import { sentence, tellFigures } from './describe.ts'
import { edgeNote, edgeOf } from './qualifier-edge.ts'
import { hasMixedPeriods, refuse, requireKinds, requireNumber, requireSamePeriod } from './refuse.ts'
import { WHOLE } from './structural.ts'
import { planTones } from './tones.ts'
import { valueLabel } from './value-label.ts'

/** What a deck may say about charts of shares. */
export interface ShareOptions extends ToneOptions {
  /** Allows shares of different periods; each then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One share before it is drawn. */
export interface Share {
  id: string
  /** In percent, 0 to 100. */
  value: number
  /** As printed, qualifier included. */
  text: string
  name: string
  /** 推算, and the period where periods are mixed; empty otherwise. */
  remark: string
  edge: Edge
  tone: Tone
}

/** Shares side by side, each of its own whole. */
export interface SharePlan {
  shares: readonly Share[]
  note: string
  figures: readonly Figure[]
  mixed: boolean
}

/** Reads shares and refuses what is not one. @throws ChartDataError */
export function planShares(chart: string, figures: readonly Figure[], options: ShareOptions): SharePlan {
  requireNumber(chart, figures, 1, 3)
  requireKinds(chart, figures, ['share'], '增减请用 GrowthBars，其他请用 BarChart')
  requireSamePeriod(chart, figures, options.mixedPeriods)
  const toneOf = planTones(chart, figures, options)
  const over = figures.find(({ value }) => value > WHOLE)
  if (over) refuse(chart, figures, `“${over.id}”大于整体`)
  const mixed = hasMixedPeriods(figures)
  const shares = figures.map((figure): Share => {
    const { value: text, remark } = valueLabel(figure, { period: mixed })
    return {
      id: figure.id,
      value: figure.value,
      text,
      name: figure.short,
      remark,
      edge: edgeOf(figure),
      tone: toneOf(figure.id),
    }
  })
  return { shares, note: edgeNote(shares.map(({ edge }) => edge)), figures, mixed }
}

/** The shares in words, the largest first where one is. */
export function summarizeShares(chart: string, { figures, mixed }: SharePlan): string {
  return sentence(chart, [
    tellFigures(
      [...figures].sort((a, b) => b.value - a.value),
      mixed,
    ),
  ])
}
