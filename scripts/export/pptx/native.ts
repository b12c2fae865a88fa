import type { Page } from 'playwright-chromium'
import type { Finders } from '../../../components/charts/define-chart.ts'
import type { ChartTheme } from '../../../components/charts/theme.ts'
import type { Rect } from '../../../components/rect.ts'
import { callModule } from '../../lib/page-modules.ts'
import { nativeCharts, type NativeDrawing } from './charts/native-charts.ts'
import type { DrawingFact } from './facts.ts'
import { drawingShape } from './from-facts/drawing.ts'
import { LOOSE, type LooseDrawing } from './loose.ts'
import type { ChartShape, Shape } from './model.ts'

interface Options {
  /** Finds what charts name. */
  find: Finders
  theme: ChartTheme
  /** The alternative text of a drawing. */
  describe: (drawing: DrawingFact) => string
}

/**
 * Draws charts with the means of the office program, as many as it has means for.
 * @param page on which what these leave to be drawn is measured
 */
export async function drawNatively(
  page: Page,
  drawings: readonly DrawingFact[],
  { find, theme, describe }: Options,
): Promise<Map<DrawingFact, Shape[]>> {
  const drawn = drawings.flatMap(drawing => {
    const native = drawing.chart && nativeCharts({ ...drawing.chart, find, theme })
    return native && native.charts.length > 0 ? [{ drawing, native }] : []
  })
  const rests = await measureRests(page, drawn)
  return new Map(
    drawn.map(({ drawing, native }, index) => {
      const rest = drawingShape({ alt: '', parts: rests[index]! })
      return [drawing, [...chartShapes(drawing, native, describe(drawing)), ...(rest ? [rest] : [])]]
    }),
  )
}

function chartShapes({ rect }: DrawingFact, { charts }: NativeDrawing, alt: string): ChartShape[] {
  return charts.map(chart => ({ kind: 'chart', rect: moved(chart.rect, rect), alt, chart }))
}

function moved(area: ChartShape['chart']['rect'], { left, top }: Pick<Rect, 'left' | 'top'>): Rect {
  const corner = { left: left + area.left, top: top + area.top }
  return { ...corner, right: corner.left + area.width, bottom: corner.top + area.height }
}

async function measureRests(
  page: Page,
  drawn: readonly { drawing: DrawingFact; native: NativeDrawing }[],
): Promise<DrawingFact['parts'][]> {
  const loose = drawn.map(({ drawing: { rect }, native }): LooseDrawing => ({
    svg: native.rest,
    left: rect.left,
    top: rect.top,
  }))
  await page.evaluate(([name, all]) => Object.assign(window, { [name]: all }), [LOOSE, loose] as const)
  return callModule<DrawingFact['parts'][]>(page, 'scripts/export/pptx/page/loose.ts', 'collectLoose')
}
