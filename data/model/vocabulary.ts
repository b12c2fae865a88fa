/**
 * The closed vocabularies of the data model. A word outside of them is refused when the data is loaded.
 */

/** Units as they are printed after a number. `位` is a place in a ranking, `省市区` counts provinces as one word. */
export const UNITS = [
  '亿元', '万元', '亿美元',
  '%',
  '万平方米', '公里',
  '万件', '件', '个', '家', '所', '处', '户', '名', '人', '台', '栋', '座', '条', '届', '次', '位', '天', '省市区',
] as const
export type Unit = (typeof UNITS)[number]

/**
 * How exact a number is. 突破, 余 and 以上 make it a lower bound, 不足 an upper bound, 约 an approximation;
 * `none` is an exact count as the source states it.
 */
export const QUALIFIERS = ['none', '突破', '余', '约', '以上', '不足'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/**
 * What a number measures; decides its units and which charts accept it.
 * A growth or reduction carries its magnitude as a positive value, its sign word stands in `change`.
 */
export const KINDS = ['amount', 'count', 'area', 'length', 'growth', 'reduction', 'share', 'rank', 'duration', 'frequency'] as const
export type Kind = (typeof KINDS)[number]

/** Sign words of growths and reductions, as the source prints them. */
export const CHANGE_WORDS = ['同比增长', '同比下降', '增长', '下降', '压缩'] as const
export type ChangeWord = (typeof CHANGE_WORDS)[number]

/** The columns of the source: what people said, the paper's comment, the figures. */
export const COLUMNS = ['话说', '评说', '数说'] as const
export type Column = (typeof COLUMNS)[number]

const COUNTING_UNITS = ['万件', '件', '个', '家', '所', '处', '户', '名', '人', '台', '栋', '座', '条', '届', '省市区'] as const satisfies readonly Unit[]

/** The units that each kind may carry. */
export const UNITS_OF_KIND: Record<Kind, readonly Unit[]> = {
  amount: ['亿元', '万元', '亿美元'],
  count: COUNTING_UNITS,
  area: ['万平方米'],
  length: ['公里'],
  growth: ['%'],
  reduction: ['%'],
  share: ['%'],
  rank: ['位'],
  duration: ['天'],
  frequency: ['次'],
}

/** Chinese names of the kinds, for errors and tables. */
export const KIND_NAMES: Record<Kind, string> = {
  amount: '金额',
  count: '数量',
  area: '面积',
  length: '长度',
  growth: '增幅',
  reduction: '降幅',
  share: '占比',
  rank: '位次',
  duration: '时长',
  frequency: '次数',
}
