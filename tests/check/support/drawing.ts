import { init } from 'echarts/core'
import { customInnerStore } from 'echarts/lib/chart/custom/CustomSeries.js'
import { initOptions } from '../../../components/charts/echarts.ts'
import { ICON_GRID } from '../../../components/charts/icons.ts'
import { markOf } from '../../../components/charts/marks.ts'
import type { Room } from '../../../components/charts/room.ts'
import { chartTheme, type ChartTheme } from '../../../components/charts/theme.ts'
import type { Figure } from '../../../model/figure.ts'
import type { ChartFacts, Mark, Point } from '../../../scripts/check/numbers/facts.ts'
import { chart, mark, rectangle } from './numbers.ts'

/** As far as it is measured, something that ECharts draws. */
interface Drawn {
  type: string
  shape: Box & { points?: Point[]; x1: number; y1: number; x2: number; y2: number }
  style: { text?: string }
  getBoundingRect: () => Box
  getUpdatedPathProxy: () => { getBoundingRect: () => Box }
  getComputedTransform: () => readonly number[] | null
  getClipPath: () => { shape: Box } | null
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

const markedOn = markOf(node => customInnerStore(node).info?.mark)

function markedAs(drawn: Drawn): [kind: string, figure: string] {
  let [kind, figure]: (string | undefined)[] = []
  markedOn(drawn as never).each(said => ([kind, figure] = String(said).split(' ')))
  return [kind ?? '', figure ?? '']
}

function outline(drawn: Drawn): Point[] {
  const { type, shape } = drawn
  const cornersOf = ({ x, y, width, height }: Box): Point[] => rectangle(x, y, width, height)
  if (type === 'line')
    return [
      [shape.x1, shape.y1],
      [shape.x2, shape.y2],
    ]
  return shape.points ?? cornersOf(type === 'rect' ? shape : drawn.getUpdatedPathProxy().getBoundingRect())
}

function placed(points: readonly Point[], drawn: Drawn): Point[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = drawn.getComputedTransform() ?? []
  return points.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f])
}

function measured(drawn: Drawn): Mark {
  const whole = mark(...markedAs(drawn), placed(outline(drawn), drawn))
  const counted = /^(?:icon|hollow|cell|fill)$/.test(whole.kind)
  const shown = (drawn.getClipPath()?.shape.width ?? ICON_GRID) / ICON_GRID
  return { ...whole, points: counted ? [] : whole.points, shown }
}

/** How a plan is drawn, where otherwise than on a slide. */
export interface Look extends Partial<Room> {
  theme?: ChartTheme
}

/** What the page measures of a chart: facts to judge, sound until they are spoilt. */
export interface Drawing extends ChartFacts {
  /** What the chart says of how it is drawn. */
  scales: string[]
}

/** Draws a plan the way a slide does, and measures it. @param shown what the chart says to show */
export function drawing<Plan>(
  build: (plan: Plan, theme: ChartTheme, room: Room) => object,
  plan: Plan,
  shown: readonly Figure[],
  { theme = chartTheme, width = 1136, height = 430, ...asked }: Look = {},
): Drawing {
  const svg = init(null, 'huibao', { ...initOptions, ssr: true, width, height })
  svg.setOption({ ...build(plan, theme, { width, height, ...asked }), animation: false })
  const all = svg.getZr().storage.getDisplayList(true) as unknown as Drawn[]
  const words = all
    .filter(({ style: { text } }) => text?.trim())
    .map(drawn => {
      const { x, y, width: across, height: down } = drawn.getBoundingRect()
      const { kind, figure, box } = mark(...markedAs(drawn), placed(rectangle(x, y, across, down), drawn))
      return { kind, figure, text: drawn.style.text!, box }
    })
  const marks = all.filter(drawn => drawn.style.text === undefined && markedAs(drawn)[0] !== '').map(measured)
  svg.dispose()
  return {
    ...chart(marks.filter(({ kind }) => !/^(?:label|value|scale)$/.test(kind))),
    figures: shown.map(({ id }) => id),
    words: words.filter(({ kind }) => /^(?:label|value)$/.test(kind)),
    texts: words.map(({ text }) => text),
    scales: words.filter(({ kind }) => kind === 'scale').map(({ text }) => text),
  }
}
