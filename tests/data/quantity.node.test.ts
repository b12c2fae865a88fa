import { describe, expect, it } from 'vitest'
import { parseChineseNumeral, parseQuantities, toChineseNumeral } from '../../data/model/quantity.ts'

describe('parseQuantities', () => {
  it.each([
    ['产值突破1600亿元', [[1600, '亿元', '突破']]],
    ['企业60余家，累计达到130家', [[60, '家', '余'], [130, '家', 'none']]],
    ['办件14万余件', [[14, '万件', '余']]],
    ['绿化面积150万平方米以上', [[150, '万平方米', '以上']]],
    ['完成约10000个停车位', [[10000, '个', '约']]],
    ['9个老旧小区7.81万平方米', [[9, '个', 'none'], [7.81, '万平方米', 'none']]],
    ['利用外资7.3亿美元', [[7.3, '亿美元', 'none']]],
    ['增速排全市第二位', [[2, '位', 'none']]],
    ['数量居第一', [[1, '位', 'none']]],
    ['两条溪河', [[2, '条', 'none']]],
    ['无一件超期', [[0, '件', 'none']]],
    ['与陕、黔、桂等6省市区合作', [[6, '省市区', 'none']]],
    ['前11个月', []],
    ['212国道绕行', []],
    ['1-11月', []],
    ['一季度', []],
  ] as const)('reads %s', (clause, expected) => {
    expect(parseQuantities(clause).map(({ value, unit, qualifier }) => [value, unit, qualifier])).toEqual(expected)
  })

  it('gives the sign word that stands before each number', () => {
    expect(parseQuantities('总额2757.4亿元，同比增长10.1%，下降了3%').map(({ change }) => change)).toEqual([null, '同比增长', '下降'])
  })

  it('counts the decimals as printed and locates the number', () => {
    const clause = '占比52.50%'
    const [quantity] = parseQuantities(clause)
    expect(quantity).toMatchObject({ value: 52.5, decimals: 2 })
    expect(clause.slice(quantity!.start, quantity!.end)).toBe('52.50%')
  })
})

describe('Chinese numerals', () => {
  it.each([[1, '一'], [9, '九'], [10, '十'], [11, '十一'], [20, '二十'], [35, '三十五'], [99, '九十九']])('%i is %s', (value, text) => {
    expect(toChineseNumeral(value)).toBe(text)
    expect(parseChineseNumeral(text)).toBe(value)
  })

  it.each(['', '一二', '百', '十十'])('refuses “%s”', (text) => {
    expect(parseChineseNumeral(text)).toBeNaN()
  })
})
