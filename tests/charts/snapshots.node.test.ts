import type { EChartsOption } from 'echarts'
import { expect, it } from 'vitest'
import { buildBar, planBar } from '../../components/charts/bar-chart-option.ts'
import { buildBeforeAfter, planBeforeAfter } from '../../components/charts/before-after-option.ts'
import { buildGrowth, planGrowth } from '../../components/charts/growth-bars-option.ts'
import { buildIsotype, planIsotype } from '../../components/charts/isotype-option.ts'
import { buildReduction, planReduction } from '../../components/charts/reduction-pair-option.ts'
import { buildDonut, planDonut } from '../../components/charts/share-donut-option.ts'
import { buildWaffle, planWaffle } from '../../components/charts/share-waffle-option.ts'
import { buildStacked, planStacked } from '../../components/charts/stacked-bars-option.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { normalizeSvg, renderSvg } from './render.ts'

const charts: Record<string, EChartsOption> = {
  'bars': buildBar(planBar(figuresOf('bays', 'shelters')), chartTheme),
  'bars-of-shares': buildBar(planBar(figuresOf('share-trade', 'share-green')), chartTheme),
  'growths': buildGrowth(planGrowth(figuresOf('growth-industry', 'drop-energy')), chartTheme),
  'reductions-only': buildGrowth(planGrowth(figuresOf('drop-energy')), chartTheme),
  'stacked': buildStacked(planStacked([{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]), chartTheme),
  'donuts': buildDonut(planDonut(figuresOf('share-trade', 'share-green')), chartTheme),
  'waffle': buildWaffle(planWaffle(figuresOf('share-green')), chartTheme),
  'reduction': buildReduction(planReduction(figureOf('cut'), figureOf('cut-rest')), chartTheme),
  'isotype': buildIsotype(planIsotype(figuresOf('shops'), { icon: 'house', per: 200 }), chartTheme),
  'before-after': buildBeforeAfter(planBeforeAfter(figureOf('firms-before'), figureOf('firms')), chartTheme),
}

it.each(Object.entries(charts))('%s look as they did', async (name, option) => {
  await expect(normalizeSvg(renderSvg(option))).toMatchFileSnapshot(`./snapshots/${name}.svg`)
})
