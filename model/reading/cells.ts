import { normalizeClause } from './text.ts'

/** A cell of a table as it is printed. */
export type PrintedCell =
  /** `digits` with the sign and without grouping, as `Number` reads it. */
  | { sort: 'number'; digits: string }
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

/** Reads a cell: full-width digits, any minus sign, thousands grouped by commas, a percent sign behind. */
export function readCell(printed: string): PrintedCell {
  const text = bareText(printed)
    .replace(/^[−–—](?=\d)/, '-')
    .replace(/[%‰]$/, '')
  if (NUMBER.test(text)) return { sort: 'number', digits: text.replace(/^\+/, '').replaceAll(',', '') }
  const gap = GAPS.find(([pattern]) => pattern.test(text))
  return gap ? { sort: 'gap', gap: gap[1] } : { sort: 'text' }
}
