import type { FigureInput } from './figure.ts'
import { decimalsOf, formatNumber } from './format.ts'
import { QUALIFIER_WORDS } from './qualifiers.ts'
import { parseUnit } from './units.ts'
import { decimalsIn } from './values.ts'

/** Most digits after the point that a converted number may need. */
const MOST_DECIMALS = 4

type Numbers = Pick<FigureInput, 'value' | 'to' | 'decimals' | 'unit'>

/** The digits of a number that is not negative with the point moved to the right, or to the left, and no more zeros. */
function movePoint(digits: string, by: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const all = `${'0'.repeat(Math.max(0, -by))}${whole}${fraction}${'0'.repeat(Math.max(0, by))}`
  const point = all.length - (fraction.length + Math.max(0, by)) + by
  return `${all.slice(0, point)}.${all.slice(point)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '')
}

/**
 * A number in the unit that it is printed in, digit for digit: 719183万元 is 71.9183亿元.
 * @returns as it is, where it is printed as the source has it
 */
export function inPrintedUnit<Figure extends Numbers & Pick<FigureInput, 'printAs'>>(figure: Figure): Figure {
  const { printAs, unit, to } = figure
  const [own, printed] = [unit, printAs ?? unit].map(parseUnit)
  if (printAs === undefined || !own || !printed || typeof figure.value !== 'number') return figure
  const by = Math.round(Math.log10(own.scale / printed.scale))
  const moved = (value: number, decimals: number): string =>
    `${value < 0 ? '-' : ''}${movePoint(formatNumber(value, decimals), by)}`
  const value = moved(figure.value, decimalsOf(figure))
  return {
    ...figure,
    unit: printAs,
    value: Number(value),
    decimals: decimalsIn(value),
    ...(to !== undefined && { to: Number(moved(to, decimalsOf({ value: to }))) }),
  }
}

/** What is wrong with the unit that a figure is to be printed in. */
export function printUnitProblem(figure: FigureInput): string | null {
  const { printAs, unit, value, as, qualifier = 'none' } = figure
  if (printAs === undefined) return null
  const [own, printed] = [unit, printAs].map(parseUnit)
  if (!own || own.kind === null || own.kind === 'rate' || own.base !== printed?.base)
    return `printAs：“${unit}”不能换成“${printAs}”，只能换万、亿等倍数，如 万元 换成 亿元`
  if (own.scale === printed.scale) return `printAs：“${printAs}”就是原来的单位，请删去`
  const kept = as !== undefined ? 'as' : typeof value !== 'number' ? '比例' : null
  if (kept) return `printAs：${kept} 照原文的写法印，不能换单位`
  if (qualifier !== 'none' && QUALIFIER_WORDS[qualifier].place === 'inside')
    return `printAs：“${qualifier}”说的是原来那一位上的零头，不能换单位`
  const { decimals = 0 } = inPrintedUnit(figure)
  return decimals > MOST_DECIMALS
    ? `printAs：换成“${printAs}”要印 ${decimals} 位小数，最多 ${MOST_DECIMALS} 位，又不能舍入，请用原来的单位`
    : null
}
