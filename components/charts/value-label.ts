import type { FormatStyle } from '../../model/format.ts'
import { DERIVED_MARK, formatFigure, planMark } from '../../model/format.ts'
import type { Figure } from '../../model/figure.ts'
import { LINE, textWidth } from './text-width.ts'
import type { ChartTheme } from './theme.ts'

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
export function valueLabel(figure: Figure, { style = 'plain', period, remarks = [] }: LabelOptions = {}): ValueLabel {
  const said = [figure.derived ? DERIVED_MARK : '', planMark(figure), period ? figure.period.text : '', ...remarks]
  return { value: formatFigure(figure, style), remark: said.filter(Boolean).join(' · ') }
}

/** Px between a number and its remark. */
const REMARK_GAP = 10

/** Width of a label in px, number and remark on one line. */
export function valueLabelWidth({ value, remark }: ValueLabel, size: number, remarkSize: number): number {
  return textWidth(value, size) + (value && remark ? REMARK_GAP : 0) + textWidth(remark, remarkSize)
}

/** How a label is set. */
export interface LabelLook {
  /** Of the number, px. */
  size: number
  color: string
  /** Default: soft. */
  remarkColor?: string
}

/** What of ECharts' `label` says how it is set; also what of a text of ZRender does. */
interface LabelStyle extends FontStyle {
  show: boolean
  formatter: string
  rich: Record<string, object>
}

/** `fill` is what ZRender calls a colour. */
interface FontStyle {
  color: string
  fill: string
  fontFamily: string
  fontSize: number
  fontWeight: 400 | 700
}

function fontStyle({ font }: ChartTheme, fontSize: number, color: string, fontWeight: 400 | 700 = 400): FontStyle {
  return { color, fill: color, fontFamily: font.sans, fontSize, fontWeight }
}

/**
 * A label for a series of ECharts, its remark beside the number; where it stands is for the chart to say. It is as wide
 * as `valueLabelWidth` says, whatever the number is measured to be.
 */
export function labelOption({ value, remark }: ValueLabel, look: LabelLook, theme: ChartTheme): LabelStyle {
  const { size, color, remarkColor = theme.color.soft } = look
  const number = fontStyle(theme, size, color, 700)
  const small = fontStyle(theme, theme.size.chartSmall, remarkColor)
  return {
    ...number,
    show: value !== '' || remark !== '',
    formatter: [value && remark ? `{value|${value}}` : value, remark && `{remark|${remark}}`].join(''),
    rich: {
      value: { ...number, width: textWidth(value, size), align: 'left' },
      remark: { ...small, padding: [size * 0.12, 0, 0, value ? REMARK_GAP : 0] },
    },
  }
}

/** A label with lines of remarks below its number. */
export function labelLines(value: string, remarks: readonly string[], look: LabelLook, theme: ChartTheme): LabelStyle {
  const { size, color, remarkColor = theme.color.soft } = look
  const lineHeights = [size, theme.size.chartSmall].map(each => Math.round(each * LINE))
  const number = { ...fontStyle(theme, size, color, 700), lineHeight: lineHeights[0] }
  const remark = { ...fontStyle(theme, theme.size.chartSmall, remarkColor), lineHeight: lineHeights[1] }
  const formatter = [value, ...remarks.map(line => `{remark|${line}}`)].join('\n')
  return { ...number, show: true, formatter, rich: { remark } }
}

/**
 * Paper behind a text that stands over lines. No line around its characters: Chromium's PDF makes of these a Type 3
 * font, whose text cannot be copied.
 */
export function groundOf(paper: string): { backgroundColor: string } {
  return { backgroundColor: paper }
}

/** A label on a ground of its own, so that lines run behind it. */
export function haloed(label: LabelStyle, { color }: ChartTheme): LabelStyle {
  return { ...label, ...groundOf(color.paper) }
}

/** A figure in a sentence: label, sign word, number, 推算 and where asked for the period. */
export function spoken(figure: Figure, period = false): string {
  const { value, remark } = valueLabel(figure, { style: 'worded', period })
  // The sign word says the rest of a change's label: 进出口总额 + 同比增长, not 进出口总额同比 + 同比增长.
  const name = figure.change === undefined ? figure.label : figure.short
  return `${name}${value}${remark ? `（${remark}）` : ''}`
}
