import type { Color } from '../../../check/layout/page/color.ts'
import type { Ink } from '../model.ts'

/** A colour that was read from the page. */
export function inkOf([red, green, blue, alpha]: Color): Ink {
  const hex = [red, green, blue]
    .map(part =>
      Math.min(255, Math.max(0, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
  return { hex, alpha: Math.round(alpha * 1000) / 1000 }
}

/** Lengths of dashes and gaps of a border, by the word that CSS has for it. */
export function dashOf(style: string, width: number): number[] {
  if (style === 'dashed') return [3 * width, 3 * width]
  return style === 'dotted' ? [width, width] : []
}
