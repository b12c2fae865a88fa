/** The kinds of figures, and the units that each may carry. Qualifiers and words of change stand beside them. */
import { MEASURES, parseUnit, PER_MANY, POINTS, type MeasureKind } from './units.ts'

/** A unit as it is printed behind a number: a scale and a base, or a part of something; see `parseUnit`. */
export type Unit = string

/**
 * What a number measures; decides its units and which charts accept it. What its unit measures, from `amount` to
 * `level`, needs not be written. A `growth` is a change in percent, points or times, negative for a decline; a `share`
 * is a part of a whole, a `rate` one of each of something else, a `completion` what was done of a plan; any other
 * proportion, such as 2.5倍 or 22.8:34.5:42.7, is a `ratio`.
 */
export const KINDS = [
  ...(Object.keys(MEASURES) as MeasureKind[]),
  'growth',
  'share',
  'rate',
  'ratio',
  'completion',
  'rank',
] as const
export type Kind = (typeof KINDS)[number]

/** The units of the kinds that a unit alone does not tell. */
const UNITS_OF_KIND: Readonly<Partial<Record<Kind, readonly Unit[]>>> = {
  growth: ['%', '‰', ...PER_MANY, ...POINTS, '倍', '番', '成'],
  share: ['%', '‰', '成', ''],
  rate: ['%', '‰', ...PER_MANY],
  ratio: ['%', '‰', '倍', '成', '折', ''],
  completion: ['%'],
  rank: ['位'],
}

/** Whether a kind may carry a unit. */
export function isUnitOfKind(unit: Unit, kind: Kind): boolean {
  return UNITS_OF_KIND[kind]?.includes(unit) || (kind !== 'rank' && parseUnit(unit)?.kind === kind)
}

/** The kinds whose values start from zero and can be drawn as lengths. */
export const MEASURED_KINDS: readonly Kind[] = KINDS.filter(kind => kind !== 'growth' && kind !== 'rank')

/** Chinese names of the kinds, for errors and tables. */
export const KIND_NAMES: Record<Kind, string> = {
  amount: '金额',
  count: '数量',
  area: '面积',
  length: '长度',
  weight: '重量',
  volume: '体积',
  power: '功率',
  energy: '能量',
  transport: '周转量',
  duration: '时长',
  frequency: '次数',
  level: '水平',
  growth: '增幅、降幅',
  share: '占比',
  rate: '比率',
  ratio: '比率',
  completion: '完成率',
  rank: '位次',
}

/** How a figure's kind is called: a growth by its direction. */
export function kindName({ kind, value }: { kind: Kind; value: number }): string {
  if (kind !== 'growth') return KIND_NAMES[kind]
  return value < 0 ? '降幅' : '增幅'
}

/** The kind of a figure, by its unit where it is not written. */
export function kindOf({
  kind,
  unit,
  change,
}: {
  kind?: Kind | undefined
  unit: Unit
  change?: string | undefined
}): Kind {
  return kind ?? parseUnit(unit)?.kind ?? (change === undefined ? 'ratio' : 'growth')
}
