import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import { fromTo, titleOf } from '../../scripts/draft/titles.ts'
import { clauseOf } from '../../scripts/draft/sentence.ts'
import { plainWords } from '../../scripts/draft/said.ts'
import { changed, materialWith, stated } from './figures.ts'

const growth = { unit: '%', kind: 'growth', comparedWith: '上年' } as const

/** What a clause prints. */
function printed(...figures: FigureInput[]): string {
  const { deck, find } = materialWith(...figures)
  return printFigures(clauseOf(deck.figures[0]!, find).markdown, toDeckData(deck), id => id)
}

describe('the clause of a figure', () => {
  it.each<[string, Partial<FigureInput>, string]>([
    ['an amount', { label: '产值', value: 1600, qualifier: '突破' }, '产值突破1600亿元'],
    ['a rise', { label: '产值增速', value: 6.5, change: '增长', ...growth }, '产值增长6.5%'],
    ['a fall', { label: '投资变化', value: -3.8, change: '下降', ...growth }, '投资下降3.8%'],
    [
      'a change that its label names twice',
      { label: '消费价格比上年涨跌幅度增速', value: 5.2, change: '上涨', ...growth },
      '消费价格上涨5.2%',
    ],
    ['a brief aside', { label: '产值增速（按不变价格）', value: 6.5, change: '增长', ...growth }, '产值增长6.5%'],
    ['a mean rise', { label: '产值年均增速', value: 5.9, change: '年均增长', ...growth }, '产值年均增长5.9%'],
    [
      'a rise of points',
      { label: '产值增速比上年', value: 0.2, ...growth, unit: '个百分点', change: '加快' },
      '产值增速加快0.2个百分点',
    ],
    [
      'a share of a whole',
      { label: '制造业', value: 30, unit: '%', kind: 'share', whole: '全部产值' },
      '制造业占全部产值30%',
    ],
    ['a share that says so', { label: '税收占比', value: 30, unit: '%', kind: 'share', whole: '收入' }, '税收占比30%'],
    ['a place', { label: '产值在全市的位次', value: 2, unit: '位', kind: 'rank' }, '产值居全市第二位'],
    ['a proportion', { label: '三次产业结构', value: [5, 40, 55], unit: '', kind: 'ratio' }, '三次产业结构为5:40:55'],
  ])('%s', (_, figure, clause) => {
    expect(printed(stated('a', figure))).toBe(clause)
  })

  it('of a change names what it is of', () => {
    expect(printed(changed('sales', 6.5, '增长'), stated('sales', { label: '零售总额' }))).toBe('零售总额增长6.5%')
  })

  it('of a plan says that it is one', () => {
    const { deck, find } = materialWith(
      stated('a', { label: '产值增速目标', value: 6, change: '增长', ...growth, period: '2032' }),
    )
    const data = toDeckData(deck)
    expect(printFigures(clauseOf(deck.figures[0]!, find).markdown, data, id => id)).toBe('产值目标增长6%')
  })
})

describe('a title', () => {
  it.each([
    ['rises', changed('sales', 6.5, '增长'), '销售额5亿元，比上年增长6.5%'],
    ['falls', changed('sales', -6.5, '下降'), '销售额5亿元，比上年下降6.5%'],
    ['is as it was', { ...changed('sales', 0, '持平'), unit: '%' }, '销售额5亿元，与上年持平'],
    ['is told with what it is compared with', changed('sales', 6.5, '同比增长'), '销售额5亿元，同比增长6.5%'],
  ])('of what %s', (_, change, title) => {
    const material = materialWith(stated('sales', { label: '销售额' }), change)
    const { said, figures } = titleOf(material.find('sales')!, material)
    expect(printFigures(said.markdown, toDeckData(material.deck), id => id)).toBe(title)
    expect(figures.map(({ id }) => id)).toEqual(['sales', 'sales-growth'])
    expect(said.length).toBe(title.length)
  })

  it('of what has a place among others goes on with it', () => {
    const place = stated('place', { label: '销售额全市位次', value: 2, unit: '位', kind: 'rank', of: 'sales' })
    const material = materialWith(stated('sales', { label: '销售额' }), place, stated('other', { label: '产值' }))
    const { said } = titleOf(material.find('sales')!, material, [material.find('other')!])
    expect(printFigures(said.markdown, toDeckData(material.deck), id => id)).toBe('销售额5亿元，居全市第二位')
  })

  it.each([
    ['another time than the deck', { label: '销售额', period: '2030' }, '2030年销售额5亿元'],
    ['another time, which its name says', { label: '2030年销售额', period: '2030' }, '2030年销售额5亿元'],
    ['the time of the deck', { label: '销售额' }, '销售额5亿元'],
    ['a state in the year of the deck', { label: '销售额', period: '../2031-11' }, '销售额5亿元'],
    ['a part of the year of the deck', { label: '销售额', period: '2031-01/2031-11' }, '销售额5亿元'],
  ])('of a figure of %s', (_, figure, title) => {
    const material = materialWith(stated('sales', figure))
    const { said } = titleOf(material.find('sales')!, material)
    expect(printFigures(said.markdown, toDeckData(material.deck), id => id)).toBe(title)
  })

  it.each<[string, Partial<FigureInput>, number, number, string, string?]>([
    ['an amount that grows', {}, 3, 5, '收入从3亿元增加到5亿元'],
    ['an amount that shrinks', {}, 5, 3, '收入从5亿元减少到3亿元'],
    ['an amount that grows beyond a scale', { unit: '万元' }, 9000, 1.1, '收入从9000万元增加到1.1亿元', '亿元'],
    ['an amount in two scales', { unit: '万元' }, 11000, 1.1, '收入由11000万元到1.1亿元', '亿元'],
    ['an amount of two currencies', { unit: '亿美元' }, 1, 7, '收入由1亿美元变为7亿元', '亿元'],
    ['a share', { unit: '%', kind: 'share', whole: '全部' }, 82.5, 90.1, '收入占全部从82.5%提高到90.1%'],
    ['a rate', { unit: '%', kind: 'rate' }, 82.5, 90.1, '收入从82.5%提高到90.1%'],
    ['a time', { unit: '天', kind: 'duration' }, 5, 3, '收入从5天缩短到3天'],
  ])('from one time to another: %s', (_, figure, before, after, title, unit) => {
    const { deck, find } = materialWith(
      stated('before', { label: '期初的收入', short: '收入', value: before, period: '2030', ...figure }),
      stated('after', { label: '收入', value: after, ...figure, ...(unit !== undefined && { unit }) }),
    )
    const said = fromTo(find('before')!, find('after')!, find)
    expect(printFigures(said.markdown, toDeckData(deck), id => id)).toBe(title)
  })
})

it('words keep what Markdown and Vue would take for their own', () => {
  expect(plainWords('a*b_c<d>{{e}}-->').markdown).toBe(String.raw`a\*b\_c&lt;d&gt;&#123;{e}}--&gt;`)
})
