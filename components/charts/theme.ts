import type { Medium, SkinColors, SkinId } from '../../styles/tokens.ts'
import { chartType, skins, type } from '../../styles/tokens.ts'

/** Colours, fonts and sizes (CSS px) that the option builders draw with. */
export interface ChartTheme {
  color: SkinColors
  font: Record<keyof typeof type.family, string>
  size: Record<keyof typeof chartType.hall, number>
}

// ECharts writes font families into attributes without escaping, so they go without quotation marks.
const bare = (family: string): string => family.replaceAll('"', '')

/** The design tokens of a skin and a medium, as the builders see them. */
export function chartThemeOf(skin: SkinId, medium: Medium): ChartTheme {
  return {
    color: skins[skin].color,
    font: { sans: bare(type.family.sans), serif: bare(type.family.serif) },
    size: chartType[medium],
  }
}

/** The theme of the default skin in a hall. */
export const chartTheme: ChartTheme = chartThemeOf('red', 'hall')

/**
 * The faces that the deck ships. Any other weight would be synthesised, which turns into Type 3 fonts in a PDF.
 */
export type Face = 'regular' | 'bold' | 'numeral'

/** A CSS font shorthand. `numeral` is the heavy serif of very large numbers. */
export function font(theme: ChartTheme, face: Face, size: number): string {
  const weight = { regular: 400, bold: 700, numeral: 900 }[face]
  return `${weight} ${size}px ${face === 'numeral' ? theme.font.serif : theme.font.sans}`
}

/** Every face that a chart may measure; they have to be loaded before the first one is drawn. */
export const chartFonts: readonly string[] = (['regular', 'bold', 'numeral'] as const).map(face =>
  font(chartTheme, face, chartTheme.size.chartLabel),
)

/** Px between a name and the bars, and between a bar and its number. */
export function gapOf({ size }: ChartTheme): number {
  return size.chartLabel * 0.75
}

/** Sizes of numbers and of names beside them, from the largest down, for drawings that take what has room. */
export function labelSizes({ size }: ChartTheme): readonly (readonly [value: number, name: number])[] {
  const { chartLabel, chartSmall, chartValue } = size
  return [
    [chartValue, chartLabel],
    [chartLabel, chartSmall],
    [chartSmall, chartSmall],
  ]
}

/** Px between the line on which bars begin and words above or below them. */
export function indentOf({ size }: ChartTheme): number {
  return size.chartLabel / 3
}
