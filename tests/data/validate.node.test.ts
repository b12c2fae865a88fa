import type { DataProblem } from '../../data/model/problems.ts'
import { describe, expect, it } from 'vitest'
import { loadDataset, UnknownFigureError } from '../../data/model/dataset.ts'
import { figure, minus, percent, plus } from '../../data/model/expression.ts'
import { DataError } from '../../data/model/problems.ts'
import { soundSource } from '../support/deck-source.ts'

type Source = ReturnType<typeof soundSource>

function problemsOf(breakIt: (source: Source) => void): readonly DataProblem[] {
  const source = soundSource()
  breakIt(source)
  try {
    loadDataset(source)
  }
  catch (error) {
    if (error instanceof DataError)
      return error.problems
    throw error
  }
  return []
}

const shop = (source: Source, index = 0): Source['figures'][number]['figures'][number] => source.figures[0]!.figures[index]!

describe('loading the data', () => {
  it('accepts data that is in order', () => {
    expect(problemsOf(() => {})).toEqual([])
  })

  it.each<[string, (source: Source) => void, Partial<DataProblem>]>([
    ['a duplicate id', s => Object.assign(s.figures[1]!.figures[0]!, { id: 'shops' }), { file: 'data/figures/parks.ts', id: 'shops', message: '编号“shops”重复，已见于 data/figures/trade.ts 的 shops' }],
    ['a duplicate label', s => Object.assign(s.figures[1]!.figures[0]!, { label: '商铺累计' }), { file: 'data/figures/parks.ts', message: '名称“商铺累计”重复，已见于 data/figures/trade.ts 的 shops' }],
    ['a value that the clause does not state', s => Object.assign(shop(s), { value: 301 }), { id: 'shops', message: '原句“商铺累计300家”没有写“301家”，写的是：300家' }],
    ['a clause without a number', s => Object.assign(shop(s), { evidence: { column: '数说', clause: '商铺很多' } }), { message: '原句“商铺很多”没有写“300家”，写的是：没有数字' }],
    ['a dropped qualifier', s => Object.assign(shop(s, 1), { qualifier: 'none' }), { message: '原句“新开商铺40余家”没有写“40家”，写的是：40余家' }],
    ['another unit than the clause', s => Object.assign(shop(s), { unit: '个' }), { message: '原句“商铺累计300家”没有写“300个”，写的是：300家' }],
    ['decimals other than printed', s => Object.assign(shop(s, 2), { decimals: 2 }), { message: '原句“销售额同比增长6.5%”没有写“6.50%”，写的是：6.5%' }],
    ['a sign word that the clause does not have', s => Object.assign(shop(s, 2), { kind: 'reduction', change: '下降' }), { message: '原句“销售额同比增长6.5%”在该数之前没有写“下降”' }],
    ['a sign word against the kind', s => Object.assign(shop(s, 2), { kind: 'reduction' }), { message: '增减词“同比增长”与类别“降幅”相反' }],
    ['a growth without a sign word', s => Object.assign(shop(s, 2), { change: undefined }), { message: '增幅须写明增减词 change' }],
    ['a sign word on a count', s => Object.assign(shop(s), { change: '增长' }), { message: '数量不能有增减词 change' }],
    ['a unit that does not fit the kind', s => Object.assign(shop(s), { kind: 'area' }), { message: '类别“面积”不用单位“家”' }],
    ['a unit outside of the list', s => Object.assign(shop(s), { unit: '间' }), { id: 'shops', message: expect.stringMatching(/^unit：单位不在清单内，应为：亿元、.*（现为 "间"）$/) }],
    ['a value that is no number', s => Object.assign(shop(s), { value: '300' }), { message: 'value：应为数值（现为 "300"）' }],
    ['a negative value', s => Object.assign(shop(s), { value: -1 }), { message: 'value：不能为负，降幅用 kind 表示（现为 -1）' }],
    ['a field that does not exist', s => Object.assign(shop(s), { qualifer: '余' }), { message: expect.stringContaining('qualifer') }],
    ['an id in the wrong form', s => Object.assign(shop(s), { id: 'Shops_1' }), { id: 'Shops_1', message: 'id：应为小写字母、数字和连字符（现为 "Shops_1"）' }],
    ['a clause that is too long', s => Object.assign(shop(s), { evidence: { column: '数说', clause: `${'商'.repeat(60)}300家` } }), { message: expect.stringContaining('原句过长') }],
    ['an unknown column', s => Object.assign(shop(s), { evidence: { column: '教说', clause: '商铺累计300家' } }), { message: expect.stringContaining('栏目不在清单内') }],
    ['an unknown period', s => Object.assign(shop(s), { period: 'yaer' }), { message: '没有时段“yaer”，最接近的是：year、spring' }],
    ['a narrower period without its words', s => Object.assign(shop(s), { period: 'spring', of: undefined }), { message: '时段“2031年一季度”须在 evidence.period 写明原文依据（一季度）' }],
    ['words that mean another period', s => Object.assign(shop(s, 2).evidence, { period: '二季度' }), { message: '“二季度”不是时段“2031年一季度”的写法（一季度）' }],
    ['mixed periods of part and whole', s => Object.assign(shop(s, 2), { of: 'shops' }), { id: 'sales-growth', message: '与 of 所指“shops”时段不同：spring 与 year' }],
    ['mixed periods in a formula', s => Object.assign(s.derived.figures[0]!, { expression: plus(figure('shops'), figure('sales-growth')) }), { file: 'data/derived.ts', id: 'shops-base', message: '算式混用了不同时段：year、spring' }],
    ['a dangling reference', s => Object.assign(shop(s, 1), { of: 'shop' }), { id: 'shops-new', message: expect.stringMatching(/^of 指向不存在的“shop”，最接近的是：shops、/) }],
    ['a part larger than its whole', s => Object.assign(shop(s), { value: 30, evidence: { column: '数说', clause: '商铺累计30家' } }), { id: 'shops-new', message: '部分（40家）大于整体“shops”（30家）' }],
    ['a formula over a figure that is not there', s => Object.assign(s.derived.figures[0]!, { expression: minus(figure('shops'), figure('shops-nwe')) }), { message: '算式用到不存在的“shops-nwe”，最接近的是：shops、shops-new、parks-new' }],
    ['a derived figure of an unknown period', s => Object.assign(s.derived.figures[0]!, { period: 'winter' }), { id: 'shops-base', message: expect.stringContaining('没有时段“winter”') }],
    ['a formula without figures', s => Object.assign(s.derived.figures[0]!, { expression: percent(3) }), { message: '算式没有用到任何数据' }],
    ['a formula over different units', s => Object.assign(s.derived.figures[0]!, { expression: minus(figure('shops'), figure('parks-new')) }), { message: '单位不同，不能相减：家与个' }],
    ['a formula with another unit than declared', s => Object.assign(s.derived.figures[0]!, { unit: '个' }), { message: '算式得出的单位是“家”，写的是“个”' }],
    ['a chapter that is not there', s => Object.assign(s.figures[1]!, { chapter: 'park' }), { id: 'park', message: '没有这一章，最接近的是：parks、trade' }],
    ['a quote over 30 characters', s => Object.assign(s.quotes.quotes[0]!, { text: '好'.repeat(31) }), { file: 'data/quotes.ts', id: 'keeper', message: expect.stringContaining('引语不得超过30字') }],
    ['a quote of no chapter', s => Object.assign(s.quotes.quotes[0]!, { chapter: 'shop' }), { file: 'data/quotes.ts', message: '没有“shop”这一章' }],
    ['a focal point outside of the picture', s => Object.assign(s.photos.photos[0]!, { focus: [2, 0] }), { file: 'data/photos.ts', id: 'street' }],
    ['a correction in no chapter', s => Object.assign(s.corrections.corrections[0]!, { chapters: ['shop'] }), { file: 'data/corrections.ts', id: '商埔' }],
  ])('refuses %s', (_, breakIt, problem) => {
    expect(problemsOf(breakIt)).toContainEqual(expect.objectContaining(problem))
  })

  it('reports all problems together, each with file and id', () => {
    const source = soundSource()
    Object.assign(shop(source), { value: 301 })
    Object.assign(source.figures[1]!.figures[0]!, { unit: '间' })
    expect(() => loadDataset(source)).toThrow(/^数据有 2 处问题：\n {2}data\/figures\/trade\.ts {2}shops {2}.*\n {2}data\/figures\/parks\.ts {2}parks-new {2}/)
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

  it('takes a period of its own for a derived figure', () => {
    const source = soundSource()
    Object.assign(source.derived.figures[0]!, { period: 'spring' })
    expect(loadDataset<string>(source).getFigure('shops-base').period.text).toBe('2031年一季度')
  })

  it('keeps derived figures with their chapter', () => {
    expect(dataset.figures.map(({ id }) => id)).toEqual(['shops', 'shops-new', 'sales-growth', 'shops-base', 'parks-new'])
  })

  it('names the nearest ids when asked for one that is not there', () => {
    expect(() => dataset.getFigure('shops-nww')).toThrow(UnknownFigureError)
    expect(() => dataset.getFigure('shops-nww')).toThrow('没有编号为“shops-nww”的数据，最接近的是：shops')
  })
})
