import type { Figure } from './model/figure.ts'
import { toChineseNumeral } from './model/quantity.ts'

/** One piece of a printed figure; pieces are set differently in large type. */
export interface Segment {
  role: 'sign' | 'qualifier' | 'number' | 'unit' | 'period'
  text: string
}

/** The ways of printing a figure, as `<Fig as="…">` names them. */
export const FORMAT_STYLES = ['plain', 'worded', 'signed', 'period'] as const

/**
 * How a figure is printed.
 * - `plain`: 突破1600亿元, 60余家, 8.9%. The sentence around it carries the sign word.
 * - `worded`: with the sign word of a growth or reduction, 同比增长8.9%. Anything else as `plain`.
 * - `signed`: with + or −, for bar labels, +8.9%. Anything else as `plain`.
 * - `period`: the figure's period instead of its value, 2020年1—11月.
 */
export type FormatStyle = (typeof FORMAT_STYLES)[number]

/** What the formatter needs of a figure; the period only for its own style. */
export type Printable = Pick<Figure, 'value' | 'decimals' | 'unit' | 'qualifier' | 'kind' | 'change'> & Partial<Pick<Figure, 'period'>>

/** Digits as the source prints them: no grouping, no compaction to 万, decimals kept. */
export function formatNumber(value: number, decimals: number): string {
  return value.toFixed(decimals)
}

function signOf({ kind, change }: Printable, style: FormatStyle): Segment[] {
  if (style === 'plain' || (kind !== 'growth' && kind !== 'reduction'))
    return []
  if (style === 'signed')
    return [{ role: 'sign', text: kind === 'growth' ? '+' : '−' }]
  return [{ role: 'sign', text: change ?? '' }]
}

/**
 * The pieces of a printed figure, in order. 余 follows a round number (60余家, 1000余家), otherwise the unit's
 * multiplier (14万余件).
 */
export function figureSegments(figure: Printable, style: FormatStyle = 'plain'): Segment[] {
  const { value, decimals, unit, qualifier, kind } = figure
  if (style === 'period')
    return [{ role: 'period', text: figure.period?.text ?? '' }]
  if (kind === 'rank')
    return [{ role: 'number', text: `第${toChineseNumeral(value)}` }, { role: 'unit', text: unit }]
  const number: Segment = { role: 'number', text: formatNumber(value, decimals) }
  const sign = signOf(figure, style)
  const whole: Segment = { role: 'unit', text: unit }
  switch (qualifier) {
    case 'none':
      return [...sign, number, whole]
    case '以上':
      return [...sign, number, whole, { role: 'qualifier', text: qualifier }]
    case '余': {
      const odd: Segment = { role: 'qualifier', text: qualifier }
      if (value % 10 === 0 || !/^[万亿]/.test(unit))
        return [...sign, number, odd, whole]
      return [...sign, number, { role: 'unit', text: unit[0]! }, odd, { role: 'unit', text: unit.slice(1) }]
    }
    default:
      return [...sign, { role: 'qualifier', text: qualifier }, number, whole]
  }
}

/** A figure as text; the only way in which a number reaches a slide, a chart, a note or a table. */
export function formatFigure(figure: Printable, style: FormatStyle = 'plain'): string {
  return figureSegments(figure, style).map(segment => segment.text).join('')
}

/** The mark that stands beside every derived figure. */
export const DERIVED_MARK = '推算'
