import type { figureProps } from '../../model/figure-props.ts'
import { barChart } from './bar-chart.ts'
import { beforeAfter } from './before-after.ts'
import { bulletChart } from './bullet-chart.ts'
import { contributionChart } from './contribution-chart.ts'
import type { AnyChart } from './define-chart.ts'
import { districtMap } from './district-map.ts'
import { figureChart } from './figure-chart.ts'
import { growthBars } from './growth-bars.ts'
import { isotypeChart } from './isotype-chart.ts'
import { rankBars } from './rank-bars.ts'
import { reductionPair } from './reduction-pair.ts'
import { shareDonut } from './share-donut.ts'
import { shareWaffle } from './share-waffle.ts'
import { slopeChart } from './slope-chart.ts'
import { stackedBars } from './stacked-bars.ts'
import { stackedColumns } from './stacked-columns.ts'
import { totalAndGrowth } from './total-and-growth.ts'
import { trendChart } from './trend-chart.ts'

/** All charts, by their names on slides. Slides import each by itself: a page loads no chart that it does not show. */
export const charts: Partial<Record<string, AnyChart>> = {
  BarChart: barChart,
  BeforeAfter: beforeAfter,
  Bullet: bulletChart,
  DistrictMap: districtMap,
  Contribution: contributionChart,
  FigureChart: figureChart,
  GrowthBars: growthBars,
  Isotype: isotypeChart,
  RankBars: rankBars,
  ReductionPair: reductionPair,
  ShareDonut: shareDonut,
  ShareWaffle: shareWaffle,
  Slope: slopeChart,
  StackedBars: stackedBars,
  StackedColumns: stackedColumns,
  TotalAndGrowth: totalAndGrowth,
  TrendChart: trendChart,
} satisfies Partial<Record<keyof typeof figureProps, AnyChart>>
