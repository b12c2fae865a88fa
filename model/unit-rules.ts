import { MEASURES, parseUnit, PLACE, type AddedBases, type MeasureKind } from './units.ts'

/** Where a deck keeps the units that it adds. */
export const UNITS_FILE = 'data/units.ts'

const KNOWN: ReadonlySet<string> = new Set([...Object.values(MEASURES).flat(), PLACE])
const isKind = (kind: string): kind is MeasureKind => Object.hasOwn(MEASURES, kind)
/** Letters and characters alone: what a text has digits and signs for is no unit. */
const isWord = (base: unknown): base is string => typeof base === 'string' && /^[\p{L}²³]+$/u.test(base)

/** What of the units that a deck adds is in order. */
export function soundBases(units: AddedBases = {}): AddedBases {
  return Object.fromEntries(
    Object.entries(units)
      .filter(([kind]) => isKind(kind))
      .map(([kind, bases]) => [kind, bases.filter(isWord)]),
  )
}

/** What is wrong with the units that a deck adds, each with the name of its entry. */
export function unitProblems(units: AddedBases = {}): { id: string; message: string }[] {
  const seen = new Set<string>()
  return Object.entries(units).flatMap(([kind, bases]) => {
    if (!isKind(kind))
      return [{ id: kind, message: `没有“${kind}”这一类单位，应为：${Object.keys(MEASURES).join('、')}` }]
    return bases.flatMap((base): { id: string; message: string }[] => {
      const twice = seen.has(base)
      seen.add(base)
      if (!isWord(base)) return [{ id: kind, message: `单位只能是文字，不能有数字、符号和空格（现为 "${base}"）` }]
      if (KNOWN.has(base)) return [{ id: kind, message: `“${base}”本来就是单位，请删去` }]
      if (twice) return [{ id: kind, message: `“${base}”重复` }]
      const read = parseUnit(base)
      return read && read.base !== base
        ? [{ id: kind, message: `“${base}”就是“${read.base}”的倍数，本来就能写，请删去` }]
        : []
    })
  })
}
