import { init } from 'echarts/core'
import { type AnyChart, type ChartBox, chartOption } from '../../components/charts/define-chart.ts'
import { initOptions } from '../../components/charts/echarts.ts'
import { textWidth } from '../../components/charts/text-width.ts'
import { type ChartTheme, chartTheme } from '../../components/charts/theme.ts'
import { pathPieces } from '../../scripts/check/numbers/page/geometry.ts'

/** How a plan is drawn, where otherwise than on a slide. */
export interface Look extends Partial<ChartBox> {
  theme?: ChartTheme
}

/** Draws a plan the way a slide does, at the size of a slide's body, and returns the SVG. */
export function renderSvg(
  chart: AnyChart,
  plan: unknown,
  { theme = chartTheme, width = 1136, height = 430, ...asked }: Look = {},
): string {
  const drawn = init(null, undefined, { ...initOptions, ssr: true, width, height })
  drawn.setOption({ ...chartOption(chart, plan as never, theme, { width, height, ...asked }), animation: false })
  const svg = drawn.renderToSVGString()
  drawn.dispose()
  return svg
}

/** An SVG with what differs from run to run, or below a tenth of a pixel, taken out. */
export function normalizeSvg(svg: string): string {
  return svg
    .replace(/zr\d+-(cls-\d+)?/g, (_, style) => (style ? 'zr-cls' : 'zr-'))
    .replace(/-?\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10))
    .replaceAll('><', '>\n<')
}

/**
 * Extents in px of the bars and other shapes filled with one colour, open ends not included, in order of appearance.
 */
export function extentsOf(svg: string, fill: string): { left: number; right: number; top: number; bottom: number }[] {
  return [...svg.matchAll(new RegExp(`<path d="([^"]*)"[^>]*fill="${fill}"`, 'g'))].map(([, d = '']) => {
    const corners = pathPieces(d).map(({ to }) => to)
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  })
}

/** What a reader can read in the chart. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text).filter(text => text.trim())
}

/** Extents in px of the lines of text, as wide as they are planned for. */
export function textBoxesOf(
  svg: string,
): { text: string; size: number; left: number; right: number; top: number; bottom: number }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = '', text = '']) => {
    const number = (pattern: RegExp): number => Number(pattern.exec(attributes)?.[1] ?? 0)
    const size = number(/(?:font-size:|font: (?:normal )?\d+ )([\d.]+)px/)
    const [dx, dy] = (/translate\(([-\d. ]+)\)/.exec(attributes)?.[1] ?? '0 0').split(' ').map(Number) as [
      number,
      number,
    ]
    const [x, y] = [number(/ x="([-\d.]+)"/) + dx, number(/ y="([-\d.]+)"/) + dy]
    const width = textWidth(text, size)
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1]
    const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
    const central = attributes.includes('dominant-baseline="central"')
    const middle = central ? y : attributes.includes('text-before-edge') ? y + size / 2 : y - size * 0.35
    return text.trim()
      ? [{ text, size, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 }]
      : []
  })
}
