import { tokens } from '../../styles/tokens.ts'

/** Colours, fonts and sizes (CSS px on a canvas 1280 px wide) that the option builders draw with. */
export type ChartTheme = Omit<typeof tokens, 'font'> & { font: Record<keyof typeof tokens.font, string> }

// ECharts writes font families into attributes without escaping, so they go without quotation marks.
const bare = (family: string): string => family.replaceAll('"', '')

/** The deck's design tokens as the builders see them. */
export const chartTheme: ChartTheme = { ...tokens, font: { sans: bare(tokens.font.sans), serif: bare(tokens.font.serif) } }

/** Name under which `echarts.ts` registers `echartsTheme`. */
export const THEME_NAME = 'huibao'

/** What ECharts falls back to where a builder sets nothing. */
export const echartsTheme = {
  backgroundColor: 'transparent',
  color: [tokens.color.highlight, tokens.color.context, tokens.color.compare],
  textStyle: { fontFamily: chartTheme.font.sans, fontSize: tokens.size.chartLabel, color: tokens.color.ink },
}

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
export const chartFonts: readonly string[] = (['regular', 'bold', 'numeral'] as const)
  .map(face => font(chartTheme, face, chartTheme.size.chartLabel))
