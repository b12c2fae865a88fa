import type { SkinColors } from '../../../../styles/tokens.ts'
import type { ThemeInk } from '../xml/look.ts'
import type { ForeignTheme } from './read.ts'

/** Shades of a theme, in thousandths of a percent: how much of a colour's lightness is kept, what is added. */
const shade = (slot: string, times: number, plus = 0): ThemeInk => ({
  slot,
  luminance: [times * 1000, plus * 1000],
})

/** What the deck's colours are in a theme that knows grounds, texts and accents only. */
const LIGHT: Partial<Record<keyof SkinColors, ThemeInk>> = {
  highlight: { slot: 'accent1' },
  compare: { slot: 'tx2' },
  ornament: { slot: 'accent4' },
  cover: shade('accent1', 75),
  paper: { slot: 'bg1' },
  ink: { slot: 'tx1' },
  panel: shade('bg1', 95),
  track: shade('bg1', 92),
  line: shade('bg1', 85),
  // Of a ground that is nearly white, a shade this deep would be a colour.
  context: shade('tx1', 50, 50),
  soft: shade('tx1', 65, 35),
}

/** The same on a dark ground, of which shades are lighter. */
const DARK: typeof LIGHT = {
  ...LIGHT,
  cover: shade('accent1', 50),
  panel: shade('bg1', 90, 10),
  track: shade('bg1', 85, 15),
  line: shade('bg1', 75, 25),
  context: shade('bg1', 50, 50),
  soft: shade('tx1', 75),
}

/** The deck's colours as those of another theme, by six digits. */
export function foreignInks(colors: SkinColors, theme: ForeignTheme): Map<string, ThemeInk> {
  const table = isDark(theme.colors.get('bg1') ?? 'ffffff') ? DARK : LIGHT
  return new Map(
    Object.entries(table).map(([token, ink]) => [colors[token as keyof SkinColors].slice(1).toLowerCase(), ink]),
  )
}

function isDark(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}
