/**
 * The units and measure words that the reader of numbers knows. A figure takes one of `UNITS` in `vocabulary.ts`; the
 * reader knows more, so that a longer unit is never taken for the shorter one that it begins with.
 */

/** What may stand before a base: 万元, 亿立方米. */
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![米克瓦卡升焦分]))'

/** Behind digits and numerals alike. */
const BASES = [
  ['元', '美元', '欧元', '日元', '港元', '英镑'],
  [
    '人',
    '人次',
    '名',
    '位',
    '户',
    '口',
    '个',
    '家',
    '所',
    '座',
    '处',
    '项',
    '条',
    '件',
    '套',
    '台',
    '辆',
    '艘',
    '架',
    '部',
  ],
  [
    '张',
    '枚',
    '册',
    '篇',
    '批',
    '届',
    '场',
    '期',
    '间',
    '栋',
    '幢',
    '片',
    '头',
    '只',
    '羽',
    '株',
    '棵',
    '匹',
    '尾',
    '盏',
    '支',
  ],
  [
    '种',
    '类',
    '次',
    '起',
    '例',
    '宗',
    '笔',
    '趟',
    '班',
    '轮',
    '组',
    '对',
    '眼',
    '孔',
    '块',
    '根',
    '份',
    '列',
    '章',
    '省市区',
  ],
  ['平方米', '平方公里', '平方千米', '公顷', '亩', '平方'],
  ['米', '公里', '千米', '厘米', '毫米', '海里'],
  ['吨', '公斤', '斤', '千克', '克', '毫克', '微克', '标箱'],
  ['升', '立方米', '立方'],
  ['千瓦', '千瓦时', '兆瓦', '度电', '吨标准煤'],
  ['天', '小时', '个小时', '分钟', '年', '个月', '秒', '周', '岁', '个季度', '季度'],
  ['%', '‰', '个百分点', '百分点', '个千分点', '千分点', '倍', '番', '成', '折'],
  ['分贝', '路'],
].flat()

/** Behind digits only: behind a numeral they name, as in 三级 or 三号. */
const AFTER_DIGITS = ['月', '日', '号', '时', '分', '点', '级', '层', '度', '℃', '代', '里', 'km', 'm²', 'km²', '元整']

const longestFirst = (units: readonly string[]): string => [...units].sort((a, b) => b.length - a.length).join('|')
const BASE = `(?:${longestFirst(BASES)})`
/** What comes behind another unit: 元/平方米, 万吨/日, 人/平方公里. */
const PER = `(?:(?:/|／)(?:万|千|百)?(?:${longestFirst([...BASES, ...AFTER_DIGITS])}))?`

/** A unit behind a numeral: 家, 人次. */
export const UNIT_OF_NUMERAL = `${BASE}${PER}`
/** A unit behind digits, its scale in front. */
export const UNIT_OF_DIGITS = `(?:${SCALE}?[余多]?(?:${longestFirst([...BASES, ...AFTER_DIGITS])})${PER}|${SCALE})`

const UNIT_AT = new RegExp(`^\\s?(?:${UNIT_OF_DIGITS})`)

/** The unit that a text begins with; `undefined` where it begins with none. */
export function unitAt(text: string): string | undefined {
  return UNIT_AT.exec(text)?.[0].trim()
}
