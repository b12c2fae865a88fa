import type { CustomSeriesOption, EChartsOption } from 'echarts'
import type { Element } from './elements.ts'

/** The room that a chart is drawn in, and what the charts around it ask of it. */
export interface Room {
  /** Px. */
  width: number
  height: number
  /** What has to be said of the other charts on the slide; empty for nothing. */
  remark?: string
  /** Px for one unit that charts on one scale agreed upon. Default: as many as fit. */
  scale?: number
}

/** How long a chart takes to get from one step to the next, ms. */
const STEP_DURATION = 400

/** ECharts keeps what it was told of an element at its place before, where it is not told anew. */
function forgetful(element: Element): Element {
  const { children } = element as { children?: readonly Element[] }
  return { info: undefined, ...element, ...(children && { children: children.map(forgetful) }) } as Element
}

/**
 * The option of a chart that lays itself out in px. Everything is one item of a custom series, whose children keep
 * their order from step to step, so that each can move from what it was to what it is. It enters complete and without
 * motion.
 */
export function optionOf(children: readonly Element[]): EChartsOption {
  const series: CustomSeriesOption = {
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    data: [[0]],
    renderItem: () => ({ type: 'group', children: children.map(forgetful) }),
  }
  return {
    animationDuration: 0,
    animationDurationUpdate: STEP_DURATION,
    animationEasingUpdate: 'cubicInOut',
    series: [series],
  }
}

/** Joins the sentences of a note; empty ones are left out. */
export function joinNotes(...notes: readonly (string | undefined)[]): string {
  return notes.filter(Boolean).join('　')
}
