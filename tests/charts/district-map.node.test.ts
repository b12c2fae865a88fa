import { describe, expect, it } from 'vitest'
import { classesOf } from '../../components/charts/classes.ts'
import { districtMap } from '../../components/charts/district-map.ts'
import { type MapProps, planMap } from '../../components/charts/map-plan.ts'
import { hatch, placeInside } from '../../components/charts/map-geometry.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { contrastOf, shadesOf } from '../../components/charts/shades.ts'
import { chartTheme, chartThemeOf } from '../../components/charts/theme.ts'
import type { DistrictOutlines, Ring } from '../../model/maps.ts'
import { MAP_SIZE, parseMap } from '../../model/maps.ts'
import { galleryFigure, galleryMap, galleryTable } from './fixture-gallery.ts'
import { tableOf } from './fixture-tables.ts'
import { extentsOf, renderSvg, textsOf } from './render.ts'

const found = galleryMap('map.geojson')
const income = galleryTable('map-income')
const growth = galleryTable('map-growth')
const plan = (props: Omit<MapProps, 'of'> = {}, table = income) => planMap(table, props, found)
const outlinesOf = (text: string): DistrictOutlines => {
  const read = parseMap(text, 'map.geojson')
  if ('problem' in read) throw new Error(read.problem)
  return read.map
}
const feature = (name: unknown, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties: { name },
  geometry: { type, coordinates },
})
const geo = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
]

describe('classes', () => {
  it.each([
    ['end where numbers lie apart', [1, 2, 3, 50, 51, 90], 'breaks', 3, [[1, 2, 3], [50, 51], [90]]],
    [
      'have as many numbers each',
      [1, 2, 3, 50, 51, 90],
      'quantiles',
      3,
      [
        [1, 2],
        [3, 50],
        [51, 90],
      ],
    ],
    ['keep equal numbers together', [5, 5, 5, 5, 6, 7], 'quantiles', 3, [[5], [6, 7]]],
    ['are no more than there are numbers', [4, 4, 9], 'breaks', 5, [[4], [9]]],
    [
      'do not go across zero',
      [-3, -1, 1, 2],
      'breaks',
      2,
      [
        [-3, -1],
        [1, 2],
      ],
    ],
    ['do so with few below it', [-1, 1, 2, 3, 9, 30], 'quantiles', 3, [[-1], [1, 2, 3], [9, 30]]],
  ] as const)('%s', (_, values, rule, count, expected) => {
    expect(classesOf(values, rule, count)).toEqual(expected)
  })
})

describe('a map', () => {
  it('tells classes by the least and the largest number that each holds', () => {
    const { classes } = plan()
    expect(classes.map(({ low, high }) => [low.value, high.value])).toEqual([
      [33560, 38745],
      [40218, 45237],
      [47951, 52166],
      [56820, 61475],
    ])
    expect(textsOf(renderSvg(districtMap, plan()))).toEqual(
      expect.arrayContaining(['城镇居民人均可支配收入', '33560元', '38745元', '云溪区', '56820元', '按数的疏密分档']),
    )
  })

  it('shades each district by its class, darker where the number is larger', () => {
    const shades = shadesOf(4, false, chartTheme)
    const svg = renderSvg(districtMap, plan())
    // With its line in the legend.
    expect(shades.map(fill => extentsOf(svg, fill).length - 1)).toEqual([3, 4, 2, 3])
    expect(shades.map(fill => contrastOf(fill, chartTheme.color.paper))).toEqual(
      shades.map(fill => contrastOf(fill, chartTheme.color.paper)).sort((a, b) => a - b),
    )
  })

  it.each(['red', 'night'] as const)('has words that are legible on every shade of skin %s', skin => {
    const theme = chartThemeOf(skin, 'hall')
    for (const below of [true, false])
      for (const count of [1, 2, 3, 4, 5])
        for (const shade of shadesOf(count, below, theme))
          expect(Math.max(contrastOf(shade, theme.color.ink), contrastOf(shade, theme.color.paper))).toBeGreaterThan(
            4.5,
          )
  })

  it('outlines ours, or what a step names, and gives it the last word in its legend where it has no room', () => {
    const emphasised = (props: object) =>
      plan(props).items.flatMap(({ name, emphasis }) => (emphasis === 'highlight' ? [name] : []))
    expect(emphasised({})).toEqual(['云溪区'])
    expect(emphasised({ steps: ['map-income@梅岭县'], step: 0 })).toEqual([])
    expect(emphasised({ steps: ['map-income@梅岭县'] })).toEqual(['梅岭县'])
    const small = plan({ highlight: 'map-income@望湖区' })
    const { legend, labels } = districtMap.layout(small, chartTheme, { width: 600, height: 300 })
    expect(labels.map(({ names }) => names.join(''))).not.toContain('望湖区')
    expect(legend.entries.at(-1)).toMatchObject({ sort: 'ours', texts: [{ text: '望湖区' }, { text: '59310元' }] })
  })

  it('hatches what has no number, in the table or on the map alone', () => {
    expect(plan({}, growth).gaps.map(({ name }) => name)).toEqual(['金坪县'])
    expect(plan({}, galleryTable('map-two')).gaps).toHaveLength(10)
    const svg = renderSvg(districtMap, plan({}, growth))
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['无数', '金坪县', '−11.5%', '+9.2%']))
  })

  it('is told class by class, from the largest down', () => {
    expect(districtMap.describe(plan({ classes: 5 }, growth))).toBe(
      '规模以上工业增加值增速：云溪区、澄江区、望湖区最低增长7.7%，最高增长9.2%；白沙县、临波区最低增长5.1%，最高增长6.9%；' +
        '松岭县、朝晖县最低增长2.8%，最高增长3.4%；丰谷县增长0.6%；' +
        '秀川县、梅岭县、涌泉县最低下降11.5%，最高下降0.7%；无数：金坪县（分档地图）。',
    )
  })

  it('keeps its proportions in any room', () => {
    for (const [width, height] of [
      [1136, 430],
      [400, 600],
      [358, undefined],
    ] as const) {
      const { place, height: taken } = districtMap.layout(plan(), chartTheme, { width, ...(height && { height }) })
      const { map } = plan()
      expect(place.left + map.width * place.unit).toBeLessThanOrEqual(width)
      expect(place.top + map.height * place.unit).toBeLessThanOrEqual(height ?? taken)
    }
  })
})

describe('words', () => {
  const ring = (...points: [number, number][]): Ring => points
  // A U: its middle lies outside.
  const bend = [[ring([0, 0], [90, 0], [90, 90], [60, 90], [60, 30], [30, 30], [30, 90], [0, 90])]]

  it('stand within their district, or nowhere', () => {
    const [x, y] = placeInside(bend, { width: 28, height: 20 })!
    expect(y + 10 <= 30 || x + 14 <= 30 || x - 14 >= 60).toBe(true)
    expect(placeInside(bend, { width: 95, height: 10 })).toBeUndefined()
    expect(placeInside(bend, { width: 40, height: 40 })).toBeUndefined()
  })

  it('keep out of what is left out of a district', () => {
    const hole = [[ring([0, 0], [90, 0], [90, 90], [0, 90]), ring([30, 30], [60, 30], [60, 60], [30, 60])]]
    const [x, y] = placeInside(hole, { width: 40, height: 20 })!
    expect(y + 10 <= 30 || y - 10 >= 60 || x + 20 <= 30 || x - 20 >= 60).toBe(true)
  })

  it('lie on lines that end at the outline', () => {
    for (const [[x1, y1], [x2, y2]] of hatch(bend, 10)) {
      expect(x1 + y1).toBeCloseTo(x2 + y2)
      const middle = [(x1 + x2) / 2, (y1 + y2) / 2] as const
      expect(middle[0] > 30 && middle[0] < 60 && middle[1] > 30).toBe(false)
    }
  })
})

describe('a GeoJSON', () => {
  it('is laid on a plane, in whole steps, wider than high in the north no more than it is', () => {
    const { width, height, districts } = outlinesOf(
      geo(
        feature('北区', [
          [
            [100, 59],
            [102, 59],
            [102, 61],
            [100, 61],
            [100, 59],
          ],
        ]),
      ),
    )
    expect(height).toBe(MAP_SIZE)
    expect(width / height).toBeCloseTo(0.5, 2)
    expect(districts).toEqual([
      {
        name: '北区',
        polygons: [
          [
            [
              [0, 0],
              [width, 0],
              [width, height],
              [0, height],
            ],
          ],
        ],
      },
    ])
  })

  it('may have districts of several parts', () => {
    const far = SQUARE.map(([x, y]) => [x! + 4, y!])
    expect(outlinesOf(geo(feature('甲', [[SQUARE], [far]], 'MultiPolygon'))).districts[0]!.polygons).toHaveLength(2)
  })

  it.each([
    ['{', 'public/map.geojson 不是 JSON'],
    ['null', 'public/map.geojson 不是 GeoJSON：没有 features'],
    [geo(feature(7, [SQUARE])), /第1个区域没有名称，请在它的 properties 里写 name/],
    [geo(feature('甲', [SQUARE]), feature('甲', [SQUARE])), /有两个区域都叫“甲”/],
    [geo(feature('甲', [1, 2], 'Point')), /“甲”的轮廓不是 Polygon 或 MultiPolygon/],
    [
      geo(
        feature('甲', [
          [
            [0, 0],
            [1, null],
            [1, 1],
          ],
        ]),
      ),
      /“甲”的轮廓不是/,
    ],
  ])('that is wrong says why: %s', (text, problem) => {
    expect(parseMap(text, 'map.geojson')).toEqual({ problem: expect.stringMatching(problem) })
  })
})

describe('a map refuses', () => {
  const other = { map: outlinesOf(geo(feature('云溪', [SQUARE]), feature('澄江区', [SQUARE]))) }

  it.each<[string, () => unknown, RegExp]>([
    [
      'rows that it has not',
      () => planMap(galleryTable('map-two'), {}, other),
      /里没有“云溪区”（最接近的是“云溪”）、“梅岭县”/,
    ],
    [
      'a file that is not there',
      () => planMap(income, {}, galleryMap('other.geojson')),
      /没有地图 public\/other.geojson；有：map.geojson$/,
    ],
    ['periods', () => planMap(tableOf('gdp'), {}, found), /各行是时段，不在地图上/],
    ['ranks', () => planMap(tableOf('counties'), { measure: 'rank' }, found), /是位次/],
    ['six classes', () => plan({ classes: 6 }), /classes 是分几档，2到5/],
    ['another rule', () => plan({ by: 'equal' as 'breaks' }), /by 只能是 breaks（自然断点）或 quantiles（分位数）/],
    ['a highlight from elsewhere', () => plan({ highlight: 'map-two@云溪区' }), /要突出的“map-two@云溪区”不在这张图里/],
  ])('%s', (_, planned, reason) => {
    expect(planned).toThrow(ChartDataError)
    expect(planned).toThrow(reason)
  })

  it('before a deck is built', () => {
    const refused = (text: string) =>
      refusedCharts(text, { findFigure: galleryFigure, findTable: galleryTable, findMap: galleryMap }).map(
        ({ message }) => message,
      )
    expect(refused('<DistrictMap of="map-income" />')).toEqual([])
    expect(refused('<DistrictMap of="map-income" src="other.geojson" />')).toEqual([
      expect.stringMatching(/^<DistrictMap> 分档地图画不出来.*没有地图 public\/other.geojson/),
    ])
  })
})
