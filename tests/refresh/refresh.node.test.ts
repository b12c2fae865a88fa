import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SheetFigureInput } from '../../model/figure.ts'
import { loadDeck, loadSource } from '../../model/load.ts'
import { readArticles } from '../../scripts/lib/facts/read-article.ts'
import { loadCellMaps } from '../../scripts/lib/cells/cell-map.ts'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { changeLines, type Change } from '../../scripts/refresh/change.ts'
import { readRefresh, writeRefresh } from '../../scripts/refresh/run.ts'
import { formatFigure } from '../../model/format.ts'
import { inSentenceFindings } from '../../scripts/check/numbers/in-sentence.ts'
import { isSignSaid } from '../../model/slides/figure-text.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { facts, told } from '../check/support/facts-deck.ts'
import { xlsx, type Cell } from '../check/support/office.ts'
import { draftedDeck, removeScratch } from '../cells/support/deck.ts'
import { FIRST, monthly, type Monthly } from '../cells/support/monthly.ts'
import { changes, NAME, NEXT } from './support/changes.ts'

afterAll(removeScratch)

const MARCH: Monthly = { ...FIRST, time: '2026年1—3月', revenue: 39_900 }

const figureOf = async (root: string, id: string): Promise<SheetFigureInput> =>
  (await loadSource(root)).figures.flatMap(({ figures }) => figures as SheetFigureInput[]).find(each => each.id === id)!

describe('a workbook of the next month', () => {
  it('changes nothing where it says the same', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    const read = await readRefresh(root, monthly(FIRST), NAME)
    expect(read.changes.every(({ sort }) => sort === 'same')).toBe(true)
    expect(await writeRefresh(root, read)).toEqual([])
  })

  it('is taken into the data: numbers, times and places, and nothing else', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    const read = await readRefresh(root, monthly(MARCH), NEXT)
    const files = await writeRefresh(root, read)
    expect(files.sort()).toEqual([
      'data/cells.ts',
      'data/figures/zhuyao-zhibiao.ts',
      'data/periods.ts',
      'data/sources.ts',
      'data/tables/gezhen.ts',
    ])
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru')).toMatchObject({
      label: '一般公共预算收入',
      value: 39_900,
      period: '2026-01/2026-03',
    })
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru-benyue')).toMatchObject({ period: '2026-03' })
    const { periods, sources, tables } = await loadSource(root)
    expect(periods).toMatchObject([{ id: 'period', text: '2026年1—3月', span: '2026-01/2026-03', implied: true }])
    expect(sources).toMatchObject([{ title: '云溪区月报', file: NEXT }])
    expect(tables?.[0]?.tables).toMatchObject([{ period: '2026-01/2026-03' }])
    expect(await loadCellMaps(root)).toMatchObject([{ period: '2026-01/2026-03' }])
  })

  it('makes a deck that is sound, agrees with it, and may be refreshed again', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    await writeRefresh(root, await readRefresh(root, monthly(MARCH), NEXT))
    expect((await loadDeck(root)).problems).toEqual([])
    await writeFile(path.join(root, NEXT), monthly(MARCH))
    const source = await loadSource(root)
    const all = await facts({ source, article: null, slides: '' })
    const article = await readArticles(root, [NEXT], source)
    const findings = [...evidence({ ...all, article }).faults, ...completeness({ ...all, article })]
    expect(told(findings).filter(text => !/没有用在|没有一页/.test(text))).toEqual([])
    const april = await readRefresh(root, monthly({ ...MARCH, time: '2026年1—4月' }), '云溪区2026年4月月报.xlsx')
    expect(april.problems).toEqual([])
    expect(april.source.periods[0]?.text).toBe('2026年1—4月')
  })

  it.each<[string, Partial<Monthly>, string[]]>([
    ['a number', { revenue: 39_900 }, ['changed yiban-gonggong-yusuan-shouru D7 28350万元→39900万元']],
    [
      'a number ten times as large',
      { revenue: 399_000 },
      ['changed yiban-gonggong-yusuan-shouru D7 28350万元→399000万元 !差了十倍以上'],
    ],
    [
      'a rise that has become a fall',
      { growth: -2.5 },
      ['changed yiban-gonggong-yusuan-shouru-zengsu E7 6.1%→−2.5% !同比增长 → 同比下降，标题里的话要跟着改'],
    ],
    ['a growth ten times as large', { growth: 61.5 }, ['changed yiban-gonggong-yusuan-shouru-zengsu E7 6.1%→61.5%']],
    ['a qualifier', { revenue: '28350余' }, ['changed yiban-gonggong-yusuan-shouru D7 28350万元→〔余〕28350万元']],
    [
      'a number that is gone',
      { revenue: '–' },
      ['gone yiban-gonggong-yusuan-shouru D7 28350万元→– !新表里这一格没有数，数据还是原来的'],
    ],
    [
      'a new row',
      { more: [['实际利用外资', '万美元', 12, 34, 5]] },
      ['new 实际利用外资，本月 C10 →12', 'new 实际利用外资，累计 D10 →34', 'new 实际利用外资，同比增长 E10 →5'],
    ],
    [
      'a town that has come, and one that has gone',
      {
        towns: [
          ['东镇', 401, 8],
          ['南镇', 3, 1],
        ],
      },
      [
        'changed gezhen-chanzhi@东镇/value B4 400.5万元→401万元',
        'new gezhen-chanzhi@南镇/value B5 →3万元',
        'new gezhen-chanzhi@南镇/growth C5 →1%',
        'gone gezhen-chanzhi@西镇/value  200万元→',
        'gone gezhen-chanzhi@西镇/growth  -1.5%→',
        'gone gezhen-chanzhi@合计/value  600.5万元→',
        'gone gezhen-chanzhi@合计/growth  4.7%→',
      ],
    ],
    [
      'a broken cell',
      { revenue: { t: 'e', value: '#REF!' } },
      ['主要指标!D7 #REF! → 一个数；公式出了错，请改好再保存'],
    ],
    ['a word where a number was', { revenue: '待报' }, ['主要指标!D7 待报 → 一个数；没有数的写 – 或 …，或者留空']],
  ])('tells of %s', async (_, change, expected) => {
    expect(await changes(monthly(FIRST), monthly({ ...FIRST, ...change }), { name: NAME })).toEqual(expected)
  })

  const list = (rows: Cell[][], title = '2026年1—2月') => xlsx({ 表: [[title], ...rows] })
  const months = (output: Cell[], firms: Cell[]) =>
    list(
      [
        ['指标', '单位', '1月', '2月', '3月'],
        ['产值', '亿元', ...output],
        ['企业', '家', ...firms],
      ],
      '2026年',
    )
  const HEADS: Cell[] = ['指标', '单位', '累计']
  const ROWS: Cell[][] = [
    ['产值', '亿元', 25.6],
    ['企业', '家', 60],
  ]

  it.each<[string, Uint8Array, Uint8Array, string[]]>([
    [
      'rows have moved',
      list([HEADS, ...ROWS]),
      list([HEADS, ['用电量', '千瓦时', 1], ...ROWS]),
      ['new 用电量，累计 C3 →1'],
    ],
    [
      'the unit has changed',
      list([HEADS, ...ROWS]),
      list([HEADS, ['产值', '万元', 256_000], ROWS[1]!]),
      ['changed chanzhi C3 25.6亿元→256000万元 !单位变了：亿元 → 万元'],
    ],
    [
      'the unit has changed in the head, and not the number',
      list([
        ['指标', '产值（万元）', '企业（家）'],
        ['全区', 25, 60],
      ]),
      list([
        ['指标', '产值（亿元）', '企业（家）'],
        ['全区', 25, 60],
      ]),
      ['changed quanqu-chanzhi B3 25万元→25亿元 !单位变了：万元 → 亿元；差了十倍以上'.replace('；', ' !')],
    ],
    [
      'a row is called otherwise',
      list([HEADS, ...ROWS]),
      list([HEADS, ['工业产值', '亿元', 25.7], ROWS[1]!]),
      ['changed chanzhi C3 25.6亿元→25.7亿元 !待核，按位置取的：行名、列名原来是“产值”“累计”，现在是“工业产值”“累计”'],
    ],
    [
      'row and column are called otherwise',
      list([HEADS, ...ROWS]),
      list([['指标', '单位', '绝对额'], ['工业产值', '亿元', 25.7], ROWS[1]!]),
      [
        'gone chanzhi C3 25.6亿元→ !新表里找不到这一行或这一列，数据还是原来的',
        'same qiye C4 60家→60家 !待核，按位置取的：行名、列名原来是“企业”“累计”，现在是“企业”“绝对额”',
        'new 工业产值，绝对额 C3 →25.7',
      ],
    ],
    [
      'months stand side by side',
      months([1, 2, null], [3, 4, null]),
      months([1, 2, 5], [3, 4, 6]),
      ['new biao@产值/p2026-03 E3 →5亿元', 'new biao@企业/p2026-03 E4 →6家'],
    ],
  ])('is read where %s', async (_, from, to, expected) => {
    expect(await changes(from, to, { name: NAME })).toEqual(expected)
  })

  it('leaves a title whose sign word no longer fits as a fault of the check', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    const title = '一般公共预算收入同比增长'
    const [tag] = scanTags('<Fig id="yiban-gonggong-yusuan-shouru-zengsu" />')
    const found = async (): Promise<string[]> => {
      const { deck } = await loadDeck(root)
      const figure = deck.findFigure('yiban-gonggong-yusuan-shouru-zengsu' as never)!
      const said = isSignSaid(tag!, title, { findFigure: () => figure })
      const text = title + formatFigure(figure, said ? 'plain' : 'worded')
      const span = { start: title.length, end: text.length }
      const style = said ? 'plain' : 'worded'
      return inSentenceFindings({ text, span, figure, style, element: 'h2' }).map(({ measured }) => measured)
    }
    expect(await found()).toEqual([])
    await writeRefresh(root, await readRefresh(root, monthly({ ...MARCH, growth: -2.5 }), NEXT))
    expect(await found()).toEqual([expect.stringContaining('yiban-gonggong-yusuan-shouru-zengsu')])
  })

  it('keeps in doubt what it no longer has', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    await writeRefresh(root, await readRefresh(root, monthly({ ...MARCH, revenue: null }), NEXT))
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru')).toMatchObject({
      value: 28_350,
      period: '2026-01/2026-02',
      doubt: '2026年1—3月的工作簿里没有这个数，还是原来的',
    })
    await writeRefresh(root, await readRefresh(root, monthly(MARCH), NEXT))
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru')).not.toHaveProperty('doubt')
  })

  it('keeps what the deck says of a figure in its own words', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    const file = path.join(root, 'data/figures/zhuyao-zhibiao.ts')
    const text = await readFile(file, 'utf8')
    const own = text
      .replace("label: '一般公共预算收入',", "label: '财政收入', // 口径同上年\n    short: '财政',")
      .replace(/(label: '一般公共预算收入增速'[^]*?)change: '同比增长'/, "$1change: '增长'")
    await writeFile(file, own)
    await writeRefresh(root, await readRefresh(root, monthly({ ...MARCH, growth: -2.5 }), NEXT))
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru')).toMatchObject({ label: '财政收入', short: '财政' })
    expect(await figureOf(root, 'yiban-gonggong-yusuan-shouru-zengsu')).toMatchObject({ value: -2.5, change: '下降' })
    expect(await readFile(file, 'utf8')).toContain('// 口径同上年')
  })

  it('is refused where the deck has no map, or the table has another column', async () => {
    const root = await draftedDeck(monthly(FIRST), NAME)
    const towns = monthly(FIRST)
    const renamed = xlsx({ 各镇: [['2026年3月各镇产值'], ['镇', '户数（户）'], ['东镇', 1], ['西镇', 2]] })
    const read = await readRefresh(root, renamed, NEXT)
    expect(read.problems).toContainEqual({
      sheet: '各镇',
      ref: '3',
      found: '没有“产值”这一列，有的是：户数（户）',
      expected: '列名与上次一样（其中的时间可以往后移）',
    })
    await writeFile(path.join(root, 'data/cells.ts'), 'export const cells = []\n')
    await expect(readRefresh(root, towns, NEXT)).rejects.toThrow('没有 data/cells.ts')
    await writeFile(
      path.join(root, 'data/cells.ts'),
      "export const cells = [{ source: 'a', period: '3月', figures: [] }]\n",
    )
    await expect(readRefresh(root, towns, NEXT)).rejects.toThrow('data/cells.ts 写得不对')
  })
})

it('tells changes with those to be looked at first', () => {
  const change: Change = {
    sort: 'changed',
    id: 'gdp',
    label: '生产总值',
    sheet: '表',
    ref: 'C3',
    before: '1亿元',
    after: '2亿元',
    warnings: [],
  }
  expect(
    changeLines([
      change,
      { ...change, id: 'tax', warnings: ['差了十倍以上'] },
      { ...change, sort: 'same' },
      { ...change, sort: 'new', before: '', after: '' },
    ]),
  ).toEqual([
    '要看一看的 1 条：',
    '  生产总值（tax） 1亿元 → 2亿元  表 C3  【差了十倍以上】',
    '变了的 2 条：',
    '  生产总值（gdp） 1亿元 → 2亿元  表 C3',
    '  生产总值（tax） 1亿元 → 2亿元  表 C3',
    '没变的 1 条',
  ])
})
