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
 * proportion, such as 2.5倍 or 4.2‰, is a `ratio`.
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

/** Sign words of growths and reductions, as the source prints them. */
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

/** The direction that each sign word tells. */
export const KIND_OF_CHANGE: Record<ChangeWord, 'growth' | 'reduction'> = {
  同比增长: 'growth',
  同比下降: 'reduction',
  增长: 'growth',
  下降: 'reduction',
  压缩: 'reduction',
  提高: 'growth',
  提升: 'growth',
  上升: 'growth',
  增加: 'growth',
  减少: 'reduction',
  降低: 'reduction',
  缩短: 'reduction',
}

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
  ratio: ['‰', '倍'],
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
