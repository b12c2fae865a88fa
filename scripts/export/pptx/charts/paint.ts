import type { DrawnStyle } from './drawing.ts'
import type { NativePaint } from './native-chart.ts'

const isSeen = (color: string | undefined): color is string =>
  color !== undefined && color !== 'none' && color !== 'transparent'

/** How a shape is filled and outlined. */
export function paintOf({ fill, stroke, lineWidth = 0, lineDash, opacity }: DrawnStyle): NativePaint {
  return {
    ...(isSeen(fill) && { fill }),
    ...(opacity !== undefined && opacity < 1 && { opacity }),
    ...(isSeen(stroke) &&
      lineWidth > 0 && { line: { color: stroke, width: lineWidth, dashed: Array.isArray(lineDash) } }),
  }
}
