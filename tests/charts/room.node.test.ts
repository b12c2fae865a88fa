import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Room } from '../../components/charts/room.ts'
import type { ChartTheme } from '../../components/charts/theme.ts'
import { describe, expect, it } from 'vitest'
import { buildBar, fitBar, heightBar, planBar } from '../../components/charts/bar-chart-option.ts'
import {
  buildBeforeAfter,
  fitBeforeAfter,
  heightBeforeAfter,
  planBeforeAfter,
} from '../../components/charts/before-after-option.ts'
import { buildGrowth, fitGrowth, heightGrowth, planGrowth } from '../../components/charts/growth-bars-option.ts'
import { buildIsotype, fitIsotype, planIsotype } from '../../components/charts/isotype-option.ts'
import { heightIsotype } from '../../components/charts/isotype-rows.ts'
import {
  buildReduction,
  fitReduction,
  heightReduction,
  planReduction,
} from '../../components/charts/reduction-pair-option.ts'
import { buildDonut, heightDonut, planDonut } from '../../components/charts/share-donut-option.ts'
import { buildWaffle, heightWaffle, planWaffle } from '../../components/charts/share-waffle-option.ts'
import { buildStacked, fitStacked, heightStacked, planStacked } from '../../components/charts/stacked-bars-option.ts'
import { chartThemeOf } from '../../components/charts/theme.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { extentsOf, renderSvg, textBoxesOf } from './render.ts'

interface Chart {
  build: (theme: ChartTheme, room: Room) => EChartsOption
  height: (theme: ChartTheme, width: number, remark?: string) => number
  fit?: (theme: ChartTheme, room: Room) => number
}

function chart<Plan>(
  plan: Plan,
  build: (plan: Plan, theme: ChartTheme, room: Room) => EChartsOption,
  height: (plan: Plan, theme: ChartTheme, width: number, remark?: string) => number,
  fit?: (plan: Plan, theme: ChartTheme, room: Room) => number,
): Chart {
  return {
    build: (theme, room) => build(plan, theme, room),
    height: (theme, width, remark) => height(plan, theme, width, remark),
    ...(fit && { fit: (theme, room) => fit(plan, theme, room) }),
  }
}

const LONG = '智能化改造和数字化转型的各类公共停车泊位'
const long = (id: string, changes: Partial<Figure> = {}): Figure => ({ ...figureOf(id), short: LONG, ...changes })
const many = (id: string, changes: Partial<Figure> = {}): Figure[] =>
  Array.from({ length: 8 }, (_, index) => ({ ...long(id, changes), id: `${id}-${index}`, value: 8 - index }))
const firms = { total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }
const few = {
  total: { ...figureOf('firms'), id: 'few', value: 60 },
  part: { ...figureOf('firms-new'), id: 'few-new', of: 'few', value: 20 },
  rest: { ...figureOf('firms-before'), value: 40, derived: { formula: '', inputs: ['few', 'few-new'], rounding: 0 } },
}

const charts: Record<string, Chart> = {
  bars: chart(planBar(figuresOf('bays', 'shelters')), buildBar, heightBar, fitBar),
  'one bar': chart(planBar(figuresOf('output')), buildBar, heightBar, fitBar),
  'a bar of zero': chart(planBar([{ ...figureOf('trade'), value: 0 }]), buildBar, heightBar, fitBar),
  'eight bars with long names': chart(planBar(many('bays')), buildBar, heightBar, fitBar),
  'bars of shares': chart(planBar(figuresOf('share-trade', 'share-green', 'cut-rest')), buildBar, heightBar, fitBar),
  'bars of several periods': chart(
    planBar([long('trade'), figureOf('contracts')], { mixedPeriods: true }),
    buildBar,
    heightBar,
    fitBar,
  ),
  growths: chart(
    planGrowth(figuresOf('growth-industry', 'growth-trade', 'drop-energy')),
    buildGrowth,
    heightGrowth,
    fitGrowth,
  ),
  'growths with long names': chart(
    planGrowth([long('growth-industry'), long('drop-energy', { qualifier: '突破', value: 30 })]),
    buildGrowth,
    heightGrowth,
    fitGrowth,
  ),
  'reductions alone': chart(
    planGrowth([long('drop-energy'), { ...figureOf('drop-energy'), id: 'other', value: 3 }]),
    buildGrowth,
    heightGrowth,
    fitGrowth,
  ),
  'stacked bars': chart(planStacked([firms, few]), buildStacked, heightStacked, fitStacked),
  'four stacked bars': chart(
    planStacked([
      firms,
      few,
      ...[few, few].map((pair, index) => ({
        total: { ...pair.total, id: `t${index}` },
        part: { ...pair.part, id: `p${index}`, of: `t${index}` },
      })),
    ]),
    buildStacked,
    heightStacked,
    fitStacked,
  ),
  'a donut': chart(planDonut(figuresOf('share-green')), buildDonut, heightDonut),
  'three donuts': chart(
    planDonut([long('share-green'), figureOf('share-trade'), figureOf('cut-rest')]),
    buildDonut,
    heightDonut,
  ),
  'a waffle': chart(planWaffle(figuresOf('share-trade')), buildWaffle, heightWaffle),
  'three waffles': chart(
    planWaffle([long('share-green'), figureOf('share-trade'), figureOf('cut-rest')]),
    buildWaffle,
    heightWaffle,
  ),
  'a reduction': chart(
    planReduction(figureOf('cut'), figureOf('cut-rest'), { before: '改革以前', after: '改革以后' }),
    buildReduction,
    heightReduction,
    fitReduction,
  ),
  'a small reduction': chart(
    planReduction({ ...figureOf('cut'), value: 2 }, { ...figureOf('cut-rest'), value: 98 }),
    buildReduction,
    heightReduction,
    fitReduction,
  ),
  icons: chart(
    planIsotype(figuresOf('nurseries', 'schools'), { icon: 'school' }),
    buildIsotype,
    heightIsotype,
    fitIsotype,
  ),
  'icons with long names': chart(
    planIsotype([long('towers', { value: 58 }), long('schools')], { icon: 'tower' }),
    buildIsotype,
    heightIsotype,
    fitIsotype,
  ),
  'icons that stand for several': chart(
    planIsotype(figuresOf('shops'), { icon: 'house', per: 20 }),
    buildIsotype,
    heightIsotype,
    fitIsotype,
  ),
  'before and after': chart(
    planBeforeAfter(figureOf('firms-before'), figureOf('firms')),
    buildBeforeAfter,
    heightBeforeAfter,
    fitBeforeAfter,
  ),
  'before and after with long names': chart(
    planBeforeAfter(long('output'), long('trade')),
    buildBeforeAfter,
    heightBeforeAfter,
    fitBeforeAfter,
  ),
}

const REMARK = '各图一个图标代表的数不同，长度不可相比'
const rooms = (['red', 'night'] as const).flatMap(skin => [
  ...[
    [560, 430],
    [750, 430],
    [1136, 430],
    [560, 670],
    [1136, 670],
  ].map(([width, height]) => [skin, 'hall', width!, height!] as const),
  ...[358, 680].map(width => [skin, 'page', width, 0] as const),
])

describe.each(Object.entries(charts))('%s', (_, { build, height, fit }) => {
  it.each(rooms)(
    'in skin %s and medium %s keep their words within %d px, none over another',
    (skin, medium, width, given) => {
      const theme = chartThemeOf(skin, medium)
      const room = { width, height: given || height(theme, width, REMARK), remark: REMARK }
      const scales = fit ? [undefined, fit(theme, room) * 0.55] : [undefined]
      for (const scale of scales) {
        const svg = renderSvg((_plan, _theme, asked) => build(theme, asked), null, {
          ...room,
          ...(scale !== undefined && { scale }),
        })
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
    },
  )
})

it('keeps type at the sizes that the medium is legible at', () => {
  for (const [name, { build }] of Object.entries(charts)) {
    const svg = renderSvg((_plan, theme, room) => build(theme, room), null, { width: 750 })
    expect(Math.min(...textBoxesOf(svg).map(({ size }) => size)), name).toBeGreaterThanOrEqual(20)
  }
})

describe('a room', () => {
  const bottoms = (height: number): number[] =>
    extentsOf(
      renderSvg(buildBar, planBar(figuresOf('trade', 'output')), { width: 1136, height }),
      '(?:#a61c23|#83888f)',
    ).map(({ bottom }) => bottom)

  it('is filled from its top, with bars that grow up to a limit', () => {
    const svg = renderSvg(buildBar, planBar(figuresOf('trade', 'output')))
    const bars = extentsOf(svg, '(?:#a61c23|#83888f)').sort((a, b) => a.top - b.top)
    expect(bars[0]!.top).toBeLessThan(20)
    expect(bars[0]!.bottom - bars[0]!.top).toBeCloseTo(96)
  })

  it('that is higher has more between its rows', () => {
    expect(Math.max(...bottoms(670))).toBeGreaterThan(Math.max(...bottoms(430)))
    expect(Math.max(...bottoms(670))).toBeLessThan(670)
  })

  it('of little height still shows every row', () => {
    expect(
      extentsOf(renderSvg(buildBar, planBar(many('bays')), { width: 700, height: 360 }), '(?:#a61c23|#83888f)'),
    ).toHaveLength(8)
  })
})
