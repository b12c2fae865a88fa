import type { EChartsOption } from 'echarts'
import type { ComputedRef } from 'vue'
import { computed, watchEffect } from 'vue'
import { skinId } from '../../styles/apply-tokens.ts'
import { useMedium } from '../medium.ts'
import type { ChartTheme } from './theme.ts'
import { chartThemeOf } from './theme.ts'

/** A chart that can be drawn. */
export interface Drawing {
  option: EChartsOption
  theme: ChartTheme
  /** The chart in words, for those who cannot see it. */
  description: string
}

/** A chart that cannot be drawn, and why. */
export interface Failure {
  failure: string
}

/** The size props that all charts share. */
export interface ChartSize {
  /** CSS width, a number being px. Default: `100%`. */
  width?: number | string
  /** CSS height, a number being px. Default: `400`. */
  height?: number | string
}

/** The verbs of a chart, in the order in which they run. */
export interface ChartVerbs<Plan> {
  /** Reads the props and refuses figures that the chart cannot show. */
  plan: () => Plan
  build: (plan: Plan, theme: ChartTheme) => EChartsOption
  summarize: (plan: Plan) => string
}

/**
 * Runs a chart's verbs whenever its props change. Whatever is thrown, refused figures and unknown ids above all, becomes a
 * failure that `ChartFrame` shows in red and the exporter stops at: a slide never goes out with a hole in it.
 */
export function useChart<Plan>({ plan, build, summarize }: ChartVerbs<Plan>): ComputedRef<Drawing | Failure> {
  const theme = chartThemeOf(skinId, useMedium())
  const chart = computed((): Drawing | Failure => {
    try {
      const planned = plan()
      return { option: build(planned, theme), theme, description: summarize(planned) }
    }
    catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) }
    }
  })
  watchEffect(() => {
    if ('failure' in chart.value)
      console.error(chart.value.failure)
  })
  return chart
}
