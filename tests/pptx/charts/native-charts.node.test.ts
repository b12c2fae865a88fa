import { format } from 'numfmt'
import { beforeAll, describe, expect, it } from 'vitest'
import { charts } from '../../../components/charts/registry.ts'
import { WHOLE } from '../../../components/charts/structural.ts'
import { valueIn } from '../../../model/units.ts'
import { type NativeChart, seriesOf } from '../../../scripts/export/pptx/charts/native-chart.ts'
import { elementsOf, readXml, textOf } from '../../../scripts/lib/facts/office/xml.ts'
import { composeDeck } from '../../support/project.ts'
import { renderSvg, textsOf } from '../../charts/render.ts'
import { type ChartFile, chartFile, evaluate, partsOf } from '../support/chart-file.ts'
import { disorderIn } from '../support/chart-schema.ts'
import { chartsOfDeck, type DeckCharts } from '../support/deck-charts.ts'
import { type DrawnChart, nativeDeck } from '../support/native-deck.ts'

/** What of each chart of the gallery is native, or why nothing is. */
const VERDICTS: Readonly<Record<string, string>> = {
  BarChart: 'bars',
  BeforeAfter: 'bars',
  Bullet: '没有这种原生图表',
  Contribution: 'piled bars',
  DistrictMap: '没有这种原生图表',
  FigureChart: 'bars, ring, 没有这种原生图表',
  GrowthBars: 'bars',
  Isotype: '没有这种原生图表',
  RankBars: 'bars',
  ReductionPair: 'piled bars',
  ShareDonut: 'ring',
  ShareWaffle: '没有这种原生图表',
  Slope: 'lines',
  StackedBars: 'piled bars',
  StackedColumns: 'piled bars',
  TotalAndGrowth: 'bars',
  TrendChart: 'bars, lines',
}

const sortsOf = ({ charts: native, reason }: DrawnChart): string[] =>
  reason === undefined
    ? native.flatMap(({ groups }) =>
        groups.map(group => (group.sort === 'bars' && group.stacked ? 'piled bars' : group.sort)),
      )
    : [reason]

describe('native charts of the gallery', () => {
  let drawn: DrawnChart[]
  let deck: DeckCharts
  let files: (ChartFile & { chart: NativeChart; where: string })[]
  beforeAll(async () => {
    deck = await chartsOfDeck(await composeDeck('native-charts', 'gallery'))
    const narrow = deck.shown.filter((each, index) => deck.shown.findIndex(({ name }) => name === each.name) === index)
    drawn = [...nativeDeck(deck), ...nativeDeck({ ...deck, shown: narrow }, 'half')]
    files = drawn.flatMap(({ charts: native, where }) => native.map(chart => ({ chart, where, ...chartFile(chart) })))
  }, 60_000)

  it('are of the sort that each chart is, or are none for a reason', () => {
    const found = Object.keys(charts).map(name => {
      const own = drawn.filter(({ chart }) => chart.name === name)
      return [name, [...new Set(own.flatMap(sortsOf))].sort().join(', ')]
    })
    expect(Object.fromEntries(found)).toEqual(VERDICTS)
  })

  it('hold the numbers of their figures, and else only the whole and what follows by formulas', () => {
    for (const { charts: native, where } of drawn)
      for (const { figures, unit, groups } of native)
        for (const point of seriesOf({ groups }).flatMap(({ points }) => points)) {
          if (!point) continue
          const figure = figures.find(({ id }) => id === point.figure)
          const inUnit = figure && valueIn(unit)(figure)
          const isSize = point.formula !== undefined
          if (figure) expect(point.value, where).toBeCloseTo(isSize ? Math.abs(inUnit!) : inUnit!, 9)
          else expect(point.formula ?? point.value, where).toSatisfy(each => each === WHOLE || typeof each === 'string')
          expect(String(point.value), where).toMatch(/^-?\d+(?:\.\d{1,6})?$/)
        }
  })

  it('print numbers as the slide does, by formats that do not round', () => {
    for (const { charts: native, where } of drawn)
      for (const { points } of native.flatMap(seriesOf))
        for (const point of points)
          for (const run of point?.label?.runs ?? [])
            if (run.format !== undefined) expect(format(run.format, point!.value), where).toBe(run.text)
  })

  it('have a place for every word of the slide, and one only', () => {
    const { find } = deck
    for (const { chart, charts: native, box, rest, where } of drawn) {
      const { name, props } = chart
      const whole = textsOf(renderSvg(charts[name]!, charts[name]!.plan(props, find), box))
      const labels = native
        .flatMap(seriesOf)
        .flatMap(({ points }) => points.flatMap(point => point?.label?.runs.map(({ text }) => text) ?? []))
      const names = native.flatMap(({ axes, categories }) => (axes?.names ? categories : []))
      const words = [...textsOf(rest), ...labels, ...names.flatMap(each => each.split(/[\n ]/))]
      expect(words.filter(word => word.trim() !== '').sort(), where).toEqual(
        whole.flatMap(each => each.split(/ /)).sort(),
      )
    }
  })

  it('leave a drawing of nothing but what can be seen', () => {
    for (const { rest, where } of drawn) {
      const shapes = ['path', 'rect', 'polygon'].flatMap(name => elementsOf(readXml(rest, where), name))
      for (const { attributes } of shapes)
        expect([attributes.fill, attributes.stroke], where).not.toEqual(['none', undefined])
      expect(rest, where).not.toMatch(/<style|ecmeta/)
    }
  })

  it('lie within the box, plot areas and lengths where the slide has them', () => {
    for (const { charts: native, box, where } of drawn)
      for (const { plot, axes } of native) {
        expect(plot.left, where).toBeGreaterThanOrEqual(-1)
        expect(plot.left + plot.width, where).toBeLessThanOrEqual(box.width + 1)
        expect(plot.top + plot.height, where).toBeLessThanOrEqual(box.height + 1)
        if (axes) expect(axes.most, where).toBeGreaterThan(axes.least)
      }
  })

  it('are written in the order of the schemas, with faces and language on every letter', () => {
    for (const { xml, where } of files) {
      expect(disorderIn(xml), where).toEqual([])
      for (const name of ['rPr', 'defRPr', 'endParaRPr'])
        for (const letters of elementsOf(xml, name)) {
          expect(elementsOf(letters, 'latin'), where).toHaveLength(1)
          expect(elementsOf(letters, 'ea'), where).toHaveLength(1)
          if (name !== 'defRPr') expect(letters.attributes.lang, where).toBe('zh-CN')
        }
    }
  })

  it('place labels as PowerPoint allows it', () => {
    const allowed = { clustered: ['outEnd', 'ctr'], stacked: ['ctr'], standard: ['t', 'b', 'l', 'r'] }
    for (const { xml } of files) {
      for (const group of ['barChart', 'lineChart'].flatMap(name => elementsOf(xml, name))) {
        const grouping = elementsOf(group, 'grouping')[0]!.attributes.val as keyof typeof allowed
        const places = elementsOf(group, 'dLbl').flatMap(label => elementsOf(label, 'dLblPos'))
        for (const { attributes } of places) expect(allowed[grouping]).toContain(attributes.val)
      }
      for (const ring of ['pieChart', 'doughnutChart'].flatMap(name => elementsOf(xml, name)))
        expect(elementsOf(ring, 'dLblPos')).toEqual([])
    }
  })

  it('have the same numbers in their cache, in their workbook and in the formulas there', () => {
    for (const { chart, xml, cells, formulas, where } of files) {
      for (const ref of [...elementsOf(xml, 'numRef'), ...elementsOf(xml, 'strRef')]) {
        const [, column, first, last = first] = /\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?$/.exec(
          textOf(elementsOf(ref, 'f')[0]!),
        )!
        const count = Number(last) - Number(first) + 1
        expect(elementsOf(ref, 'ptCount')[0]!.attributes.val, where).toBe(String(count))
        const points = new Map(elementsOf(ref, 'pt').map(point => [Number(point.attributes.idx), textOf(point)]))
        for (let index = 0; index < count; index++)
          expect(points.get(index) ?? '', where).toBe(cells.get(`${column}${Number(first) + index}`) ?? '')
      }
      for (const [cell, formula] of formulas)
        expect(evaluate(formula, cells), `${where} ${cell}`).toBeCloseTo(Number(cells.get(cell)), 6)
      expect(elementsOf(xml, 'numRef').length, where).toBe(seriesOf(chart).length)
    }
  })

  it('leave no name of a category out, and turn none', () => {
    for (const axis of files.flatMap(({ xml }) => elementsOf(xml, 'catAx'))) {
      if (elementsOf(axis, 'tickLblPos')[0]!.attributes.val === 'none') continue
      expect(elementsOf(axis, 'bodyPr')[0]!.attributes.rot).toBe('0')
      expect(elementsOf(axis, 'tickLblSkip')[0]!.attributes.val).toBe('1')
    }
  })

  it('have light points where the slide has', () => {
    const light = files.filter(({ chart }) => seriesOf(chart).some(each => each.points.some(at => at?.paint.opacity)))
    expect(light.length).toBeGreaterThan(0)
    for (const { xml, where } of light) expect(elementsOf(xml, 'alpha').length, where).toBeGreaterThan(0)
  })

  it('tell in their workbook how each figure is written and where it comes from', () => {
    for (const { chart, cells, where } of files) {
      const told = [...cells.values()]
      for (const figure of chart.figures)
        expect(told.join('\n'), where).toContain(
          figure.derived?.formula ?? figure.evidence.cell?.row ?? figure.evidence.clause,
        )
    }
  })

  it('are the same bytes each time', () => {
    const { chart } = files[0]!
    expect(partsOf(chart)).toEqual(partsOf(chart))
  })
})
