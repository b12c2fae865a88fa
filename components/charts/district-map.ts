import { MapChart } from 'echarts/charts'
import { registerMap, use } from 'echarts/core'
import { formatFigure } from '../../model/format.ts'
import { DEFAULT_MAP, type DistrictOutlines } from '../../model/maps.ts'
import { defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { layoutMap, type MapLabel, type MapLayout, NO_NUMBER, outlineOf } from './map-layout.ts'
import { hatch, placedRings } from './map-geometry.ts'
import { CHART, type MapPlan, type MapProps, planMap } from './map-plan.ts'
import { markName } from './marks.ts'
import { noteElement, textElement } from './note.ts'
import { figureVueProps, type Item } from './plan.ts'
import { legibleOn, shadesOf } from './shades.ts'
import { tableOf } from './table-props.ts'
import { LINE } from './text-width.ts'
import { groundOf } from './value-label.ts'
import type { ChartTheme } from './theme.ts'

use(MapChart)

const registered = new WeakMap<DistrictOutlines, string>()

/** The name by which ECharts knows a map. */
function mapName(map: DistrictOutlines): string {
  const known = registered.get(map)
  if (known !== undefined) return known
  // A map that was changed in dev is another one.
  const name = `huibao ${map.src} ${Math.random()}`
  const features = map.districts.map(({ name: district, polygons }) => ({
    type: 'Feature' as const,
    properties: { name: district },
    geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
  }))
  registerMap(name, { type: 'FeatureCollection', features } as never)
  registered.set(map, name)
  return name
}

/** Px between the lines of what has no number, and their width. */
const HATCH = { apart: 9, width: 1.5 } as const
/** Width of lines between districts, and around ours. */
const BORDER = { usual: 1.5, named: 4, halo: 8 } as const

/** What of it lies above what; the map itself is at 2. */
const Z = { hatch: 3, halo: 4, named: 5, words: 6 } as const

/** The colours of classes, the lowest first. */
function colorsOf({ classes }: MapPlan, theme: ChartTheme): string[] {
  const below = classes.filter(each => each.below).length
  // What is farther from zero is darker.
  return [...shadesOf(below, true, theme).reverse(), ...shadesOf(classes.length - below, false, theme)]
}

function line(points: readonly (readonly [number, number])[], color: string, lineWidth: number, z: number): object {
  return {
    type: 'polyline',
    z,
    silent: true,
    shape: { points },
    style: { fill: 'none', stroke: color, lineWidth, lineJoin: 'round' },
  }
}

function outlines(plan: MapPlan, layout: MapLayout, { color }: ChartTheme): object[] {
  // Ours above what it is compared with.
  const named = plan.items.filter(({ emphasis }) => emphasis !== 'context')
  return [...named]
    .sort((a, b) => Number(a.emphasis === 'highlight') - Number(b.emphasis === 'highlight'))
    .flatMap(({ id, emphasis }) => {
      const rings = placedRings(plan.districts.get(id)!, layout.place).flat()
      const closed = rings.map(ring => [...ring, ring[0]!, ring[1]!])
      return [
        ...closed.map(ring => line(ring, color.paper, BORDER.halo, Z.halo)),
        ...closed.map(ring =>
          line(ring, emphasis === 'highlight' ? color.highlight : color.ink, BORDER.named, Z.named),
        ),
      ]
    })
}

function hatched(rings: ReturnType<typeof placedRings>, { color }: ChartTheme): object[] {
  return hatch(rings, HATCH.apart * Math.SQRT2).map(points => line(points, color.context, HATCH.width, Z.hatch))
}

/** The legend: what shade is what class, what has no number, and ours where it has no room on the map. */
function legend(plan: MapPlan, layout: MapLayout, theme: ChartTheme): object[] {
  const { color } = theme
  const {
    entries,
    size,
    swatch,
    at: [left],
  } = layout.legend
  const fills = colorsOf(plan, theme)
  return entries.flatMap(({ sort, y, texts, index }) => {
    const box = { x: left, y, width: swatch.width, height: swatch.height }
    const middle = y + swatch.height / 2 - size * 0.62
    const { low, high } = sort === 'class' ? plan.classes[index]! : { low: undefined, high: undefined }
    const ours = plan.items[index]
    const outline = outlineOf(box)
    const sample =
      sort === 'class'
        ? [
            {
              type: 'rect',
              info: markName('swatch', low!.id),
              shape: box,
              style: { fill: fills[index]!, stroke: color.context, lineWidth: BORDER.usual },
            },
          ]
        : sort === 'gap'
          ? [...hatched([[outline]], theme), line([...outline, outline[0]!], color.context, BORDER.usual, Z.hatch)]
          : [line([...outline, outline[0]!, outline[1]!], color.highlight, BORDER.named, Z.named)]
    const marks =
      sort === 'class'
        ? [markName('limit', low!.id), markName('scale'), markName('limit', high!.id)]
        : sort === 'ours'
          ? [markName('limit', ours!.id), markName('limit', ours!.id)]
          : [markName('scale')]
    return [
      ...sample,
      ...texts.map(({ text, x, align }, place) =>
        textElement(
          marks[place]!,
          [left + x, middle],
          [text],
          { size, color: color.ink, face: sort === 'ours' ? 'bold' : 'regular', align },
          theme,
        ),
      ),
    ]
  })
}

/** The words in a district; where it has no number, over its hatching. */
function words(
  { item, middle: [x, y], names, value, size }: MapLabel,
  fill: string | undefined,
  theme: ChartTheme,
): object[] {
  const { color } = theme
  const lines = [...names, value].filter(Boolean)
  const top = y - (lines.length * size * LINE) / 2
  const ink = fill === undefined ? color.soft : legibleOn(fill, color.ink, color.paper)
  return lines.map((text, index) => {
    const isName = index < names.length
    const mark = item ? markName(isName ? 'label' : 'value', item.id) : markName('scale')
    const face = isName && (item?.emphasis ?? 'context') === 'context' ? 'regular' : 'bold'
    const look = { size, color: ink, face, align: 'center' } as const
    const element = textElement(mark, [x, top + index * size * LINE], [text], look, theme) as { style: object }
    const ground = fill === undefined && groundOf(color.paper)
    return { ...element, z: Z.words, style: { ...element.style, ...ground } }
  })
}

/** A map of districts, shaded by the classes of a measure, ours outlined. */
export const districtMap = defineChart<MapProps, MapPlan, MapLayout>({
  props: {
    of: String,
    measure: String,
    src: String,
    classes: Number,
    by: String,
    highlight: figureVueProps.highlight,
    compare: String,
  },
  plan: ({ of, ...props }, find) => planMap(tableOf(CHART, of, find.table), props, find.map!(props.src ?? DEFAULT_MAP)),
  layout: layoutMap,
  option(plan, layout, theme) {
    const { color, size } = theme
    const { place, labels, title, note } = layout
    const fills = colorsOf(plan, theme)
    const fillOf = (item: Item): string => fills[plan.classes.findIndex(({ items }) => items.includes(item))]!
    return {
      series: [
        {
          type: 'map',
          map: mapName(plan.map),
          left: place.left,
          top: place.top,
          width: plan.map.width * place.unit,
          height: plan.map.height * place.unit,
          silent: true,
          selectedMode: false,
          showLegendSymbol: false,
          label: { show: false },
          itemStyle: { areaColor: color.paper, borderColor: color.paper, borderWidth: BORDER.usual },
          data: [
            ...plan.items.map(item => ({
              name: plan.districts.get(item.id)!.name,
              mark: markName('region', item.id),
              value: item.value,
              itemStyle: { areaColor: fillOf(item) },
            })),
            ...plan.gaps.map(({ name }) => ({
              name,
              itemStyle: { areaColor: color.paper, borderColor: color.context },
            })),
          ],
        },
      ],
      graphic: [
        ...plan.gaps.flatMap(district => hatched(placedRings(district, place), theme)),
        ...outlines(plan, layout, theme),
        ...labels.flatMap(label => words(label, label.item && fillOf(label.item), theme)),
        textElement(markName('scale'), title.at, title.lines, { size: size.chartSmall, color: color.soft }, theme),
        ...legend(plan, layout, theme),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: ({ title, classes, gaps }) =>
    sentence(CHART, [
      ...[...classes].reverse().map(({ low, high, items }, index) => {
        const [least, most] = [low, high].map(figure => formatFigure(figure, 'worded'))
        const names = items.map(({ name }) => name).join('、')
        const ends = least === most ? least : `最低${least}，最高${most}`
        return `${index === 0 ? `${title}：` : ''}${names}${ends}`
      }),
      gaps.length > 0 ? `${NO_NUMBER}：${gaps.map(({ name }) => name).join('、')}` : '',
    ]),
})
