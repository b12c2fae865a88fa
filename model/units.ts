import { rational, type Rational } from './rational.ts'

/** Measure words that count; each makes another one with 次: 人次, 家次, 批次. */
const COUNTING = (
  '人 名 户 口 个 家 所 座 处 项 条 件 套 台 辆 艘 架 部 张 枚 册 篇 批 届 场 期 间 栋 幢 片 头 只 羽 株 棵 匹 尾 盏 支 ' +
  '种 类 起 例 宗 笔 趟 班 轮 组 对 眼 孔 块 根 份 列 章 路 颗 款 门 本 幅 剂'
).split(' ')

/** What a unit without its scale counts or measures. */
export const MEASURES = {
  amount: ['元', '美元', '欧元', '日元', '港元', '英镑'],
  count: [
    ...COUNTING,
    ...COUNTING.map(word => `${word}次`),
    ...'天次 车次 省市区 标箱 标准箱 台套 件套 床 位次 个位次'.split(' '),
  ],
  area: ['平方米', '平方公里', '平方千米', '公顷', '亩', '平方', '㎡', 'm²', 'km²', '亩次'],
  length: ['米', '公里', '千米', '厘米', '毫米', '海里', '里', 'km'],
  weight: ['吨', '公斤', '斤', '千克', '克', '毫克', '微克', 'kg', 'mg', 'μg', 'µg'],
  volume: ['升', '毫升', '立方米', '立方', 'm³', '㎥'],
  power: ['千瓦', '兆瓦', '吉瓦', '千伏安'],
  energy: ['千瓦时', '兆瓦时', '度电', '吨标准煤', '千克标准煤', '克标准煤'],
  transport: ['吨公里', '人公里'],
  duration: ['天', '小时', '分钟', '年', '个月', '秒', '周', '岁', '个季度', '季度', '个工作日', '工作日'],
  frequency: ['次'],
  level: ['分贝', '级', '分', '度', '℃', '摄氏度'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type MeasureKind = keyof typeof MEASURES

/** Differences between parts of a whole. */
export const POINTS: readonly string[] = ['个百分点', '百分点', '个千分点', '千分点', '个基点', '基点']

/** Numbers of so many of something else: 198.5/10万. */
export const PER_MANY: readonly string[] = ['/万', '/10万']

/** Parts of a whole, times of another number, and differences between such; `''` for a fraction and a proportion. */
const RELATIVE_UNITS: readonly string[] = ['', '%', '‰', ...PER_MANY, ...POINTS, '倍', '番', '成', '折']

/** `位` is a place in a ranking, and counts people. */
export const PLACE = '位'

/** What may stand before a base: 万 in 万元, 千万 in 千万元. */
const SCALES: Readonly<Record<string, number>> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}

/** Times for each of which something is told, and of which none are counted: 元/月, 万吨/日. */
export const TIMES: readonly string[] = ['月', '日', '时']

/** A unit in its parts. */
export interface ParsedUnit {
  /** How many of the base it is: 10000 for 万亩; 1 where it has no scale. */
  scale: number
  /** What is counted or measured, for each of what it is told: 亩, 元/人. */
  base: string
  /** What the base measures; `rate` for one of each, `null` for parts and multiples of other numbers. */
  kind: MeasureKind | 'rate' | null
}

/** Bases that a deck adds, by what they measure. */
export type AddedBases = Readonly<Partial<Record<MeasureKind, readonly string[]>>>

function kindsOf(measures: AddedBases): (readonly [base: string, kind: MeasureKind])[] {
  return Object.entries(measures).flatMap(([kind, bases]) => bases.map(base => [base, kind as MeasureKind] as const))
}

const KIND_OF = new Map<string, MeasureKind>()
/** Counts the lists of bases that there have been. */
let lists = 0

/**
 * Makes the bases known that a deck adds to those of the engine, in place of another deck's; before anything of it is
 * read or printed.
 */
export function setBases(added: AddedBases = {}): void {
  KIND_OF.clear()
  for (const [base, kind] of [...kindsOf(added), ...kindsOf(MEASURES)]) KIND_OF.set(base, kind)
  KIND_OF.set(PLACE, 'count')
  lists++
}
setBases()

/** What follows from the bases, made anew where they have changed. */
export function perBases<Made>(make: () => Made): () => Made {
  let made: { of: number; value: Made } | undefined
  return () => {
    if (made?.of !== lists) made = { of: lists, value: make() }
    return made.value
  }
}

/**
 * A unit as it is printed behind a number, in scale and base: 亿千瓦时 is 1e8 of 千瓦时, 元/平方米 is 1 of 元 for each 平方米.
 * `undefined` for what is none.
 */
export function parseUnit(text: string): ParsedUnit | undefined {
  if (RELATIVE_UNITS.includes(text)) return { scale: 1, base: text, kind: null }
  const [unit = '', ...pers] = text.split(/[/·]/)
  const scaled = splitScale(unit)
  if (!scaled || !pers.every(per => TIMES.includes(per) || splitScale(per))) return undefined
  return pers.length === 0 ? scaled : { scale: scaled.scale, base: scaled.base + text.slice(unit.length), kind: 'rate' }
}

function splitScale(unit: string): ParsedUnit | undefined {
  // The longest base that is left: 千瓦 is a base and no thousand of anything.
  for (const scale of ['', ...Object.keys(SCALES)]) {
    const kind = unit.startsWith(scale) ? KIND_OF.get(unit.slice(scale.length)) : undefined
    if (kind) return { scale: SCALES[scale] ?? 1, base: unit.slice(scale.length), kind }
  }
  return undefined
}

/** Whether a unit tells a difference between parts of a whole: 2.3个百分点, 25个基点. */
export function isPoints(unit: string): boolean {
  return POINTS.includes(unit)
}

/** The power of ten that a unit's scale is: 8 of 亿元. */
function scaleExponent(unit: string): number {
  return Math.round(Math.log10(parseUnit(unit)?.scale ?? 1))
}

/** A number with its decimal point moved, digit for digit: a product would be off by a binary fraction. */
function shiftPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** What of a text is left without the scale that it begins with: 唛头 of 万唛头. */
export function withoutScale(text: string): string {
  const scales = Object.keys(SCALES).filter(scale => text.startsWith(scale) && text.length > scale.length)
  return text.slice(Math.max(0, ...scales.map(({ length }) => length)))
}

/** A number in a unit. */
interface Amount {
  value: number
  unit: string
}

/** How many of its base a number in a unit is: of 3亿元 300000000, so that numbers of one base compare. */
export function inBase({ value, unit }: Amount): number {
  return shiftPoint(value, scaleExponent(unit))
}

/** Numbers in one unit, whatever the scale that each is told in: 4105000万元 is 410.5亿元. */
export function valueIn(unit: string): (figure: Amount) => number {
  return figure => shiftPoint(figure.value, scaleExponent(figure.unit) - scaleExponent(unit))
}

/** How much one of a unit is in another of the same base, exactly: 1/10000 for 元 in 万元. */
export function unitRatio(of: string, unit: string): Rational {
  return rational(valueIn(unit)({ value: 1, unit: of }))
}

/** From the largest number down, of those of one base. */
export function byValue(a: Amount, b: Amount): number {
  return inBase(b) - inBase(a)
}

/** Whether one unit can be told in the other, as 万元 in 亿元. */
export function isSameBase(a: string, b: string): boolean {
  return a === b || (parseUnit(a)?.base ?? a) === (parseUnit(b)?.base ?? b)
}

/** All bases, for those who look for units in texts. */
export const bases = perBases((): readonly string[] => [...KIND_OF.keys(), ...RELATIVE_UNITS.filter(Boolean)])

/** Bases that count nothing behind a numeral: 三级 and 三分 are names. */
export const DIGITS_ONLY: ReadonlySet<string> = new Set(['级', '分', '度', '℃', '里', '升', '门', '本'])

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')

/** Source of a regular expression for a unit, for audiences' browsers too. */
export const unitPattern = perBases(() => {
  const scale = `(?:${anyOf(Object.keys(SCALES))})?`
  return `${scale}(?:${anyOf(bases())})(?:[/·]${scale}(?:${anyOf([...bases(), ...TIMES])}))*`
})
