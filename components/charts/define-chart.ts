import type { EChartsCoreOption } from 'echarts/core'
import type { Prop } from 'vue'
import type { Figure } from '../../model/figure.ts'
import type { FoundMap } from '../../model/maps.ts'
import type { Table } from '../../model/table.ts'
import type { Target } from '../../model/target.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'

/** The box that a chart is drawn in, and what the charts around it ask of it. */
export interface ChartBox {
  /** Px. */
  width: number
  /** Px. Default: as much as the chart wants on a page that is read from near. */
  height?: number
  /** What has to be said of the other charts on the slide; empty for nothing. */
  remark?: string
  /** Whether what it shows is named above it already. Default: `false`. */
  named?: boolean
  /** Px for one unit that charts on one scale agreed upon. Default: as many as fit. */
  scale?: number
}

/** Where the parts of a chart lie in its box. */
export interface ChartLayout {
  /** Px that it takes; where the box has a height, at most that. */
  height: number
  /** Px for one unit. */
  scale?: number
}

/** Finds a figure by its id. @throws Error where there is none */
export type FindFigure = (id: string) => Figure

/** Finds a table by its id. @throws Error where there is none */
export type FindTable = (id: string) => Table

/** Finds a target by its id. @throws Error where there is none */
export type FindTarget = (id: string) => Target

/** Finds a map by its file below the deck's `public/`, or why there is none. */
export type FindMap = (src: string) => FoundMap

/** How a chart finds what its props name. */
export interface Finders {
  figure: FindFigure
  table: FindTable
  target: FindTarget
  /** Slides load maps with the one chart that draws them; the others are planned without. */
  map?: FindMap
}

/** The props that all charts share. */
export interface ChartProps {
  /** CSS width, a number being px. Default: `100%`. */
  width?: number | string
  /** CSS height, a number being px. Default: that of the cell; on pages to read, what the chart wants. */
  height?: number | string
  /**
   * The chart enters complete and in grey; click k makes `steps[k - 1]` the highlight. The last one stays, in print
   * too. Default: no clicks, `highlight` from the start. An empty list: no highlight at all.
   */
  steps?: readonly string[]
  /** The click of the first step, as in `v-click`: a number, or relative to what comes before. Default: `+1`. */
  at?: number | string
  /** How many of the clicks have been made. The chart's frame counts them. */
  step?: number
}

/**
 * A chart: what of figures is drawn, where, and in which words. All of it is pure; `chartComponent` makes of it what
 * slides use.
 */
export interface ChartDefinition<Props, Plan extends { figures: readonly Figure[] }, Layout extends ChartLayout> {
  /** Its props for Vue, next to those of `ChartProps`; which of them carry ids of figures says `figureProps`. */
  props: Record<Exclude<keyof Props, keyof ChartProps>, Prop<unknown>>
  /**
   * Decides what is drawn, whatever the room.
   * @throws ChartDataError for figures that the chart cannot show, or not together
   */
  plan: (props: Props & ChartProps, find: Finders) => Plan
  /** Finds every part its place. */
  layout: (plan: Plan, theme: ChartTheme, box: ChartBox) => Layout
  /** The option for ECharts, on its own grid, axes and series. */
  option: (plan: Plan, layout: Layout, theme: ChartTheme, box: ChartBox) => EChartsCoreOption
  /** The chart in words, for those who cannot see it. The same in every step. */
  describe: (plan: Plan) => string
  /** What lengths in it stand for, where another chart could share their scale. */
  measure?: (plan: Plan) => Measure
}

/** A chart, its props and plan left open. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyChart = ChartDefinition<any, any, any>

/** Names the types of a chart's parts by one another. */
export function defineChart<Props, Plan extends { figures: readonly Figure[] }, Layout extends ChartLayout>(
  definition: ChartDefinition<Props, Plan, Layout>,
): ChartDefinition<Props, Plan, Layout> {
  return definition
}

/** How long a chart takes to get from one step to the next, ms. */
const STEP_DURATION = 400

/** The whole option of a planned chart. It enters complete and without motion. */
export function chartOption<Plan extends { figures: readonly Figure[] }, Layout extends ChartLayout>(
  { layout, option }: Pick<ChartDefinition<never, Plan, Layout>, 'layout' | 'option'>,
  plan: Plan,
  theme: ChartTheme,
  box: ChartBox,
): EChartsCoreOption {
  return {
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.font.sans },
    animationDuration: 0,
    animationDurationUpdate: STEP_DURATION,
    animationEasingUpdate: 'cubicInOut',
    ...option(plan, layout(plan, theme, box), theme, box),
  }
}
