import type { Measure } from '../../components/charts/shared-scale.ts'
import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { commonScale, isSame, scaleRemark } from '../../components/charts/shared-scale.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { valueIn } from '../../model/units.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { type Drawing, drawing } from '../check/support/drawing.ts'
import { data } from '../check/support/numbers.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { extentsOf, renderSvg } from './render.ts'

const { highlight, context } = chartTheme.color
const lengthOf = (svg: string, fill: string): number =>
  Math.max(...extentsOf(svg, fill).map(({ left, right }) => right - left))

describe('charts of one measure', () => {
  it('draw equal values equally long in rooms of different widths', () => {
    const [wide, narrow] = [
      { width: 1136, height: 430 },
      { width: 560, height: 430 },
    ]
    const [few, many] = [
      planBar(figuresOf('shelters')),
      planStacked([{ total: figureOf('firms'), part: { ...figureOf('firms-new'), qualifier: 'none' } }]),
    ]
    const scale = commonScale(barChart.measure!(planBar(figuresOf('trade'))), [
      { measure: barChart.measure!(planBar(figuresOf('trade'))), fit: barChart.layout(few, chartTheme, wide).scale },
      {
        measure: barChart.measure!(planBar(figuresOf('trade'))),
        fit: stackedBars.layout(many, chartTheme, narrow).scale,
      },
    ])!
    expect(lengthOf(renderSvg(barChart, few, { ...wide, scale }), highlight)).toBeCloseTo(40 * scale, 1)
    const stacked = renderSvg(stackedBars, many, { ...narrow, scale })
    expect(lengthOf(stacked, context) + lengthOf(stacked, highlight)).toBeCloseTo(640 * scale, 1)
    expect(640 * scale).toBeLessThanOrEqual(560)
  })

  it('share the smallest of the scales that fit, others do not count', () => {
    const [trade, shops] = [
      barChart.measure!(planBar(figuresOf('trade'))),
      barChart.measure!(planBar(figuresOf('shops'))),
    ]
    expect(
      commonScale(trade, [
        { measure: trade, fit: 3 },
        { measure: trade, fit: 2 },
        { measure: shops, fit: 1 },
        { measure: trade, fit: undefined },
      ]),
    ).toBe(2)
    expect(commonScale(trade, [{ measure: trade, fit: undefined }])).toBeUndefined()
  })

  it('keep growths to one scale on both sides of zero', () => {
    const plan = planGrowth(figuresOf('growth-industry', 'drop-energy'))
    const room = { width: 900, height: 430 }
    const scale = growthBars.layout(plan, chartTheme, room).scale / 2
    const svg = renderSvg(growthBars, plan, { ...room, scale })
    expect(lengthOf(svg, highlight)).toBeCloseTo(12.5 * scale, 1)
    expect(lengthOf(svg, context)).toBeCloseTo(7.25 * scale, 1)
  })
})

describe('charts that look alike say', () => {
  const bars = (...ids: string[]): Measure => barChart.measure!(planBar(figuresOf(...ids)))
  const stacked = stackedBars.measure!(planStacked([{ total: figureOf('firms'), part: figureOf('firms-new') }]))
  const icons = (per: number): Measure =>
    isotypeChart.measure!(planIsotype(figuresOf('towers'), { icon: 'tower', per }))

  it.each([
    ['nothing where one stands alone', [bars('trade')], ''],
    ['that they share a scale', [bars('shops'), stacked], '两图同一比例尺'],
    ['so of three', [bars('shops'), bars('firms'), stacked], '各图同一比例尺'],
    ['that their units differ', [bars('trade'), bars('capital')], '两图单位不同，长度不可相比'],
    [
      'that they measure different things',
      [bars('share-trade'), growthBars.measure!(planGrowth(figuresOf('growth-trade')))],
      '两图含义不同，长度不可相比',
    ],
    ['that their icons stand for different numbers', [icons(10), icons(20)], '两图一个图标代表的数不同，长度不可相比'],
  ])('%s', (_, measures, said) => {
    expect(scaleRemark(measures)).toBe(said)
  })
})

describe('万元 and 亿元', () => {
  const trade = figureOf('trade')
  const other = { ...trade, id: 'trade-other', value: 4105000, unit: '万元', decimals: 0 }

  it('are of one scale', () => {
    expect(valueIn('亿元')(other)).toBe(410.5)
    expect(valueIn('万元')(trade)).toBe(4105000)
  })

  it('stand in one chart on one scale, from the largest down, each printed as in the source', () => {
    const small = { ...other, id: 'trade-small', value: 821000 }
    const { items } = planBar([small, trade])
    expect(items.map(({ id, value, label }) => [id, value, label.value])).toEqual([
      ['trade', 410.5, '410.5亿元'],
      ['trade-small', 82.1, '821000万元'],
    ])
    const svg = renderSvg(barChart, planBar([small, trade]))
    expect(lengthOf(svg, highlight) / lengthOf(svg, context)).toBeCloseTo(5, 3)
    expect(barChart.describe(planBar([small, trade]))).toMatch(/^外贸总额410\.5亿元，远多于外贸总额的821000万元/)
  })

  it('are one measure to charts beside each other, in px for the unit of each', () => {
    const [a, b] = [barChart.measure!(planBar([trade])), barChart.measure!(planBar([other]))]
    expect(scaleRemark([a, b])).toBe('两图同一比例尺')
    expect(commonScale(a, [{ measure: b, fit: 0.0001 }])).toBeCloseTo(1)
    expect(commonScale(b, [{ measure: a, fit: 1 }])).toBeCloseTo(0.0001)
    expect(isSame(a, barChart.measure!(planBar([figureOf('capital')])))).toBe(false)
  })

  it('are measured by the gate on one scale, over the charts of a slide', () => {
    const others = new Map([trade, { ...other, value: 821000 }].map(each => [each.id, each]))
    const draw = (asked: readonly Figure[], scale: number): Drawing => {
      const plan = planBar(asked)
      return drawing(barChart, plan, plan.figures, { scale })
    }
    const judge = (...charts: Drawing[]): string[] =>
      judgeCharts({
        charts,
        data: { ...data, figures: [...others.values()], findFigure: id => others.get(id) },
        last: true,
      }).map(({ measured }) => measured)
    const [one, two] = [trade, others.get(other.id)!]
    expect(judge(draw([one, two], 2))).toEqual([])
    expect(judge(draw([one], 2), draw([two], 0.0002))).toEqual([])
    expect(judge(draw([one], 2), draw([two], 0.0003)).join()).toMatch(/相差 50%/)
  })

  it('are refused beside another base', () => {
    expect(() => planBar([trade, figureOf('capital')])).toThrow('单位不同：“trade”是亿元，“capital”是亿美元')
  })
})
