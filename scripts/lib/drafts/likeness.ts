import type { FigureInput, Period } from '../../../model/figure.ts'
import { decimalsOf } from '../../../model/format.ts'
import { intervalOf, isSurelyMore, scaled, unrounded, type Interval } from '../../../model/interval.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { rational } from '../../../model/rational.ts'
import { bareText } from '../../../model/reading/cells.ts'
import { isSameSpan, type Span } from '../../../model/span.ts'
import { parseUnit } from '../../../model/units.ts'
import { isSameValue } from '../../../model/values.ts'
import { kindOf } from '../../../model/vocabulary.ts'

/** What two sources state: one number in the same writing, one that only their digits tell apart, or two numbers. */
export type Likeness = 'same' | 'rounded' | 'other'

/** What a figure states, as the figures of other sources may state it too. */
export interface Subject {
  /** The same for all that state a level, or a change, of one thing in units of one base. */
  key: string
  span: Span
}

/** How drafts call a change behind what changes. */
const CHANGE = /(?:增速|变化)$/

/** What a figure states; `undefined` where nobody can know when. */
export function subjectOf(figure: FigureInput, periods: readonly Period[]): Subject | undefined {
  const { label, unit, comparedWith, change } = figure
  const span = resolvePeriod(figure.period, periods)?.span
  if (!span) return undefined
  const grows = kindOf(figure) === 'growth'
  const name = bareText(label)
  const basis = (comparedWith ?? (change?.startsWith('环比') ? '上月' : '上年')).replace('同期', '')
  const own = grows ? [name.replace(CHANGE, ''), basis] : [name]
  return { key: JSON.stringify([...own, parseUnit(unit)?.base ?? unit]), span }
}

export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.key === b.key && isSameSpan(a.span, b.span)
}

/** How the numbers of two figures of one subject are alike. */
export function likenessOf(a: FigureInput, b: FigureInput): Likeness {
  const isAlike =
    isSameValue(a.value, b.value) && isSameForm(a, b) && a.unit === b.unit && decimalsOf(a) === decimalsOf(b)
  if (isAlike) return 'same'
  const [fine, coarse] = stepOf(a) <= stepOf(b) ? [a, b] : [b, a]
  const [own, other] = [valueOf(fine), valueOf(coarse, stepOf(fine) < stepOf(coarse))]
  return !own || !other || isSurelyMore(own, other) || isSurelyMore(other, own) ? 'other' : 'rounded'
}

function isSameForm(a: FigureInput, b: FigureInput): boolean {
  return a.to === b.to && a.as === b.as && (a.qualifier ?? 'none') === (b.qualifier ?? 'none')
}

const scaleOf = (unit: string): number => parseUnit(unit)?.scale ?? 1

/** What one of the last digit of a figure is, in its base. */
function stepOf({ value, to, decimals, unit }: FigureInput): number {
  return scaleOf(unit) * 10 ** -decimalsOf({ value: to ?? value, decimals })
}

/** What a figure says of the true number, in its base; `undefined` for a proportion. */
function valueOf(figure: FigureInput, isRounded = false): Interval | undefined {
  const { value, to, qualifier = 'none', unit } = figure
  if (typeof value !== 'number') return undefined
  const stated = { value, to, qualifier, decimals: decimalsOf({ value: to ?? value, decimals: figure.decimals }) }
  return scaled(isRounded ? unrounded(stated) : intervalOf(stated), rational(scaleOf(unit)))
}
