import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { charts } from '../../components/charts/registry.ts'
import { planBar } from '../../components/charts/bar-chart.ts'
import { planBeforeAfter } from '../../components/charts/before-after.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { planGrowth } from '../../components/charts/growth-bars.ts'
import { planIsotype } from '../../components/charts/isotype-chart.ts'
import { planReduction } from '../../components/charts/reduction-pair.ts'
import { planDonut } from '../../components/charts/share-donut.ts'
import { planWaffle } from '../../components/charts/share-waffle.ts'
import { planStacked } from '../../components/charts/stacked-bars.ts'
import { planTrend } from '../../components/charts/trend-plan.ts'
import { readTime } from '../../components/charts/time-series.ts'
import type { Figure } from '../../model/figure.ts'
import { changedTable, finders, getFigure } from './fixture-tables.ts'
import { figureOf, figuresOf, findFigure } from './fixture-figures.ts'

const pair = (total: string, part: string, rest?: string): Parameters<typeof planStacked>[0][number] => ({
  total: figureOf(total),
  part: figureOf(part),
  ...(rest && { rest: figureOf(rest) }),
})

const cases: [what: string, plan: () => unknown, ids: string[], reason: string][] = [
  ['bars of nothing', () => planBar([]), [], '要1到12项数据，给了0项'],
  ['a figure twice', () => planBar(figuresOf('trade', 'trade')), ['trade', 'trade'], '“trade”给了两次'],
  [
    'a growth as bar',
    () => planBar(figuresOf('growth-trade')),
    ['growth-trade'],
    '“growth-trade”是增幅，这里只画金额、数量、占比等从零起的数；增幅、降幅请用 GrowthBars',
  ],
  [
    'a rank as bar',
    () => planBar(figuresOf('rank')),
    ['rank'],
    '“rank”是位次，这里只画金额、数量、占比等从零起的数；增幅、降幅请用 GrowthBars',
  ],
  [
    'an amount below zero as bar',
    () => planBar([{ ...figureOf('trade'), value: -3 }]),
    ['trade'],
    '“trade”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars',
  ],
  [
    'a share below zero as donut',
    () => planDonut([{ ...figureOf('share-trade'), value: -1 }]),
    ['share-trade'],
    '“share-trade”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars',
  ],
  [
    'a share below zero as waffle',
    () => planWaffle([{ ...figureOf('share-trade'), value: -1 }]),
    ['share-trade'],
    '“share-trade”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars',
  ],
  [
    'a part below zero',
    () => planStacked([{ total: figureOf('firms'), part: { ...figureOf('firms-new'), value: -5 } }]),
    ['firms', 'firms-new'],
    '“firms-new”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars',
  ],
  [
    'icons for less than nothing',
    () => planIsotype([{ ...figureOf('schools'), value: -6 }], { icon: 'school' }),
    ['schools'],
    '“schools”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars',
  ],
  [
    'bars of two kinds',
    () => planBar(figuresOf('trade', 'schools')),
    ['trade', 'schools'],
    '类别不同：“trade”是金额，“schools”是数量；请分成几张图',
  ],
  [
    'bars of two units',
    () => planBar(figuresOf('trade', 'capital')),
    ['trade', 'capital'],
    '单位不同：“trade”是亿元，“capital”是亿美元；请分成几张图',
  ],
  [
    'bars of two periods',
    () => planBar(figuresOf('trade', 'contracts')),
    ['trade', 'contracts'],
    '时段不同：“trade”是2031年，“contracts”是2031年上半年；确要同图请加 mixed-periods，图上会逐项注明时段',
  ],
  [
    'a highlight from elsewhere',
    () => planBar(figuresOf('trade', 'output'), { highlight: 'schools' }),
    ['output', 'trade'],
    '要突出的“schools”不在这张图里',
  ],
  [
    'a comparison with something elsewhere',
    () => planBar(figuresOf('trade', 'output'), { compare: 'schools' }),
    ['output', 'trade'],
    '要对比的“schools”不在这张图里',
  ],
  [
    'a step to something elsewhere',
    () => planBar(figuresOf('trade', 'output'), { steps: ['output', 'schools'] }),
    ['output', 'trade'],
    'steps 里的“schools”不在这张图里',
  ],
  [
    'a step to a total',
    () => planStacked([pair('firms', 'firms-new')], { steps: ['firms'] }),
    ['firms', 'firms-new'],
    'steps 里的“firms”不是这张图里的部分（part）',
  ],
  [
    'growths of two units',
    () => planGrowth([figureOf('growth-trade'), { ...figureOf('growth-industry'), unit: '倍' }]),
    ['growth-trade', 'growth-industry'],
    '单位不同：“growth-trade”是%，“growth-industry”是倍；请分成几张图',
  ],
  [
    'an amount as growth',
    () => planGrowth(figuresOf('trade')),
    ['trade'],
    '“trade”是金额，这里只画增幅、降幅；其他数据请用 BarChart',
  ],
  [
    'growths of two periods',
    () => planGrowth(figuresOf('growth-trade', 'cut')),
    ['growth-trade', 'cut'],
    '时段不同：“growth-trade”是2031年上半年，“cut”是2031年；确要同图请加 mixed-periods，图上会逐项注明时段',
  ],
  [
    'growths against different bases',
    () => planGrowth([figureOf('growth-trade'), { ...figureOf('drop-energy'), comparedWith: '上年' }]),
    ['growth-trade', 'drop-energy'],
    '比较的基期不同：上年同期、上年；确要同图请加 mixed-periods，图上会逐项注明',
  ],
  [
    'a part of something else',
    () => planStacked([pair('firms', 'schools')]),
    ['firms', 'schools'],
    '“schools”不是“firms”的一部分（data 里没有写 of）',
  ],
  [
    'a rest that was not derived from the pair',
    () => planStacked([pair('firms', 'firms-new', 'cut-rest')]),
    ['firms', 'firms-new', 'cut-rest'],
    '“cut-rest”不是由“firms”减“firms-new”推算的',
  ],
  [
    'a donut of an amount',
    () => planDonut(figuresOf('trade')),
    ['trade'],
    '“trade”是金额，这里只画占比；增减请用 GrowthBars，其他请用 BarChart',
  ],
  [
    'four waffles',
    () => planWaffle(figuresOf('share-trade', 'share-green', 'share-full', 'cut-rest')),
    ['share-trade', 'share-green', 'share-full', 'cut-rest'],
    '要1到3项数据，给了4项',
  ],
  [
    'a share of more than the whole',
    () => planWaffle([{ ...figureOf('share-trade'), value: 120 }]),
    ['share-trade'],
    '“share-trade”大于整体',
  ],
  [
    'a growth as reduction',
    () => planReduction(figureOf('growth-trade'), figureOf('cut-rest')),
    ['growth-trade'],
    '“growth-trade”是增幅，这里只画降幅；增幅请用 GrowthBars',
  ],
  [
    'a rest of another reduction',
    () => planReduction(figureOf('cut'), figureOf('share-trade')),
    ['cut', 'share-trade'],
    '“share-trade”不是由“cut”推算的剩余部分',
  ],
  [
    'icons for an amount',
    () => planIsotype(figuresOf('trade'), { icon: 'tower' }),
    ['trade'],
    '“trade”是金额，这里只画数量；其他数据请用 BarChart',
  ],
  [
    'too many icons',
    () => planIsotype(figuresOf('towers'), { icon: 'tower' }),
    ['towers'],
    '“towers”的图标超过60个，数不过来；请用 per 写明一个图标代表多少，或用 BarChart',
  ],
  [
    'too many icons in spite of per',
    () => planIsotype(figuresOf('towers'), { icon: 'tower', per: 2 }),
    ['towers'],
    '“towers”的图标超过60个，数不过来；请用 per 写明一个图标代表多少，或用 BarChart',
  ],
  [
    'icons for an inexact count',
    () => planIsotype(figuresOf('shops'), { icon: 'house' }),
    ['shops'],
    '“shops”不是准确的整数，不能一个图标算一个；请用 per 写明一个图标代表多少，或用 BarChart',
  ],
  [
    'icons for tens of thousands',
    () => planIsotype(figuresOf('cases'), { icon: 'people' }),
    ['cases'],
    '“cases”不是准确的整数，不能一个图标算一个；请用 per 写明一个图标代表多少，或用 BarChart',
  ],
  [
    'icons that stand for nothing',
    () => planIsotype(figuresOf('schools'), { icon: 'school', per: 0 }),
    ['schools'],
    'per 应大于零',
  ],
  [
    'one per for two units',
    () => planIsotype(figuresOf('schools', 'shelters'), { icon: 'school', per: 2 }),
    ['schools', 'shelters'],
    '单位不同，不能共用一个 per：所、个',
  ],
  [
    'an unknown icon',
    () => planIsotype(figuresOf('schools'), { icon: 'rocket' as 'school' }),
    ['schools'],
    '没有图标“rocket”，有：school、house、car、factory、hospital、people、book、lift、tower、crossing、server、printer',
  ],
  [
    'before and after in two units',
    () => planBeforeAfter(figureOf('trade'), figureOf('capital')),
    ['trade', 'capital'],
    '单位不同：“trade”是亿元，“capital”是亿美元；请分成几张图',
  ],
  [
    'a change of something else',
    () => planBeforeAfter(figureOf('trade'), figureOf('output'), {}, figureOf('growth-trade')),
    ['trade', 'output', 'growth-trade'],
    '“growth-trade”不是“output”的变化（data 里没有写 of）',
  ],
]

const asked =
  (component: string, props: object, change: (figure: Figure) => Partial<Figure> | null = () => ({})) =>
  (): unknown =>
    charts[component]!.plan(props, { ...finders, table: id => changedTable(id, change) })

/** Over time; of these only the reason is told, since they name all figures of a table. */
const timely: [name: string, plan: () => unknown, reason: RegExp][] = [
  [
    'a table of subjects over time',
    asked('TrendChart', { of: 'counties', measure: 'total' }),
    /表“counties”的行不是时段/,
  ],
  [
    'a table of which no measure is picked',
    asked('TrendChart', { of: 'gdp' }),
    /用 measure 写明画哪一列：total、growth$/,
  ],
  [
    'a measure that is not there',
    asked('TrendChart', { of: 'gdp', measure: 'sum' }),
    /没有“sum”这一列，最接近的是：total、growth$/,
  ],
  ['a line of two units', asked('TrendChart', { of: 'gdp', measure: ['total', 'growth'] }), /^类别不同：/],
  [
    'a line of two bases',
    asked('TrendChart', { of: 'gdp', measure: 'total' }, ({ id }) =>
      id === 'gdp@2019/total' ? { unit: '万美元' } : {},
    ),
    /^单位不同：“gdp@2015\/total”是亿元，“gdp@2019\/total”是万美元/,
  ],
  ['one period', asked('TrendChart', { ids: ['gdp@2019/total'] }), /^不到两个时段/],
  [
    'periods backwards',
    asked('TrendChart', { ids: ['gdp@2020/total', 'gdp@2019/total'] }),
    /^时段没有按先后排：“2019年”应在前面/,
  ],
  ['one period twice', asked('TrendChart', { ids: ['gdp@2020/total', 'gdp@2020/total'] }), /同一时段只能有一个数/],
  [
    'five lines',
    asked('TrendChart', { ids: Array.from({ length: 5 }, () => ['gdp@2019/total', 'gdp@2020/total']) }),
    /^要1到4个系列，给了5个/,
  ],
  [
    'ranks over time',
    asked('TrendChart', { of: 'gdp', measure: 'total' }, () => ({ kind: 'rank', unit: '位' })),
    /位次越小越好/,
  ],
  [
    'columns that do not begin at zero',
    asked('TrendChart', { of: 'retail', type: 'columns', base: 'data' }),
    /必须从零起/,
  ],
  [
    'columns of several series',
    asked('TrendChart', { of: 'added', measure: ['primary', 'tertiary'], type: 'columns' }),
    /^柱形一次只画一个系列/,
  ],
  [
    'a highlight from another time',
    asked('TrendChart', { of: 'retail', highlight: '2031' }),
    /^要突出的“2031”不在这张图里；可写系列（sales）/,
  ],
  [
    'a period without dates',
    () =>
      planTrend(
        readTime(
          '趋势图',
          { ids: ['a', 'b'] },
          {
            ...finders,
            figure: id => ({
              ...getFigure('gdp@2019/total'),
              id,
              period: { id, text: '近年来', stated: [], span: null, begin: '', end: '' },
            }),
          },
        ),
      ),
    /^时段“近年来”读不出起止/,
  ],
  ['growth above totals', asked('TotalAndGrowth', { of: 'gdp', total: 'growth', growth: 'total' }), /上面只画总量/],
  ['totals without their growth', asked('TotalAndGrowth', { of: 'gdp', total: 'total' }), /请写明总量和增速各是哪一列/],
  [
    'the growth of something else',
    asked('TotalAndGrowth', { of: 'gdp', total: 'total', growth: 'growth' }, ({ kind }) =>
      kind === 'growth' ? { of: 'trade' } : {},
    ),
    /不是同一时段总量的变化/,
  ],
  ['a stack of one', asked('StackedColumns', { of: 'retail' }), /没有可堆积的/],
  [
    'a negative part',
    asked('StackedColumns', { of: 'added' }, ({ id }) => (id === 'added@2019/primary' ? { value: -1 } : {})),
    /^“added@2019\/primary”是负数/,
  ],
  [
    'parts of more than the whole',
    asked('StackedColumns', { of: 'shares' }, ({ id }) => (id === 'shares@2020/primary' ? { value: 12 } : {})),
    /^2020各部分加起来超过整体/,
  ],
  ['growths as parts', asked('StackedColumns', { of: 'gdp', measure: ['growth', 'growth'] }), /各部分加不成一个总数/],
]

it.each(timely)('charts over time refuse %s', (_, plan, reason) => {
  let thrown: unknown
  try {
    plan()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(ChartDataError)
  expect((thrown as ChartDataError).reason).toMatch(reason)
})

describe('charts refuse', () => {
  it.each(cases)('%s', (_, plan, ids, reason) => {
    let thrown: unknown
    try {
      plan()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(ChartDataError)
    expect(thrown).toMatchObject({ ids, reason })
  })

  it('names the chart, the figures and the reason in one message', () => {
    expect(() => planBar(figuresOf('trade', 'schools'))).toThrow('条形图画不出来（trade、schools）：类别不同')
    expect(() => planBar([])).toThrow('条形图画不出来（没有数据编号）：要1到12项数据，给了0项')
  })
})

describe('charts on slides', () => {
  const refused = (text: string) =>
    refusedCharts(text, { findFigure, findTable: () => undefined }).map(({ at, message }) => `${at} ${message}`)

  it('are all known to a build', () => {
    const files = readdirSync(new URL('../../components/charts/', import.meta.url))
    const components = files.filter(file => /^[A-Z]\w*\.ts$/.test(file)).map(file => file.replace('.ts', ''))
    expect(Object.keys(charts).sort()).toEqual(components.sort())
  })

  it.each([
    [`图：<BarChart :ids="['trade', 'schools']" />`, [/^2 <BarChart> 条形图画不出来（trade、schools）：类别不同/]],
    ['<share-waffle id="trade" />', [/^0 <ShareWaffle> 百格图画不出来/]],
    [`<BarChart v-bind:ids='["trade", "output",]' highlight="schools"></BarChart>`, [/要突出的“schools”不在这张图里/]],
    ['<Isotype :ids="[&quot;schools&quot;]" icon="school" :per="-1" />', [/per 应大于零/]],
    [`<BarChart :ids="['trade', 'contracts']" />`, [/时段不同/]],
    [`<BarChart :ids="['trade', 'contracts']" mixed-periods />`, []],
    [`<BarChart :ids="['trade', 'contracts']" :mixed-periods="false" />`, [/时段不同/]],
    [`<BarChart ids="trade" />`, [/属性没有写全，或写法不对/]],
    // Told elsewhere, or by the browser alone.
    [`<BarChart :ids="['trade', 'nope']" />`, []],
    [`<BarChart v-bind="props" />`, []],
    [`<BarChart :ids="list" />`, []],
    ['```html\n<BarChart />\n```', []],
  ])('%s', (text, expected) => {
    expect(refused(text)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })
})
