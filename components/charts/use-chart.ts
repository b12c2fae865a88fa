import type { EChartsOption } from 'echarts'
import type { ComputedRef } from 'vue'
import { computed, watchEffect } from 'vue'
import { skinId } from '../../styles/apply-tokens.ts'
import { useMedium } from '../medium.ts'
import type { Room } from './room.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import { chartThemeOf } from './theme.ts'

/** A chart that can be drawn. */
export interface Drawing {
  theme: ChartTheme
  /** The chart in words, for those who cannot see it. The same in every step. */
  description: string
  build: (room: Room) => EChartsOption
  /** Height in px that it wants on a page of a width, where no cell gives it one. */
  heightFor: (width: number, remark: string) => number
  /** What its lengths stand for; undefined where they stand for nothing that another chart could share. */
  measure: Measure | undefined
  /** Px for one unit with which it fills its room. */
  fit: (room: Room) => number
}

/** A chart that cannot be drawn, and why. */
export interface Failure {
  failure: string
}

/** The size props that all charts share. */
export interface ChartSize {
  /** CSS width, a number being px. Default: `100%`. */
  width?: number | string
  /** CSS height, a number being px. Default: that of the cell; on pages to read, what the chart wants. */
  height?: number | string
}

/** The verbs of a chart, in the order in which they run. */
export interface ChartVerbs<Plan> {
  /** Reads the props and refuses figures that the chart cannot show. */
  plan: () => Plan
  build: (plan: Plan, theme: ChartTheme, room: Room) => EChartsOption
  heightFor: (plan: Plan, theme: ChartTheme, width: number, remark?: string) => number
  summarize: (plan: Plan) => string
  /** For charts whose lengths can be compared with those of another. */
  scale?: {
    measure: (plan: Plan) => Measure
    fit: (plan: Plan, theme: ChartTheme, room: Room) => number
  }
}

/**
 * Runs a chart's verbs whenever its props change. Whatever is thrown, refused figures and unknown ids above all,
 * becomes a failure that `ChartFrame` shows in red and the exporter stops at: a slide never goes out with a hole in it.
 */
export function useChart<Plan>({
  plan,
  build,
  heightFor,
  summarize,
  scale,
}: ChartVerbs<Plan>): ComputedRef<Drawing | Failure> {
  const theme = chartThemeOf(skinId, useMedium())
  const chart = computed((): Drawing | Failure => {
    try {
      const planned = plan()
      return {
        theme,
        description: summarize(planned),
        build: room => build(planned, theme, room),
        heightFor: (width, remark) => heightFor(planned, theme, width, remark),
        measure: scale?.measure(planned),
        fit: room => scale?.fit(planned, theme, room) ?? 1,
      }
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) }
    }
  })
  watchEffect(() => {
    if ('failure' in chart.value) console.error(chart.value.failure)
  })
  return chart
}
