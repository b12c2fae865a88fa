import { expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { beforeAfter, planBeforeAfter } from '../../components/charts/before-after.ts'
import { bulletChart, planBullet } from '../../components/charts/bullet-chart.ts'
import { districtMap } from '../../components/charts/district-map.ts'
import { planMap } from '../../components/charts/map-plan.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { planRanks, rankBars } from '../../components/charts/rank-bars.ts'
import { planReduction, reductionPair } from '../../components/charts/reduction-pair.ts'
import { planDonut, shareDonut } from '../../components/charts/share-donut.ts'
import { planWaffle, shareWaffle } from '../../components/charts/share-waffle.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { targetsOf } from '../support/targets.ts'
import { figureOf, figuresOf } from './fixture-figures.ts'
import { galleryMap, galleryTable } from './fixture-gallery.ts'
import { tableOf } from './fixture-tables.ts'
import { normalizeSvg, renderSvg } from './render.ts'

const charts: Record<string, string> = {
  bars: renderSvg(barChart, planBar(figuresOf('bays', 'shelters'))),
  'bars-of-shares': renderSvg(barChart, planBar(figuresOf('share-trade', 'share-green'))),
  growths: renderSvg(growthBars, planGrowth(figuresOf('growth-industry', 'drop-energy'))),
  'reductions-only': renderSvg(growthBars, planGrowth(figuresOf('drop-energy'))),
  bullets: renderSvg(bulletChart, planBullet(targetsOf('growth', 'idleness', 'housing'), { highlight: 'output' })),
  ranks: renderSvg(rankBars, planRanks(tableOf('counties'), { top: 5 })),
  map: renderSvg(districtMap, planMap(galleryTable('map-growth'), {}, galleryMap('map.geojson'))),
  stacked: renderSvg(
    stackedBars,
    planStacked([{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]),
  ),
  donuts: renderSvg(shareDonut, planDonut(figuresOf('share-trade', 'share-green'))),
  waffle: renderSvg(shareWaffle, planWaffle(figuresOf('share-green'))),
  reduction: renderSvg(reductionPair, planReduction(figureOf('cut'), figureOf('cut-rest'))),
  isotypeChart: renderSvg(isotypeChart, planIsotype(figuresOf('shops'), { icon: 'house', per: 200 })),
  'before-after': renderSvg(beforeAfter, planBeforeAfter(figureOf('firms-before'), figureOf('firms'))),
}

it.each(Object.entries(charts))('%s look as they did', async (name, svg) => {
  await expect(normalizeSvg(svg)).toMatchFileSnapshot(`./snapshots/${name}.svg`)
})
