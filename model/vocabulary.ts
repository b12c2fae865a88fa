/**
 * The vocabularies of the data model: one table each of kinds, qualifiers and words of change. A word outside of them
 * is refused when the data is loaded.
 */
import { MEASURES, parseUnit, type MeasureKind } from './units.ts'

/** A unit as it is printed behind a number: a scale and a base, or a part of something; see `parseUnit`. */
export type Unit = string

/** What a qualified number says of the true one: that it is more, less, or near. */
export type Bound = 'least' | 'most' | 'about'

/** What a qualifier means, on which side of the number it stands, and whether it leaves the number itself out. */
export interface QualifierWord {
  bound: Bound
  place: 'front' | 'inside' | 'behind'
  open?: boolean
}

/** Words that qualify a number. */
export const QUALIFIER_WORDS = {
  突破: { bound: 'least', place: 'front', open: true },
  超过: { bound: 'least', place: 'front', open: true },
  超出: { bound: 'least', place: 'front', open: true },
  超: { bound: 'least', place: 'front', open: true },
  逾: { bound: 'least', place: 'front', open: true },
  破: { bound: 'least', place: 'front', open: true },
  冲破: { bound: 'least', place: 'front', open: true },
  不止: { bound: 'least', place: 'front', open: true },
  大于: { bound: 'least', place: 'front', open: true },
  不少于: { bound: 'least', place: 'front' },
  不低于: { bound: 'least', place: 'front' },
  不小于: { bound: 'least', place: 'front' },
  不下于: { bound: 'least', place: 'front' },
  不下: { bound: 'least', place: 'front' },
  至少: { bound: 'least', place: 'front' },
  最少: { bound: 'least', place: 'front' },
  余: { bound: 'least', place: 'inside', open: true },
  多: { bound: 'least', place: 'inside', open: true },
  有余: { bound: 'least', place: 'behind', open: true },
  之多: { bound: 'least', place: 'behind' },
  开外: { bound: 'least', place: 'behind', open: true },
  出头: { bound: 'least', place: 'behind', open: true },
  挂零: { bound: 'least', place: 'behind', open: true },
  以上: { bound: 'least', place: 'behind' },
  不足: { bound: 'most', place: 'front', open: true },
  不到: { bound: 'most', place: 'front', open: true },
  小于: { bound: 'most', place: 'front', open: true },
  不超过: { bound: 'most', place: 'front' },
  不多于: { bound: 'most', place: 'front' },
  不高于: { bound: 'most', place: 'front' },
  不大于: { bound: 'most', place: 'front' },
  至多: { bound: 'most', place: 'front' },
  最多: { bound: 'most', place: 'front' },
  以内: { bound: 'most', place: 'behind' },
  之内: { bound: 'most', place: 'behind' },
  以下: { bound: 'most', place: 'behind' },
  约: { bound: 'about', place: 'front' },
  大约: { bound: 'about', place: 'front' },
  约莫: { bound: 'about', place: 'front' },
  大概: { bound: 'about', place: 'front' },
  大致: { bound: 'about', place: 'front' },
  近: { bound: 'about', place: 'front' },
  将近: { bound: 'about', place: 'front' },
  接近: { bound: 'about', place: 'front' },
  近乎: { bound: 'about', place: 'front' },
  几乎: { bound: 'about', place: 'front' },
  差不多: { bound: 'about', place: 'front' },
  左右: { bound: 'about', place: 'behind' },
  上下: { bound: 'about', place: 'behind' },
} as const satisfies Readonly<Record<string, QualifierWord>>

const placed = (place: QualifierWord['place']): string =>
  Object.entries(QUALIFIER_WORDS)
    .filter(([, word]) => word.place === place)
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** Sources of regular expressions for the qualifiers on each side of a number. */
export const QUALIFIERS_IN_FRONT = placed('front')
export const QUALIFIERS_BEHIND = placed('behind')

/** How exact a number is, in the source's own word; `none` is an exact count as the source states it. */
export type Qualifier = 'none' | keyof typeof QUALIFIER_WORDS
export const QUALIFIERS = ['none', ...Object.keys(QUALIFIER_WORDS)] as readonly Qualifier[]

/** What a qualifier says of the true number; `undefined` where it is the one that is printed. */
export function boundOf(qualifier: Qualifier): Bound | undefined {
  return qualifier === 'none' ? undefined : QUALIFIER_WORDS[qualifier].bound
}

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

/** Which way something changes. */
export type Direction = 'rise' | 'fall'

const RISES =
  '增长 拉动增长 提高 提升 上升 增加 上涨 攀升 扩大 增幅 增速 涨幅 升高 增多 加快 净增 前移 翻番 翻一番 翻两番'
const FALLS =
  '下降 压缩 减少 降低 缩短 回落 下滑 下跌 压减 缩减 收窄 放缓 减缓 缩小 降幅 跌幅 负增长 减慢 走低 滑落 趋缓 精简 下调 净减 后移'
/** Words that say a change only where something is compared: 比上年低, 高于全市平均. */
const COMPARING = { rise: '高 多 快 大 长 优', fall: '低 少 慢 小 短' }

/** The direction that each word of change tells: those that a figure may carry, and all others that texts use. */
export const DIRECTION_OF: Readonly<Record<string, Direction>> = Object.fromEntries([
  ...RISES.split(' ').map(word => [word, 'rise'] as const),
  ...FALLS.split(' ').map(word => [word, 'fall'] as const),
])
export const COMPARING_DIRECTION: Readonly<Record<string, Direction>> = Object.fromEntries(
  (['rise', 'fall'] as const).flatMap(direction => COMPARING[direction].split(' ').map(word => [word, direction])),
)

/** Words that say a change and its number in one. */
export const WHOLE_CHANGES: Readonly<Record<string, { value: number; unit: Unit }>> = {
  持平: { value: 0, unit: '%' },
  零增长: { value: 0, unit: '%' },
  翻番: { value: 2, unit: '倍' },
  翻一番: { value: 2, unit: '倍' },
  翻两番: { value: 4, unit: '倍' },
  减半: { value: -50, unit: '%' },
}

/** The word that says change and number in one, with which a change ends; `undefined` where there is none. */
export function wholeChange(change: string): string | undefined {
  return Object.keys(WHOLE_CHANGES).find(word => change.endsWith(word))
}

/** What stands in front of a word of change and says with what is compared. */
const BASIS = /^(?:同比|环比)/
const LONGEST_FIRST = Object.keys(DIRECTION_OF).sort((a, b) => b.length - a.length)

/** The direction of a sign word, what is compared with in front of it or not; `undefined` where it tells none. */
export function directionOf(change: string): Direction | undefined {
  const word = LONGEST_FIRST.find(each => change.endsWith(each))
  if (word !== undefined) return DIRECTION_OF[word]
  const comparing = /^(?:同比|环比|年均|[比较].*)(?<char>.)$|^(?<level>.)于/u.exec(change)?.groups
  return COMPARING_DIRECTION[comparing?.char ?? comparing?.level ?? '']
}

/** Words whose sign is that of what changes, turned or not: 降幅收窄 is a rise, 增幅收窄 a fall. */
export const DEPENDENT_CHANGES: ReadonlySet<string> = new Set(['收窄', '扩大', '缩小'])

/** What a sign word compares with: 同比 with the same time of the year before, 环比 with the time before. */
export function basisOf(change: string): string | undefined {
  return BASIS.exec(change)?.[0]
}

/** Words that make a number a plan's. */
export const PLAN_WORDS: readonly string[] = '计划 规划 目标 拟 拟建 力争 争取 预计 预期 有望 将'.split(' ')

/**
 * Words that make a clause say something else of its number than that it is so: that it is planned, that it is not,
 * that it goes, or that it is only compared. A figure whose clause has one says so itself: in label, note or the like.
 */
export const TURNING_WORDS: ReadonlySet<string> = new Set([
  ...PLAN_WORDS,
  ...'未 未能 没能 尚未 停止 暂停 终止 中止 拒绝 缺口 亏损 还差'.split(' '),
  ...'撤并 撤销 关停 关闭 拆除 取消 淘汰 注销 停产 停业 停工 停办 停运 退出 流失 倒闭 清退 破产 转让'.split(' '),
  ...'低于 高于 少于 多于 不及 相差'.split(' '),
])

/** Words that deny a number only where they touch it or stand behind it: 无 in 无房家庭 denies nothing. */
export const DENYING_WORDS: ReadonlySet<string> = new Set('没有 没 无 不'.split(' '))

/** Areas that a number may be of: 占全市, 居全国. What names one is about no other. */
export const AREA = '世界|全球|全[国省市区县州盟旗]'

/** The units of the kinds that a unit alone does not tell. */
const UNITS_OF_KIND: Readonly<Partial<Record<Kind, readonly Unit[]>>> = {
  growth: ['%', '‰', '个百分点', '百分点', '个千分点', '千分点', '倍', '番', '成'],
  share: ['%', '‰', '成', ''],
  rate: ['%', '‰'],
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
