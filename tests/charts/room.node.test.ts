import type { Figure } from '../../model/figure.ts'
import type { AnyChart } from '../../components/charts/define-chart.ts'
import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { beforeAfter, planBeforeAfter } from '../../components/charts/before-after.ts'
import { bulletChart, planBullet } from '../../components/charts/bullet-chart.ts'
import { districtMap } from '../../components/charts/district-map.ts'
import { planMap } from '../../components/charts/map-plan.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { planRanks, rankBars } from '../../components/charts/rank-bars.ts'
import { planRing } from '../../components/charts/parts-ring.ts'
import { planReduction, reductionPair } from '../../components/charts/reduction-pair.ts'
import { contributionChart, planContribution } from '../../components/charts/contribution-chart.ts'
import { linesOf } from './slope-lines.ts'
import { slopeChart } from '../../components/charts/slope-chart.ts'
import { planSlope } from '../../components/charts/slope-plan.ts'
import { planDonut, shareDonut } from '../../components/charts/share-donut.ts'
import { planWaffle, shareWaffle } from '../../components/charts/share-waffle.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { DEFAULT_SKIN } from '../../styles/skin.ts'
import { chartThemeOf } from '../../components/charts/theme.ts'
import { charts as registry } from '../../components/charts/registry.ts'
import { targetsOf } from '../support/targets.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { galleryMap, galleryTable } from './fixture-gallery.ts'
import { finders, tableOf, twenty } from './fixture-tables.ts'
import { extentsOf, renderSvg, textBoxesOf } from './render.ts'

type Chart = readonly [chart: AnyChart, plan: unknown]

const chart = (plan: unknown, definition: AnyChart): Chart => [definition, plan]

/** A chart as a slide asks for it, of tables. */
const over = (component: string, props: object): Chart => {
  const definition = registry[component]!
  return [definition, definition.plan(props, finders)]
}
const SHARES = ['tertiary', 'secondary', 'primary'].map(each => `shares@2021/${each}`)
const INDUSTRIES = ['primary', 'secondary', 'tertiary']

const LONG = '智能化改造和数字化转型的各类公共停车泊位'
const long = (id: string, changes: Partial<Figure> = {}): Figure => ({ ...figureOf(id), short: LONG, ...changes })
const many = (id: string, changes: Partial<Figure> = {}): Figure[] =>
  Array.from({ length: 8 }, (_, index) => ({ ...long(id, changes), id: `${id}-${index}`, value: 8 - index }))
const parts = (values: readonly number[], changes: Partial<Figure> = {}): Figure[] =>
  values.map((value, index) => ({ ...figureOf('share-trade'), id: `part-${index}`, value, ...changes }))
const firms = { total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }
const few = {
  total: { ...figureOf('firms'), id: 'few', value: 60 },
  part: { ...figureOf('firms-new'), id: 'few-new', of: 'few', value: 20 },
  rest: { ...figureOf('firms-before'), value: 40, derived: { formula: '', inputs: ['few', 'few-new'], rounding: 0 } },
}

const charts: Record<string, Chart> = {
  bars: chart(planBar(figuresOf('bays', 'shelters')), barChart),
  'one bar': chart(planBar(figuresOf('output')), barChart),
  'a bar of zero': chart(planBar([{ ...figureOf('trade'), value: 0 }]), barChart),
  'eight bars with long names': chart(planBar(many('bays')), barChart),
  'twelve bars': chart(
    planBar(
      Array.from({ length: 12 }, (_, index) => ({ ...figureOf('trade'), id: `trade-${index}`, value: 41 - index })),
    ),
    barChart,
  ),
  'bars of shares': chart(planBar(figuresOf('share-trade', 'share-green', 'cut-rest')), barChart),
  'bars of several periods': chart(planBar([long('trade'), figureOf('contracts')], { mixedPeriods: true }), barChart),
  'bars beside plans': chart(planBullet(targetsOf('growth', 'idleness', 'work', 'housing')), bulletChart),
  'a bar beside a plan with a long name': chart(
    planBullet(targetsOf('housing').map(target => ({ ...target, label: LONG }))),
    bulletChart,
  ),
  ranks: chart(planRanks(tableOf('counties')), rankBars),
  'the first of twenty': chart(planRanks(twenty, { top: 8 }), rankBars),
  'ranks of growths, some below zero': chart(planRanks(tableOf('industries'), { measure: 'growth' }), rankBars),
  growths: chart(planGrowth(figuresOf('growth-industry', 'growth-trade', 'drop-energy')), growthBars),
  'balances above and below zero': chart(
    planGrowth([figureOf('trade'), { ...figureOf('output'), qualifier: 'none', value: -35 }]),
    growthBars,
  ),
  'a giant among twelve growths': chart(
    planGrowth(
      Array.from({ length: 12 }, (_, index) => ({
        ...figureOf('growth-trade'),
        id: `growth-${index}`,
        value: [575, -3.2, 0.1][index] ?? index,
      })),
    ),
    growthBars,
  ),
  'growths with long names': chart(
    planGrowth([long('growth-industry'), long('drop-energy', { qualifier: '突破', value: 30 })]),
    growthBars,
  ),
  'ten growths, one with a long name': chart(
    planGrowth(
      Array.from({ length: 10 }, (_, index) => ({
        ...figureOf('growth-trade'),
        id: `growth-${index}`,
        ...(index === 0 && { short: '计算机、通信和其他电子设备制造业' }),
        value: [28.9, -7.4, -8.4][index] ?? index,
      })),
    ),
    growthBars,
  ),
  'reductions alone': chart(
    planGrowth([long('drop-energy'), { ...figureOf('drop-energy'), id: 'other', value: 3 }]),
    growthBars,
  ),
  'stacked bars': chart(planStacked([firms, few]), stackedBars),
  'four stacked bars': chart(
    planStacked([
      firms,
      few,
      ...[few, few].map((pair, index) => ({
        total: { ...pair.total, id: `t${index}` },
        part: { ...pair.part, id: `p${index}`, of: `t${index}` },
      })),
    ]),
    stackedBars,
  ),
  'a donut': chart(planDonut(figuresOf('share-green')), shareDonut),
  'three donuts': chart(planDonut([long('share-green'), figureOf('share-trade'), figureOf('cut-rest')]), shareDonut),
  'a ring of parts': over('ShareDonut', { parts: SHARES, highlight: SHARES[2] }),
  'a ring of many parts with long names': chart(
    planRing('环形图', parts([30, 2, 1.5, 1, 0.5], { short: LONG })),
    shareDonut,
  ),
  'a ring of small parts on one side': chart(planRing('环形图', parts([9, 8, 7, 6, 5])), shareDonut),
  'a waffle': chart(planWaffle(figuresOf('share-trade')), shareWaffle),
  'three waffles': chart(planWaffle([long('share-green'), figureOf('share-trade'), figureOf('cut-rest')]), shareWaffle),
  'a reduction': chart(
    planReduction(figureOf('cut'), figureOf('cut-rest'), { before: '改革以前', after: '改革以后' }),
    reductionPair,
  ),
  'a small reduction': chart(
    planReduction({ ...figureOf('cut'), value: -2 }, { ...figureOf('cut-rest'), value: 98 }),
    reductionPair,
  ),
  icons: chart(planIsotype(figuresOf('nurseries', 'schools'), { icon: 'school' }), isotypeChart),
  'icons with long names': chart(
    planIsotype([long('towers', { value: 58 }), long('schools')], { icon: 'tower' }),
    isotypeChart,
  ),
  'icons that stand for several': chart(planIsotype(figuresOf('shops'), { icon: 'house', per: 20 }), isotypeChart),
  'before and after': chart(planBeforeAfter(figureOf('firms-before'), figureOf('firms')), beforeAfter),
  'a line': over('TrendChart', { of: 'gdp', measure: 'total' }),
  'a line from below its data': over('TrendChart', { of: 'gdp', measure: 'total', base: 'data', highlight: '2019' }),
  'a line of growths': over('TrendChart', { of: 'gdp', measure: 'growth' }),
  'a line with a gap and a break': over('TrendChart', { of: 'retail' }),
  'three lines': over('TrendChart', { of: 'added', measure: INDUSTRIES }),
  'three lines with long names': over('TrendChart', { of: 'added', measure: INDUSTRIES, names: [LONG, LONG, LONG] }),
  'columns over time': over('TrendChart', { of: 'retail', type: 'columns' }),
  'columns of growths': over('TrendChart', { of: 'gdp', measure: 'growth', type: 'columns' }),
  'totals and growth': over('TotalAndGrowth', { of: 'gdp', total: 'total', growth: 'growth' }),
  'parts and their total': over('Contribution', { of: 'industries' }),
  'parts and a rest': over('Contribution', { of: 'industries', row: '第三产业', rest: true }),
  'parts below zero with long names': chart(
    planContribution(
      [-5, 2, -3].map((value, index) => ({ ...long('trade'), id: `part-${index}`, value })),
      { ...long('trade'), value: -6 },
    ),
    contributionChart,
  ),
  'a slope of a single line': over('Slope', { of: 'gdp', measure: 'total' }),
  'three slopes': over('Slope', { of: 'added' }),
  'slopes that cross zero': over('Slope', { pairs: [['gdp@2015/growth', 'gdp@2021/growth']], names: [LONG] }),
  'eight slopes with close numbers': chart(
    planSlope(linesOf(Array.from({ length: 8 }, (_, index) => [`${index}县`, 60 + index / 10, 71 - index / 5]))),
    slopeChart,
  ),
  'slopes with long names': chart(
    planSlope(
      linesOf([
        [LONG, 30, 40],
        [`${LONG}和充电桩`, 31, 38],
      ]),
    ),
    slopeChart,
  ),
  'totals and growth as a line': over('TotalAndGrowth', {
    of: 'gdp',
    total: 'total',
    growth: 'growth',
    growthAs: 'line',
  }),
  'stacked columns': over('StackedColumns', { of: 'added' }),
  'stacked columns of many periods': over('StackedColumns', { of: 'years' }),
  'stacked columns of shares': over('StackedColumns', { of: 'shares' }),
  'a map': chart(planMap(galleryTable('map-income'), {}, galleryMap('map.geojson')), districtMap),
  'a map with numbers below zero and none': chart(
    planMap(galleryTable('map-growth'), { classes: 5 }, galleryMap('map.geojson')),
    districtMap,
  ),
  'before and after with long names': chart(planBeforeAfter(long('output'), long('trade')), beforeAfter),
}

const REMARK = '各图一个图标代表的数不同，长度不可相比'
// A skin is colours alone: one stands for all.
const rooms = [
  ['hall', 560, 430],
  ['hall', 750, 430],
  ['hall', 1136, 430],
  ['hall', 560, 670],
  ['hall', 1136, 670],
  ['page', 358, 0],
  ['page', 680, 0],
] as const

describe.each(Object.entries(charts))('%s', (_, [definition, plan]) => {
  it.each(rooms)('in medium %s keep their words within %d px, none over another', (medium, width, given) => {
    const theme = chartThemeOf(DEFAULT_SKIN, medium)
    const room = {
      width,
      height: given || definition.layout(plan, theme, { width, remark: REMARK }).height,
      remark: REMARK,
    }
    const { scale: own } = definition.layout(plan, theme, room)
    const scales = definition.measure && own !== undefined ? [undefined, own * 0.55] : [undefined]
    for (const scale of scales) {
      const svg = renderSvg(definition, plan, { theme, ...room, ...(scale !== undefined && { scale }) })
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      const boxes = textBoxesOf(svg)
      expect(
        boxes.filter(
          ({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -2 || bottom > room.height + 2,
        ),
      ).toEqual([])
      const overlaps = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
          .map(b => [a.text, b.text]),
      )
      expect(overlaps).toEqual([])
    }
  })
})

it('keeps type at the sizes that the medium is legible at', () => {
  for (const [name, [definition, plan]] of Object.entries(charts)) {
    const svg = renderSvg(definition, plan, { width: 750 })
    expect(Math.min(...textBoxesOf(svg).map(({ size }) => size)), name).toBeGreaterThanOrEqual(20)
  }
})

describe('a room', () => {
  const bottoms = (height: number): number[] =>
    extentsOf(
      renderSvg(barChart, planBar(figuresOf('trade', 'output')), { width: 1136, height }),
      '(?:#a61c23|#83888f)',
    ).map(({ bottom }) => bottom)

  it('is shared out evenly, with bars that grow up to a limit', () => {
    const svg = renderSvg(barChart, planBar(figuresOf('trade', 'output')))
    const bars = extentsOf(svg, '(?:#a61c23|#83888f)').sort((a, b) => a.top - b.top)
    expect(bars[1]!.top - bars[0]!.bottom).toBeCloseTo(2 * (bars[0]!.top - 8), -1)
    expect(bars[0]!.bottom - bars[0]!.top).toBeCloseTo(96)
  })

  it('that is higher has more between its rows', () => {
    expect(Math.max(...bottoms(670))).toBeGreaterThan(Math.max(...bottoms(430)))
    expect(Math.max(...bottoms(670))).toBeLessThan(670)
  })

  it('of little height still shows every row', () => {
    expect(
      extentsOf(renderSvg(barChart, planBar(many('bays')), { width: 700, height: 360 }), '(?:#a61c23|#83888f)'),
    ).toHaveLength(8)
  })
})
