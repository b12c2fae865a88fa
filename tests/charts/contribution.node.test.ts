import { describe, expect, it } from 'vitest'
import {
  contributionChart,
  planContribution,
  type ContributionPlan,
} from '../../components/charts/contribution-chart.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import { figureOf } from './fixture-figures.ts'
import { findFigure, finders, tableOf } from './fixture-tables.ts'
import { normalizeSvg, renderSvg, textsOf } from './render.ts'

const { qualifier: _, ...exact } = figureOf('trade')
const amount = (id: string, value: number, changes: Partial<Figure> = {}): Figure => ({
  ...{ ...exact, qualifier: 'none', id, short: id, label: id, value, decimals: 1 },
  ...changes,
})
const points = (id: string, value: number, decimals = 2): Figure => ({
  ...{ ...figureOf('growth-trade'), id, short: id, label: id, value, decimals, unit: '个百分点', change: '拉动增长' },
})
const growth = (value: number): Figure => ({
  ...figureOf('growth-trade'),
  value,
  decimals: 1,
})
const asked = (props: object): ContributionPlan => contributionChart.plan(props, finders)
const levels = ({ steps }: ContributionPlan): string[] => steps.map(({ name, from, to }) => `${name} ${from} ${to}`)

describe('contributions', () => {
  it('begin where the one before ends, and the total at zero', () => {
    const plan = planContribution([amount('甲', 5), amount('乙', -2), amount('丙', 1.5)], amount('合计', 4.5))
    expect(levels(plan)).toEqual(['甲 0 5', '乙 5 3', '丙 3 4.5', '合计 0 4.5'])
  })

  it('are points of growth that make a growth', () => {
    const plan = planContribution([points('甲', 1.64), points('乙', 2.4), points('丙', 2.66)], growth(6.7))
    expect(textsOf(renderSvg(contributionChart, plan))).toEqual(
      expect.arrayContaining(['+1.64个百分点', '+2.40个百分点', '+2.66个百分点', '+6.7%']),
    )
    expect(contributionChart.describe(plan)).toBe(
      '甲拉动增长1.64个百分点；乙拉动增长2.40个百分点；丙拉动增长2.66个百分点；合计贸易同比增长6.7%（瀑布图）。',
    )
  })

  it('may differ from the total by what rounding leaves', () => {
    const parts = [points('甲', 1.6, 1), points('乙', 2.4, 1), points('丙', 2.7, 1)]
    expect(() => planContribution(parts, growth(6.8))).not.toThrow()
    expect(() => planContribution(parts, growth(7))).toThrow(
      '各部分相加是6.7%（+1.6个百分点、+2.4个百分点、+2.7个百分点），“growth-trade”是7.0%；请核对，确有未列出的部分请加 rest',
    )
  })

  it('are rows of a table, and the row that they add up to', () => {
    expect(levels(asked({ of: 'industries' }))).toEqual([
      '第一产业 0 6.2',
      '第二产业 6.2 28.9',
      '第三产业 28.9 91.3',
      '地区生产总值 0 91.3',
    ])
    expect(levels(asked({ of: 'industries', row: '第二产业' }))).toEqual([
      '工业 0 19.5',
      '建筑业 19.5 22.7',
      '第二产业 0 22.7',
    ])
  })

  it('leave a rest where the deck says so, drawn without a number', () => {
    const plan = asked({ of: 'industries', row: '第三产业', rest: true })
    expect(levels(plan).slice(-2)).toEqual(['其余 54 62.4', '第三产业 0 62.4'])
    const svg = renderSvg(contributionChart, plan)
    expect(textsOf(svg)).toContain('其余')
    expect(textsOf(svg).join()).not.toContain('8.4')
    expect(svg).toContain(chartTheme.color.track)
    expect(contributionChart.describe(plan)).toContain('另有其余；合计第三产业增加值62.4亿元')
  })

  it('are drawn on one scale, whatever their units', () => {
    const plan = planContribution(
      [amount('甲', 50000, { unit: '万元', decimals: 0 }), amount('乙', 2)],
      amount('合计', 7),
    )
    expect(levels(plan)).toEqual(['甲 0 5', '乙 5 7', '合计 0 7'])
  })

  it('look as they did', async () => {
    const plan = planContribution(
      [amount('甲', 2), amount('乙', -3, { qualifier: '约' }), amount('丙', 5)],
      amount('合计', 4),
    )
    await expect(normalizeSvg(renderSvg(contributionChart, plan))).toMatchFileSnapshot('./snapshots/contribution.svg')
  })
})

describe('contributions refuse', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['one part', () => planContribution([amount('甲', 5)], amount('合计', 5)), /要2到10个部分，给了1个/],
    [
      'a rest that is none',
      () => planContribution([amount('甲', 5), amount('乙', 2)], amount('合计', 7), { rest: true }),
      /没有其余；请去掉 rest/,
    ],
    [
      'what they do not make, whatever the qualifiers leave open',
      () => planContribution([amount('甲', 5, { qualifier: '以上' }), amount('乙', 4)], amount('合计', 7)),
      /各部分相加是9\.0亿元（5\.0亿元以上、4\.0亿元），“合计”是7\.0亿元/,
    ],
    [
      'growths in per cent',
      () => planContribution([growth(2), points('乙', 3)], growth(5)),
      /给了两次|增幅加不成总的增幅/,
    ],
    [
      'two bases',
      () => planContribution([amount('甲', 5), amount('乙', 2, { unit: '亿美元' })], amount('合计', 7)),
      /单位不同/,
    ],
    ['amounts of a count', () => planContribution([amount('甲', 5), amount('乙', 2)], figureOf('firms')), /类别不同/],
    [
      'places',
      () => planContribution([amount('甲', 5, { kind: 'rank' }), amount('乙', 2)], amount('合计', 7)),
      /加不成一个总数/,
    ],
    [
      'two periods',
      () =>
        planContribution(
          [amount('甲', 5), amount('乙', 2, { period: figureOf('contracts').period })],
          amount('合计', 7),
        ),
      /时段不同/,
    ],
    ['a table without sums', () => asked({ of: 'counties' }), /没有写明哪些行加成合计/],
    ['a row that is no sum', () => asked({ of: 'industries', row: '工业' }), /没有写明哪些行加成“工业”/],
    ['parts without a total', () => asked({ parts: ['gdp@2019/total'] }), /没有写 total/],
  ])('%s', (_, plan, reason) => {
    expect(plan).toThrow(reason)
  })

  it('what slides ask of them, by a switch too', () => {
    const refused = (text: string): string[] =>
      refusedCharts(text, { findFigure, findTable: tableOf }).map(({ message }) => message)
    expect(refused('<Contribution of="industries" />')).toEqual([])
    expect(refused('<Contribution of="industries" row="第三产业" rest />')).toEqual([])
    expect(refused('<Contribution of="industries" row="第三产业" />')).toEqual([
      expect.stringMatching(/相加是54\.0亿元/),
    ])
  })
})
