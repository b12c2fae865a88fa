/** A number as a text states it, whatever it means. */
export interface NumberToken {
  text: string
  start: number
  end: number
}

const MULTIPLIED = '(?:[余多来几]?[十百千万亿]+)?'
const ARABIC = `(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?${MULTIPLIED}`
/** 首 counts where it numbers something: 首届, 首张; not in 首先 or 首都. */
const FIRST = '首(?=[张届个家座条批次例款台艘列架])'
const NUMERAL = '[零〇一二三四五六七八九十百千万亿两双半]+'
const FRACTION = `${NUMERAL}分之${NUMERAL}(?:点${NUMERAL})?`
const CHINESE = `${FRACTION}|第?${NUMERAL}${MULTIPLIED}|[数几][十百千万亿]+|几(?=[个家名位人年次条座项所件台处])`
const IDIOMS = '翻番|倍增|成倍'

const NUMBER = new RegExp(`${ARABIC}|${FIRST}|${IDIOMS}|${CHINESE}`, 'g')

/**
 * Words of the language whose numerals count nothing. Everything else with a numeral is taken for a number: names,
 * terms and figures of speech of one article are listed in its deck's data, each with a reason.
 */
const WORDS = new RegExp(
  [
    '一大?批|一些|一系列|一方面|一边|一面|一起|一样|一定|一直|一旦|一般|一切|一律|一致|一并|一再|一同|一贯|一度|一向|一时|一下|一点|一路|一心|一手|一举|一经|一流|一线|一体',
    '一如既往|一步|统一|唯一(?!一)|(?<!分)之一|单一|专一|万一|同一|任一|某一|逐一|[这那每另]一(?!个)|新一[轮代批]|第一时间',
    '(?<=^|[\\n。；：:;，,])[一二三四五六七八九]是',
    '二手|再三|三农|四处|四周|四季|五金|七上八下|十分(?!之)|十足|百姓|百货|百科|百分点|千方百计|千家万户|万物',
    '两[岸侧边地旁端]|双[方双手赢]|半[途夜径岛]|半导体|零[售星散件]|零部件|零距离',
  ].join('|'),
  'g',
)

/**
 * All numbers of a source text in order: Arabic ones with what multiplies them, and Chinese numerals. Of a source
 * everything has to be accounted for, so whatever may be a number is one; the digit rule, under which each number of a
 * deck has to be a figure, knows numbers by what they count: `scripts/check/numbers/lexicon`.
 */
export function scanNumbers(text: string): NumberToken[] {
  const words = [...text.matchAll(WORDS)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  return [...text.matchAll(NUMBER)]
    .map(({ index, 0: found }) => ({ text: found, start: index, end: index + found.length }))
    .filter(token => !words.some(({ start, end }) => start <= token.start && token.end <= end))
}
