import type { Figure, FigureInput } from '../figure.ts'
import type { Quantity } from './quantities.ts'
import type { ReadNumber } from './numbers.ts'
import type { Span } from './text.ts'
import { decimalsOf } from '../format.ts'
import { parseUnit } from '../units.ts'
import { AREA, COMPARING_DIRECTION, directionOf, PLAN_WORDS, type Direction } from '../changes.ts'
import { isSameValue, numberOf } from '../values.ts'
import { readQuantities } from './quantities.ts'
import { wordsOf } from './words.ts'

/** The number of a figure. */
export type Stated = Pick<FigureInput, 'value' | 'to' | 'decimals' | 'unit' | 'qualifier' | 'change' | 'as'> &
  Partial<Pick<Figure, 'parts' | 'stated'>>

/**
 * Whether a quantity has the value of a figure: with the sign of its change where the figure carries one, else as
 * printed. 减少3万人 states 3万人 of 减少人数, and −3万人 of a change.
 */
export function hasValueOf(
  { value, parts, sign }: Pick<Quantity, 'value' | 'parts' | 'sign'>,
  figure: Stated,
): boolean {
  return isSameValue(figure.parts ?? figure.value, parts ?? (figure.change === undefined ? value : sign * value))
}

/** Whether a quantity is the number of a figure: value, unit and qualifier. */
export function isNumberOf(found: Quantity, figure: Stated): boolean {
  return hasValueOf(found, figure) && printsNumberOf(found, figure)
}

/** Whether a quantity prints the number of a figure, whatever is said of its direction. */
export function printsNumberOf(found: Quantity, figure: Stated): boolean {
  const { change, unit, qualifier = 'none' } = figure
  const value = figure.parts ?? figure.value
  return (
    isSameValue(found.parts ?? found.value, change === undefined ? value : Math.abs(numberOf(value))) &&
    found.unit === unit &&
    found.to === figure.to &&
    found.qualifier === qualifier &&
    found.unknownQualifier === null
  )
}

/** A figure with its number as the source states it. */
const asStated = (figure: Stated): Stated => ({ ...figure, ...figure.stated })

/** The quantities of a clause that are what a figure states. */
export function quantitiesOf(printed: Stated, clause: string): Quantity[] {
  const figure = asStated(printed)
  return readQuantities(clause).filter(found => isNumberOf(found, figure))
}

/** Where a clause states the number of a figure, its qualifier included; `undefined` where it does not. */
export function numberInClause(printed: Stated, clause: string): Span | undefined {
  const figure = asStated(printed)
  const same = readQuantities(clause).filter(found => hasValueOf(found, figure) && found.unit === figure.unit)
  const found = same.find(({ qualifier }) => qualifier === (figure.qualifier ?? 'none')) ?? same[0]
  return found && { start: found.start, end: found.end }
}

/** Whether a quantity prints the digits of a figure: those of the upper end of a range. */
export function hasDigitsOf({ decimals }: Pick<Quantity, 'decimals'>, figure: Stated): boolean {
  if (figure.as !== undefined) return true
  return decimals === decimalsOf(figure.to === undefined ? figure : { value: figure.to })
}

/** Whether a clause says of its number the change that a figure carries, in the figure's own word. */
export function saysChange({ change }: Pick<Quantity, 'change'>, word: string): boolean {
  return change !== null && change.endsWith(word) && directionOf(change) === directionOf(word)
}

/** What of a number has to be accounted for: with its unit where a figure could have that one, else without. */
export function countedSpan({ start, end, unit, unitStart }: ReadNumber): Span {
  return { start, end: unit !== null && parseUnit(unit) ? end : unitStart }
}

/** What the data says of a figure besides its number. */
export type Described = Pick<FigureInput, 'label' | 'short' | 'note' | 'whole' | 'comparedWith' | 'change'>

/** All words that the data has for a figure. */
export function descriptionOf({ label, short, note, whole, comparedWith, change }: Described): string {
  return [label, short, note, whole, comparedWith, change].filter(text => text !== undefined).join('\n')
}

/** Characters that tell a direction in whatever word: 新增, 减税, 降幅. */
const ROOTS: Readonly<Record<Direction, RegExp>> = { rise: /[增升涨扩]/, fall: /[减降压缩跌]/ }

/** Whether the words of a description tell a direction. */
export function tellsDirection(figure: Described, direction: Direction): boolean {
  const description = descriptionOf(figure)
  const compared = /[比较]/.test(description)
  return wordsOf(description).some(
    ({ text }) =>
      ROOTS[direction].test(text) ||
      directionOf(text) === direction ||
      (compared && COMPARING_DIRECTION[text.at(-1)!] === direction),
  )
}

/** Words that make a number a plan's wherever they stand; not 将, which others begin with. */
const PLANS: readonly string[] = PLAN_WORDS.filter(word => word.length > 1)

/**
 * What a clause says of the number of a figure that the figure does not say: a change without sign, or a word that
 * turns it (see `TURNING_WORDS`). Empty where clause and figure say the same.
 */
export function notCarried(figure: Described, { change, turned }: Pick<Quantity, 'change' | 'turned'>): string[] {
  const direction = change === null || figure.change !== undefined ? undefined : directionOf(change)
  const description = descriptionOf(figure)
  return [
    ...(direction !== undefined && !tellsDirection(figure, direction) ? [change!] : []),
    ...turned.filter(word => {
      const own = directionOf(word)
      // A plan is one in whatever word: 目标 says what 力争 does.
      const said = PLAN_WORDS.includes(word) ? [word, ...PLANS] : [word]
      return !said.some(each => description.includes(each)) && !(own !== undefined && tellsDirection(figure, own))
    }),
  ]
}

const AREAS = new RegExp(AREA, 'g')

/** The areas that a text names. */
export function scopesIn(text: string): string[] {
  return text.match(AREAS) ?? []
}
