import { bareText } from '../../../model/reading/cells.ts'
import { parseUnit, withoutScale } from '../../../model/units.ts'

/** Signs of units, and the units as figures have them. */
const SIGNS: readonly (readonly [sign: RegExp, unit: string])[] = [
  [/(?:㎢|km[²2]|平方km)$/i, '平方公里'],
  [/(?:㎡|m[²2])$/i, '平方米'],
  [/kWh$/i, '千瓦时'],
  [/(?:㎏|kg)$/i, '千克'],
]

/** The unit that a text is, as figures have it; `undefined` where it is none. */
export function unitOf(text: string): string | undefined {
  const bare = bareText(text)
  const unit = SIGNS.reduce((rest, [sign, name]) => rest.replace(sign, name), bare)
  return unit !== '' && (unit === '位' || parseUnit(unit) !== undefined) ? unit : undefined
}

/** What of a text that is no unit may be a base that a deck adds: 唛头 of 万唛头; `undefined` for what is no word. */
export function unknownBase(text: string): string | undefined {
  const parts = bareText(text).split(/[/·]/)
  const [base] = parts.filter(part => parseUnit(part) === undefined).map(withoutScale)
  return base !== undefined && /^[\p{L}²³]+$/u.test(base) ? base : undefined
}
