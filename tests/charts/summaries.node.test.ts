import { expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { beforeAfter, planBeforeAfter } from '../../components/charts/before-after.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { planRanks, rankBars } from '../../components/charts/rank-bars.ts'
import { planReduction, reductionPair } from '../../components/charts/reduction-pair.ts'
import { planDonut, shareDonut } from '../../components/charts/share-donut.ts'
import { planWaffle, shareWaffle } from '../../components/charts/share-waffle.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { charts } from '../../components/charts/registry.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { changedTable, finders, tableOf } from './fixture-tables.ts'

const over = (component: string, props: object): string => {
  const chart = charts[component]!
  return chart.describe(chart.plan(props, finders))
}

const trend = charts.TrendChart!
const inTenThousands = { value: 30_000_000, unit: '万元', decimals: 0 }

it.each([
  [
    'bars, largest first whatever the order given',
    barChart.describe(planBar(figuresOf('trade', 'output'))),
    '装备产业产值突破820亿元，多于外贸总额的410.5亿元（条形图）。',
  ],
  [
    'bars of which the largest is certain',
    barChart.describe(planBar(figuresOf('firms', 'shops', 'firms-before'))),
    '新增商户900余家，多于科创企业累计的640家和科创企业年初数的不足400家（推算）（条形图）。',
  ],
  [
    'bars of several periods, which are not compared',
    barChart.describe(planBar(figuresOf('trade', 'contracts'), { mixedPeriods: true })),
    '外贸总额410.5亿元（2031年）；合同金额96亿元（2031年上半年）（条形图）。',
  ],
  [
    'bars where the smaller one may be larger',
    barChart.describe(planBar(figuresOf('firms', 'firms-new'))),
    '科创企业累计640家；新培育科创企业240余家（条形图）。',
  ],
  [
    'peers in their order',
    rankBars.describe(planRanks(tableOf('counties'), { top: 3 })),
    '城关区地区生产总值565.7亿元，多于安平县地区生产总值的320.7亿元和上河区地区生产总值的305.2亿元（排序条形图）。',
  ],
  [
    'growths and reductions',
    growthBars.describe(planGrowth(figuresOf('drop-energy', 'growth-trade', 'growth-industry'))),
    '工业同比增长12.5%，远高于贸易的4%；能耗同比下降7.25%（增减条形图）。',
  ],
  [
    'new within total',
    stackedBars.describe(
      planStacked([{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]),
    ),
    '科创企业累计640家，其中新培育科创企业240余家，科创企业年初数不足400家（推算）（新增与累计条形图）。',
  ],
  ['a donut', shareDonut.describe(planDonut(figuresOf('share-green'))), '绿化率45%以上（环形图）。'],
  [
    'waffles of different wholes',
    shareWaffle.describe(planWaffle(figuresOf('share-trade', 'cut-rest'))),
    '剩余环节37.5%（推算）；外贸占比36.4%（百格图）。',
  ],
  [
    'a reduction',
    reductionPair.describe(planReduction(figureOf('cut'), figureOf('cut-rest'), { before: '改革前', after: '改革后' })),
    '审批环节压缩62.5%；原环节为100%，改革后剩余环节37.5%（推算）（压减对比图）。',
  ],
  [
    'icons',
    isotypeChart.describe(planIsotype(figuresOf('schools', 'nurseries'), { icon: 'school' })),
    '新建幼儿园11所，多于新建小学的6所（图标计数图）。',
  ],
  [
    'icons that stand for several',
    isotypeChart.describe(planIsotype(figuresOf('shops'), { icon: 'house', per: 100 })),
    '新增商户900余家；一个图标代表100家；空心图标：实际大于所标数（图标计数图）。',
  ],
  [
    'an increase',
    beforeAfter.describe(planBeforeAfter(figureOf('firms-before'), figureOf('firms'))),
    '由科创企业年初数不足400家（推算）增加到科创企业累计640家（前后对比图）。',
  ],
  [
    'a decrease',
    beforeAfter.describe(planBeforeAfter(figureOf('output'), figureOf('trade'))),
    '由装备产业产值突破820亿元减少到外贸总额410.5亿元（前后对比图）。',
  ],
  [
    'a change that the qualifiers leave open',
    beforeAfter.describe(planBeforeAfter(figureOf('firms-new'), figureOf('firms'))),
    '由新培育科创企业240余家到科创企业累计640家（前后对比图）。',
  ],
  [
    'a change that a figure names',
    beforeAfter.describe(
      planBeforeAfter(figureOf('trade'), figureOf('contracts'), { mixedPeriods: true }, figureOf('growth-industry')),
    ),
    '由外贸总额410.5亿元（2031年）减少到合同金额96亿元（2031年上半年），同比增长12.5%（前后对比图）。',
  ],
  [
    'a line, from the first to the last',
    over('TrendChart', { of: 'gdp', measure: 'total' }),
    '地区生产总值由2015年1195.1亿元增加到2021年2311.1亿元，2021年最高，2015年最低（趋势图）。',
  ],
  [
    'a line that begins in another scale',
    trend.describe(
      trend.plan(
        { of: 'gdp', measure: 'total' },
        { ...finders, table: id => changedTable(id, figure => (figure.id === 'gdp@2015/total' ? inTenThousands : {})) },
      ),
    ),
    '地区生产总值由2015年30000000万元减少到2021年2311.1亿元，2015年最高，最低是2016年1269.2亿元（趋势图）。',
  ],
  [
    'what is highest between them',
    over('TrendChart', { ids: ['gdp@2015/growth', 'gdp@2018/growth', 'gdp@2020/growth'] }),
    '地区生产总值增速由2015年下降2.9%到2020年增长5.1%，最高是2018年增长7.4%，2015年最低（趋势图）。',
  ],
  [
    'no direction across a break',
    over('TrendChart', { of: 'retail' }),
    '社会消费品零售额由2014年412.5亿元到2021年1—11月470.4亿元；断开处没有数据；双竖线：2018年起统计口径调整，与以前不可比；空心：不足一年（趋势图）。',
  ],
  [
    'totals and growth',
    over('TotalAndGrowth', { of: 'gdp', total: 'total', growth: 'growth' }),
    '地区生产总值由2015年1195.1亿元增加到2021年2311.1亿元，2021年最高，2015年最低；地区生产总值增速由2015年下降2.9%到2021年增长11%，2021年最高，2015年最低（总量与增速图）。',
  ],
  [
    'stacked columns',
    over('StackedColumns', { of: 'shares' }),
    '2019年第一产业占比6.8%、第二产业占比25.5%、第三产业占比67.7%；2021年第一产业占比6.8%、第二产业占比24.9%、第三产业占比68.3%（堆积柱形图）。',
  ],
  [
    'slopes, one after the other',
    over('Slope', { of: 'shares', measure: ['secondary', 'tertiary'] }),
    '第二产业占比由2019年25.5%降低到2021年24.9%；第三产业占比由2019年67.7%提高到2021年68.3%（斜率图）。',
  ],
  [
    'parts of one whole, and that they are not all of it',
    over('ShareDonut', { parts: ['shares@2021/tertiary', 'shares@2021/secondary'] }),
    '第三产业占比68.3%；第二产业占比24.9%；其余不单列（环形图）。',
  ],
])('says %s', (_, said, expected) => {
  expect(said).toBe(expected)
})
