import { contrast, luminance } from '../../styles/contrast.ts'
import type { ChartTheme } from './theme.ts'

type Channels = [red: number, green: number, blue: number]

const channels = (hex: string): Channels =>
  [1, 3, 5].map(index => Number.parseInt(hex.slice(index, index + 2), 16)) as Channels

/** WCAG's contrast of two colours, from 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [own, other] = [a, b].map(hex => luminance(...channels(hex)))
  return contrast(own!, other!)
}

/** Of two colours, the one that is easier to read on a ground. */
export function legibleOn(ground: string, a: string, b: string): string {
  return contrastOf(ground, a) >= contrastOf(ground, b) ? a : b
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)]
  return `#${a
    .map((channel, index) =>
      Math.round(channel + (b[index]! - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Share of the full colour that the palest of several shades has. */
const PALEST = 0.2
/** Least contrast of words with a shade, and by how much a shade on which nothing is legible gives way. */
const LEGIBLE = 4.5
const STEP = 0.01

/**
 * Shades of one colour, from the ground away: navy for what is not less than zero, gold for what is. On each, ink or
 * paper is legible.
 * @param count how many, the palest first
 */
export function shadesOf(count: number, below: boolean, { color }: ChartTheme): string[] {
  const full = below ? color.ornament : color.compare
  const legible = (share: number): string => {
    const shade = mix(color.track, full, share)
    const best = Math.max(contrastOf(shade, color.ink), contrastOf(shade, color.paper))
    return best >= LEGIBLE || share < STEP ? shade : legible(share - STEP)
  }
  return Array.from({ length: count }, (_, index) =>
    legible(count === 1 ? 0.6 : PALEST + ((1 - PALEST) * index) / (count - 1)),
  )
}
