import { markName } from './marks.ts'
import { LINE, wrapNote } from './text-width.ts'
import { type ChartTheme, font } from './theme.ts'

/** A note below a chart. */
export interface NoteLayout {
  lines: readonly string[]
  /** Px that it takes below what it explains. */
  height: number
  /** The end of what it explains: px from the left, and from the top. */
  at: readonly [x: number, y: number]
}

/** Sets the sentences of a note; empty ones are left out. Where it stands is for the chart to say. */
export function layoutNote(
  sentences: readonly (string | undefined)[],
  width: number,
  { size }: ChartTheme,
): NoteLayout {
  const lines = wrapNote(sentences.filter(Boolean).join('　'), width / size.chartSmall)
  const height = lines.length ? lines.length * size.chartSmall * LINE + size.chartLabel * 0.5 : 0
  return { lines, height, at: [0, 0] }
}

/** One or more lines of text at a point, as ECharts' `graphic` takes it. */
export function textElement(
  mark: string,
  [x, y]: readonly [x: number, y: number],
  lines: readonly string[],
  look: { size: number; color: string; face?: 'regular' | 'bold' | 'numeral'; align?: 'left' | 'center' | 'right' },
  theme: ChartTheme,
): object {
  const { size, color, face = 'regular', align = 'left' } = look
  const style = { fill: color, font: font(theme, face, size), align, lineHeight: Math.round(size * LINE) }
  return { type: 'text', info: mark, x, y, cursor: 'default', style: { text: lines.join('\n'), ...style } }
}

/** The note of a chart, if it has one, for ECharts' `graphic`. */
export function noteElement({ lines, at: [x, y] }: NoteLayout, theme: ChartTheme): object[] {
  const { size, color } = theme
  const look = { size: size.chartSmall, color: color.soft }
  return lines.length ? [textElement(markName('scale'), [x, y + size.chartLabel * 0.4], lines, look, theme)] : []
}
