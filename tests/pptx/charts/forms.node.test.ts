import { describe, expect, it } from 'vitest'
import { chartTheme } from '../../../components/charts/theme.ts'
import type { Figure } from '../../../model/figure.ts'
import { describeWithEvidence, evidenceLine, evidenceLines } from '../../../scripts/export/pptx/charts/evidence.ts'
import type { NativeGroup } from '../../../scripts/export/pptx/charts/native-chart.ts'
import { type NativeDrawing, nativeCharts } from '../../../scripts/export/pptx/charts/native-charts.ts'
import { chartSheet } from '../../../scripts/export/pptx/charts/sheet.ts'
import { figureOf } from '../../charts/fixture-figures.ts'
import { finders } from '../../charts/fixture-tables.ts'

const { qualifier: _, ...exact } = figureOf('trade')
const amount = (id: string, value: number, changes: Partial<Figure> = {}): Figure => ({
  ...{ ...exact, qualifier: 'none', id, short: id, label: id, value, decimals: 1 },
  ...changes,
})

/** A chart of figures that are made for it. */
function drawn(name: string, props: object, figures: readonly Figure[], box: { scale?: number } = {}): NativeDrawing {
  const find = { ...finders, figure: (id: string) => figures.find(each => each.id === id) ?? figureOf(id) }
  return nativeCharts({ name, props, find, theme: chartTheme, box: { width: 1136, height: 430, ...box } })
}

const valuesOf = ({ series }: NativeGroup): (number | null)[][] =>
  series.map(({ points }) => points.map(point => point?.value ?? null))

describe('a waterfall', () => {
  const parts = [amount('甲', 5), amount('乙', -2), amount('丙', 1.5)]
  const props = { parts: ['甲', '乙', '丙'], total: '合计' }

  it('is rises and falls on a base that is not seen', () => {
    const [chart] = drawn('Contribution', props, [...parts, amount('合计', 4.5)]).charts
    expect(valuesOf(chart!.groups[0]!)).toEqual([
      [0, 3, 3, null],
      [5, 0, 1.5, null],
      [0, 2, 0, null],
      [null, null, null, 4.5],
    ])
    const [base, rises, falls] = chart!.groups[0]!.series
    expect(base!.points.every(point => point === null || Object.keys(point.paint).length === 0)).toBe(true)
    expect(rises!.points[0]!.label!.runs[0]).toMatchObject({ text: '5.0亿元', format: '0.0"亿元";;' })
    expect(falls!.points[1]!.label!.runs[0]).toMatchObject({ text: '−2.0亿元', format: '"−"0.0"亿元";;' })
  })

  it('follows by formulas from the numbers of its steps', () => {
    const [chart] = drawn('Contribution', props, [...parts, amount('合计', 4.5)]).charts
    const { rows } = chartSheet(chart!)
    expect(rows[0]!.map(cell => cell?.value).slice(0, 6)).toEqual([
      ...['', '起点（亿元）', '增加（亿元）', '减少（亿元）', '合计（亿元）', '据以计算的数（亿元）'],
    ])
    expect(rows[2]!.map(cell => cell?.formula ?? cell?.value).slice(0, 6)).toEqual([
      ...['乙', 'MIN(F2,F2+F3)', 'MAX(F3,0)', 'MAX(-(F3),0)', undefined, -2],
    ])
  })

  it('is none where it goes below zero, from where piles begin anew', () => {
    const { charts, reason, rest } = drawn('Contribution', { parts: ['甲', '乙'], total: '合计' }, [
      amount('甲', 1),
      amount('乙', -4),
      amount('合计', -3),
    ])
    expect([charts.length, reason]).toEqual([0, '瀑布图有低于零的部分'])
    expect(rest).toContain('data-mark="step"')
  })
})

describe('what is not exact', () => {
  it('is a native bar up to its number, over which the slide draws the end', () => {
    const { charts, rest } = drawn('BarChart', { ids: ['output'] }, [])
    expect(valuesOf(charts[0]!.groups[0]!)).toEqual([[820]])
    expect(rest).toContain('data-mark="ragged" data-figure="output"')
    expect(rest).not.toContain('data-mark="bar"')
  })
})

describe('units', () => {
  it('are one for all numbers of a chart; what is printed in another does not follow the number', () => {
    const [chart] = drawn('BarChart', { ids: ['甲', '乙'] }, [
      amount('甲', 86.4),
      amount('乙', 719_183, { unit: '万元' }),
    ]).charts
    expect(chart!.unit).toBe('亿元')
    expect(valuesOf(chart!.groups[0]!)).toEqual([[86.4, 71.9183]])
    const labels = chart!.groups[0]!.series[0]!.points.map(point => point!.label!.runs[0])
    expect(labels[0]).toHaveProperty('format')
    expect(labels[1]).not.toHaveProperty('format')
  })
})

describe('scales', () => {
  it('are those that the charts of a slide agreed upon', () => {
    const [chart] = drawn('BarChart', { ids: ['甲'] }, [amount('甲', 10)], { scale: 20 }).charts
    const { least, most } = chart!.axes!
    expect(chart!.plot.width / (most - least)).toBeCloseTo(20, 6)
  })
})

describe('an option of the deck’s own', () => {
  const figures = [amount('甲', 4), amount('乙', 2), amount('丙', 3), amount('丁', 1)]
  const axes = { xAxis: { type: 'category', data: ['东', '西'] }, yAxis: { type: 'value' } }
  const option = (...series: object[]): object => ({ option: { ...axes, series } })

  it('may combine bars and a line on one axis', () => {
    const [chart] = drawn(
      'FigureChart',
      option({ type: 'bar', data: ['甲', '乙'] }, { type: 'line', data: ['丙', '丁'] }),
      figures,
    ).charts
    expect(chart!.groups.map(({ sort }) => sort)).toEqual(['bars', 'lines'])
    expect(chart!.categories).toEqual(['东', '西'])
  })

  it('has lines that end where a number is missing, unless they are to go on', () => {
    const spans = (line: object): unknown => {
      const [chart] = drawn('FigureChart', option({ type: 'line', data: ['甲', null], ...line }), figures).charts
      return chart!.groups
    }
    expect(spans({})).toMatchObject([{ sort: 'lines', spans: false }])
    expect(spans({ connectNulls: true })).toMatchObject([{ sort: 'lines', spans: true }])
  })

  it('may have bars beside each other, and on piles', () => {
    const spacing = (...series: object[]): object => {
      const { charts } = drawn('FigureChart', option(...series), figures)
      const { series: _series, ...group } = charts[0]!.groups[0]!
      return group
    }
    const pair = [
      ['甲', '乙'],
      ['丙', '丁'],
    ].map(data => ({ type: 'bar', barGap: '0%', barCategoryGap: '50%', data }))
    expect(spacing(...pair)).toEqual({ sort: 'bars', stacked: false, gap: 200, overlap: 0 })
    const piled = pair.map(each => ({ ...each, barWidth: '50%', stack: 'one' }))
    expect(spacing(...piled)).toEqual({ sort: 'bars', stacked: true, gap: 100, overlap: 100 })
  })
})

describe('evidence', () => {
  it.each([
    ['价格同比', '同比上涨', '价格同比上涨2.0%'],
    ['价格增长', '增长', '价格增长2.0%'],
    ['价格', '同比上涨', '价格同比上涨2.0%'],
    ['产量增', '增长', '产量增增长2.0%'],
  ])('of a figure called %s says %s once', (label, change, printed) => {
    const [line] = evidenceLines([{ ...amount('价格', 2), unit: '%', kind: 'growth', label, change }])
    expect(line!.split('——')[0]).toBe(printed)
  })

  it('is the place and the words of the source', () => {
    expect(evidenceLine(figureOf('trade'))).toBe('2031年；“全部”，“数说”栏：“外贸总额410.5亿元”')
    expect(evidenceLine(figureOf('firms-before'))).toBe('2031年；推算：640家 − 240余家')
  })

  it('stands below the chart in words, a line for each figure', () => {
    expect(describeWithEvidence('条形图。', [figureOf('trade')])).toBe(
      '条形图。\n出处：\n外贸总额410.5亿元——2031年；“全部”，“数说”栏：“外贸总额410.5亿元”',
    )
    expect(describeWithEvidence('一张图。', [])).toBe('一张图。')
  })
})
