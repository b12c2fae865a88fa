import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cellsOf } from '../../model/cells.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { parseSpan } from '../../model/span.ts'
import { validate } from '../../model/validate.ts'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { consistency } from '../../scripts/check/facts/consistency.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { draftFromWorkbook, shortName, type DraftedWorkbook } from '../../scripts/lib/cells/draft.ts'
import { readArticles } from '../../scripts/lib/facts/read-article.ts'
import { facts, told } from '../check/support/facts-deck.ts'
import { xlsx, type Cell, type WorkbookLooks } from '../check/support/office.ts'
import { FIRST, monthly } from './support/monthly.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'huibao-cells-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NAME = '云溪区月报.xlsx'
/** The line that makes a unit known. */
const ADVICE =
  "“唛头”要是单位，就在文稿的 data/units.ts 里写 export const units = { count: ['唛头'] }" +
  '（count 是数量，金额写 amount，面积 area，重量 weight），并在 data/deck.ts 的 source 里写上 units'

const drafted = (bytes = monthly(FIRST), name = NAME): DraftedWorkbook => draftFromWorkbook([{ name, bytes }])
const sheet = (rows: Cell[][], looks: WorkbookLooks = {}): DraftedWorkbook => drafted(xlsx({ 表: rows }, looks))
const figuresOf = ({ draft }: DraftedWorkbook): SheetFigureInput[] =>
  draft!.source.figures.flatMap(({ figures }) => figures as SheetFigureInput[])
const problemsOf = ({ problems }: DraftedWorkbook): string[] =>
  problems.map(({ sheet, ref, found, expected }) => `${sheet}!${ref} ${found} → ${expected}`)

/** A figure in one line. */
const line = ({ label, value, unit, qualifier, change, period, evidence }: SheetFigureInput): string =>
  [label, `${qualifier ?? ''}${value}${unit}`, change, period, evidence.cell].filter(Boolean).join(' ')

/** What the check says of a draft beside the workbook that it came from. */
async function checked(source: DeckSource, bytes: Uint8Array, name = NAME): Promise<string[]> {
  writeFileSync(path.join(folder, name), bytes)
  const all = await facts({ source, article: null, slides: '' })
  const article = await readArticles(folder, [name], source)
  return told([...evidence({ ...all, article }).faults, ...completeness({ ...all, article })]).filter(
    text => !/没有用在|没有一页/.test(text),
  )
}

describe("a draft of an office's own workbook", () => {
  it('has lists of indicators as figures, each with its cell', () => {
    expect(figuresOf(drafted()).map(line)).toEqual([
      '规上工业增加值本月 12.3亿元 2026-02 C4',
      '规上工业增加值 25.6亿元 2026-01/2026-02 D4',
      '规上工业增加值增速 -1.2% 同比下降 2026-01/2026-02 E4',
      '装备制造本月 3.1亿元 2026-02 C5',
      '装备制造 约6.4亿元 2026-01/2026-02 D5',
      '装备制造增速 8% 同比增长 2026-01/2026-02 E5',
      '一般公共预算收入本月 13120万元 2026-02 C7',
      '一般公共预算收入 28350万元 2026-01/2026-02 D7',
      '一般公共预算收入增速 6.1% 同比增长 2026-01/2026-02 E7',
      '城镇登记失业率 3.3% 2026-01/2026-02 D8',
      '城镇登记失业率增速 0% 持平 2026-01/2026-02 E8',
      '新增企业本月 60家 2026-02 C9',
      '新增企业 余120家 2026-01/2026-02 D9',
    ])
  })

  it('has tables as tables, a chapter for each sheet, and its time', () => {
    const { draft, notes } = drafted()
    const { chapters, tables, periods, sources } = draft!.source
    expect(draft).toMatchObject({ title: '云溪区月报', subtitle: '2026年1—2月' })
    expect(chapters.map(({ title }) => title)).toEqual(['主要指标', '各镇'])
    expect(periods).toMatchObject([{ text: '2026年1—2月', span: '2026-01/2026-02', implied: true }])
    expect(sources).toMatchObject([{ title: '云溪区月报', file: NAME, undivided: true }])
    expect(notes).toEqual(['隐藏的工作表“底稿”没有读'])
    expect(tables?.[0]?.tables).toMatchObject([
      {
        label: '各镇产值',
        period: '2026-01/2026-02',
        total: '合计',
        measures: [
          { id: 'value', label: '产值', unit: '万元' },
          {
            id: 'growth',
            label: '产值增速',
            head: '比上年同期增长（%）',
            change: '增长',
            comparedWith: '上年同期',
            of: 'value',
          },
        ],
        cells: [
          ['东镇', '400.5', '8'],
          ['西镇', '200', '-1.5'],
          ['合计', '600.5', '4.7'],
        ],
      },
    ])
  })

  it('is sound, and agrees with the workbook that it came from', async () => {
    const { draft } = drafted()
    expect(validate(draft!.source)).toEqual([])
    expect(consistency(await facts({ source: draft!.source, article: null, slides: '' }))).toEqual([])
    expect(await checked(draft!.source, monthly(FIRST))).toEqual([])
  })

  it('no longer agrees with one in which a cell, a qualifier or the month is another', async () => {
    const { source } = drafted().draft!
    expect(await checked(source, monthly({ ...FIRST, revenue: 28_351 }))).toEqual([
      expect.stringContaining('原表的 D7 是“28351”，数据写的是“28350”'),
    ])
    const wrong = await checked(source, monthly({ ...FIRST, time: '2026年1—3月' }))
    expect(wrong).toContainEqual(expect.stringContaining('原表的 C4 的时段是“2026年3月”，数据写的是“2026年2月”'))
    const unqualified = structuredClone(source)
    const figures = unqualified.figures[0]!.figures as SheetFigureInput[]
    delete figures.find(({ qualifier }) => qualifier === '余')!.qualifier
    expect(await checked(unqualified, monthly(FIRST))).toEqual([
      expect.stringContaining('原表的 D9 是“120余”，数据写的是“120”'),
    ])
  })

  it.each<[string, Cell[][]]>([
    [
      'codes in front of names, and sums in front of both',
      [
        ['2026年'],
        ['编码', '镇', '产值（万元）', '户数（户）'],
        [101, '东镇', 1, 2],
        [102, '西镇', 3, 4],
        ['合计', null, 4, 6],
      ],
    ],
    [
      'numbers in names',
      [['2026年'], ['项目', '单位', '投资'], ['新建幼儿园4所', '万元', 5], ['5G基站', '亿元', '约6']],
    ],
    [
      'headings within the table',
      [
        ['2026年'],
        ['项目', '投资（万元）', '户数（户）'],
        ['一、教育（2件）'],
        ['校舍', 1, 2],
        ['小计', 1, 2],
        ['二、交通（1件）'],
        ['公路', 3, 4],
        ['小计', 3, 4],
      ],
    ],
    [
      'no unit of an index',
      [['2026年1—2月'], ['指标', '累计'], ['产值（亿元）', 5], ['价格指数（上年同期=100）', 100.2]],
    ],
  ])('agrees with it that has %s', async (_, rows) => {
    const bytes = xlsx({ 表: rows })
    const { draft } = drafted(bytes)
    expect(validate(draft!.source)).toEqual([])
    expect(consistency(await facts({ source: draft!.source, article: null, slides: '' }))).toEqual([])
    expect(await checked(draft!.source, bytes)).toEqual([])
  })

  it.each<[string, Cell[][], string]>([
    ['主要指标', [['2026年各镇产值']], '主要指标'],
    ['Sheet1', [['2026年各镇产值']], '各镇产值'],
    ['支出 (2)', [['2026年各镇产值']], '支出'],
    ['五年对比', [['2026年各镇产值']], '各镇产值'],
    ['五年对比', [['2026年十件实事']], '五年对比'],
  ])('has the chapter of the sheet “%s” below %j as “%s”', (name, above, title) => {
    const { draft } = drafted(xlsx({ [name]: [...above, ['镇', '产值（亿元）'], ['东镇', 1], ['西镇', 2]] }))
    expect(draft!.source.chapters.map(chapter => chapter.title)).toEqual([title])
  })

  it('says what was normalised', () => {
    expect(drafted().normalised.map(({ ref, found, read, how }) => `${ref} ${found} ${read} ${how}`)).toEqual([
      'D5 约6.4 6.4 文字、全角、限定词“约”',
      'C7 13，120 13120 文字、全角、千分位',
      'E7 6.1% 6.1% 百分数格式',
      'D8 3.3 3.3 存的是 3.3000000000000003，去掉尾数',
      'E8 持平 0% “持平”读作 0%',
      'D9 120余 120 文字、限定词“余”',
    ])
  })

  it.each<[string, Cell[][], string[], WorkbookLooks?]>([
    [
      'units in heads of rows',
      [['2026年2月'], ['指标', '累计'], ['产值（亿元）', 1], ['用电量（万千瓦时）', 2]],
      ['产值 1亿元 2026-01/2026-02 B3', '用电量 2万千瓦时 2026-01/2026-02 B4'],
    ],
    [
      'units in cells',
      [['2026年'], ['指标', '数'], ['产值', '1亿元'], ['企业', '3家']],
      ['产值 1亿元 2026 B3', '企业 3家 2026 B4'],
    ],
    [
      'a row alone',
      [['2026年'], ['指标', '产值（亿元）', '企业（家）'], ['全区', 1, 2]],
      ['全区产值 1亿元 2026 B3', '全区企业 2家 2026 C3'],
    ],
    [
      'the same head below several',
      [['2026年'], ['指标', '单位', '数'], ['产值', '亿元', 1], ['增长', '%', 2], ['企业', '家', 3], ['增长', '%', -4]],
      ['产值 1亿元 2026 C3', '产值增长 2% 增长 2026 C4', '企业 3家 2026 C5', '企业增长 -4% 下降 2026 C6'],
    ],
    [
      'what was a year ago',
      [['2026年1—2月'], ['指标', '单位', '本期', '上年同期'], ['产值', '亿元', 1, 2], ['企业', '家', 3, 4]],
      [
        '产值 1亿元 2026-01/2026-02 C3',
        '产值上年同期 2亿元 2025-01/2025-02 D3',
        '企业 3家 2026-01/2026-02 C4',
        '企业上年同期 4家 2025-01/2025-02 D4',
      ],
    ],
    [
      'falls without a sign',
      [['2026年'], ['指标', '单位', '数', '下降（%）'], ['能耗', '吨', 1, 2], ['用水', '立方米', 3, 4]],
      ['能耗 1吨 2026 C3', '能耗增速 -2% 下降 2026 D3', '用水 3立方米 2026 C4', '用水增速 -4% 下降 2026 D4'],
    ],
    [
      'numbers of rows',
      [['2026年'], ['序号', '指标', '单位', '数'], [1, '产值', '亿元', 5], [2, '企业', '家', 6]],
      ['产值 5亿元 2026 D3', '企业 6家 2026 D4'],
    ],
    [
      'remarks beside',
      [['2026年'], ['指标', '单位', '数', '备注'], ['产值', '亿元', 5, '初步数'], ['企业', '家', 6, null]],
      ['产值 5亿元 2026 C3', '企业 6家 2026 C4'],
    ],
    [
      'places in a ranking',
      [['2026年'], ['指标', '单位', '数', '全市位次'], ['产值', '亿元', 5, 2], ['企业', '家', 6, 1]],
      ['产值 5亿元 2026 C3', '产值全市位次 2位 2026 D3', '企业 6家 2026 C4', '企业全市位次 1位 2026 D4'],
    ],
  ])('reads %s', (_, rows, expected, looks) => {
    const read = sheet(rows, looks)
    expect(problemsOf(read)).toEqual([])
    expect(figuresOf(read).map(line)).toEqual(expected)
    expect(validate(read.draft!.source)).toEqual([])
  })

  it.each<[string, Cell[][], string[]]>([
    [
      'cells that are no numbers, all at once',
      [
        ['2026年'],
        ['镇', '产值（亿元）', '企业（家）'],
        ['东镇', { t: 'e', value: '#REF!' }, '约60余'],
        ['西镇', '12,34', 5],
        ['南镇', '待报', 6],
        ['北镇', 3, 7],
      ],
      [
        '表!B3 #REF! → 一个数；公式出了错，请改好再保存',
        '表!C3 约60余 → 只有一个限定词',
        '表!B4 12,34 → 写法分得清的一个数，如 1,234.5',
        '表!B5 待报 → 一个数；没有数的写 – 或 …，或者留空',
      ],
    ],
    [
      'words where the first row has its number',
      [
        ['2026年'],
        ['指标', '单位', '数'],
        ['产值', '亿元', '10-12'],
        ['投资', '%', '6.5%—7%'],
        ['税收', '亿元', 3],
        ['企业', '家', 4],
        ['就业', '人', 5],
      ],
      ['表!C3 10-12 → 一个数；没有数的写 – 或 …，或者留空', '表!C4 6.5%—7% → 一个数；没有数的写 – 或 …，或者留空'],
    ],
    [
      'one unit in the head and another in the row',
      [
        ['2026年'],
        ['指标', '单位', '绝对额（亿元）', '占比（%）', '增速（%）'],
        ['产值', '亿元', 12, 60, 8.1],
        ['税收', '万元', 13, 40, 7.2],
      ],
      ['表!C4 列名里的单位是“亿元”，这一行写“万元” → 单位只写一处'],
    ],
    [
      'a share of 1 among percents',
      [
        ['2026年'],
        ['镇', '增速（%）'],
        ['东镇', { value: 0.089, format: '0.0%' }],
        ['西镇', 0.089],
        ['南镇', 7.2],
        ['北镇', '0.5%'],
      ],
      ['表!B4 0.089，同一列的 B3 是 8.9% → 与那一格一样带百分号'],
    ],
    [
      'no unit',
      [['2026年'], ['镇', '产值'], ['东镇', 1], ['西镇', 2]],
      ['表!B3 “产值”没有单位 → 单位：写在列名里，如“产值（万元）”，或写在“单位”一列、表上面的“单位：万元”里'],
    ],
    [
      'a unit that nobody knows',
      [['2026年'], ['指标', '单位', '数'], ['演出', '唛头', 1], ['产值', '亿元', 2]],
      [`表!C3 不认识的单位“唛头” → 认识的单位；${ADVICE}`],
    ],
    [
      'a scale before a unit that nobody knows',
      [['2026年'], ['镇', '演出（万唛头）'], ['东镇', 1], ['西镇', 2]],
      [
        `表!B3 “演出（万唛头）”没有单位 → 单位：写在列名里，如“产值（万元）”，或写在“单位”一列、表上面的“单位：万元”里；${ADVICE}`,
      ],
    ],
    [
      'a unit in the cell against that of the head',
      [['2026年'], ['镇', '产值（万元）'], ['东镇', '1.2亿元'], ['西镇', 2]],
      ['表!B3 1.2亿元 → 单位与行名、列名的“万元”一致'],
    ],
    [
      'a change where an amount should be',
      [['2026年'], ['镇', '产值（万元）'], ['东镇', '下降3'], ['西镇', 2]],
      ['表!B3 下降3 → 多少万元；增减写在另一列'],
    ],
    [
      'a rise in percent in the unit of its row',
      [['2026年'], ['指标', '单位', '数', '同比增长'], ['产值', '亿元', 5, 3.2], ['企业', '家', 6, 1]],
      ['表!D3 “同比增长”没有单位 → 单位：写在列名里，如“产值（万元）”，或写在“单位”一列、表上面的“单位：万元”里'],
    ],
    [
      'a time that may be several',
      [['2026年1—2月'], ['指标', '单位', '本期', '上期'], ['产值', '亿元', 5, 3], ['企业', '家', 6, 1]],
      ['表!D3 “上期”分不清是哪段时间 → 写明时间，如“2025年1—2月”“上年同期”“上月”'],
    ],
    [
      'a fall of less than nothing',
      [['2026年'], ['镇', '能耗（吨）', '下降（%）'], ['东镇', 5, -3], ['西镇', 6, 1]],
      ['表!C3 列名、行名说的是“下降”，格里又是负数 -3 → 正负只写一处'],
    ],
    [
      'no time',
      [
        ['镇', '产值（亿元）'],
        ['东镇', 1],
        ['西镇', 2],
      ],
      [
        '表!B2 标题、列名、工作表名和文件名里都没有写是哪年哪月 → 标题里写明时间，如“2026年1—2月”，或用 --period 2026-01/2026-02',
      ],
    ],
    [
      'a row twice',
      [['2026年'], ['指标', '单位', '数'], ['产值', '亿元', 1], ['增长', '%', 2], ['增长', '%', 3]],
      ['表!5 行名“增长”与上面的一行相同 → 各行的名称不同'],
    ],
    [
      'two rows of one name, of which one is no part of another',
      [['2026年'], ['指标', '单位', '数'], ['产值', '亿元', 1], ['企业', '家', 2], ['产值', '万元', 3]],
      ['表!5 行名“产值”与上面的一行相同 → 各行的名称不同'],
    ],
  ])('is refused with %s', (_, rows, expected) => {
    const read = sheet(rows)
    expect(problemsOf(read)).toEqual(expected)
    expect(read.draft).toBeUndefined()
  })

  it('has numbers of several times side by side as a table, rows of one kind in each', () => {
    const { draft, left } = sheet([
      ['主要指标'],
      ['指标', '单位', '2024年', '2025年', '2025年位次'],
      ['产值', '亿元', 1, 2, 3],
      ['企业', '家', 3, '–', 1],
      ['产值增速', '%', 5, -1, '–'],
    ])
    const tables = draft!.source.tables![0]!.tables
    const times = [
      { label: '主要指标', head: '2024年', period: '2024' },
      { label: '主要指标', head: '2025年', period: '2025' },
    ]
    expect(tables).toMatchObject([
      {
        measures: times,
        cells: [
          ['产值', '1', '2'],
          ['企业', '3', '–'],
        ],
        units: { 产值: '亿元', 企业: '家' },
      },
      {
        label: '主要指标增速',
        measures: times.map(each => ({ ...each, label: '主要指标增速', change: '增长' })),
        cells: [['产值增速', '5', '-1']],
        units: { 产值增速: '%' },
      },
    ])
    expect(
      tables.flatMap(table => cellsOf(table).map(({ label, value, unit, period }) => [label, value, unit, period])),
    ).toEqual([
      ['产值', 1, '亿元', '2024'],
      ['产值', 2, '亿元', '2025'],
      ['企业', 3, '家', '2024'],
      ['产值增速', 5, '%', '2024'],
      ['产值增速', -1, '%', '2025'],
    ])
    expect(figuresOf({ draft } as DraftedWorkbook).map(line)).toEqual(['产值位次 3位 2025 E3', '企业位次 1位 2025 E4'])
    expect(left).toEqual([])
    expect(validate(draft!.source)).toEqual([])
  })

  it('says which numbers it leaves out, and why', () => {
    const { left } = sheet([
      ['2026年1—2月'],
      ['编码', '指标', '单位', '数', '备注', null],
      [101, '产值', '亿元', 5, '初步数', 8],
      [205, '企业', '家', 6, 7, null],
      [206, '税收', '万元', 7, '含退税', null],
      [301, null, '家', 9, null, null],
      [],
      [],
      [],
      ['余数'],
      [12],
    ])
    expect(left.map(({ ref, found, reason }) => `${ref} ${found} ${reason}`)).toEqual([
      'A3 101 在行名前面，看作编号',
      'F3 8 这一列没有列名',
      'A4 205 在行名前面，看作编号',
      'E4 7 这一列多数不是数',
      'A5 206 在行名前面，看作编号',
      'A6 301 在行名前面，看作编号',
      'D6 9 这一行没有行名',
      'A11 12 不在有行名和列名的表里',
    ])
  })

  it('takes its time from the name of the file, or from who asks', () => {
    const rows: Cell[][] = [
      ['镇', '产值（亿元）'],
      ['东镇', 1],
      ['西镇', 2],
    ]
    const table = (read: DraftedWorkbook) => read.draft?.source.tables?.[0]?.tables[0]?.period
    expect(table(drafted(xlsx({ 表: rows }), '月报202602.xlsx'))).toBe('2026-02')
    const given = draftFromWorkbook([{ name: '月报.xlsx', bytes: xlsx({ 表: rows }) }], parseSpan('2026-Q1'))
    expect(table(given)).toBe('2026-Q1')
  })

  it('may be of a csv file', async () => {
    const bytes = new TextEncoder().encode(
      '﻿2026年各镇\n镇,产值（亿元）,企业（家）\n东镇,"1,234.5",60\n西镇,（3.2）,…\n',
    )
    const { draft, normalised } = drafted(bytes, '各镇.csv')
    expect(draft?.source.tables?.[0]?.tables[0]?.cells).toEqual([
      ['东镇', '1234.5', '60'],
      ['西镇', '-3.2', '…'],
    ])
    expect(normalised).toHaveLength(3)
    expect(await checked(draft!.source, bytes, '各镇.csv')).toEqual([])
  })

  it('is of what can be seen', () => {
    const rows: Cell[][] = [
      ['2026年'],
      ['镇', '产值（亿元）', '企业（家）'],
      ['东镇', 1, 2],
      ['暂存', 3, 4],
      ['西镇', 5, 6],
    ]
    const read = sheet(rows, { hiddenRows: { 表: [4] }, hiddenColumns: { 表: [3] } })
    expect(read.draft?.source.tables?.[0]?.tables[0]?.cells).toEqual([
      ['东镇', '1'],
      ['西镇', '5'],
    ])
    expect(read.notes).toEqual(['工作表“表”隐藏的第 4 行、C 列没有读'])
  })

  it.each<[string, string, string[]]>([
    ['2026年2月', '月报2026年3月.xlsx', ['“2026年2月各镇”里写的是2026年2月，文件名写的是2026年3月：']],
    ['2026年1—3月', '月报2026年3月.xlsx', []],
    ['2026年1—3月', '2026年月报.xlsx', []],
    ['2025年', '2026年月报.xlsx', ['“2025年各镇”里写的是2025年，文件名写的是2026年：']],
    ['2025年', '月报.xlsx', []],
  ])('of %s in %s is told where the two do not agree', (time, name, told) => {
    const rows = [[`${time}各镇`], ['镇', '产值（亿元）'], ['东镇', 1], ['西镇', 5]]
    const { notes } = draftFromWorkbook([{ name, bytes: xlsx({ 表: rows }) }])
    expect(notes.map(note => note.replace(/照表里的取.*/, ''))).toEqual(told)
  })

  it('is refused where a sheet has more rows than anyone briefs from', () => {
    const lines = Array.from({ length: 20_001 }, (_, row) => `镇,${row}`)
    const bytes = new TextEncoder().encode(lines.join('\n'))
    expect(() => drafted(bytes, '2026年.csv')).toThrow('2026年.csv[2026年] 太大：超过 20000 行或 20 万格')
  })

  it('is refused where a file has no table', () => {
    expect(() => sheet([['只有一句话']])).toThrow('云溪区月报.xlsx 里没有找到表')
    expect(() => drafted(monthly(FIRST), '月报.xls')).toThrow('不是 xlsx，也不是 csv')
  })
})

it.each([
  ['砚溪县主要指标', '主要指标'],
  ['汀岚县主要经济指标', '经济指标'],
  ['一般公共预算收入', '预算收入'],
  ['收入', '收入'],
])('a chapter of the sheet %s is called %s', (title, short) => {
  expect(shortName(title)).toBe(short)
})
