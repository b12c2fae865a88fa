import type { Qualifier } from '../qualifiers.ts'
import { normalizeClause } from './text.ts'

/** A cell of a table as it is printed. */
export type PrintedCell =
  /** `digits` with the sign and without grouping, as `Number` reads it; a bound that is printed as a sign. */
  | { sort: 'number'; digits: string; qualifier?: Qualifier }
  /** `gap` is empty, 缺, `…` or `–`, of whatever width. */
  | { sort: 'gap'; gap: string }
  | { sort: 'text' }

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
const GAPS: readonly (readonly [printed: RegExp, gap: string])[] = [
  [/^空?$/, ''],
  [/^缺$/, '缺'],
  [/^(?:…+|\.{2,}|·{2,})$/, '…'],
  [/^(?:[-–—―─]+|\/)$/, '–'],
]

/** A text of a table as texts are compared: without spaces, in half width. 地 区 and 地区 are one. */
export function bareText(text: string): string {
  return normalizeClause(text).replace(/\s/g, '')
}

/** Signs of bounds, and the words that figures have for them. */
const BOUNDS: Readonly<Record<string, Qualifier>> = { '>': '大于', '<': '小于', '≥': '不低于', '≤': '不高于' }

/**
 * Reads a cell: full-width digits, any minus sign, thousands grouped by commas, a percent sign behind; a bound, as in
 * ＞10, and the brackets of what is added up over years, as in 〔14〕.
 */
export function readCell(printed: string): PrintedCell {
  const { sign = '', number = '' } = /^〔?(?<sign>[<>≥≤])?(?<number>.*?)〕?$/.exec(bareText(printed))!.groups!
  const text = number.replace(/^[−–—](?=\d)/, '-').replace(/[%‰]$/, '')
  const qualifier = BOUNDS[sign]
  if (NUMBER.test(text))
    return {
      sort: 'number',
      digits: text.replace(/^\+/, '').replaceAll(',', ''),
      ...(qualifier !== undefined && { qualifier }),
    }
  const gap = GAPS.find(([pattern]) => pattern.test(text))
  return gap ? { sort: 'gap', gap: gap[1] } : { sort: 'text' }
}
