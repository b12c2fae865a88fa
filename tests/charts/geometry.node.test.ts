import type { Figure } from '../../model/figure.ts'
import type { Qualifier } from '../../model/vocabulary.ts'
import { describe, expect, it } from 'vitest'
import { buildBar, planBar } from '../../components/charts/bar-chart-option.ts'
import { buildBeforeAfter, planBeforeAfter } from '../../components/charts/before-after-option.ts'
import { edgePoints, overhang, tipLength } from '../../components/charts/edges.ts'
import { buildGrowth, planGrowth } from '../../components/charts/growth-bars-option.ts'
import { buildIsotype, planIsotype } from '../../components/charts/isotype-option.ts'
import { layoutIcons } from '../../components/charts/isotype-layout.ts'
import { buildReduction, planReduction } from '../../components/charts/reduction-pair-option.ts'
import { buildDonut, planDonut } from '../../components/charts/share-donut-option.ts'
import { buildWaffle, cellFill, planWaffle } from '../../components/charts/share-waffle-option.ts'
import { buildStacked, planStacked } from '../../components/charts/stacked-bars-option.ts'
import { emWidth, wrapLabel } from '../../components/charts/text-width.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import { QUALIFIERS } from '../../model/vocabulary.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { extentsOf, renderSvg, textsOf } from './render.ts'

const { highlight, context, track: pale } = chartTheme.color
const height = ({ top, bottom }: { top: number; bottom: number }): number => bottom - top
const width = ({ left, right }: { left: number; right: number }): number => right - left

describe('bars', () => {
  it('start at zero on one line and are as long as their values', () => {
    const svg = renderSvg(buildBar, planBar(figuresOf('firms', 'firms-before')))
    const [red] = extentsOf(svg, highlight)
    const [grey] = extentsOf(svg, context)
    expect(red!.left).toBe(grey!.left)
    // 不足400: the solid part ends before the bound, its hollow tip ends at it.
    expect((width(grey!) + tipLength('dashed', height(grey!), Infinity)) / width(red!)).toBeCloseTo(400 / 640, 2)
  })

  it('open at a lower bound, teeth pointing beyond the value', () => {
    const edge = edgePoints('saw', 100, 0, 28, 1)
    expect(Math.min(...edge.map(([x]) => x))).toBe(100)
    expect(Math.max(...edge.map(([x]) => x))).toBe(100 + overhang('saw', 28))
  })

  it('waver around an approximation', () => {
    const xs = edgePoints('wave', 100, 0, 48, 1).map(([x]) => x)
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(100)
  })

  it('print every label in full, the qualifier with it', () => {
    const texts = textsOf(renderSvg(buildBar, planBar(figuresOf('bays', 'shelters'))))
    expect(texts).toEqual(expect.arrayContaining(['改造泊位', '约5000个', '新建候车亭', '40个', '波浪边：约数']))
  })

  it('name their periods where these differ', () => {
    const texts = textsOf(renderSvg(buildBar, planBar(figuresOf('trade', 'contracts'), { mixedPeriods: true })))
    expect(texts).toEqual(expect.arrayContaining(['2031年', '2031年上半年']))
  })
})

it('growths go right and reductions left of one zero line, on one scale', () => {
  const svg = renderSvg(buildGrowth, planGrowth(figuresOf('growth-industry', 'growth-trade', 'drop-energy')))
  const [industry] = extentsOf(svg, highlight)
  const [trade, energy] = extentsOf(svg, context)
  expect(trade!.left).toBe(industry!.left)
  expect(energy!.right).toBe(industry!.left)
  expect(width(trade!) / width(industry!)).toBeCloseTo(4 / 12.5, 2)
  expect(width(energy!) / width(industry!)).toBeCloseTo(7.25 / 12.5, 2)
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['+12.5%', '+4%', '−7.25%']))
})

it('what is new fills its share of the total, saw teeth beyond the boundary', () => {
  const svg = renderSvg(buildStacked, planStacked([{ total: figureOf('firms'), part: figureOf('firms-new') }]))
  const [total] = extentsOf(svg, context)
  const [part] = extentsOf(svg, highlight)
  expect(part!.right).toBe(total!.right)
  expect((width(part!) - overhang('saw', height(part!))) / width(total!)).toBeCloseTo(240 / 640, 2)
})

it('what a reduction leaves is as long as its share of the base', () => {
  const svg = renderSvg(buildReduction, planReduction(figureOf('cut'), figureOf('cut-rest')))
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
    const svg = renderSvg(buildWaffle, planWaffle(figuresOf('share-trade')))
    expect(extentsOf(svg, highlight)).toHaveLength(37)
    expect(extentsOf(svg, pale)).toHaveLength(64)
  })
})

describe('icons', () => {
  it('are as many as there are things', () => {
    const svg = renderSvg(buildIsotype, planIsotype(figuresOf('schools', 'nurseries'), { icon: 'school' }))
    expect(extentsOf(svg, highlight)).toHaveLength(11)
    expect(extentsOf(svg, context)).toHaveLength(6)
  })

  it('that stand for several are cut at the rest and hollow beyond a lower bound', () => {
    const [row] = planIsotype(figuresOf('shops'), { icon: 'house', per: 200 }).rows
    expect(row).toMatchObject({ count: 4.5, tail: 'extra' })
  })

  it.each([
    [[5, 9, 7], 800, 400],
    [[58, 18], 700, 400],
    [[60, 60, 60, 60, 60, 60], 600, 360],
  ])('of %j fit into %d × %d', (counts, room, height) => {
    const layout = layoutIcons(counts, room, height, { most: 132, least: 0 })!
    expect(layout.height).toBeLessThanOrEqual(height)
    expect(layout.columns * layout.pitch).toBeLessThanOrEqual(room)
  })
})

describe('labels', () => {
  it.each([
    ['新建候车亭', ['新建候车亭']],
    ['各类物流和商贸市场主体新增', ['各类物流和', '商贸市场主体新增']],
    ['建成24小时开放的城市阅读书房', ['建成24小时开放的', '城市阅读书房']],
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
    'a bar': renderSvg(buildBar, planBar([inexact('trade', qualifier), inexact('output', qualifier, 0)])),
    'bars of zero': renderSvg(buildBar, planBar([inexact('trade', qualifier, 0)])),
    growths: renderSvg(
      buildGrowth,
      planGrowth([inexact('growth-trade', qualifier), inexact('drop-energy', qualifier)]),
    ),
    'a reduction alone': renderSvg(buildGrowth, planGrowth([inexact('drop-energy', qualifier)])),
    'stacked bars': renderSvg(
      buildStacked,
      planStacked([{ total: inexact('firms', qualifier), part: inexact('firms-new', qualifier) }]),
      { width: 480, height: 260 },
    ),
    'a donut': renderSvg(buildDonut, planDonut([inexact('share-trade', qualifier), inexact('share-full', qualifier)])),
    'a waffle': renderSvg(buildWaffle, planWaffle([inexact('share-full', qualifier)]), { width: 400, height: 400 }),
    icons: renderSvg(buildIsotype, planIsotype([inexact('towers', qualifier)], { icon: 'tower', per: 20 })),
    'before and after': renderSvg(
      buildBeforeAfter,
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
