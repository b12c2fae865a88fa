import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { ARTICLE, facts, source, told } from './support/facts-deck.ts'

const CLAUSE = '新开商铺40余家'

/** What is told of a figure of the invented deck, put in the place of another, and of the source around its clause. */
async function findings(
  figure: Partial<FigureInput>,
  clause: string,
  sentence = clause,
): Promise<{ faults: string[]; notices: string[] }> {
  const written = source(s => {
    const [, shopsNew] = s.figures[0]!.figures as FigureInput[]
    Object.assign(shopsNew!, { of: undefined, ...figure, evidence: { column: '数说', clause } })
    s.derived.figures = []
  })
  const { faults } = evidence(await facts({ source: written, article: ARTICLE.replace(CLAUSE, sentence) }))
  const own = faults.filter(({ element }) => element === 'shops-new')
  const of = (notices: boolean): string[] => told(own.filter(({ severity }) => (severity === 'notice') === notices))
  return { faults: of(false), notices: of(true) }
}

const count = (label: string, value: number): Partial<FigureInput> => ({
  label,
  value,
  unit: '家',
  kind: 'count',
  qualifier: 'none',
})
const growth = (label: string, value: number): Partial<FigureInput> => ({
  label,
  value,
  unit: '%',
  kind: 'growth',
  qualifier: 'none',
  change: '增长',
})

describe('a clause read in its sentence', () => {
  it.each<[string, Partial<FigureInput>, string, string]>([
    ['a lower bound behind it', count('龙头企业', 18), '龙头企业18家', '龙头企业18家以上'],
    ['an approximation behind it', count('龙头企业', 18), '龙头企业18家', '龙头企业18家左右'],
    ['an approximation before it', count('龙头企业', 18), '18家龙头企业', '约18家龙头企业'],
    ['a near miss before it', count('龙头企业', 18), '18家龙头企业', '近18家龙头企业'],
    ['a negative change', growth('出口', 2.5), '增长2.5%', '出口负增长2.5%'],
    ['a plan', count('新开工企业', 3), '新开工企业3家', '计划新开工企业3家'],
    ['a denial behind it', count('签约企业', 18), '签约企业18家', '签约企业18家未能落地'],
    ['another area', count('龙头企业', 18), '龙头企业18家', '全市龙头企业18家'],
    ['a longer unit', count('龙头企业', 18), '龙头企业18家', '龙头企业18家/平方公里'],
  ])('does not state the figure where there is %s', async (_, figure, clause, sentence) => {
    expect((await findings(figure, clause, sentence)).faults.length).toBeGreaterThan(0)
  })

  it.each<[string, Partial<FigureInput>, string, string]>([
    ['its own subject', count('龙头企业', 18), '龙头企业18家', '今年，培育龙头企业18家，其中民营12家'],
    ['a figure of the same list', count('龙头企业', 18), '龙头企业18家', '关停作坊5家、培育龙头企业18家'],
    ['the district itself', count('龙头企业', 18), '龙头企业18家', '全区龙头企业18家'],
    ['a plan in another word', count('新开工企业目标', 3), '力争新开工企业3家', '力争新开工企业3家'],
    ['a plan by name', count('入选企业', 18), '入选企业18家', '“登高计划”入选企业18家'],
  ])('is silent where it has %s', async (_, figure, clause, sentence) => {
    expect(await findings(figure, clause, sentence)).toEqual({ faults: [], notices: [] })
  })
})

describe('a clause that says more than the figure', () => {
  it.each<[string, Partial<FigureInput>, string, string]>([
    ['a decline as growth', growth('出口', 6.1), '出口负增长6.1%', '没有写“增长”'],
    [
      'a slowdown as growth',
      { ...growth('增长幅度', 1.2), unit: '个百分点' },
      '增长幅度回落1.2个百分点',
      '没有写“增长”',
    ],
    [
      'a decrease as an amount',
      { label: '税收', value: 3.2, unit: '亿元', kind: 'amount', qualifier: 'none' },
      '税收减少3.2亿元',
      '写着“减少”',
    ],
    [
      'a price by area as a price',
      { label: '楼面地价', value: 12345, unit: '元', kind: 'amount', qualifier: 'none' },
      '楼面地价12345元/平方米',
      '没有写“12345元”',
    ],
    [
      'a closing as an opening',
      { label: '新建学校', value: 3, unit: '所', kind: 'count', qualifier: 'none' },
      '撤并学校3所',
      '写着“撤并”',
    ],
    ['another verb', count('引进企业', 18), '培训企业18家', '原句说的是“培训”'],
  ])('is a fault: %s', async (_, figure, clause, expected) => {
    expect((await findings(figure, clause)).faults.join('\n')).toContain(expected)
  })

  it.each<[string, Partial<FigureInput>, string]>([
    ['a decrease that the label tells', { ...count('减少的企业', 3) }, '企业减少3家'],
    [
      'a level that is reached',
      { label: '税收', value: 3.2, unit: '亿元', kind: 'amount', qualifier: 'none' },
      '税收增加到3.2亿元',
    ],
    ['a change in a list', { ...growth('二产', 7.1), value: 7.1 }, '一产、二产分别增长7.4%和7.1%'],
  ])('is silent: %s', async (_, figure, clause) => {
    expect(await findings(figure, clause)).toEqual({ faults: [], notices: [] })
  })
})
