import { chartTheme } from '../../../components/charts/theme.ts'
import { type NativeDrawing, nativeCharts } from '../../../scripts/export/pptx/charts/native-charts.ts'
import type { DeckChart, DeckCharts } from './deck-charts.ts'

/** A chart of a deck, and what of it is native. */
export interface DrawnChart extends NativeDrawing {
  chart: DeckChart
  box: { width: number; height: number; named: boolean }
  /** Where it stands, for messages. */
  where: string
}

/** Boxes of slides: a body's width, half of it, and a panel. */
export const BOXES = {
  body: { width: 1136, height: 430 },
  half: { width: 556, height: 430 },
  panel: { width: 360, height: 200 },
} as const

/** Charts of a deck, drawn in one sort of box; panels in theirs. */
export function nativeDeck({ find, shown }: DeckCharts, size: keyof typeof BOXES = 'body'): DrawnChart[] {
  return shown.map(chart => {
    const { slide, name, props, named } = chart
    const box = { ...BOXES[named ? 'panel' : size], named }
    const native = nativeCharts({ name, props, find, theme: chartTheme, box })
    return { ...native, chart, box, where: `${slide} ${name} ${JSON.stringify(props)}` }
  })
}
