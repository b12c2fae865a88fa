import type { Measure } from '../../components/charts/shared-scale.ts'
import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { commonScale, scaleRemark } from '../../components/charts/shared-scale.ts'
import { inPrintedUnit } from '../../model/print-unit.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { valueIn } from '../../components/charts/time-series.ts'
import { chartTheme } from '../../components/charts/theme.ts'
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

  it('are of one scale over time', () => {
    expect(valueIn('亿元')(other)).toBe(410.5)
    expect(valueIn('万元')(trade)).toBe(4105000)
  })

  it('stand in one chart of bars where both are printed in one unit', () => {
    expect(() => planBar([trade, other])).toThrow(
      '单位不同：“trade”是亿元，“trade-other”是万元；请用 printAs 换成同一个单位来印',
    )
    const { unit, value, decimals } = inPrintedUnit({ ...other, printAs: '亿元' })
    const [a, b] = planBar([trade, { ...other, unit, value, decimals: decimals! }]).items
    expect([a!.value, b!.value]).toEqual([410.5, 410.5])
  })
})
