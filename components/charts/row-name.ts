import type { Element, Point } from './elements.ts'
import type { ChartTheme } from './theme.ts'
import { textAt } from './elements.ts'
import { LINE_EM, textWidth, wrapLabel } from './text-width.ts'

/** The names of rows, wrapped to one measure. */
export interface RowNames {
  lines: string[][]
  /** A small line below each name, e.g. its period; empty for none. */
  subs: string[]
  /** Size of the names in px; never below the smallest that is legible in the hall. */
  size: number
  /** Width in px of the widest line. */
  width: number
}

/** What a row of a chart has to take, in px, when the chart is 400 px high and has a note. */
const ROOM = 352
const LINE_HEIGHT = 1.25

/** Lays out the names of rows so that each is complete: two lines where it is long, smaller or wider where rows are many. */
export function planRowNames(names: readonly string[], theme: ChartTheme, subs: readonly string[] = []): RowNames {
  const { chartLabel, chartSmall } = theme.size
  const attempt = (limit: number, size: number): RowNames => {
    const lines = names.map(name => wrapLabel(name, limit))
    const width = Math.max(...lines.flat().map(line => textWidth(line, size)), ...subs.map(sub => textWidth(sub, chartSmall)))
    return { lines, subs: names.map((_, index) => subs[index] ?? ''), size, width }
  }
  const fits = (plan: RowNames): boolean => plan.lines.every((_, index) => nameHeight(plan, index, theme) <= ROOM / names.length)
  const attempts = [attempt(LINE_EM, chartLabel), attempt(LINE_EM, chartSmall), attempt(LINE_EM * 1.5, chartLabel), attempt(LINE_EM * 2, chartSmall)]
  return attempts.find(fits) ?? attempts.at(-1)!
}

function nameHeight({ lines, subs, size }: RowNames, index: number, theme: ChartTheme): number {
  return (lines[index]?.length ?? 0) * size * LINE_HEIGHT + (subs[index] ? theme.size.chartSmall * LINE_HEIGHT : 0)
}

/** The name of row `index`, its block centred on a point. */
export function rowNameAt([x, y]: Point, names: RowNames, index: number, highlighted: boolean, theme: ChartTheme, align: 'left' | 'right' = 'right'): Element {
  const height = nameHeight(names, index, theme)
  const sub = names.subs[index]
  const look = { align, color: highlighted ? theme.color.ink : theme.color.soft }
  return {
    type: 'group',
    children: [
      textAt([x, y - height / 2], names.lines[index] ?? [], { ...look, size: names.size, face: highlighted ? 'bold' : 'regular', vertical: 'top' }, theme),
      ...(sub ? [textAt([x, y + height / 2], sub, { ...look, color: theme.color.soft, size: theme.size.chartSmall, vertical: 'bottom' }, theme)] : []),
    ],
  }
}

/** Px between a name and the scale, and between a bar and its number. */
export const GAP = 18
