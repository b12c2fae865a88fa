import { expect, it } from 'vitest'
import { buildBar, planBar } from '../../components/charts/bar-chart-option.ts'
import { buildBeforeAfter, planBeforeAfter } from '../../components/charts/before-after-option.ts'
import { buildGrowth, planGrowth } from '../../components/charts/growth-bars-option.ts'
import { buildIsotype, planIsotype } from '../../components/charts/isotype-option.ts'
import { buildReduction, planReduction } from '../../components/charts/reduction-pair-option.ts'
import { buildDonut, planDonut } from '../../components/charts/share-donut-option.ts'
import { buildWaffle, planWaffle } from '../../components/charts/share-waffle-option.ts'
import { buildStacked, planStacked } from '../../components/charts/stacked-bars-option.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { normalizeSvg, renderSvg } from './render.ts'

const charts: Record<string, string> = {
  bars: renderSvg(buildBar, planBar(figuresOf('bays', 'shelters'))),
  'bars-of-shares': renderSvg(buildBar, planBar(figuresOf('share-trade', 'share-green'))),
  growths: renderSvg(buildGrowth, planGrowth(figuresOf('growth-industry', 'drop-energy'))),
  'reductions-only': renderSvg(buildGrowth, planGrowth(figuresOf('drop-energy'))),
  stacked: renderSvg(
    buildStacked,
    planStacked([{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]),
  ),
  donuts: renderSvg(buildDonut, planDonut(figuresOf('share-trade', 'share-green'))),
  waffle: renderSvg(buildWaffle, planWaffle(figuresOf('share-green'))),
  reduction: renderSvg(buildReduction, planReduction(figureOf('cut'), figureOf('cut-rest'))),
  isotype: renderSvg(buildIsotype, planIsotype(figuresOf('shops'), { icon: 'house', per: 200 })),
  'before-after': renderSvg(buildBeforeAfter, planBeforeAfter(figureOf('firms-before'), figureOf('firms'))),
}

it.each(Object.entries(charts))('%s look as they did', async (name, svg) => {
  await expect(normalizeSvg(svg)).toMatchFileSnapshot(`./snapshots/${name}.svg`)
})
