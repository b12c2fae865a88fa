/** A colour: red, green and blue from 0 to 255, and how opaque it is, from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number]

/** A computed colour; undefined for what is none, such as a pattern, and for notations of wide gamuts. */
export function parseColor(text: string): Color | undefined {
  const match = /^(rgba?|color)\((srgb )?(.*)\)$/.exec(text)
  if (!match || (match[1] === 'color' && !match[2])) return undefined
  const [red, green, blue, alpha = 1] = match[3]!.split(/[\s,/]+/).map(Number)
  const scale = match[2] ? 255 : 1
  const color = [red! * scale, green! * scale, blue! * scale, alpha] as const
  return color.some(Number.isNaN) ? undefined : color
}

/** What is seen of a colour on an opaque one. */
export function blend([red, green, blue, alpha]: Color, under: Color): Color {
  const mix = (above: number, below: number): number => alpha * above + (1 - alpha) * below
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1]
}
