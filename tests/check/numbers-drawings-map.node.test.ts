import { describe, expect, it } from 'vitest'
import { districtMap } from '../../components/charts/district-map.ts'
import { planMap } from '../../components/charts/map-plan.ts'
import { chartThemeOf } from '../../components/charts/theme.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import type { Mark, Word } from '../../scripts/check/numbers/facts.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import {
  galleryMap,
  galleryTable,
  galleryFigures as figures,
  galleryFigure as findFigure,
} from '../charts/fixture-gallery.ts'
import { drawing, type Drawing, type Look } from './support/drawing.ts'
import { boundElement, data as other, snapshot, textRun } from './support/numbers.ts'

const data = { ...other, names: [], figures, findFigure }
const planned = (table: string, props: object = {}) => planMap(galleryTable(table), props, galleryMap('map.geojson'))
const draw = (look: Look = {}, plan = planned('map-income')): Drawing => drawing(districtMap, plan, plan.figures, look)
const told = (chart: Drawing): string[] => [
  ...new Set(judgeCharts({ charts: [chart], data, last: true }).map(({ text, measured }) => `${text}${measured}`)),
]
const spoilt = (
  chart: Drawing,
  mark: (mark: Mark) => Partial<Mark>,
  word: (word: Word) => Partial<Word> = () => ({}),
): Drawing => ({
  ...chart,
  marks: chart.marks.map(each => ({ ...each, ...mark(each) })),
  words: chart.words.map(each => ({ ...each, ...word(each) })),
})
const fillOf = (chart: Drawing, figure: string): string =>
  chart.marks.find(mark => mark.kind === 'region' && mark.figure === figure)!.fill!
const at = (name: string) => `map-income@${name}`

describe('maps as they are drawn', () => {
  it.each<[string, Look]>([
    ['the whole of a slide', {}],
    ['half of a slide', { width: 520, height: 380 }],
    ['a slide of the other skin', { theme: chartThemeOf('night', 'hall') }],
    ['a page that is read', { theme: chartThemeOf('red', 'page'), width: 358, height: 500 }],
  ])('are silent on %s', (_, look) => {
    for (const plan of [
      planned('map-income', { classes: 5, by: 'quantiles' }),
      planned('map-growth'),
      planned('map-two'),
    ])
      expect(told(draw(look, plan))).toEqual([])
  })

  it.each<[string, (chart: Drawing) => Drawing, RegExp]>([
    [
      'a district in the shade of another class',
      chart =>
        spoilt(chart, ({ kind, figure }) =>
          kind === 'region' && figure === at('梅岭县') ? { fill: fillOf(chart, at('澄江区')) } : {},
        ),
      /梅岭县.*|深浅与数的大小次序不符/,
    ],
    [
      'a district in a shade that the legend has not',
      chart =>
        spoilt(chart, ({ kind, figure }) => (kind === 'region' && figure === at('梅岭县') ? { fill: '#00ff00' } : {})),
      /梅岭县33560元.*图例里没有这种深浅/,
    ],
    [
      'a legend with the end of another class',
      chart =>
        spoilt(
          chart,
          () => ({}),
          ({ kind, figure }) => (kind === 'limit' && figure === at('澄江区') ? { figure: at('白沙县') } : {}),
        ),
      /图例写的上下限不是这一档里的/,
    ],
    [
      'names in each other’s place',
      chart => {
        const [one, two] = ['梅岭县', '白沙县'].map(name =>
          chart.words.find(({ kind, figure }) => kind === 'label' && figure === at(name))!,
        )
        return spoilt(
          chart,
          () => ({}),
          word => (word === one ? { box: two!.box } : {}),
        )
      },
      /梅岭县33560元.*名称或数写在别的区域上/,
    ],
    [
      'a district that is not drawn',
      chart =>
        spoilt(chart, ({ figure, kind }) => (kind === 'region' && figure === at('梅岭县') ? { painted: false } : {})),
      /梅岭县33560元.*图形没有画出来/,
    ],
  ])('are found with %s', (_, spoil, pattern) => {
    expect(told(spoil(draw())).join('\n')).toMatch(pattern)
  })

  it('print ends of classes that are their figures’, and say in words nothing else', () => {
    const chart = draw()
    const own = snapshot({ data, charts: [chart] })
    const limit = (text: string) =>
      judgeBoundElement(boundElement({ role: 'limit', figure: at('澄江区'), text, chart: 0 }), own).map(
        ({ measured }) => measured,
      )
    expect(limit('61475元')).toEqual([])
    expect(limit('61000元')).not.toEqual([])
    const spoken = (text: string) =>
      judgeTextRun(
        textRun({ channel: 'attribute', name: 'aria-label', chart: 0, parts: [{ text, boundElement: undefined }] }),
        own,
      )
    expect(spoken(districtMap.describe(planned('map-income')))).toEqual([])
    expect(spoken('最高 61000元')).toHaveLength(1)
  })
})
