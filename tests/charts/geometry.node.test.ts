import type { Figure } from '../../model/figure.ts'
import type { Qualifier } from '../../model/qualifiers.ts'
import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { beforeAfter, planBeforeAfter } from '../../components/charts/before-after.ts'
import { edgePoints, overhang } from '../../components/charts/open-end-series.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { layoutIcons, lineWidth, linesOf } from '../../components/charts/pictogram-series.ts'
import { reductionPair, planReduction } from '../../components/charts/reduction-pair.ts'
import { shareDonut, planDonut } from '../../components/charts/share-donut.ts'
import { cellFill } from '../../components/charts/cells-series.ts'
import { planWaffle, shareWaffle } from '../../components/charts/share-waffle.ts'
import { stackedBars, planStacked } from '../../components/charts/stacked-bars.ts'
import { emWidth, wrapLabel } from '../../components/charts/text-width.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import { QUALIFIERS } from '../../model/qualifiers.ts'
import { drawing, type Look } from '../check/support/drawing.ts'
import { charts } from '../../components/charts/registry.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { finders } from './fixture-tables.ts'
import { extentsOf, renderSvg, textBoxesOf, textsOf } from './render.ts'

const { highlight, context, track: pale } = chartTheme.color
const width = ({ left, right }: { left: number; right: number }): number => right - left

describe('bars', () => {
  it('have what is said of a part below its end, where nothing fits beside or in it', () => {
    const pair = { total: figureOf('firms'), part: { ...figureOf('firms-new'), value: 40 } }
    const look = { width: 420, height: 240 }
    const svg = renderSvg(stackedBars, planStacked([pair], { partWord: '当年新认定' }), look)
    const said = textBoxesOf(svg).find(({ text }) => text.startsWith('当年新认定'))!
    const [red] = extentsOf(svg, highlight)
    expect(said.top).toBeGreaterThan(red!.bottom)
    expect(said.right).toBeLessThanOrEqual(red!.right + 1)
    expect(said.right).toBeGreaterThan(red!.left)
  })

  it('start at zero on one line and are as long as their values', () => {
    const svg = renderSvg(barChart, planBar(figuresOf('firms', 'firms-before')))
    const [red] = extentsOf(svg, highlight)
    const [grey] = extentsOf(svg, context)
    expect(red!.left).toBe(grey!.left)
    expect(width(grey!) / width(red!)).toBeCloseTo(400 / 640, 4)
  })

  it('end below an upper bound with a hollow tip, which ends at it', () => {
    const { marks } = drawing(barChart, planBar(figuresOf('firms', 'firms-before')), [])
    const [bar, tip] = ['bar', 'tip'].map(kind =>
      marks.find(mark => mark.kind === kind && mark.figure === 'firms-before'),
    )
    expect(tip!.box.right).toBeCloseTo(bar!.box.right - 1, 4)
    expect(tip!.box.left).toBeGreaterThan(bar!.box.left)
  })

  it('open at a lower bound, teeth pointing beyond the value', () => {
    const beyond = edgePoints('saw', 28).map(([x]) => x)
    expect([Math.min(...beyond), Math.max(...beyond)]).toEqual([0, overhang('saw', 28)])
  })

  it('waver around an approximation', () => {
    const beyond = edgePoints('wave', 48).map(([x]) => x)
    expect(Math.min(...beyond)).toBeCloseTo(-Math.max(...beyond))
  })

  it('print every label in full, the qualifier with it', () => {
    const texts = textsOf(renderSvg(barChart, planBar(figuresOf('bays', 'shelters'))))
    expect(texts).toEqual(
      expect.arrayContaining([
        '改造泊位',
        '约5000个',
        '新建候车亭',
        '40个',
        '波浪边：约数　最长的一条远长于其余，其余请看所标的数',
      ]),
    )
  })

  it('name their periods where these differ', () => {
    const texts = textsOf(renderSvg(barChart, planBar(figuresOf('trade', 'contracts'), { mixedPeriods: true })))
    expect(texts).toEqual(expect.arrayContaining(['2031年', '2031年上半年']))
  })
})

it('growths stand from the largest down, falls alone from the deepest', () => {
  const names = (values: number[]): number[] =>
    planGrowth(values.map((value, index) => ({ ...figureOf('growth-trade'), id: `growth-${index}`, value }))).items.map(
      ({ value }) => value,
    )
  expect(names([-7.6, 15.4, -1.8, 28.7])).toEqual([28.7, 15.4, -1.8, -7.6])
  expect(names([-0.4, -42.6, -18.9])).toEqual([-42.6, -18.9, -0.4])
})

it('growths go right and reductions left of one zero line, on one scale', () => {
  const svg = renderSvg(growthBars, planGrowth(figuresOf('growth-industry', 'growth-trade', 'drop-energy')))
  const [industry] = extentsOf(svg, highlight)
  const [trade, energy] = extentsOf(svg, context)
  expect(trade!.left).toBe(industry!.left)
  expect(energy!.right).toBe(industry!.left)
  expect(width(trade!) / width(industry!)).toBeCloseTo(4 / 12.5, 2)
  expect(width(energy!) / width(industry!)).toBeCloseTo(7.25 / 12.5, 2)
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['+12.5%', '+4%', '−7.25%']))
})

it('what is new fills its share of the total, at its end', () => {
  const svg = renderSvg(stackedBars, planStacked([{ total: figureOf('firms'), part: figureOf('firms-new') }]))
  const [base] = extentsOf(svg, context)
  const [part] = extentsOf(svg, highlight)
  expect(part!.left).toBeCloseTo(base!.right, 3)
  expect(width(part!) / (width(base!) + width(part!))).toBeCloseTo(240 / 640, 4)
})

it('what a reduction leaves is as long as its share of the base', () => {
  const svg = renderSvg(reductionPair, planReduction(figureOf('cut'), figureOf('cut-rest')))
  expect(width(extentsOf(svg, highlight)[0]!) / width(extentsOf(svg, context)[0]!)).toBeCloseTo(0.375, 2)
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['100%', '压缩62.5%', '相当于原环节的37.5%', '推算']))
})

describe('a waffle', () => {
  it.each([
    [36.4, 35, 1],
    [36.4, 36, 0.4],
    [36.4, 37, 0],
    [100, 99, 1],
    [0, 0, 0],
  ])('of %d % fills cell %d by %d', (value, index, fill) => {
    expect(cellFill(value, index)).toBeCloseTo(fill)
  })

  it('has a hundred cells, the partial one on pale ground', () => {
    const svg = renderSvg(shareWaffle, planWaffle(figuresOf('share-trade')))
    expect(extentsOf(svg, highlight)).toHaveLength(37)
    expect(extentsOf(svg, pale)).toHaveLength(64)
  })
})

describe('icons', () => {
  it('are as many as there are things', () => {
    const svg = renderSvg(isotypeChart, planIsotype(figuresOf('schools', 'nurseries'), { icon: 'school' }))
    expect(extentsOf(svg, highlight)).toHaveLength(11)
    expect(extentsOf(svg, context)).toHaveLength(6)
  })

  it('that stand for several are cut at the rest and hollow beyond a lower bound', () => {
    const [row] = planIsotype(figuresOf('shops'), { icon: 'house', per: 200 }).items
    expect(row).toMatchObject({ count: 4.5, tail: 'extra' })
  })

  it.each([
    [[5, 9, 7], 800, 400],
    [[58, 18], 700, 400],
    [[60, 60, 60, 60, 60, 60], 600, 360],
  ])('of %j fit into %d × %d', (counts, room, height) => {
    const { pitch, columns } = layoutIcons(counts, room, height / counts.length, 132)
    expect(Math.max(...counts.map(count => linesOf(count, columns))) * pitch * counts.length).toBeLessThanOrEqual(
      height,
    )
    expect(lineWidth(columns) * pitch).toBeLessThanOrEqual(room + 1e-9)
  })
})

it('icons stand on fewer lines rather than leave a line of one behind', () => {
  expect(layoutIcons([31, 16, 9], 850, 130, 132).columns).toBe(20)
})

it('what a small reduction is stands below its end, on the line of what it leaves', () => {
  const few = planReduction({ ...figureOf('cut'), value: -2 }, { ...figureOf('cut-rest'), value: 98 })
  const boxes = textBoxesOf(renderSvg(reductionPair, few))
  const [cut, rest] = [few.cut, few.items[1]].map(({ label }) => boxes.find(({ text }) => text === label.value)!)
  expect(cut!.right).toBeGreaterThan(1136 - 20)
  expect(Math.abs(cut!.top - rest!.top)).toBeLessThan(8)
})

it('a single donut has its name beside it where the room is wide, and below it else', () => {
  const plan = planDonut(figuresOf('share-trade'))
  const boxes = (look: Look): { ring: number; name: { left: number; top: number; bottom: number } } => {
    const { marks, words } = drawing(shareDonut, plan, plan.figures, look)
    const arcs = marks.filter(({ kind }) => kind === 'arc-rest').map(({ box }) => box)
    return {
      ring: Math.max(...arcs.map(({ bottom }) => bottom)),
      name: words.find(({ kind }) => kind === 'label')!.box,
    }
  }
  const [wide, narrow] = [boxes({}), boxes({ width: 560 })]
  expect(wide.name.left).toBeGreaterThan(430)
  expect((wide.name.top + wide.name.bottom) / 2).toBeCloseTo(215, -1)
  expect(narrow.name.top).toBeGreaterThan(narrow.ring - 1)
  expect(wide.ring).toBeGreaterThan(narrow.ring)
})

it('names above bars to both sides of zero have a ground, and no line around their characters', () => {
  const svg = renderSvg(growthBars, planGrowth(figuresOf('growth-industry', 'drop-energy')), { width: 540 })
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['工业', '能耗']))
  expect(svg.match(new RegExp(`<path d="[^"]*"[^>]* fill="${chartTheme.color.paper}"`, 'g'))).toHaveLength(2)
  expect(svg).not.toMatch(/<text[^>]* stroke=/)
})

it('bars beside a giant stay on its scale, and the note says so', () => {
  const growth = (value: number): Figure => ({ ...figureOf('growth-trade'), id: `growth-${value}`, value })
  const note = (...values: number[]): string => planGrowth(values.map(growth)).note
  const giant = planGrowth([312, 8.5, 3].map(growth))
  expect(giant.note).toBe('最长的一条远长于其余，其余请看所标的数')
  const widths = extentsOf(renderSvg(growthBars, giant), chartTheme.color.context).map(
    ({ left, right }) => right - left,
  )
  expect(widths[0]! / widths[1]!).toBeCloseTo(8.5 / 3, 1)
  expect(widths[1]).toBeGreaterThan(5)
  expect([note(28.7, 15.4, -7.6), note(12), note(-312, -100, 3)]).toEqual(['', '', ''])
})

describe('a line over time', () => {
  const drawn = (props: object, width = 1136): string => {
    const trendChart = charts.TrendChart!
    return renderSvg(trendChart, trendChart.plan(props, finders), { width })
  }
  it('has a ground behind its numbers, for lines around characters are another font in a PDF', () => {
    const total = charts.TotalAndGrowth!
    const plan = total.plan({ of: 'gdp', total: 'total', growth: 'growth' }, finders)
    for (const svg of [drawn({ of: 'gdp', measure: 'total' }), renderSvg(total, plan)]) {
      expect(svg).toContain(`fill="${chartTheme.color.paper}"`)
      expect(svg).not.toMatch(/<text[^>]* stroke=/)
    }
  })

  /** How many points each stroke of the line joins. */
  const strokes = (svg: string): number[] =>
    [...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]*stroke="#[^>]*stroke-width="[34]"/g)].map(
      ([, path = '']) => path.match(/[ML]/g)!.length,
    )

  it('goes on through years that nobody told, with a point for each that somebody did', () => {
    expect(strokes(drawn({ ids: ['gdp@2015/total', 'gdp@2018/total', 'gdp@2020/total'] }))).toEqual([3])
  })

  it('is open where a period is told without a number, and at a break', () => {
    expect(strokes(drawn({ of: 'retail' })).filter(points => points > 1)).toEqual([2, 3])
  })

  it('has all of its numbers, or where these have no room on one side of it those that tell its course', () => {
    const numbers = (svg: string): string[] => textsOf(svg).filter(text => text.endsWith('亿元'))
    expect(numbers(drawn({ of: 'gdp', measure: 'total' }))).toHaveLength(7)
    const narrow = drawn({ of: 'years', measure: 'tertiary', highlight: '2011' }, 560)
    expect(numbers(narrow)).toEqual(['50亿元', '55亿元', '65亿元'])
  })
})

describe('labels', () => {
  it.each([
    ['新建候车亭', ['新建候车亭']],
    ['各类物流和商贸市场主体新增', ['各类物流和', '商贸市场主体新增']],
    ['建成24小时开放的城市阅读书房', ['建成24小时开放的', '城市阅读书房']],
    ['城镇建成区公园绿地服务半径覆盖率', ['城镇建成区公园绿地', '服务半径覆盖率']],
    ['城镇常住居民人均可支配收入', ['城镇常住居民', '人均可支配收入']],
  ])('break %s between words into at most two lines', (label, lines) => {
    expect(wrapLabel(label)).toEqual(lines)
  })

  it('count a Chinese character as one em', () => {
    expect(emWidth('新增')).toBe(2)
    expect(emWidth('12%')).toBeCloseTo(2 * 0.61 + 0.99)
  })
})

describe('whatever the qualifier and the value', () => {
  const inexact = (id: string, qualifier: Qualifier, value?: number): Figure => ({
    ...figureOf(id),
    qualifier,
    ...(value !== undefined && { value }),
  })
  const svgs = (qualifier: Qualifier): Record<string, string> => ({
    'a bar': renderSvg(barChart, planBar([inexact('trade', qualifier), inexact('output', qualifier, 0)])),
    'bars of zero': renderSvg(barChart, planBar([inexact('trade', qualifier, 0)])),
    growths: renderSvg(growthBars, planGrowth([inexact('growth-trade', qualifier), inexact('drop-energy', qualifier)])),
    'a reduction alone': renderSvg(growthBars, planGrowth([inexact('drop-energy', qualifier)])),
    'stacked bars': renderSvg(
      stackedBars,
      planStacked([{ total: inexact('firms', qualifier), part: inexact('firms-new', qualifier) }]),
      { width: 480, height: 260 },
    ),
    'a donut': renderSvg(shareDonut, planDonut([inexact('share-trade', qualifier), inexact('share-full', qualifier)])),
    'a waffle': renderSvg(shareWaffle, planWaffle([inexact('share-full', qualifier)]), { width: 400, height: 400 }),
    icons: renderSvg(isotypeChart, planIsotype([inexact('towers', qualifier)], { icon: 'tower', per: 20 })),
    'before and after': renderSvg(
      beforeAfter,
      planBeforeAfter(inexact('trade', qualifier, 1), inexact('output', qualifier)),
    ),
  })

  it.each(QUALIFIERS)('%s is drawn without a broken number and stands in the label', qualifier => {
    for (const [chart, svg] of Object.entries(svgs(qualifier))) {
      expect(svg, chart).not.toMatch(/NaN|Infinity|undefined/)
      if (qualifier !== 'none') expect(textsOf(svg).join(), chart).toContain(qualifier)
    }
  })
})
