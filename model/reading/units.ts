import { BASES as FIGURE_BASES, DIGITS_ONLY } from '../units.ts'

/**
 * The units and measure words that the reader of numbers knows: those of figures, and more, so that a longer unit is
 * never taken for the shorter one that it begins with.
 */

/** What may stand before a base: 万元, 亿立方米. */
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![米克瓦卡升焦分]))'

/** Behind digits and numerals alike. */
const BASES = [...FIGURE_BASES.filter(base => !DIGITS_ONLY.has(base)), '个小时']

/** Behind digits only: behind a numeral they name, as in 三级 or 三号. */
const AFTER_DIGITS = ['月', '日', '号', '时', '点', '层', '代', 'km', 'm²', 'km²', '元整', ...DIGITS_ONLY]

const longestFirst = (units: readonly string[]): string => [...units].sort((a, b) => b.length - a.length).join('|')
const BASE = `(?:${longestFirst(BASES)})`
/** What comes behind another unit: 元/平方米, 万吨/日, 人/平方公里. */
const PER = `(?:(?:/|／)(?:万|千|百)?(?:${longestFirst([...BASES, ...AFTER_DIGITS])}))?`

/** A unit behind a numeral: 家, 人次. */
export const UNIT_OF_NUMERAL = `${BASE}${PER}`
/** A unit behind digits, its scale in front. */
export const UNIT_OF_DIGITS = `(?:${SCALE}?[余多]?(?:${longestFirst([...BASES, ...AFTER_DIGITS])})${PER}|${SCALE})`

const UNIT_AT = new RegExp(`^\\s?(?:${UNIT_OF_DIGITS})`)

/** The unit that a text begins with; `undefined` where it begins with none. */
export function unitAt(text: string): string | undefined {
  return UNIT_AT.exec(text)?.[0].trim()
}
