import { describe, expect, it } from 'vitest'
import { figureChart, type FigureChartProps, planFigureChart } from '../../components/charts/figure-chart.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { chartTheme, chartThemeOf } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import { figureProps } from '../../model/figure-props.ts'
import { idsOfTag } from '../../model/slides/ids.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { drawing } from '../check/support/drawing.ts'
import { data as other } from '../check/support/numbers.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { figureOf, figures, findFigure } from './fixture-figures.ts'
import { extentsOf, type Look, renderSvg, textBoxesOf, textsOf } from './render.ts'

const plan = (option: object, props: Partial<FigureChartProps> = {}) => planFigureChart({ option, ...props }, figureOf)
const CATEGORIES = { xAxis: { type: 'category', data: ['候车亭', '泊位'] }, yAxis: { type: 'value' } }
const BARS = { ...CATEGORIES, series: [{ type: 'bar', data: ['shelters', { figure: 'bays' }] }] }
const PIE = { series: { type: 'pie', radius: '60%', data: ['schools', 'nurseries'] } }

describe('a chart of an option of the deck', () => {
  it('draws and prints figures by their ids', () => {
    const planned = plan(BARS, { highlight: 'bays' })
    const svg = renderSvg(figureChart, planned)
    expect(textsOf(svg)).toEqual(['候车亭', '泊位', '40个', '约5000个'])
    expect(extentsOf(svg, chartTheme.color.highlight)).toHaveLength(1)
    expect(figureChart.describe(planned)).toBe('新建候车亭40个；智能化改造的公共停车泊位约5000个（自定图）。')
  })

  it('takes nothing of its author for a number or a label', () => {
    const label = { show: false, formatter: '{c}' }
    const planned = plan({
      ...BARS,
      series: [
        { type: 'bar', data: ['shelters'], label: { ...label, formatter: () => '9999个' } },
        { type: 'line', data: [{ figure: 'bays', label }] },
      ],
    })
    expect(textsOf(renderSvg(figureChart, planned))).toEqual(expect.arrayContaining(['40个', '约5000个']))
    expect(textsOf(renderSvg(figureChart, planned)).join()).not.toMatch(/9999|,5000(?!个)/)
  })

  it('says what it draws, and nothing that the gate misses', () => {
    for (const option of [BARS, PIE]) {
      const planned = plan({ ...option }, option === PIE ? { mixedPeriods: true } : {})
      const chart = drawing(figureChart, planned, planned.figures)
      expect(
        chart.marks
          .filter(({ kind }) => kind === (option === PIE ? 'slice' : 'own-bar'))
          .map(({ figure }) => figure)
          .sort(),
      ).toEqual(planned.figures.map(({ id }) => id).sort())
      // A name above its number is a line of its own.
      expect(
        [...new Set(chart.words.filter(({ kind }) => kind === 'value').map(({ figure }) => figure))].sort(),
      ).toEqual(planned.figures.map(({ id }) => id).sort())
      expect(judgeCharts({ charts: [chart], data: { ...other, figures, findFigure }, last: true })).toEqual([])
    }
  })

  it.each<[string, object]>([
    ['bars', { ...CATEGORIES, series: [{ type: 'bar', data: PIE.series.data }] }],
    ['bars that lie', { xAxis: BARS.yAxis, yAxis: BARS.xAxis, series: [{ type: 'bar', data: PIE.series.data }] }],
    ['a pie', PIE],
    ['a pie with a hole, from elsewhere on', { series: { ...PIE.series, radius: ['40%', '60%'], startAngle: 30 } }],
  ])('is measured: %s', (_, option) => {
    const judge = (find: (id: string) => Figure): string[] => {
      const planned = planFigureChart({ option }, find)
      const chart = drawing(figureChart, planned, planned.figures)
      const on = { charts: [chart], data: { ...other, figures, findFigure }, last: true }
      return judgeCharts(on).map(({ measured }) => measured)
    }
    expect(judge(figureOf)).toEqual([])
    const [spoilt] = planFigureChart({ option }, figureOf).figures
    const wrong = judge(id => ({ ...figureOf(id), ...(id === spoilt!.id && { value: spoilt!.value * 1.1 }) }))
    expect(wrong.join()).toMatch(/画成/)
  })

  it.each<[string, Look]>([
    ['a slide', { height: 430 }],
    ['a phone', { width: 358, theme: chartThemeOf('red', 'page') }],
  ])('keeps the words beside a funnel apart on %s', (_, look) => {
    const data = ['schools', { figure: 'nurseries', name: '新建普惠性幼儿园' }, { figure: 'towers', name: '高层建筑' }]
    const planned = planFigureChart({ option: { series: [{ type: 'funnel', data }] } }, id => ({
      ...figureOf(id),
      unit: '个',
    }))
    const { height } = figureChart.layout(planned, look.theme ?? chartTheme, { width: 1136, ...look })
    const boxes = textBoxesOf(renderSvg(figureChart, planned, { ...look, height }))
    expect(boxes.length).toBeGreaterThan(5)
    const overlapping = boxes.filter((one, index) =>
      boxes.some(
        (two, at) =>
          at > index && one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom,
      ),
    )
    expect(overlapping).toEqual([])
  })

  it('leaves gaps open', () => {
    expect(plan({ ...BARS, series: [{ type: 'line', data: ['shelters', null, '-', 'bays'] }] }).figures).toHaveLength(2)
  })

  it.each<[string, object, RegExp]>([
    [
      'a number',
      { ...BARS, series: [{ type: 'bar', data: ['shelters', 40] }] },
      /series\[0\]\.data\[1\] 写的是 40；图里的数只能是数据编号/,
    ],
    ['a number as value', { ...BARS, series: [{ type: 'bar', data: [{ value: 40 }] }] }, /写的是 \{"value":40\}/],
    [
      'a number beside an id',
      { ...BARS, series: [{ type: 'bar', data: [{ figure: 'shelters', value: 40 }] }] },
      /只能是数据编号/,
    ],
    ['numbers elsewhere', { ...BARS, dataset: { source: [[1, 2]] } }, /不能用 dataset/],
    [
      'lines at a number',
      { ...BARS, series: [{ type: 'bar', data: ['bays'], markLine: { data: [{ yAxis: 5 }] } }] },
      /不能用 markLine/,
    ],
    ['two axes of numbers', { ...BARS, yAxis: [{ type: 'value' }, { type: 'value' }] }, /双轴图的高低不可相比/],
    ['bars that do not begin at zero', { ...BARS, yAxis: { type: 'value', min: 30 } }, /必须从零起/],
    ['bars on a logarithmic axis', { ...BARS, yAxis: { type: 'log' } }, /yAxis 写了 type: 'log'，不从零起/],
    ['bars on an axis that leaves out zero', { ...BARS, yAxis: { type: 'value', scale: true } }, /scale: true/],
    ['roses', { series: { ...PIE.series, roseType: 'radius' } }, /series\[0\]\.roseType 让半径也变/],
    ['numbers as categories', { ...BARS, xAxis: { type: 'category', data: [2030] } }, /xAxis.data 里有写死的数 2030/],
    ['depth', { ...BARS, grid3D: {} }, /grid3D 是立体图/],
    ['series with depth', { series: [{ type: 'bar3D', data: ['bays'] }] }, /bar3D 是立体图/],
    ['six slices', { series: [{ type: 'pie', data: Array.from({ length: 6 }, () => 'bays') }] }, /饼图有6块/],
    ['other series', { series: [{ type: 'gauge', data: ['bays'] }] }, /type 是“gauge”，只能是 bar、line/],
    ['two units', { ...BARS, series: [{ type: 'bar', data: ['shelters', 'shops'] }] }, /单位不同/],
    ['two kinds', { ...BARS, series: [{ type: 'bar', data: ['shelters', 'trade'] }] }, /类别不同/],
    ['no series', {}, /没有 series/],
    ['what is not loaded', { ...BARS, legend: {} }, /不能用 legend，option 里只有 grid、xAxis、yAxis、series/],
  ])('refuses %s', (_, option, reason) => {
    expect(() => plan(option)).toThrow(ChartDataError)
    expect(() => plan(option)).toThrow(reason)
  })
})

describe('on slides', () => {
  const tag = (option: string): string => `<FigureChart :option="${option}" highlight="bays" />`

  it('its ids are those of its data', () => {
    const text = tag(
      "{ xAxis: { type: 'category', data: ['trade'] }, series: [{ type: 'bar', data: ['shelters', { figure: 'bays' }, '-'] }] }",
    )
    const ids = idsOfTag(scanTags(text)[0]!, figureProps)
    expect(ids.map(({ id }) => id)).toEqual(['shelters', 'bays', 'bays'])
    expect(ids.map(({ at, id }) => text.slice(at, at + id.length))).toEqual(['shelters', 'bays', 'bays'])
  })

  it('it is refused before a deck is built', () => {
    const text = tag("{ series: [{ type: 'bar', data: [7] }] }")
    expect(refusedCharts(text, { findFigure, findTable: () => undefined })).toEqual([
      { component: 'FigureChart', at: 0, message: expect.stringMatching(/写的是 7/) },
    ])
  })
})
