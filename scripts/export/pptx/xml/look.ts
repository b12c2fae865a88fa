import type { Rect } from '../../../../components/rect.ts'

/** A colour of the theme, as shapes name it, with what is made of it. */
export interface ThemeInk {
  slot: string
  /** Hundredths of a percent of its luminance, and what is added to that. */
  luminance?: readonly [times: number, plus: number]
}

/** How px of the canvas lie on slides, and which of the deck's colours are the theme's. */
export interface Look {
  /** EMU of a px. */
  scale: number
  /** EMU of the canvas' corner. */
  left: number
  top: number
  /** By six digits. */
  inks: ReadonlyMap<string, ThemeInk>
  /** A BCP 47 tag. */
  lang: string
}

/** Length on slides: EMU. */
export function emu({ scale }: Pick<Look, 'scale'>, px: number): number {
  return Math.round(px * scale)
}

/** Hundredths of a point, as sizes of text are told. */
export function hundredths({ scale }: Pick<Look, 'scale'>, px: number): number {
  return Math.round((px * scale) / 127)
}

/** Corner and size on slides: EMU. */
export function placeOf(look: Look, { left, top, right, bottom }: Rect): Record<'x' | 'y' | 'cx' | 'cy', number> {
  const x = look.left + emu(look, left)
  const y = look.top + emu(look, top)
  return {
    x,
    y,
    cx: Math.max(0, look.left + emu(look, right) - x),
    cy: Math.max(0, look.top + emu(look, bottom) - y),
  }
}
