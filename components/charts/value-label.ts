import type { Figure } from '../../model/figure.ts'
import type { FormatStyle } from '../../model/format.ts'
import { DERIVED_MARK, formatFigure } from '../../model/format.ts'
import { textWidth } from './text-width.ts'

/** The number that stands at a mark, and what has to be said beside it. */
export interface ValueLabel {
  /** The figure as the one formatter prints it, qualifier included. */
  value: string
  /** 推算 for a derived figure, its period where periods are mixed; empty otherwise. */
  remark: string
}

/** What else labels of a chart say. */
export interface LabelOptions {
  style?: FormatStyle
  /** Names the period. Default: `false`. */
  period?: boolean
  /** Further remarks, e.g. what a change is compared with. */
  remarks?: readonly string[]
}

/** The label of one figure. */
export function valueLabel(
  figure: Figure,
  { style = 'plain', period = false, remarks = [] }: LabelOptions = {},
): ValueLabel {
  const said = [figure.derived ? DERIVED_MARK : '', period ? figure.period.text : '', ...remarks]
  return { value: formatFigure(figure, style), remark: said.filter(Boolean).join(' · ') }
}

/** Px between a number and its remark. */
export const REMARK_GAP = 10

/** Width of a label in px, number and remark on one line. */
export function valueLabelWidth({ value, remark }: ValueLabel, size: number, remarkSize: number): number {
  return textWidth(value, size) + (value && remark ? REMARK_GAP : 0) + textWidth(remark, remarkSize)
}

/** A figure in a sentence: label, sign word, number, 推算 and where asked for the period. */
export function spoken(figure: Figure, period = false): string {
  const { value, remark } = valueLabel(figure, { style: 'worded', period })
  // The sign word says the rest of a change's label: 进出口总额 + 同比增长, not 进出口总额同比 + 同比增长.
  const name = figure.kind === 'growth' || figure.kind === 'reduction' ? figure.short : figure.label
  return `${name}${value}${remark ? `（${remark}）` : ''}`
}
