import { describe, expect, it } from 'vitest'
import { hasOwnUnit, measureOf, type Measure } from '../../scripts/lib/cells/measures.ts'

/** What a head says in one line. */
function told(measure: Measure | undefined): string {
  if (!measure) return '没有单位'
  const { unit, kind = '', change, comparedWith, whole, doubt } = measure
  return [kind, change, comparedWith && `比${comparedWith}`, whole && `占${whole}`, unit, doubt && '待核']
    .filter(Boolean)
    .join(' ')
}

describe('a head of numbers', () => {
  it.each<[string, string, string]>([
    ['产值', '亿元', '亿元'],
    ['产值', '', '没有单位'],
    ['产值', '唛头', '没有单位'],
    ['增长', '%', 'growth 增长 %'],
    ['增速', '%', 'growth 增长 %'],
    ['降幅', '%', 'growth 下降 %'],
    ['能耗下降', '%', 'growth 下降 %'],
    ['同比', '%', 'growth 同比增长 %'],
    ['同比增速', '%', 'growth 同比增长 %'],
    ['环比下降', '%', 'growth 环比下降 %'],
    ['年均增长', '%', 'growth 年均增长 %'],
    ['增速(可比价)', '%', 'growth 增长 %'],
    ['比上年±', '%', 'growth 增长 比上年 %'],
    ['比上年增减', '%', 'growth 增长 比上年 %'],
    ['同比增减率', '%', 'growth 同比增长 %'],
    ['比上年同期增长', '%', 'growth 增长 比上年同期 %'],
    ['比上年末', '%', 'growth 增长 比上年末 %'],
    ['比年初', '%', 'growth 增长 比年初 %'],
    ['较年初', '%', 'growth 增长 比年初 %'],
    ['比上月增长', '%', 'growth 增长 比上月 %'],
    ['比上期增长', '%', 'growth 增长 比上期 %'],
    ['累计增速比1—8月±', '个百分点', 'growth 增长 个百分点 待核'],
    ['失业率比上年', '个百分点', 'growth 增长 比上年 个百分点'],
    ['拉动点数', '个百分点', 'growth 增长 个百分点 待核'],
    ['降幅收窄', '个百分点', 'growth 收窄 个百分点 待核'],
    // What a head is beats the words of change within it.
    ['人口自然增长率', '‰', 'rate ‰'],
    ['增长贡献率', '%', 'rate %'],
    ['减少面积占比', '%', 'share 占合计 % 待核'],
    ['新增就业占全市比重', '%', 'share 占全市 %'],
    ['增长目标完成率', '%', 'completion %'],
    ['减排任务完成进度', '%', 'completion %'],
    ['新增就业完成年度计划', '%', 'completion %'],
    ['完成投资增长', '%', 'growth 增长 %'],
    ['第一产业增加值占比', '%', 'share 占合计 % 待核'],
    ['第一产业增加值', '亿元', '亿元'],
    ['比上年增减额', '万元', '万元'],
    ['提高到', '%', 'ratio % 待核'],
    ['失业率', '%', 'rate %'],
    ['增速位次', '', 'rank 位'],
    ['居民消费价格指数(上年同期=100)', '', 'ratio'],
    ['景气指数', '', 'ratio'],
    ['为上年的', '%', 'ratio % 待核'],
    ['覆盖倍数', '倍', 'ratio 倍'],
  ])('“%s” in “%s” says %s', (name, unit, expected) => {
    expect(told(measureOf(name, unit))).toBe(expected)
  })

  it.each<[string, boolean]>([
    ['同比增长', true],
    ['比年初', true],
    ['增速位次', true],
    ['增加值', false],
    ['比上年增减额', false],
    ['累计', false],
  ])('“%s” has a unit of its own, whatever the row is in: %s', (name, expected) => {
    expect(hasOwnUnit(name)).toBe(expected)
  })
})
