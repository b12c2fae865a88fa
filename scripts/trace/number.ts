import { FORMAT_STYLES, formatFigure, formatNumber } from '../../model/format.ts'
import type { Figure } from '../../model/figure.ts'
import { parseNumeral } from '../../model/reading/numerals.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { toHalfWidth, collapseSpaces } from '../../model/reading/text.ts'

const PLAIN = /^[+\-−]?\d+(?:,\d{3})*(?:\.\d+)?$/

/** Whether what was typed is a number, rather than an id. */
export function isNumber(query: string): boolean {
  return !/^[a-z][a-z\d-]*(?:@|$)/i.test(query) && (/\d/.test(toHalfWidth(query)) || readQuantities(query).length > 0)
}

function valueOf(query: string): number | undefined {
  const digits = /\d+(?:,\d{3})*(?:\.\d+)?/.exec(query)?.[0]
  const value =
    digits === undefined ? (readQuantities(query)[0]?.value ?? parseNumeral(query)) : Number(digits.replaceAll(',', ''))
  return Number.isNaN(value) ? undefined : value
}

/**
 * The figures that print a number: 46.8 those of that value whatever their unit, 46.8% of that unit too, and 突破840亿元
 * of that qualifier; 840亿元 is printed by 突破840亿元 as well.
 */
export function figuresPrinting(query: string, figures: readonly Figure[]): Figure[] {
  const wanted = collapseSpaces(toHalfWidth(query))
  if (PLAIN.test(wanted)) {
    const value = Number(wanted.replace(/[^\d.]/g, ''))
    return figures.filter(
      figure => Math.abs(figure.value) === value || formatNumber(figure.value, figure.decimals) === wanted,
    )
  }
  const stated = readQuantities(wanted)[0]
  return figures.filter(figure => {
    const printed = FORMAT_STYLES.filter(style => style !== 'period').map(style => formatFigure(figure, style))
    const same = stated && Math.abs(figure.value) === Math.abs(stated.value) && figure.unit === stated.unit
    return (
      printed.some(text => text === wanted || text.replace('−', '-') === wanted) ||
      (same &&
        stated.unknownQualifier === null &&
        (stated.qualifier === 'none' || stated.qualifier === figure.qualifier) &&
        (stated.change === null || figure.change?.endsWith(stated.change)))
    )
  })
}

/** The figures whose values are closest, those of the same unit first. */
export function nearestByValue(query: string, figures: readonly Figure[], count = 3): Figure[] {
  const value = valueOf(collapseSpaces(toHalfWidth(query)))
  const unit = readQuantities(query)[0]?.unit
  if (value === undefined) return []
  const distance = (figure: Figure): number =>
    Math.abs(figure.value - value) / Math.max(figure.value, value, 1) + (unit && figure.unit !== unit ? 1 : 0)
  return [...figures].sort((a, b) => distance(a) - distance(b)).slice(0, count)
}
