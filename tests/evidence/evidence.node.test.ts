import type { Figure } from '../../model/figure.ts'
import { describe, expect, it } from 'vitest'
import { markClause } from '../../components/evidence/clause.ts'
import { numberInClause } from '../../model/reading/statement.ts'
import { viewEvidence } from '../../components/evidence/evidence.ts'
import { factsOf, factsText } from '../../model/facts.ts'
import { placesOf, shownFigures } from '../../model/slides/shown.ts'
import { entriesOf, entryNumber } from '../../model/appendix-entries.ts'
import { resolveDeck } from '../../model/deck.ts'
import { packDeck, unpackDeck } from '../../model/packed.ts'
import { soundSource } from '../support/deck-source.ts'
import { tableFiles, type TableCellId } from '../support/tables.ts'
import { harbourFigures } from './support/figures.ts'

const { figures, getFigure } = harbourFigures()
const props = {
  figureProps: { Fig: ['id'], BarChart: ['ids', 'highlight'], StackedBars: ['pairs'], SourceLine: ['ids'] },
  findTable: () => undefined,
}

describe('a clause around its number', () => {
  const clause = (text: string, figure: Pick<Figure, 'value' | 'unit' | 'qualifier'>) =>
    markClause(text, numberInClause(figure, text))

  it.each<[string, Pick<Figure, 'value' | 'unit' | 'qualifier'>, [string, string, string]]>([
    [
      '进出港货值突破840亿元，同比增长12.5%',
      { value: 840, unit: '亿元', qualifier: '突破' },
      ['进出港货值', '突破840亿元', '，同比增长12.5%'],
    ],
    [
      '进出港货值突破840亿元，同比增长12.5%',
      { value: 12.5, unit: '%', qualifier: 'none' },
      ['进出港货值突破840亿元，同比增长', '12.5%', ''],
    ],
    [
      '办件12万余件，其中网办12万件',
      { value: 12, unit: '万件', qualifier: 'none' },
      ['办件12万余件，其中网办', '12万件', ''],
    ],
    ['增速列全市第二位', { value: 2, unit: '位', qualifier: 'none' }, ['增速列全市', '第二位', '']],
    ['没有数的分句', { value: 3, unit: '个', qualifier: 'none' }, ['没有数的分句', '', '']],
  ])('%s', (text, figure, [before, number, after]) => {
    expect(clause(text, figure)).toEqual({ before, number, after })
  })

  it('finds the number of every stated figure', () => {
    const stated = figures.filter(({ derived }) => !derived)
    expect(stated.filter(figure => !numberInClause(figure, figure.evidence.clause)).map(({ id }) => id)).toEqual([])
    expect(stated.length).toBeGreaterThan(5)
  })
})

describe('a cell of a table', () => {
  const deck = resolveDeck<TableCellId>({ ...soundSource(), tables: tableFiles() })
  const entries = entriesOf<Figure>(deck.figures)

  it('is told by table, row and column', () => {
    const source = { figures: deck.figures, errata: [], places: {}, clauseNumbers: {} }
    const view = viewEvidence('counties@城关区/growth', source)!
    expect(view).not.toHaveProperty('clause')
    expect(view.text).toBe('增长8.0%')
    expect(view.rows.map(({ term, text }) => `${term}：${text}`)).toEqual([
      '指标：城关区地区生产总值增速',
      '口径：增幅（%），“城关区地区生产总值”的变化，与上年相比',
      '时段：2021年',
      '出处：商贸，表3《各县（区）地区生产总值》',
      '行：城关区',
      '列：比上年增长（%）',
    ])
  })

  it('shares its entry of the appendix with its row', () => {
    const rows = entries.filter(([figure]) => figure!.id.startsWith('counties@'))
    expect(rows).toHaveLength(12)
    expect(rows[0]!.map(({ id }) => id)).toEqual(['rank', 'total', 'growth'].map(id => `counties@城关区/${id}`))
    expect(entryNumber('counties@城关区/growth', deck.figures)).toBe(entryNumber('shops-base', deck.figures) + 1)
    expect(entryNumber('counties@安平县/rank', deck.figures)).toBe(entryNumber('shops-base', deck.figures) + 2)
  })

  it('has table, row and column in the facts', () => {
    const { figures } = factsOf({ title: '海湾', lang: 'zh-CN' }, deck.figures, {})
    const fact = figures.find(({ id }) => id === 'gdp@2019/total')
    expect(fact).toMatchObject({ text: '1652.1亿元', cell: { table: '《历年地区生产总值》', row: '2019' } })
    expect(fact!.number).toBe(entryNumber('gdp@2019/total', deck.figures))
  })

  it('is found on the slide of the appendix that lists its row', () => {
    const half = (part: number): string => `<AppendixTable chapter="parks" :part="${part}" :of="2" />`
    const places = placesOf([half(1), half(2)], deck.figures, props)
    expect(places['industries@地区生产总值/growth']).toEqual({ slides: [], appendix: 1 })
    expect(places['industries@其他服务业/value']).toEqual({ slides: [], appendix: 2 })
  })
})

describe('what the panel says', () => {
  const errata = [
    { printed: '货直', read: '货值', chapters: ['harbour'], reason: '误排' },
    { printed: '数居', read: '数据', chapters: ['harbour'], reason: '栏目名误排' },
    { printed: '教据', read: '数据', chapters: ['homes'], reason: '另一章的误排' },
  ]
  const places = { cargo: { slides: [2, 5], appendix: 9 }, 'carriers-base': { slides: [7], appendix: 9 } }
  const clauseNumbers = Object.fromEntries(
    figures.map(figure => [figure.id, numberInClause(figure, figure.evidence.clause)!]),
  )
  const view = (id: string, here?: number) => viewEvidence(id, { figures, errata, places, clauseNumbers }, here)!

  it('names measure, scope, period, chapter and column, and the misprints that touch the clause or its column', () => {
    expect(view('cargo-growth')).toMatchObject({
      label: '货值增速',
      text: '同比增长12.5%',
      rows: [
        { term: '指标', text: '货值增速' },
        { term: '口径', text: '增幅（%），“进出港货值”的变化，与上年相比' },
        { term: '时段', text: '2031年' },
        { term: '出处', text: '港口走向深蓝，“数据”栏' },
      ],
      clause: { before: '货值同比增长', number: '12.5%', after: '' },
      errata: [{ printed: '数居' }],
    })
    expect(view('container-share').rows[1]!.text).toBe('占比（%），占全部货物')
    expect(view('carriers-new').rows[1]!.text).toBe('数量（家），属于“航运企业累计”')
    expect(view('container-share').errata).toEqual([])
  })

  it('gives a derived figure its formula and inputs, and no clause', () => {
    const { clause, derived, errata: touching } = view('carriers-base')
    expect([clause, touching]).toEqual([undefined, []])
    expect(derived!.formula).toBe('220家 − 80余家')
    expect(derived!.inputs.map(({ id, text }) => [id, text])).toEqual([
      ['carriers', '220家'],
      ['carriers-new', '80余家'],
    ])
  })

  it('leads to other slides than the one where it is asked for', () => {
    expect([view('cargo').slides, view('cargo').appendix, view('cargo').number]).toEqual([[2, 5], 9, 1])
    expect(view('cargo', 5).slides).toEqual([2])
    expect(view('cargo', 9).appendix).toBe(undefined)
    expect(view('flats').slides).toEqual([])
    expect(viewEvidence('nothing', { figures, errata, places, clauseNumbers })).toBe(undefined)
  })
})

describe('where figures are shown', () => {
  it('is told by the components of the slides, but for periods and source lines', () => {
    expect(
      shownFigures(
        '# <Fig id="cargo" /> <Fig id="flats" as="period" />\n\n<BarChart :ids="[\'cargo\', \'carriers\']" highlight="cargo" />\n<SourceLine :ids="[\'berth-rank\']" />',
        props,
      ),
    ).toEqual(['cargo', 'carriers'])
    expect(
      shownFigures(
        '<StackedBars :pairs="[{ total: \'carriers\', part: \'carriers-new\' }]" />\n\n```\n<Fig id="cargo" />\n```',
        props,
      ),
    ).toEqual(['carriers', 'carriers-new'])
  })

  it('is told by slide, with the slide of the appendix that lists each', () => {
    const places = placesOf(
      [
        '# 首页',
        '<Fig id="cargo" />',
        "<BarChart :ids=\"['cargo', 'flats']\" />",
        '<AppendixTable chapter="harbour" :part="1" :of="2" />',
        '<AppendixTable chapter="harbour" :part="2" :of="2" />',
      ],
      figures,
      props,
    )
    expect(Object.keys(places)).toEqual(figures.map(({ id }) => id))
    expect(places.cargo).toEqual({ slides: [2, 3], appendix: 4 })
    expect(places['carriers-base']).toEqual({ slides: [], appendix: 5 })
    expect(places.flats).toEqual({ slides: [3] })
  })
})

describe('facts.json', () => {
  const facts = factsOf({ title: '汇报', lang: 'zh-CN' }, figures, { cargo: { slides: [2, 3], appendix: 4 } })

  it('holds every figure with what is needed to print and to trace it', () => {
    expect([facts.version, facts.title, facts.figures.map(({ id }) => id)]).toEqual([
      1,
      '汇报',
      figures.map(({ id }) => id),
    ])
    expect(facts.figures[0]).toEqual({
      id: 'cargo',
      number: 1,
      label: '进出港货值',
      text: '突破840亿元',
      value: 840,
      unit: '亿元',
      qualifier: '突破',
      decimals: 0,
      kind: 'amount',
      period: { id: 'year', text: '2031年' },
      chapter: { id: 'harbour', title: '港口走向深蓝' },
      column: '数据',
      clause: '进出港货值突破840亿元',
      slides: [2, 3],
      appendix: 4,
    })
    const derived = facts.figures.find(({ id }) => id === 'carriers-base')!
    expect([derived.clause, derived.derived, derived.qualifier]).toEqual([
      undefined,
      { formula: '220家 − 80余家', inputs: ['carriers', 'carriers-new'] },
      getFigure('carriers-base').qualifier,
    ])
    expect(facts.figures.find(({ id }) => id === 'cargo-growth')).toMatchObject({
      change: '同比增长',
      scope: { of: 'cargo', comparedWith: '上年' },
    })
  })

  it('is the same text every time', () => {
    const again = factsOf({ title: '汇报', lang: 'zh-CN' }, harbourFigures().figures, {
      cargo: { slides: [2, 3], appendix: 4 },
    })
    expect(factsText(again)).toBe(factsText(facts))
    expect(factsText(facts)).not.toMatch(/\d{4}-\d\d-\d\d/)
    expect(JSON.parse(factsText(facts))).toEqual(facts)
  })
})

describe('a figure of one of several sources', () => {
  const deck = resolveDeck<string>({
    ...soundSource(),
    sources: [
      { id: 'article', title: '海湾区的一年' },
      { id: 'workbook', title: '年鉴', publisher: '统计局', date: '2032年' },
    ],
    figures: [
      ...soundSource().figures,
      {
        file: 'data/figures/output.ts',
        chapter: 'trade',
        figures: [
          {
            id: 'output',
            label: '产值',
            value: 5.5,
            unit: '亿元',
            period: 'year',
            evidence: { source: 'workbook', sheet: '表1', cell: 'B3', row: '全区', column: '产值（亿元）' },
          },
        ],
      },
    ],
  })
  const view = (id: string) =>
    viewEvidence(id, { figures: deck.figures, errata: [], places: {}, clauseNumbers: {} })!.rows.slice(3)

  it('names it, down to the cell of a workbook', () => {
    expect(view('shops')).toEqual([{ term: '出处', text: '《海湾区的一年》，商贸，“数说”栏' }])
    expect(view('output')).toEqual([
      { term: '出处', text: '《年鉴》（统计局，2032年），商贸，《表1》' },
      { term: '行', text: '全区' },
      { term: '列', text: '产值（亿元）' },
      { term: '单元格', text: 'B3' },
    ])
    expect(view('shops-base')).toEqual([{ term: '出处', text: '商贸，由下列数据推算' }])
  })

  it('is told with it in facts.json, and in a packed deck', () => {
    const { figures } = factsOf({ title: '', lang: 'zh-CN' }, deck.figures, {})
    expect(figures.find(({ id }) => id === 'output')).toMatchObject({
      source: { id: 'workbook', title: '年鉴', publisher: '统计局', date: '2032年' },
      cell: { table: '《表1》', row: '全区', column: '产值（亿元）', at: 'B3' },
    })
    expect(unpackDeck(JSON.parse(JSON.stringify(packDeck(deck)))).findFigure('output')?.source?.title).toBe('年鉴')
  })
})
