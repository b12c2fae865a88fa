import type { EChartsOption } from 'echarts'
import { init } from 'echarts/core'
import type { Room } from '../../components/charts/room.ts'
import type { ChartTheme } from '../../components/charts/theme.ts'
import { initOptions } from '../../components/charts/echarts.ts'
import { textWidth } from '../../components/charts/text-width.ts'
import { chartTheme } from '../../components/charts/theme.ts'

/** What a chart is drawn with: its verbs `build` and, for a height, `heightFor`. */
type Build<Plan> = (plan: Plan, theme: ChartTheme, room: Room) => EChartsOption

/** Draws a plan the way a slide does, at the size of a slide's body, and returns the SVG. */
export function renderSvg<Plan>(
  build: Build<Plan>,
  plan: Plan,
  { theme = chartTheme, width = 1136, height = 430, ...asked }: Partial<Room> & { theme?: ChartTheme } = {},
): string {
  const chart = init(null, 'huibao', { ...initOptions, ssr: true, width, height })
  chart.setOption({ ...build(plan, theme, { width, height, ...asked }), animation: false })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** An SVG with what differs from run to run, or below a tenth of a pixel, taken out. */
export function normalizeSvg(svg: string): string {
  return svg
    .replace(/zr\d+-(cls-\d+)?/g, (_, style) => (style ? 'zr-cls' : 'zr-'))
    .replace(/-?\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10))
    .replaceAll('><', '>\n<')
}

/** Extents in px of the shapes filled with one colour, in order of appearance. */
export function extentsOf(svg: string, fill: string): { left: number; right: number; top: number; bottom: number }[] {
  return [...svg.matchAll(new RegExp(`<(?:polygon points|path d)="([^"]*)"[^>]*fill="${fill}"`, 'g'))].map(
    ([, d = '']) => {
      const pairs = [...d.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    },
  )
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
    const size = number(/(?:font-size:|font: \d+ )([\d.]+)px/)
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
