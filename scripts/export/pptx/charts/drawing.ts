import type { EChartsCoreOption } from 'echarts/core'
import { init } from 'echarts/core'
import { getECData } from 'echarts/lib/util/innerStore.js'
import { initOptions, tellMarks } from '../../../../components/charts/echarts.ts'
import { rawMarkOf, resolveMark } from '../../../../components/charts/marks.ts'
import type { Area } from './native-chart.ts'

/** A text as it is drawn: one line of one look. */
export interface DrawnText extends Area {
  /** By which it is taken out of the drawing. */
  owner: string
  text: string
  size: number
  bold: boolean
  color: string
  /** Colour behind it. */
  ground?: string
}

/** How something is filled and outlined, as ECharts says it. */
export interface DrawnStyle {
  fill?: string
  stroke?: string
  lineWidth?: number
  lineDash?: unknown
  opacity?: number
}

/** A data item of a series. */
export interface DrawnItem {
  /** Its place among the items of its series. */
  index: number
  /** NaN where there is no number. */
  value: number
  /** Its mark, and the figure that it is of; empty where it says nothing. */
  kind: string
  figure: string
  style: DrawnStyle
  /** What ECharts lays out for it: a rectangle, or a piece of a ring. */
  layout: Partial<Record<'x' | 'y' | 'width' | 'height' | 'cx' | 'cy' | 'r' | 'r0', number>>
  /** Extent of its shape; none where it is not drawn. */
  shape?: Area
  texts: readonly DrawnText[]
}

/** A series. */
export interface DrawnSeries {
  index: number
  type: string
  stack?: string
  z: number
  /** Of a line its look, and the size of its points. */
  line: DrawnStyle
  symbol: number
  /** Whether it goes on through places without a number. */
  spans: boolean
  items: readonly DrawnItem[]
  /** The axes that it stands on, as places among those of their kind; none where it stands on none. */
  axes?: readonly [x: number, y: number]
}

/** An axis of a grid. */
export interface DrawnAxis {
  name: 'xAxis' | 'yAxis'
  index: number
  type: string
  extent: readonly [least: number, most: number]
  inverse: boolean
  /** Whether categories have a slot each. */
  slots: boolean
  /** Its line, if it has one. */
  line?: DrawnStyle
  texts: readonly DrawnText[]
}

/** A plot area. */
export interface DrawnGrid {
  rect: Area
  axes: readonly DrawnAxis[]
}

/** A chart as ECharts draws it. */
export interface Drawing {
  grids: readonly DrawnGrid[]
  series: readonly DrawnSeries[]
  /** The drawing as SVG, without the parts of these owners. Parts say what they are as those of slides do. */
  svgWithout: (owners: ReadonlySet<string>) => string
}

/** What parts of a drawing belong to. */
export const owner = {
  item: (series: number, item: number): string => `item ${series} ${item}`,
  /** What lies behind words; each of them is one of its own. */
  text: (series: number, item: number): string => `text ${series} ${item}`,
  series: (series: number): string => `series ${series}`,
  axis: (name: string, index: number): string => `axis ${name} ${index}`,
  /** The lines of all axes. */
  lines: 'lines',
} as const

/** An element that ZRender draws, as far as it is read here. */
interface Element {
  type: string
  parent?: Element | null
  __hostTarget?: Element | null
  invisible: boolean
  ignore: boolean
  transform?: number[]
  style: { text?: string; fill?: string; font?: string }
  getBoundingRect: () => Box & { clone: () => Box & { applyTransform: (transform: number[]) => void } }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface Part {
  element: Element
  /** What it belongs to, and of a text which of the texts there it is. */
  of: string
  owner: string
}

const rectOf = ({ x, y, width, height }: Box): Area => ({ left: x, top: y, width, height })

function extentOf(element: Element): Area {
  const box = element.getBoundingRect().clone()
  if (element.transform) box.applyTransform(element.transform)
  return rectOf(box)
}

/** The series within which an element is drawn. */
function seriesIndexOf(element: Element): number | undefined {
  for (let node: Element | null | undefined = element; node; node = node.__hostTarget ?? node.parent) {
    const { seriesIndex } = getECData(node)
    if (seriesIndex !== undefined) return seriesIndex
  }
  return undefined
}

function ownerOf(element: Element, option: EChartsCoreOption): string {
  const raw = rawMarkOf(element)
  const [sort = '', of = '', item = ''] = raw?.split(' ') ?? []
  if (sort === '@series') return owner.item(Number(of), Number(item))
  if (sort === '@text') return owner.text(Number(of), Number(item))
  if (sort.startsWith('@')) return owner.axis(sort.slice(1), Number(of))
  if (resolveMark(raw, option)[0] === 'zero') return owner.lines
  // A line belongs to its series as a whole. What a custom series draws says what it is, be it nothing.
  const series = raw === undefined ? seriesIndexOf(element) : undefined
  return series === undefined ? '' : owner.series(series)
}

function textsOf(parts: readonly Part[], of: string): DrawnText[] {
  const own = parts.filter(each => each.of === of)
  const ground = own.find(({ element: { type, style } }) => type === 'rect' && style.fill && style.fill !== 'none')
  return own.flatMap(({ element, owner: key }) => {
    const { text, fill = '', font = '' } = element.style
    if (element.type !== 'tspan' || !text) return []
    const look = { color: fill, size: Number(/([\d.]+)px/.exec(font)?.[1]), bold: /\b(?:bold|[7-9]00)\b/.test(font) }
    const behind = ground?.element.style.fill
    return [{ ...extentOf(element), owner: key, text, ...look, ...(behind !== undefined && { ground: behind }) }]
  })
}

/** What of an instance of ECharts is read that its types leave out. */
interface Inner {
  getModel: () => {
    eachComponent: (name: 'grid', call: (grid: { coordinateSystem: InnerGrid }) => void) => void
    eachSeries: (call: (series: InnerSeries) => void) => void
  }
  getZr: () => { storage: { getDisplayList: (update: true) => Element[] } }
  renderToSVGString: () => string
}

interface InnerModel {
  get: (path: string) => unknown
  getModel: (path: string) => { getLineStyle: () => DrawnStyle }
}

interface InnerGrid {
  getRect: () => Box
  getAxes: () => {
    model: InnerModel & { mainType: DrawnAxis['name']; componentIndex: number }
    type: string
    scale: { getExtent: () => [number, number] }
    inverse: boolean
    onBand: boolean
  }[]
}

interface InnerSeries extends InnerModel {
  seriesIndex: number
  subType: string
  coordinateSystem?: { type: string }
  getBaseAxis?: () => { dim: string } | undefined
  getData: () => {
    mapDimension: (name: string) => string | undefined
    get: (dimension: string, index: number) => unknown
    getItemVisual: (index: number, name: 'style') => DrawnStyle | undefined
    getItemLayout: (index: number) => DrawnItem['layout'] | undefined
  }
}

function readAxes(grid: InnerGrid, parts: readonly Part[]): DrawnAxis[] {
  return grid.getAxes().map(({ model, type, scale, inverse, onBand }) => {
    const { mainType: name, componentIndex: index } = model
    const isDrawn = type === 'category' && (model.get('axisLine') as { show: boolean }).show
    return {
      ...{ name, index, type, inverse, slots: onBand, extent: scale.getExtent() },
      ...(isDrawn && { line: model.getModel('axisLine.lineStyle').getLineStyle() }),
      texts: textsOf(parts, owner.axis(name, index)),
    }
  })
}

function readSeries(series: InnerSeries, parts: readonly Part[], option: EChartsCoreOption): DrawnSeries {
  const { seriesIndex } = series
  const data = series.getData()
  const upright = series.getBaseAxis?.()?.dim !== 'y'
  const dimension = data.mapDimension('value') ?? data.mapDimension(upright ? 'y' : 'x')
  const given = ([option.series].flat()[seriesIndex] as { data?: readonly unknown[] }).data ?? []
  const items = given.map((_, index): DrawnItem => {
    const [kind, figure] = resolveMark(`@series ${seriesIndex} ${index}`, option)
    const drawn = parts.find(each => each.of === owner.item(seriesIndex, index))
    return {
      ...{ index, kind, figure, value: dimension === undefined ? NaN : Number(data.get(dimension, index)) },
      style: data.getItemVisual(index, 'style') ?? {},
      layout: data.getItemLayout(index) ?? {},
      ...(drawn && { shape: extentOf(drawn.element) }),
      texts: textsOf(parts, owner.text(seriesIndex, index)),
    }
  })
  const axes = [series.get('xAxisIndex') ?? 0, series.get('yAxisIndex') ?? 0] as [number, number]
  const stack = series.get('stack') as string | undefined
  return {
    ...{ index: seriesIndex, type: series.subType, z: Number(series.get('z') ?? 0), items },
    ...(stack !== undefined && { stack }),
    line: series.get('lineStyle') === undefined ? {} : series.getModel('lineStyle').getLineStyle(),
    spans: series.get('connectNulls') === true,
    symbol: Number([series.get('symbolSize')].flat()[0] ?? 0),
    ...(series.coordinateSystem?.type === 'cartesian2d' && { axes }),
  }
}

/** What of a drawing is nothing to be seen: styles for pointers, names for them, and the grounds that they meet. */
const UNSEEN = /<style[\s\S]*?<\/style>\s*| (?:class|pointer-events|ecmeta_(?!mark)\w+)="[^"]*"/g
const EMPTY = /<(path|rect|polygon)(?=[^>]* fill="none")(?![^>]* stroke=)[^>]*><\/\1>\s*/g

/** The drawing as SVG; marks are named as those of slides are. */
function svgOf(chart: Inner, option: EChartsCoreOption): string {
  const svg = chart.renderToSVGString().replace(UNSEEN, '').replace(EMPTY, '')
  return svg.replace(/ ecmeta_mark="([^"]*)"/g, (_, raw: string) => {
    const [kind, figure] = resolveMark(raw, option)
    return (kind && ` data-mark="${kind}"`) + (figure && ` data-figure="${figure}"`)
  })
}

/** An option whose axes tell which of their names is which, as those of the engine's own charts do. */
function telling(option: EChartsCoreOption): EChartsCoreOption {
  const axes = (['xAxis', 'yAxis'] as const).filter(name => option[name] !== undefined)
  const each = (axis: unknown): object => ({ ...(axis as object), triggerEvent: true })
  return { ...option, ...Object.fromEntries(axes.map(name => [name, [option[name]].flat().map(each)])) }
}

/**
 * Draws an option in the way in which slides do, and reads what was drawn.
 * @param size px
 */
export function withDrawing<Result>(
  option: EChartsCoreOption,
  size: { width: number; height: number },
  use: (drawing: Drawing) => Result,
): Result {
  const chart = init(null, undefined, { ...initOptions, ssr: true, ...size })
  tellMarks()
  try {
    chart.setOption({ ...telling(option), animation: false })
    const inner = chart as unknown as Inner
    const elements = inner.getZr().storage.getDisplayList(true)
    const parts = elements.map((element, index): Part => {
      const of = ownerOf(element, option)
      return { element, of, owner: element.type === 'tspan' && of.startsWith('text') ? `${of} ${index}` : of }
    })
    const grids: DrawnGrid[] = []
    const series: DrawnSeries[] = []
    inner
      .getModel()
      .eachComponent('grid', ({ coordinateSystem: grid }) =>
        grids.push({ rect: rectOf(grid.getRect()), axes: readAxes(grid, parts) }),
      )
    inner.getModel().eachSeries(each => series.push(readSeries(each, parts, option)))
    const svgWithout = (owners: ReadonlySet<string>): string => {
      for (const { element, owner: of } of parts) {
        const isTaken = owners.has(of)
        element.invisible = isTaken
        // A shape that is ignored would take the words along that are attached to it.
        element.ignore = isTaken && !of.startsWith('item')
      }
      return svgOf(inner, option)
    }
    return use({ grids, series, svgWithout })
  } finally {
    // Its clock would keep the process alive.
    chart.dispose()
  }
}
