/**
 * The closed vocabularies of the data model. A word outside of them is refused when the data is loaded.
 */

const MONEY = ['亿元', '万亿元', '万元', '元', '亿美元', '万美元'] as const
const AREAS = ['平方米', '万平方米', '平方公里', '公顷', '亩', '万亩'] as const
const LENGTHS = ['公里', '米'] as const
const WEIGHTS = ['吨', '万吨'] as const
const DURATIONS = ['天', '小时', '分钟'] as const
const TIMES = ['次', '万次'] as const
const COUNTS = [
  '个',
  '万个',
  '件',
  '万件',
  '家',
  '万家',
  '户',
  '万户',
  '人',
  '万人',
  '人次',
  '万人次',
  '名',
  '万名',
  '套',
  '万套',
  '辆',
  '万辆',
  '所',
  '处',
  '台',
  '栋',
  '座',
  '条',
  '届',
  '项',
  '场',
  '张',
  '万张',
  '间',
  '省市区',
] as const
const POINTS = ['个百分点'] as const

/** Units as they are printed after a number. `位` is a place in a ranking, `省市区` counts provinces as one word. */
export const UNITS = [
  ...MONEY,
  '%',
  '‰',
  ...POINTS,
  '倍',
  ...AREAS,
  ...LENGTHS,
  ...WEIGHTS,
  ...COUNTS,
  ...TIMES,
  '位',
  ...DURATIONS,
] as const
export type Unit = (typeof UNITS)[number]

/**
 * How exact a number is. 突破, 余 and 以上 make it a lower bound, 不足 an upper bound, 约 an approximation;
 * `none` is an exact count as the source states it.
 */
export const QUALIFIERS = ['none', '突破', '余', '约', '以上', '不足'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/**
 * What a number measures; decides its units and which charts accept it. A growth or reduction carries its magnitude as
 * a positive value, its sign word stands in `change`. A `share` is a part of a whole and in percent; any other
 * proportion, such as 2.5倍, 4.2‰ or 102.5% of a plan, is a `ratio`.
 */
export const KINDS = [
  'amount',
  'count',
  'area',
  'length',
  'weight',
  'growth',
  'reduction',
  'share',
  'ratio',
  'rank',
  'duration',
  'frequency',
] as const
export type Kind = (typeof KINDS)[number]

/** Sign words of growths and reductions that a figure may carry, as the source prints them. */
export const CHANGE_WORDS = [
  '同比增长',
  '同比下降',
  '增长',
  '下降',
  '压缩',
  '提高',
  '提升',
  '上升',
  '增加',
  '减少',
  '降低',
  '缩短',
] as const
export type ChangeWord = (typeof CHANGE_WORDS)[number]

/** Which way something changes. */
export type Direction = 'growth' | 'reduction'

const RISES = '增长 提高 提升 上升 增加 上涨 攀升 扩大 增幅 增速 涨幅 升高 增多 加快'
const FALLS =
  '下降 压缩 减少 降低 缩短 回落 下滑 下跌 压减 缩减 收窄 放缓 减缓 缩小 降幅 跌幅 负增长 减慢 走低 滑落 趋缓 精简'

/** The direction that each word of change tells: those that a figure may carry, and all others that texts use. */
export const DIRECTION_OF: Readonly<Record<string, Direction>> = Object.fromEntries([
  ...RISES.split(' ').map(word => [word, 'growth'] as const),
  ...FALLS.split(' ').map(word => [word, 'reduction'] as const),
])

/** The direction of a sign word, 同比 and the like in front of it or not. */
export function directionOf(change: string): Direction | undefined {
  return DIRECTION_OF[change.replace(/^(?:同比|环比)/, '')]
}

/** What a sign word compares with: 同比 with the same time of the year before, 环比 with the time before. */
export function basisOf(change: string): string | undefined {
  return /^(?:同比|环比)/.exec(change)?.[0]
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

/** The units that each kind may carry. */
export const UNITS_OF_KIND: Record<Kind, readonly Unit[]> = {
  amount: MONEY,
  count: COUNTS,
  area: AREAS,
  length: LENGTHS,
  weight: WEIGHTS,
  growth: ['%', '‰', ...POINTS, '倍'],
  reduction: ['%', '‰', ...POINTS],
  share: ['%'],
  ratio: ['%', '‰', '倍'],
  rank: ['位'],
  duration: DURATIONS,
  frequency: TIMES,
}

/** The kinds whose values start from zero and can be drawn as lengths. */
export const MEASURED_KINDS = [
  'amount',
  'count',
  'area',
  'length',
  'weight',
  'share',
  'ratio',
  'duration',
  'frequency',
] as const satisfies readonly Kind[]

/** Chinese names of the kinds, for errors and tables. */
export const KIND_NAMES: Record<Kind, string> = {
  amount: '金额',
  count: '数量',
  area: '面积',
  length: '长度',
  weight: '重量',
  growth: '增幅',
  reduction: '降幅',
  share: '占比',
  ratio: '比率',
  rank: '位次',
  duration: '时长',
  frequency: '次数',
}
