import { bases, DIGITS_ONLY, perBases, TIMES } from '../units.ts'

/**
 * The units and measure words that the reader of numbers knows: those of figures, and more, so that a longer unit is
 * never taken for the shorter one that it begins with.
 */

/** What may stand before a base: 万元, 亿立方米. */
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![米克瓦卡升焦分]))'

/** Behind digits and numerals alike. */
const countable = (): string[] => [...bases().filter(base => !DIGITS_ONLY.has(base)), '个小时']

/** Behind digits only: behind a numeral they name, as in 三级 or 三号. */
const AFTER_DIGITS = [...TIMES, '号', '点', '层', '代', '元整', ...DIGITS_ONLY]

const longestFirst = (units: readonly string[]): string => [...units].sort((a, b) => b.length - a.length).join('|')

/** Sources of regular expressions for the units of a deck. */
export const unitPatterns = perBases(() => {
  const all = longestFirst([...countable(), ...AFTER_DIGITS])
  // What comes behind another unit: 元/平方米, 万吨/日, 元/人·月.
  const per = `(?:(?:/|／|·)(?:${SCALE})?(?:${all}))*`
  return {
    /** A unit behind a numeral: 家, 人次. */
    numeral: `(?:${longestFirst(countable())})${per}`,
    /** A unit behind digits, its scale in front. */
    digits: `(?:${SCALE}?[余多]?(?:${all})${per}|${SCALE})`,
  }
})

const unitStart = perBases(() => new RegExp(`^\\s?(?:${unitPatterns().digits})`))

/** The unit that a text begins with; `undefined` where it begins with none. */
export function unitAt(text: string): string | undefined {
  return unitStart().exec(text)?.[0].trim()
}
