import { describe, expect, it } from 'vitest'
import { formatFigure } from '../../model/format.ts'
import { parseNumeral, toChineseNumeral } from '../../model/reading/numerals.ts'
import { ADDED_WORDS } from '../../model/reading/dictionary.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { QUALIFIERS } from '../../model/qualifiers.ts'
import { bases } from '../../model/units.ts'

describe('readQuantities', () => {
  it.each([
    ['产值突破1600亿元', [[1600, '亿元', '突破']]],
    [
      '企业60余家，累计达到130家',
      [
        [60, '家', '余'],
        [130, '家', 'none'],
      ],
    ],
    ['办件14万余件', [[14, '万件', '余']]],
    ['绿化面积150万平方米以上', [[150, '万平方米', '以上']]],
    ['完成约10000个停车位', [[10000, '个', '约']]],
    [
      '9个老旧小区7.81万平方米',
      [
        [9, '个', 'none'],
        [7.81, '万平方米', 'none'],
      ],
    ],
    ['利用外资7.3亿美元', [[7.3, '亿美元', 'none']]],
    ['增速排全市第二位', [[2, '位', 'none']]],
    ['数量居第一', [[1, '位', 'none']]],
    ['两条溪河', [[2, '条', 'none']]],
    ['无一件超期', [[0, '件', 'none']]],
    ['与陕、黔、桂等6省市区合作', [[6, '省市区', 'none']]],
    ['前11个月', [[11, '个月', 'none']]],
    ['212国道绕行', []],
    ['1-11月', [[1, '月', 'none']]],
    ['一季度', []],
    ['产值突破了1600亿元', [[1600, '亿元', '突破']]],
    ['产值达到1600亿元', [[1600, '亿元', 'none']]],
    ['产值1,600亿元', [[1600, '亿元', 'none']]],
    ['产值1，600.5亿元', [[1600.5, '亿元', 'none']]],
    ['产值12,865,000元', [[12865000, '元', 'none']]],
    [
      '产值１６００亿元，增长７．５％',
      [
        [1600, '亿元', 'none'],
        [7.5, '%', 'none'],
      ],
    ],
    ['产值1600 亿元', [[1600, '亿元', 'none']]],
    [
      '招商签约99个，节约5亿元',
      [
        [99, '个', 'none'],
        [5, '亿元', 'none'],
      ],
    ],
    ['附近5家上下游企业', [[5, '家', 'none']]],
    ['引进5家多式联运企业', [[5, '家', 'none']]],
    ['一百二十家', [[120, '家', 'none']]],
    ['十余家', [[10, '家', '余']]],
    ['惠及1万余户', [[1, '万户', '余']]],
    ['惠及20余万人', [[20, '万人', '余']]],
    ['接待3万人次', [[3, '万人次', 'none']]],
    [
      '接待300人次、200人',
      [
        [300, '人次', 'none'],
        [200, '人', 'none'],
      ],
    ],
    [
      '面积12平方公里，道路12公里',
      [
        [12, '平方公里', 'none'],
        [12, '公里', 'none'],
      ],
    ],
    [
      '3万平方米、300平方米、5米',
      [
        [3, '万平方米', 'none'],
        [300, '平方米', 'none'],
        [5, '米', 'none'],
      ],
    ],
    [
      '总量1.2万亿元、3万亿余元',
      [
        [1.2, '万亿元', 'none'],
        [3, '万亿元', '余'],
      ],
    ],
    [
      '外资5万美元、2亿美元',
      [
        [5, '万美元', 'none'],
        [2, '亿美元', 'none'],
      ],
    ],
    ['提高3个百分点', [[3, '个百分点', 'none']]],
    [
      '出生率4.2‰，是上年的2.5倍',
      [
        [4.2, '‰', 'none'],
        [2.5, '倍', 'none'],
      ],
    ],
    [
      '用时3个小时20分钟',
      [
        [3, '小时', 'none'],
        [20, '分钟', 'none'],
      ],
    ],
    ['3个多月', [[3, '个月', '多']]],
    ['实施5项目', []],
    ['检查企业8134家次', [[8134, '家次', 'none']]],
    ['抽检食品1.2万批次', [[1.2, '万批次', 'none']]],
    ['解决5类次要问题', [[5, '类', 'none']]],
    ['配备AED118台', [[118, '台', 'none']]],
    ['建成T3航站楼，购置A320飞机', []],
    ['占应交流对象的一成半', [[15, '%', 'none']]],
    ['pH均值为5.92', [[5.92, '', 'none']]],
    ['版本为5.92版', []],
    ['7×24小时', []],
  ] as const)('reads %s', (clause, expected) => {
    expect(readQuantities(clause).map(({ value, unit, qualifier }) => [value, unit, qualifier])).toEqual(expected)
  })

  it.each([
    ['1,60亿元', 'the end of wrongly grouped digits'],
    ['1亿5000万元', 'the end of a number in two units'],
    ['数十家', 'an indefinite number'],
    ['第3个', 'an ordinal'],
    ['第十二届', 'an ordinal in Chinese'],
  ])('takes nothing out of %s, %s', clause => {
    expect(readQuantities(clause)).toEqual([])
  })

  it.each([
    ['排全市第二位', 2],
    ['排名第3名', 3],
    ['居第一', 1],
    ['居全市第一的企业', 1],
    ['增速第二，', 2],
    ['排第100位', 100],
    ['第二产业增长', null],
    ['第一、第二产业', null],
    ['第三方机构', null],
    ['第一时间办结', null],
    ['居民第一时间知晓', null],
    ['第一次', null],
  ])('finds in %s the rank %s', (clause, rank) => {
    expect(readQuantities(clause).map(({ value, unit }) => [value, unit])).toEqual(rank === null ? [] : [[rank, '位']])
  })

  it.each([
    ['产值近5亿元', '近'],
    ['产值逾1,600亿元', '逾'],
    ['超300家', '超'],
    ['超过300家', '超过'],
    ['超过了300家', '超过'],
    ['大约300家', '大约'],
    ['约莫300家', '约莫'],
    ['将近5亿元', '将近'],
    ['压缩至不到1天', '不到'],
    ['不低于5%', '不低于'],
    ['300多家', '多'],
    ['14万多件', '多'],
    ['3公里多', '多'],
    ['1600亿元左右', '左右'],
    ['300家上下', '上下'],
    ['3天以内', '以内'],
    ['5%以下', '以下'],
  ])('reads in %s the qualifier %s', (clause, qualifier) => {
    expect(readQuantities(clause)).toEqual([expect.objectContaining({ qualifier, unknownQualifier: null })])
  })

  it.each([
    ['5—6家', 5, 6, '家'],
    ['5%-6%', 5, 6, '%'],
    ['三至五家', 3, 5, '家'],
  ])('reads %s as a range', (clause, value, to, unit) => {
    expect(readQuantities(clause)).toEqual([expect.objectContaining({ value, to, unit })])
  })

  it.each([
    ['同比增长-3.2%', -3.2, 1],
    ['同比下降3.2%', 3.2, -1],
    ['人口自然增长率为-1.2‰', -1.2, 1],
    ['增速回落1.2个百分点', 1.2, -1],
    ['降幅收窄1.2个百分点', 1.2, 1],
    ['降幅扩大1.2个百分点', 1.2, -1],
    ['涨幅收窄1.2个百分点', 1.2, -1],
    ['比上年低0.4个千分点', 0.4, -1],
    ['低于全市平均3.5个百分点', 3.5, -1],
    ['利润总额负2.5亿元', -2.5, 1],
  ])('reads in %s the number %d with the sign %d', (clause, value, sign) => {
    expect(readQuantities(clause)).toEqual([expect.objectContaining({ value, sign })])
  })

  it.each([
    ['约300余家', '约…余'],
    ['约300家左右', '约…左右'],
    ['多达300家', '多达'],
  ])('marks in %s the words %s, which no qualifier stands for', (clause, word) => {
    expect(readQuantities(clause)).toEqual([expect.objectContaining({ qualifier: 'none', unknownQualifier: word })])
  })

  it('marks nothing where the qualifier is listed or absent', () => {
    expect(readQuantities('约300家，60余家，5亿元以上，9个').map(({ unknownQualifier }) => unknownQualifier)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it.each([
    ['比重提高2个百分点', '提高'],
    ['环节减少3%，成本降低了5%', '降低'],
    ['增长后下降5%', '下降'],
    ['提升至54.8%', null],
    ['占比下降到12%', null],
    ['由43.6%升到47.0%', null],
  ])('takes in %s the sign word %s for the last number', (clause, word) => {
    expect(readQuantities(clause).at(-1)!.change).toBe(word)
  })

  const units = bases().flatMap(base => [base, `万${base}`])

  it.each(units.filter(unit => unit !== '位'))('reads back what is printed in %s', unit => {
    const figure = { value: 20, decimals: 0, unit, kind: 'count' as const, change: undefined }
    for (const qualifier of QUALIFIERS)
      expect(readQuantities(`共${formatFigure({ ...figure, qualifier })}`)).toEqual([
        expect.objectContaining({ value: 20, unit, qualifier, unknownQualifier: null }),
      ])
  })

  it('knows no second unit behind a part of something', () => {
    expect(readQuantities('由43.6%升到47.0%').map(({ unit }) => unit)).toEqual(['%', '%'])
  })

  it('gives the sign word that stands before each number', () => {
    expect(readQuantities('总额2757.4亿元，同比增长10.1%，下降了3%').map(({ change }) => change)).toEqual([
      null,
      '同比增长',
      '下降',
    ])
  })

  it('counts the decimals as printed and locates the number', () => {
    const clause = '占比52.50%'
    const [quantity] = readQuantities(clause)
    expect(quantity).toMatchObject({ value: 52.5, decimals: 2 })
    expect(clause.slice(quantity!.start, quantity!.end)).toBe('52.50%')
  })
})

describe('what a clause says of its number', () => {
  it.each<[string, string[][]]>([
    ['计划新建学校5所、医院3所', [['计划'], ['计划']]],
    ['关停企业5家、培育企业3家', [['关停'], []]],
    ['完成全年计划的104.6%', [[]]],
    ['争取上级专项资金1.36亿元', [[]]],
    ['争取完成投资1.36亿元', [['争取']]],
    ['“十四五”规划项目32个', [[]]],
    ['无房家庭租金补贴提高30%', [[]]],
    ['将报销比例提高到70%', [[]]],
    ['企业18家未达标', [['未达标']]],
    ['项目未能落地3个', [['未能']]],
    ['减少税收3.2亿元', [['减少']]],
    ['产值增幅高于全国1.2个百分点', [[]]],
    ['“登高计划”入选企业18家', [[]]],
  ])('turns it, or does not: %s', (clause, turned) => {
    expect(readQuantities(clause).map(quantity => quantity.turned)).toEqual(turned)
  })

  it.each<[string, (string | number | null)[][]]>([
    [
      '能耗回落1.2个百分点至5.3%',
      [
        [1.2, '个百分点', '回落'],
        [5.3, '%', null],
      ],
    ],
    ['同比下降百分之三点五', [[3.5, '%', '同比下降']]],
    ['面积两万五千亩', [[25000, '亩', null]]],
    ['楼面地价12345元/平方米', [[12345, '元/平方米', null]]],
    ['购置设备18台套', [[18, '台套', null]]],
    ['水质达到或优于Ⅲ类的断面11个', [[11, '个', null]]],
    ['压减率93.5%', [[93.5, '%', null]]],
    ['增长率5.2%', [[5.2, '%', '增长']]],
  ])('is read to its end: %s', (clause, expected) => {
    expect(readQuantities(clause).map(({ value, unit, change }) => [value, unit, change])).toEqual(expected)
  })

  it('is read by the sentence, at its place in the text', () => {
    const text = '产值1亿元。产值2亿元。'
    expect(readQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(['1亿元', '2亿元'])
  })
})

describe('words', () => {
  it('of the added dictionary are words, of the kind that it says, or none where they never occur', () => {
    for (const [word = '', often, tag] of ADDED_WORDS.trim()
      .split('\n')
      .map(line => line.split(' '))) {
      const own = { text: word, tag, start: 0, end: word.length }
      if (often === '0') expect(wordsOf(word)).not.toContainEqual(own)
      else expect(wordsOf(word)).toEqual([own])
    }
  })
})

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
  ])('%i is %s', (value, text) => {
    expect(toChineseNumeral(value)).toBe(text)
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(['', '一二', '百', '十十'])('refuses “%s”', text => {
    expect(parseNumeral(text)).toBeNaN()
  })

  it.each([0, 100, 1.5])('prints %d in digits', value => {
    expect(toChineseNumeral(value)).toBe(String(value))
  })
})
