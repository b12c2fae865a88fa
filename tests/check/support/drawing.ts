import { init } from 'echarts/core'
import { type AnyChart, chartOption } from '../../../components/charts/define-chart.ts'
import { initOptions } from '../../../components/charts/echarts.ts'
import { ICON_GRID } from '../../../components/charts/icons.ts'
import { rawMarkOf, resolveMark } from '../../../components/charts/marks.ts'
import { chartTheme } from '../../../components/charts/theme.ts'
import type { Figure } from '../../../model/figure.ts'
import type { ChartFacts, Mark, Point } from '../../../scripts/check/numbers/facts.ts'
import type { Look } from '../../charts/render.ts'
import { chart, mark, rectangle } from './numbers.ts'

export type { Look }

/** As far as it is measured, something that ECharts draws. */
interface Drawn {
  type: string
  shape: Box & { points?: Point[]; x1: number; y1: number; x2: number; y2: number } & Sector
  style: { text?: string; fill?: string }
  getBoundingRect: () => Box
  getUpdatedPathProxy: () => { getBoundingRect: () => Box }
  getComputedTransform: () => readonly number[] | null
  getClipPath: () => { shape: Box } | null
}

interface Sector {
  cx: number
  cy: number
  r: number
  r0: number
  startAngle: number
  endAngle: number
  clockwise: boolean
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What a piece of a ring takes of the turn. */
function turnOf({ startAngle, endAngle, clockwise }: Sector): NonNullable<Mark['turn']> {
  const percent = (angle: number): number => (100 * angle) / (2 * Math.PI)
  const start = percent(startAngle + Math.PI / 2)
  return { start: start - 100 * Math.round(start / 100), share: percent(endAngle - startAngle) * (clockwise ? 1 : -1) }
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

function measured(drawn: Drawn, marked: readonly [kind: string, figure: string]): Mark {
  const whole = mark(...marked, placed(outline(drawn), drawn))
  const shown = (drawn.getClipPath()?.shape.width ?? ICON_GRID) / ICON_GRID
  return {
    ...whole,
    shown,
    ...(/^(?:arc|slice)$/.test(whole.kind) && { turn: turnOf(drawn.shape) }),
    ...(/^(?:region|swatch)$/.test(whole.kind) && { fill: drawn.style.fill! }),
  }
}

/** What the page measures of a chart: facts to judge, sound until they are spoilt. */
export interface Drawing extends ChartFacts {
  /** What the chart says of how it is drawn. */
  scales: string[]
}

/** Draws a plan the way a slide does, and measures it. @param shown what the chart says to show */
export function drawing(
  definition: AnyChart,
  plan: unknown,
  shown: readonly Figure[],
  { theme = chartTheme, width = 1136, height = 430, ...asked }: Look = {},
): Drawing {
  const svg = init(null, undefined, { ...initOptions, ssr: true, width, height })
  const option = chartOption(definition, plan as never, theme, { width, height, ...asked })
  svg.setOption({ ...option, animation: false })
  const all = (svg.getZr().storage.getDisplayList(true) as unknown as Drawn[]).map(
    drawn => [drawn, resolveMark(rawMarkOf(drawn), option)] as const,
  )
  const words = all
    .filter(([{ style }]) => style.text?.trim())
    .map(([drawn, marked]) => {
      const { x, y, width: across, height: down } = drawn.getBoundingRect()
      const { kind, figure, box } = mark(...marked, placed(rectangle(x, y, across, down), drawn))
      return { kind, figure, text: drawn.style.text!, box }
    })
  const marks = all
    .filter(([{ style }, [kind]]) => style.text === undefined && kind !== '')
    .map(([drawn, marked]) => measured(drawn, marked))
  svg.dispose()
  return {
    ...chart(marks.filter(({ kind }) => !/^(?:label|value|limit|scale)$/.test(kind))),
    figures: shown.map(({ id }) => id),
    per: definition.measure?.(plan).per ?? 1,
    words: words.filter(({ kind }) => /^(?:label|value|limit)$/.test(kind)),
    texts: words.map(({ text }) => text),
    scales: words.filter(({ kind }) => kind === 'scale').map(({ text }) => text),
  }
}
