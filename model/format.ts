import type { Figure } from './figure.ts'
import { decimalsIn, type Value } from './values.ts'
import { QUALIFIER_WORDS } from './qualifiers.ts'
import { PLAN_WORDS, wholeChange } from './changes.ts'
import { toChineseNumeral } from './reading/numerals.ts'

/** One piece of a printed figure; pieces are set differently in large type. */
export interface Segment {
  role: 'sign' | 'qualifier' | 'number' | 'unit' | 'period'
  text: string
}

/** The ways of printing a figure, as `<Fig as="…">` names them. */
export const FORMAT_STYLES = ['plain', 'worded', 'signed', 'period'] as const

/**
 * How a figure is printed.
 * - `plain`: 突破840亿元, 40余家, 6.5%. The sentence around it carries the sign word.
 * - `worded`: with the source's word of a change, 同比增长6.5%, 高于全市平均0.6个百分点. Anything else as `plain`.
 * - `signed`: with + or −, for bar labels, +6.5%. Anything else as `plain`.
 * - `period`: the figure's period instead of its value, 2031年一季度.
 */
export type FormatStyle = (typeof FORMAT_STYLES)[number]

/** What the formatter needs of a figure; the period only for its own style. */
export type Printable = Pick<Figure, 'value' | 'decimals' | 'unit' | 'qualifier' | 'kind' | 'change'> &
  Partial<Pick<Figure, 'parts' | 'to' | 'as' | 'period' | 'comparedWith'>>

/** Digits printed after the point: those that are asked for, or as many as the value needs. */
export function decimalsOf({ value, decimals }: { value: Value; decimals?: number | undefined }): number {
  return decimals ?? Math.max(...[value].flat().map(number => decimalsIn(String(number))))
}

/** Digits as the source prints them: no grouping, no compaction to 万, decimals kept; the sign stands by itself. */
export function formatNumber(value: number, decimals: number): string {
  return Math.abs(value).toFixed(decimals)
}

/** Words of change that say nothing without what they compare with: 高于 of 高于全市平均. */
const LEVEL = /^.[于出]$/u

function signOf({ value, change, comparedWith = '' }: Printable, style: FormatStyle): Segment[] {
  if (change === undefined || style === 'plain') return []
  const word = LEVEL.test(change) ? change + comparedWith : change
  if (style === 'worded') return [{ role: 'sign', text: word }]
  return value === 0 ? [] : [{ role: 'sign', text: value < 0 ? '−' : '+' }]
}

/** The number and its unit, without sign and qualifier: in the source's own writing where that is another. */
function numberSegments(figure: Printable, style: FormatStyle): { number: Segment; whole: Segment } {
  const { value, parts, to, as, decimals, unit, change } = figure
  // Behind a sign stand digits.
  if (as !== undefined && style !== 'signed')
    return { number: { role: 'number', text: as }, whole: { role: 'unit', text: '' } }
  const print = (number: number): string => formatNumber(number, decimals)
  // The base of a proportion of two is a whole number: 2.04:1, 104.8:100.
  const isBase = (part: number): boolean => parts?.length === 2 && (part === 1 || part === 100)
  const text = parts
    ? parts.map(part => (isBase(part) ? String(part) : print(part))).join(':')
    : to === undefined
      ? print(value)
      : [value, to].map(end => formatNumber(end, decimalsOf({ value: end }))).join(unit === '%' ? '%—' : '—')
  // A number's own minus is as large as its digits.
  const minus = change === undefined && value < 0 ? '−' : ''
  return { number: { role: 'number', text: minus + text }, whole: { role: 'unit', text: unit } }
}

/**
 * The pieces of a printed figure, in order. 余 and 多 follow a round number (40余家, 20余万户), otherwise the unit's
 * multiplier (12万余件, 2.5万余户).
 */
export function figureSegments(figure: Printable, style: FormatStyle = 'plain'): Segment[] {
  const { value, as, unit, qualifier, kind, change } = figure
  if (style === 'period') return [{ role: 'period', text: figure.period?.text ?? '' }]
  if (kind === 'rank')
    return [
      { role: 'number', text: `第${toChineseNumeral(value)}` },
      { role: 'unit', text: unit },
    ]
  const { number, whole } = numberSegments(figure, style)
  const sign = signOf(figure, style)
  // 持平 and 翻一番 are change and number in one.
  if (change !== undefined && wholeChange(change)) return [{ role: 'number', text: change }]
  if (qualifier === 'none') return [...sign, number, whole]
  const word: Segment = { role: 'qualifier', text: qualifier }
  switch (QUALIFIER_WORDS[qualifier].place) {
    case 'front':
      return [...sign, word, number, whole]
    case 'behind':
      return [...sign, number, whole, word]
    case 'inside': {
      const multiplier = /^[万亿]+/.exec(unit)?.[0]
      if (as !== undefined || value % 10 === 0 || !multiplier) return [...sign, number, word, whole]
      const rest: Segment = { role: 'unit', text: unit.slice(multiplier.length) }
      return [...sign, number, { role: 'unit', text: multiplier }, word, rest]
    }
  }
}

/** A figure as text; the only way in which a number reaches a slide, a chart, a note or a table. */
export function formatFigure(figure: Printable, style: FormatStyle = 'plain'): string {
  return figureSegments(figure, style)
    .map(segment => segment.text)
    .join('')
}

/** A figure with its word of change, in the pieces that a line must not break. */
export function valuePieces<Own extends Printable>(
  figure: Own,
  format: (figure: Own, style: FormatStyle) => string = formatFigure,
): string[] {
  const [worded, plain] = [format(figure, 'worded'), format(figure, 'plain')]
  const word = worded.endsWith(plain) ? worded.slice(0, -plain.length) : ''
  return [word, worded.slice(word.length)].filter(Boolean)
}

/** The mark that stands beside every derived figure. */
export const DERIVED_MARK = '推算'

/** What a plan is called, where nobody may take it for a fact. */
export const PLAN_MARK = '目标'

/** The mark that stands beside a planned figure; empty beside a fact, and where the name says it already. */
export function planMark({ planned, label }: Pick<Figure, 'planned' | 'label'>): string {
  return planned && !PLAN_WORDS.some(word => word.length > 1 && label.includes(word)) ? PLAN_MARK : ''
}

/** Names of parts where there are more than three, as no numbers: those of the ten heavenly stems. */
const STEMS = '甲乙丙丁戊己庚辛壬癸'

/** How a title names one of several parts, from 1: 上 and 下, 上, 中 and 下, 甲, 乙 and so on; behind ten of them 续. */
export function partName(part: number, of: number): string {
  return (of === 2 ? '上下' : of === 3 ? '上中下' : STEMS)[part - 1] ?? '续'
}

/** A text as it stands in quotation marks: those of its own are single ones. */
export function nested(text: string): string {
  return text.replace(/“([^”]*)”/g, '‘$1’')
}
