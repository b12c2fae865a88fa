import type { DataProblem } from '../../model/problems.ts'
import { describe, expect, it } from 'vitest'
import { UnknownFigureError } from '../../model/lookup.ts'
import { loadDataset } from '../support/load-dataset.ts'
import { figure, minus, over, percent, plus } from '../../model/expression.ts'
import { DataError } from '../../model/problems.ts'
import { soundSource } from '../support/deck-source.ts'

type Source = ReturnType<typeof soundSource>

function problemsOf(breakIt: (source: Source) => void): readonly DataProblem[] {
  const source = soundSource()
  breakIt(source)
  try {
    loadDataset(source)
  } catch (error) {
    if (error instanceof DataError) return error.problems
    throw error
  }
  return []
}

const shop = (source: Source, index = 0): Source['figures'][number]['figures'][number] =>
  source.figures[0]!.figures[index]!

const park = (source: Source): ReturnType<typeof shop> => source.figures[1]!.figures[0]!

const base = (source: Source): Source['derived']['figures'][number] => source.derived.figures[0]!
const rank = (value: number): object => ({
  value,
  unit: '位',
  kind: 'rank',
  evidence: { column: '数说', clause: `商铺数排第${value}位` },
})

describe('loading the data', () => {
  it('accepts data that is in order', () => {
    expect(problemsOf(() => {})).toEqual([])
  })

  it('accepts what has not changed', () => {
    const level = {
      value: 0,
      change: '持平',
      evidence: { column: '评说', clause: '销售额与上年持平', period: '一季度' },
    }
    expect(problemsOf(s => Object.assign(shop(s, 2), level))).toEqual([])
    expect(problemsOf(s => Object.assign(shop(s, 2), { ...level, value: 5 }))).toHaveLength(1)
  })

  it('accepts a whole in another scale, which may be rounded there', () => {
    const whole = { value: 0.04, unit: '万家', evidence: { column: '数说', clause: '商铺累计0.04万家' } }
    const part = { value: 401, qualifier: 'none', evidence: { column: '数说', clause: '新开商铺401家' } }
    const problems = problemsOf(s => {
      Object.assign(shop(s), whole)
      Object.assign(shop(s, 1), part)
      Object.assign(s.derived, { figures: [] })
    })
    expect(problems).toEqual([])
  })

  it.each<[string, (source: Source) => void]>([
    ['an id of the same dates', s => Object.assign(shop(s, 2), { period: '2031-Q1' })],
    ['words that are not listed', s => Object.assign(s.periods[1]!, { stated: [] })],
    [
      'no entry',
      s => {
        s.periods = s.periods.slice(0, 1)
        Object.assign(shop(s, 2), { period: '2031-Q1' })
      },
    ],
    ['the year that is implied', s => Object.assign(shop(s, 1), { period: '2031' })],
    [
      'words in the clause itself',
      s => Object.assign(park(s), { period: '2030', evidence: { column: '数说', clause: '上年新建公园3个' } }),
    ],
    [
      'what another number has taken the place of, whenever it was',
      s => {
        s.periods = [...s.periods, { id: 'before', text: '此前', stated: [] }]
        Object.assign(park(s), { period: 'before', evidence: { column: '数说', clause: '公园由3个增加到5个' } })
      },
    ],
    [
      'years between which something went',
      s =>
        Object.assign(park(s), {
          period: '2025/2031',
          evidence: { ...park(s).evidence, period: '从2025年的1个增加到2031年' },
        }),
    ],
  ])('takes a code that has %s', (_, write) => {
    expect(problemsOf(write)).toEqual([])
  })

  it.each<[string, (source: Source) => void, Partial<DataProblem>]>([
    [
      'a duplicate id',
      s => Object.assign(s.figures[1]!.figures[0]!, { id: 'shops' }),
      { file: 'data/figures/parks.ts', id: 'shops', message: '编号“shops”重复，已见于 data/figures/trade.ts 的 shops' },
    ],
    [
      'a duplicate label',
      s => Object.assign(s.figures[1]!.figures[0]!, { label: '商铺累计' }),
      { file: 'data/figures/parks.ts', message: '名称“商铺累计”重复，已见于 data/figures/trade.ts 的 shops' },
    ],
    [
      'a value that the clause does not state',
      s => Object.assign(shop(s), { value: 301 }),
      { id: 'shops', message: '原句“商铺累计300家”没有写“301家”，写的是：300家' },
    ],
    [
      'a clause without a number',
      s => Object.assign(shop(s), { evidence: { column: '数说', clause: '商铺很多' } }),
      { message: '原句“商铺很多”没有写“300家”，写的是：没有数字' },
    ],
    [
      'a dropped qualifier',
      s => Object.assign(shop(s, 1), { qualifier: 'none' }),
      { message: '原句“新开商铺40余家”没有写“40家”，写的是：40余家' },
    ],
    [
      'a 余 that would be printed elsewhere',
      s =>
        Object.assign(shop(s, 1), {
          value: 20,
          unit: '万件',
          of: undefined,
          evidence: { column: '数说', clause: '寄出20万余件' },
        }),
      { message: '会印成“20余万件”，与原句“寄出20万余件”里“余”的位置不同' },
    ],
    [
      'another unit than the clause',
      s => Object.assign(shop(s), { unit: '个' }),
      { message: '原句“商铺累计300家”没有写“300个”，写的是：300家' },
    ],
    [
      'decimals other than printed',
      s => Object.assign(shop(s, 2), { decimals: 2 }),
      { message: '原句“销售额同比增长6.5%”没有写“6.50%”，写的是：6.5%' },
    ],
    [
      'a sign word that the clause does not have',
      s => Object.assign(shop(s, 2), { change: '上升' }),
      { message: '原句“销售额同比增长6.5%”在该数之前没有写“上升”' },
    ],
    [
      'a decline that is not negative',
      s => Object.assign(shop(s, 2), { change: '同比下降' }),
      { message: '增减词“同比下降”与数值的正负相反：降的写成负数（现为 6.5）' },
    ],
    [
      'a growth that is negative',
      s => Object.assign(shop(s, 2), { value: -6.5 }),
      { message: '增减词“同比增长”与数值的正负相反：增的写成正数（现为 -6.5）' },
    ],
    [
      'the kind of a decline in decks of before',
      s => Object.assign(shop(s, 2), { kind: 'reduction' }),
      { message: 'kind：降幅现在写成 growth，value 为负数（现为 "reduction"）' },
    ],
    [
      'a growth without a sign word',
      s => Object.assign(shop(s, 2), { change: undefined }),
      { message: '增幅须写明增减词 change' },
    ],
    [
      'a sign word on a count that the clause does not have',
      s => Object.assign(shop(s), { change: '增长' }),
      { message: '原句“商铺累计300家”在该数之前没有写“增长”' },
    ],
    [
      'a sign word on a rank',
      s => Object.assign(shop(s), rank(3), { change: '上升' }),
      { message: '位次不能有增减词 change' },
    ],
    [
      'a sign word that tells no direction',
      s => Object.assign(shop(s, 2), { change: '同比' }),
      { message: '增减词“同比”不是涨跌的词' },
    ],
    [
      'a unit that does not fit the kind',
      s => Object.assign(shop(s), { kind: 'area' }),
      { message: '类别“面积”不用单位“家”' },
    ],
    [
      'a unit that nobody knows',
      s => Object.assign(shop(s), { unit: '加' }),
      { id: 'shops', message: expect.stringMatching(/^unit：不认识的单位，最接近的是：.*（现为 "加"）$/) },
    ],
    [
      'a value that is no number',
      s => Object.assign(shop(s), { value: '300' }),
      { message: 'value：应为数值，比例写成一列数值（现为 "300"）' },
    ],
    [
      'a negative value that the clause does not have',
      s => Object.assign(shop(s), { value: -300 }),
      { message: '原句“商铺累计300家”没有写“−300家”，写的是：300家' },
    ],
    [
      'a range that ends below its beginning',
      s => Object.assign(shop(s), { to: 200 }),
      { message: '范围的上端 to（200）应大于下端 value（300）' },
    ],
    [
      'a field that does not exist',
      s => Object.assign(shop(s), { qualifer: '余' }),
      { message: 'qualifer：没有这个字段（现为 "qualifer"）' },
    ],
    [
      'a field that is missing',
      s => Reflect.deleteProperty(shop(s), 'label'),
      { id: 'shops', message: 'label：不能缺少（现为 缺失）' },
    ],
    [
      'an id in the wrong form',
      s => Object.assign(shop(s), { id: 'Shops_1' }),
      { id: 'Shops_1', message: 'id：应为小写字母、数字和连字符（现为 "Shops_1"）' },
    ],
    [
      'a clause that is too long',
      s => Object.assign(shop(s), { evidence: { column: '数说', clause: `${'商'.repeat(60)}300家` } }),
      { message: expect.stringContaining('原句过长') },
    ],
    [
      'an unknown column',
      s => Object.assign(shop(s), { evidence: { column: '教说', clause: '商铺累计300家' } }),
      { message: 'evidence.column：栏目不在清单内，应为：评说、数说、话说（现为 "教说"）' },
    ],
    [
      'a qualifier that is left out',
      s => Object.assign(shop(s), { evidence: { column: '数说', clause: '商铺近300家' } }),
      {
        id: 'shops',
        message: '原句“商铺近300家”没有写“300家”，写的是：近300家',
      },
    ],
    [
      'two qualifiers at once',
      s => Object.assign(shop(s, 1), { evidence: { column: '数说', clause: '新开商铺约40余家' } }),
      { id: 'shops-new', message: expect.stringContaining('的“约…余”不是一个限定词') },
    ],
    [
      'a share that is reached as a growth',
      s => Object.assign(shop(s, 2).evidence, { clause: '销售额同比增长至6.5%' }),
      { id: 'sales-growth', message: '原句“销售额同比增长至6.5%”在该数之前没有写“同比增长”' },
    ],
    [
      'a rank below the first',
      s => Object.assign(shop(s), rank(0)),
      { id: 'shops', message: '位次应为不小于1的整数（现为 0）' },
    ],
    [
      'a rank between two places',
      s => Object.assign(shop(s), rank(1.5)),
      { id: 'shops', message: '位次应为不小于1的整数（现为 1.5）' },
    ],
    [
      'a figure that is nothing',
      s => s.figures[0]!.figures.push(null as never),
      { file: 'data/figures/trade.ts', id: '第4条', message: '条目：应为一条记录（现为 null）' },
    ],
    [
      'an unknown period',
      s => Object.assign(shop(s), { period: 'yaer' }),
      { message: '没有时段“yaer”，最接近的是：year、spring' },
    ],
    [
      'a narrower period without its words',
      s => Object.assign(shop(s), { period: 'spring', of: undefined }),
      { message: '时段“2031年一季度”须在 evidence.period 写明原文依据（一季度）' },
    ],
    [
      'words that mean another period',
      s => Object.assign(shop(s, 2).evidence, { period: '二季度' }),
      { message: '“二季度”不是时段“2031年一季度”的写法（一季度）' },
    ],
    [
      'other words for the implied period',
      s => Object.assign(shop(s).evidence, { period: '一季度' }),
      { id: 'shops', message: '“一季度”不是时段“2031年”的写法（2031年）' },
    ],
    [
      'a code that is none',
      s => Object.assign(shop(s), { period: '2031-1/2031-11' }),
      {
        id: 'shops',
        message:
          '时段“2031-1/2031-11”不是 data/periods.ts 里的编号，也不是时段的代码，应写成 2031、2031-H1、2031-Q1/2031-Q3、2031-11、2031-01/2031-11、2025/2031、../2031-11、@2031-12-31 这样的代码，最接近的是：2031-01/2031-11、2031-11、2031',
      },
    ],
    [
      'a period in words',
      s => Object.assign(shop(s), { period: '2031年前三季度' }),
      { id: 'shops', message: expect.stringMatching(/最接近的是：2031-Q1\/2031-Q3$/) },
    ],
    [
      'a code in words for another time',
      s => Object.assign(shop(s, 2), { period: '2031-H1' }),
      { id: 'sales-growth', message: '“一季度”不是时段“2031年上半年”的写法（2031年上半年）' },
    ],
    [
      'a code without words for it',
      s => Object.assign(shop(s), { period: '2030', evidence: { column: '数说', clause: '商铺累计300家' } }),
      { id: 'shops', message: '时段“2030年”须在 evidence.period 写明原文依据（2030年）' },
    ],
    [
      'words that another period lists',
      s => {
        s.periods = [...s.periods, { id: 'school', text: '春季学期', stated: ['上半年'] }]
        Object.assign(shop(s, 2), { period: '2031-H1', evidence: { ...shop(s, 2).evidence, period: '上半年' } })
      },
      { id: 'sales-growth', message: '“上半年”不是时段“2031年上半年”的写法（2031年上半年）' },
    ],
    [
      'dates of a period that are none',
      s => Object.assign(s.periods[1]!, { span: '2031Q1' }),
      {
        file: 'data/periods.ts',
        id: 'spring',
        message: expect.stringMatching(/^span：不是时段的代码.*最接近的是：2031-Q1/),
      },
    ],
    [
      'a stated figure of a period that the source does not state',
      s => Object.assign(s.periods[1]!, { text: '开春以来', stated: [] }),
      { id: 'sales-growth', message: '时段“开春以来”没有原文写法（stated 为空），只能用于推算的数据' },
    ],
    [
      'a reference to itself',
      s => Object.assign(shop(s), { of: 'shops' }),
      { id: 'shops', message: 'of 不能指向自己' },
    ],
    [
      'mixed periods of part and whole',
      s => Object.assign(shop(s, 2), { of: 'shops' }),
      { id: 'sales-growth', message: '与 of 所指“shops”时段不同：spring 与 year' },
    ],
    [
      'mixed periods in a formula',
      s => Object.assign(base(s), { expression: plus(figure('shops'), figure('sales-growth')) }),
      {
        file: 'data/derived.ts',
        id: 'shops-base',
        message: "算式用到不同时段的数（2031年、2031年一季度），结果是哪一段的，请在这一条里写明：period: '2031'",
      },
    ],
    [
      'a dangling reference',
      s => Object.assign(shop(s, 1), { of: 'shop' }),
      { id: 'shops-new', message: expect.stringMatching(/^of 指向不存在的“shop”，最接近的是：shops、/) },
    ],
    [
      'a part larger than its whole',
      s => Object.assign(shop(s), { value: 30, evidence: { column: '数说', clause: '商铺累计30家' } }),
      { id: 'shops-new', message: '部分（40余家）大于整体“shops”（30家），请核对数值和限定词，或改 of' },
    ],
    [
      'a part larger than its whole, in another scale',
      s =>
        Object.assign(shop(s), {
          value: 0.003,
          unit: '万家',
          evidence: { column: '数说', clause: '商铺累计0.003万家' },
        }),
      { id: 'shops-new', message: '部分（40余家）大于整体“shops”（0.003万家），请核对数值和限定词，或改 of' },
    ],
    [
      'a formula over a figure that is not there',
      s => Object.assign(base(s), { expression: minus(figure('shops'), figure('shops-nwe')) }),
      { message: '算式用到不存在的“shops-nwe”，最接近的是：shops、shops-new、parks-new' },
    ],
    [
      'a derived figure of an unknown period',
      s => Object.assign(base(s), { period: 'winter' }),
      { id: 'shops-base', message: expect.stringContaining('没有时段“winter”') },
    ],
    [
      'a formula without figures',
      s => Object.assign(base(s), { expression: percent(3) }),
      { message: '算式没有用到任何数据' },
    ],
    [
      'a formula over different units',
      s => Object.assign(base(s), { expression: minus(figure('shops'), figure('parks-new')) }),
      { message: '单位不同，不能相减：家与个' },
    ],
    [
      'a formula with another unit than declared',
      s => Object.assign(base(s), { unit: '个' }),
      { message: '算式得出的单位是“家”，写的是“个”' },
    ],
    [
      'a derived figure of a whole that is not there',
      s => Object.assign(base(s), { of: 'nope' }),
      {
        file: 'data/derived.ts',
        id: 'shops-base',
        message: expect.stringMatching(/^of 指向不存在的“nope”，最接近的是：/),
      },
    ],
    [
      'a derived growth, which has no sign word',
      s => Object.assign(base(s), { kind: 'growth', unit: '%' }),
      { id: 'shops-base', message: '推算的数据没有增减词，不能是增幅、降幅' },
    ],
    [
      'an operation that does not exist',
      s => Object.assign(base(s), { expression: { ...minus(figure('shops'), figure('shops-new')), op: '*' } }),
      {
        id: 'shops-base',
        message: expect.stringMatching(/^expression\.op：算式应由 figure、percent、plus、minus、over 写成/),
      },
    ],
    [
      'an operation without operands',
      s => Object.assign(base(s), { expression: { op: '+' } }),
      { id: 'shops-base', message: 'expression.left：不能缺少（现为 缺失）' },
    ],
    [
      'an operand that is no formula',
      s => Object.assign(base(s), { expression: plus(figure('shops'), percent('3' as never)) }),
      { id: 'shops-base', message: 'expression.right.value：应为数值（现为 "3"）' },
    ],
    [
      'a formula that is nothing',
      s => Object.assign(base(s), { expression: null }),
      { id: 'shops-base', message: expect.stringContaining('expression：') },
    ],
    [
      'a derived figure that is nothing',
      s => Object.assign(s.derived, { figures: [null] }),
      { file: 'data/derived.ts', id: '第1条' },
    ],
    [
      'a division by zero',
      s => Object.assign(base(s), { expression: over(figure('shops'), percent(0)) }),
      { id: 'shops-base', message: '除数为零' },
    ],
    [
      'a formula with a negative result',
      s => Object.assign(base(s), { expression: minus(figure('shops-new'), figure('shops')) }),
      { id: 'shops-base', message: '算式得出负数（-260），请检查被减数与减数' },
    ],
    [
      'a column without a name',
      s => Object.assign(s, { columns: [...s.columns, ' '] }),
      { file: 'data/columns.ts', id: '第4条', message: expect.stringContaining('不能为空') },
    ],
    [
      'a column twice',
      s => Object.assign(s, { columns: [...s.columns, '数说'] }),
      { file: 'data/columns.ts', id: '第4条', message: '栏目“数说”重复，已见于 data/columns.ts 的 第2条' },
    ],
    [
      'a chapter id in the wrong form',
      s => Object.assign(s.chapters[1]!, { id: 'Parks' }),
      { file: 'data/chapters.ts', id: 'Parks', message: 'id：应为小写字母、数字和连字符（现为 "Parks"）' },
    ],
    [
      'a chapter without a title',
      s => Object.assign(s.chapters[1]!, { title: '' }),
      { file: 'data/chapters.ts', id: 'parks', message: 'title：不能为空（现为 ""）' },
    ],
    [
      'two chapters of one id',
      s => Object.assign(s.chapters[1]!, { id: 'trade' }),
      { file: 'data/chapters.ts', id: 'trade', message: '编号“trade”重复，已见于 data/chapters.ts 的 trade' },
    ],
    [
      'a chapter that is nothing',
      s => Object.assign(s, { chapters: [...s.chapters, null] }),
      { file: 'data/chapters.ts', id: '第3条' },
    ],
    [
      'a period without a text',
      s => Object.assign(s.periods[1]!, { text: ' ' }),
      { file: 'data/periods.ts', id: 'spring', message: expect.stringMatching(/^text：不能为空/) },
    ],
    [
      'a period whose wordings are no list',
      s => Object.assign(s.periods[1]!, { stated: '一季度' }),
      { file: 'data/periods.ts', id: 'spring', message: 'stated：应为数组（现为 "一季度"）' },
    ],
    [
      'two periods of one id',
      s => Object.assign(s.periods[1]!, { id: 'year' }),
      { file: 'data/periods.ts', id: 'year', message: '编号“year”重复，已见于 data/periods.ts 的 year' },
    ],
    [
      'two implied periods',
      s => Object.assign(s.periods[1]!, { implied: true }),
      { file: 'data/periods.ts', id: 'spring', message: '只能有一个 implied 时段，已有“year”' },
    ],
    [
      'a quote of an unknown column',
      s => Object.assign(s.quotes.quotes[0]!, { column: '教说' }),
      {
        file: 'data/quotes.ts',
        id: 'keeper',
        message: 'column：栏目不在清单内，应为：评说、数说、话说（现为 "教说"）',
      },
    ],
    [
      'a quote without a column',
      s => Reflect.deleteProperty(s.quotes.quotes[0]!, 'column'),
      { file: 'data/quotes.ts', id: 'keeper', message: 'column：没有写栏目，应为：评说、数说、话说' },
    ],
    [
      'an erratum without a reason',
      s => Object.assign(s.errata.errata[0]!, { reason: '' }),
      { file: 'data/errata.ts', id: '商埔', message: 'reason：不能为空（现为 ""）' },
    ],
    [
      'an erratum that stands nowhere',
      s => Object.assign(s.errata.errata[0]!, { chapters: [] }),
      { file: 'data/errata.ts', id: '商埔', message: expect.stringContaining('至少写一章') },
    ],
    [
      'a chapter that is not there',
      s => Object.assign(s.figures[1]!, { chapter: 'park' }),
      { id: 'park', message: '没有这一章，最接近的是：parks、trade' },
    ],
    [
      'a quote over 30 characters',
      s => Object.assign(s.quotes.quotes[0]!, { text: '好'.repeat(31) }),
      { file: 'data/quotes.ts', id: 'keeper', message: expect.stringContaining('引语不得超过30字') },
    ],
    [
      'a quote of no chapter',
      s => Object.assign(s.quotes.quotes[0]!, { chapter: 'shop' }),
      { file: 'data/quotes.ts', message: '没有“shop”这一章' },
    ],
    [
      'a focal point outside of the picture',
      s => Object.assign(s.photos.photos[0]!, { focus: [2, 0] }),
      { file: 'data/photos.ts', id: 'street' },
    ],
    [
      'a source that is not there',
      s => Object.assign(shop(s).evidence, { source: 'yearbook' }),
      {
        file: 'data/figures/trade.ts',
        id: 'shops',
        message: 'evidence.source：写了来源“yearbook”，data/deck.ts 的 source 里没有 sources（见 data/sources.ts）',
      },
    ],
    [
      'a source that is mistyped',
      s => {
        s.sources = [{ id: 'article', title: '一年' }]
        s.figures[0]!.source = 'artcle'
      },
      { file: 'data/figures/trade.ts', id: 'trade', message: 'source：没有“artcle”这个来源，最接近的是：article' },
    ],
    [
      'two sources of one file',
      s => {
        s.sources = [
          { id: 'article', title: '一年', file: '原文.txt' },
          { id: 'other', title: '又一年', file: '原文.txt' },
        ]
      },
      { file: 'data/sources.ts', id: 'other', message: '文件“原文.txt”重复，已见于 data/sources.ts 的 article' },
    ],
    [
      'a column in a source without any',
      s => {
        s.sources = [{ id: 'article', title: '一年', undivided: true }]
      },
      {
        file: 'data/figures/trade.ts',
        id: 'shops',
        message: 'evidence.column：“一年”不分章和栏（undivided），请删去（现为 "数说"）',
      },
    ],
    [
      'a column in a deck without any',
      s => {
        s.columns = []
      },
      {
        file: 'data/figures/trade.ts',
        id: 'shops',
        message: 'evidence.column：这份文稿没有栏目（data/columns.ts 是空的），请删去（现为 "数说"）',
      },
    ],
    [
      'a cell that is no place of a sheet',
      s => Object.assign(shop(s), { evidence: { sheet: '表1', cell: '7C', row: '甲', column: '乙' } }),
      { file: 'data/figures/trade.ts', id: 'shops', message: 'evidence.cell：应为单元格的位置，如 C7（现为 "7C"）' },
    ],
    [
      'a range in a cell',
      s => Object.assign(shop(s), { to: 400, evidence: { sheet: '表1', cell: 'C7', row: '甲', column: '乙' } }),
      { file: 'data/figures/trade.ts', id: 'shops', message: '单元格里只有一个数，不能写 to' },
    ],
    [
      'a number in a caption of its own',
      s => Object.assign(s.photos.photos[0]!, { caption: '商业街有300家商铺', ownCaption: true }),
      {
        file: 'data/photos.ts',
        id: 'street',
        message: 'caption：文稿自己写的说明（ownCaption）里不能有数，现有“300家”',
      },
    ],
    [
      'a unit to print in that is of something else',
      s => Object.assign(shop(s), { printAs: '万元' }),
      {
        file: 'data/figures/trade.ts',
        id: 'shops',
        message: 'printAs：“家”不能换成“万元”，只能换万、亿等倍数，如 万元 换成 亿元',
      },
    ],
    [
      'a unit to print in that would need rounding',
      s =>
        Object.assign(shop(s), { value: 301, printAs: '亿家', evidence: { column: '数说', clause: '商铺累计301家' } }),
      {
        file: 'data/figures/trade.ts',
        id: 'shops',
        message: 'printAs：换成“亿家”要印 8 位小数，最多 4 位，又不能舍入，请用原来的单位',
      },
    ],
    [
      'a unit to print in of a number with 余',
      s => Object.assign(shop(s, 1), { printAs: '百家' }),
      { file: 'data/figures/trade.ts', id: 'shops-new', message: 'printAs：“余”说的是原来那一位上的零头，不能换单位' },
    ],
    [
      'the number as it is printed where the clause has another',
      s =>
        Object.assign(shop(s), {
          value: 7,
          unit: '亿元',
          printAs: '万元',
          evidence: { column: '数说', clause: '商铺累计70000万元' },
        }),
      { file: 'data/figures/trade.ts', id: 'shops', message: expect.stringContaining('没有写“7亿元”') },
    ],
    [
      'an erratum in no chapter',
      s => Object.assign(s.errata.errata[0]!, { chapters: ['shop'] }),
      { file: 'data/errata.ts', id: '商埔' },
    ],
  ])('refuses %s', (_, breakIt, problem) => {
    expect(problemsOf(breakIt)).toContainEqual(expect.objectContaining(problem))
  })

  it.each<[string, (source: Source) => void]>([
    [
      'a rank beyond the Chinese numerals',
      s => Object.assign(shop(s, 2), rank(100), { change: undefined, period: 'year' }),
    ],
    [
      'a change in points',
      s =>
        Object.assign(shop(s, 2), {
          value: 2,
          unit: '个百分点',
          change: '提高',
          evidence: { column: '评说', clause: '占比提高了2个百分点', period: '一季度' },
        }),
    ],
    [
      'a proportion, a range, a fraction and numbers in words',
      s => {
        const stated = (clause: string): object => ({ of: undefined, evidence: { column: '数说', clause } })
        Object.assign(shop(s), { value: [22.8, 34.5, 42.7], unit: '', kind: 'ratio' }, stated('结构为22.8:34.5:42.7'))
        Object.assign(shop(s, 1), { value: 6, to: 6.5, qualifier: 'none', unit: '%', kind: 'share' })
        Object.assign(shop(s, 1), stated('占比6%—6.5%'))
        Object.assign(shop(s, 2), {
          value: 2 / 3,
          unit: '',
          kind: 'share',
          change: undefined,
          as: '三分之二',
          period: 'year',
        })
        Object.assign(shop(s, 2), { qualifier: '以上' }, stated('三分之二以上的商铺'))
        s.derived.figures = []
      },
    ],
    [
      'one value of two in a clause by its sign word',
      s =>
        Object.assign(shop(s, 2), {
          value: -6.5,
          change: '下降',
          evidence: { column: '评说', clause: '销售额增长6.5%，成本下降6.5%', period: '一季度' },
        }),
    ],
    [
      'a change that says its number itself',
      s =>
        Object.assign(shop(s, 2), {
          value: 0,
          change: '持平',
          evidence: { column: '评说', clause: '一季度销售额与上年持平', period: '一季度' },
        }),
    ],
    [
      'a smaller harvest',
      s =>
        Object.assign(shop(s, 2), {
          value: -1.6,
          change: '减产',
          evidence: { column: '评说', clause: '一季度减产1.6%', period: '一季度' },
        }),
    ],
    [
      'a plan more than fulfilled',
      s =>
        Object.assign(shop(s, 2), {
          value: 102.5,
          kind: 'ratio',
          change: undefined,
          evidence: { column: '评说', clause: '计划完成102.5%', period: '一季度' },
        }),
    ],
    ['the words of the implied period', s => Object.assign(shop(s).evidence, { period: '2031年' })],
    [
      'a derived part of a derived whole',
      s => {
        Object.assign(s.derived, {
          figures: [base(s), { ...base(s), id: 'shops-half', label: '半数', of: 'shops-base' }],
        })
      },
    ],
  ])('accepts %s', (_, change) => {
    expect(problemsOf(change)).toEqual([])
  })

  it('finds a wrong unit in a formula along with all other problems', () => {
    const problems = problemsOf(s => {
      Object.assign(base(s), { unit: '个' })
      Object.assign(s.figures[1]!.figures[0]!, { value: 4 })
    })
    expect(problems.map(({ id }) => id).sort()).toEqual(['parks-new', 'shops-base'])
  })

  it('blames a formula for nothing while its input is out of order', () => {
    expect(problemsOf(s => Object.assign(shop(s, 1), { value: '40' })).map(({ id }) => id)).toEqual(['shops-new'])
  })

  it('reports all problems together, each with file and id', () => {
    const source = soundSource()
    Object.assign(shop(source), { value: 301 })
    Object.assign(source.figures[1]!.figures[0]!, { unit: '只' })
    expect(() => loadDataset(source)).toThrow(
      /^数据有 2 处问题：\n {2}data\/figures\/trade\.ts {2}shops {2}.*\n {2}data\/figures\/parks\.ts {2}parks-new {2}/,
    )
  })
})

describe('a loaded dataset', () => {
  const dataset = loadDataset<string>(soundSource())

  it('derives value, qualifier, period, chapter and evidence', () => {
    expect(dataset.getFigure('shops-base')).toMatchObject({
      value: 260,
      qualifier: '不足',
      period: { id: 'year' },
      chapter: { id: 'trade' },
      evidence: { clause: '商铺累计300家' },
      derived: { formula: '300家 − 40余家', inputs: ['shops', 'shops-new'], rounding: 0 },
    })
  })

  it('derives figures from the cells of tables', () => {
    const source = soundSource()
    const rows = [
      ['甲', '30'],
      ['乙', '12'],
    ] as const
    const table = { id: 'stalls', label: '摊位', chapter: 'trade', period: 'year', evidence: { table: '摊位' } }
    const measures = [{ id: 'stalls', label: '摊位', unit: '个' }] as const
    source.tables = [{ file: 'data/tables.ts', tables: [{ ...table, rows: 'subjects', measures, cells: rows }] }]
    const expression = minus(figure('stalls@甲'), figure('stalls@乙'))
    Object.assign(source.derived.figures[0]!, { unit: '个', expression })
    expect(loadDataset<string>(source).getFigure('shops-base').value).toBe(18)
  })

  it('takes a period of its own for a derived figure', () => {
    const source = soundSource()
    Object.assign(source.derived.figures[0]!, { period: 'spring' })
    expect(loadDataset<string>(source).getFigure('shops-base').period.text).toBe('2031年一季度')
  })

  it('keeps derived figures with their chapter', () => {
    expect(dataset.figures.map(({ id }) => id)).toEqual([
      'shops',
      'shops-new',
      'sales-growth',
      'shops-base',
      'parks-new',
    ])
  })

  it('names the nearest ids when asked for one that is not there', () => {
    expect(() => dataset.getFigure('shops-nww')).toThrow(UnknownFigureError)
    expect(() => dataset.getFigure('shops-nww')).toThrow('没有编号为“shops-nww”的数据，最接近的是：shops')
  })
})
