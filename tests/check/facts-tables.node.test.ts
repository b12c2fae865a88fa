import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../model/reading/tables.ts'
import type { TableFile, TableInput } from '../../model/table.ts'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { entriesOf } from '../../scripts/check/facts/accepted.ts'
import { foundClauses } from '../../scripts/check/facts/claims.ts'
import { lockOf } from '../../scripts/check/facts/lock.ts'
import { readCsv } from '../../scripts/lib/facts/csv.ts'
import { ARTICLE, facts, SLIDES, source, told } from './support/facts-deck.ts'
import { tableFiles } from '../support/tables.ts'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/tables/${name}`, import.meta.url), 'utf8')
const COUNTIES = fixture('gdp-by-county.txt')
const INDUSTRIES = fixture('gdp-by-industry.txt')
const YEARS = fixture('gdp-by-year.csv')

interface Parts {
  counties?: string
  industries?: string
  years?: string
  change?: (tables: TableInput[]) => void
  skip?: TableFile['skip']
  slides?: string
}

/** What the check finds in the three tables, as they are or changed. */
async function found({
  counties = COUNTIES,
  industries = INDUSTRIES,
  years = YEARS,
  change,
  skip,
  slides,
}: Parts = {}): Promise<string[]> {
  const files = tableFiles()
  change?.(files[0]!.tables)
  const all = await facts({
    source: source(
      s => (s.tables = [...files, ...(skip ? [{ file: 'data/tables/left-out.ts', tables: [], skip }] : [])]),
    ),
    article: `${ARTICLE}\n${counties}\n\n${industries}`,
    slides:
      slides ??
      SLIDES.replace(
        '# 海湾',
        '# 海湾\n\n<Fig id="counties@城关区/total" /><Fig id="gdp@2021/growth" /><Fig id="industries@工业/value" />',
      ),
  })
  const article = { ...all.article!, tables: [...all.article!.tables, ...readCsv(years, '来源/gdp-by-year.csv')] }
  const checked = { ...all, article }
  return told([...evidence(checked).faults, ...completeness(checked)])
}

describe('the tables of a source', () => {
  it('are stated cell by cell', async () => {
    expect(await found()).toEqual([])
  })

  it.each<[string, Parts, string | string[]]>([
    [
      'a digit of the data',
      { change: ([counties]) => Object.assign(counties!.cells[0]!, { 2: '565.8' }) },
      'data/tables/gdp.ts#counties 表3《各县（区）地区生产总值》，行“城关区”，列“地区生产总值（亿元）”：原表是“565.7”（原文.txt:21），数据写的是“565.8”',
    ],
    [
      'a digit of a text',
      { industries: INDUSTRIES.replace('-20.1', '-21.1') },
      'data/tables/gdp.ts#industries 表一《分产业地区生产总值》，行“住宿和餐饮业”，列“比上年增长（%）”：原表是“-21.1”（原文.txt:45），数据写的是“-20.1”',
    ],
    [
      'a digit of a csv file',
      { years: YEARS.replace('1477.5', '1477.6') },
      'data/tables/gdp.ts#gdp 《历年地区生产总值》，行“2017”，列“地区生产总值（亿元）”：原表是“1477.6”（来源/gdp-by-year.csv:4），数据写的是“1477.5”',
    ],
    [
      'a zero at the end',
      { change: ([, gdp]) => Object.assign(gdp!.cells[2]!, { 2: '7.0' }) },
      'data/tables/gdp.ts#gdp 《历年地区生产总值》，行“2017”，列“比上年增长（%）”：原表是“7”（来源/gdp-by-year.csv:4），数据写的是“7.0”',
    ],
    [
      'a sign',
      { change: ([, , industries]) => Object.assign(industries!.cells[8]!, { 2: '20.1' }) },
      'data/tables/gdp.ts#industries 表一《分产业地区生产总值》，行“住宿和餐饮业”，列“比上年增长（%）”：原表是“-20.1”（原文.txt:45），数据写的是“20.1”',
    ],
    [
      'a gap that is another',
      { industries: INDUSTRIES.replace('… | … |', '– | … |') },
      'data/tables/gdp.ts#industries 表一《分产业地区生产总值》，行“房地产业”，列“2021年”：原表是“–”（原文.txt:47），数据写的是“…”',
    ],
    [
      'a year in a caption',
      { counties: COUNTIES.replace('2021年', '2020年') },
      'data/tables/gdp.ts#counties 表3《各县（区）地区生产总值》的时段：原表写的是“2020年”，数据写的是“2021年”',
    ],
    [
      'a year in a head',
      { change: ([, , industries]) => Object.assign(industries!, { period: '2020' }) },
      'data/tables/gdp.ts#industries 表一《分产业地区生产总值》的时段：原表写的是“2021年”，数据写的是“2020年”',
    ],
    [
      'a unit in a head',
      { counties: COUNTIES.replace('（亿元）', '（万元）') },
      'data/tables/gdp.ts#counties 表3《各县（区）地区生产总值》，行“城关区、安平县、上河区、长岭县、屯水区、沁川县、潞滨区、武山县、壶口县、黎阳县、沁源东区、平顶县”，列“地区生产总值（亿元）”：原表的单位是“万元”，数据写的是“亿元”',
    ],
    [
      'a unit of a row',
      { industries: INDUSTRIES.replace('金融业 | 亿元', '金融业 | 万元') },
      'data/tables/gdp.ts#industries 表一《分产业地区生产总值》，行“金融业”，列“2021年”：原表的单位是“万元”，数据写的是“亿元”',
    ],
    [
      'a caption',
      { change: ([counties]) => Object.assign(counties!.evidence, { table: '表4' }) },
      [
        'data/tables/gdp.ts#counties 原文.txt 里没有找到这张表；有的表是：表3：2021年各县（区）地区生产总值、表一：地 区 生 产 总 值、gdp-by-year',
        '原文.txt:19 原文里的这张表没有写成数据',
      ],
    ],
    [
      'a column that the data leaves out',
      {
        change: ([counties]) => {
          Object.assign(counties!, {
            measures: counties!.measures.slice(1),
            cells: counties!.cells.map(([row, , ...rest]) => [row, ...rest]),
          })
        },
      },
      '原文.txt:19 表3《各县（区）地区生产总值》：原表的列“排名”没有写成数据',
    ],
    [
      'a row that the data leaves out',
      { change: ([counties]) => Object.assign(counties!, { cells: counties!.cells.slice(0, -1) }) },
      '原文.txt:19 表3《各县（区）地区生产总值》：原表的行“平顶县”（第 32 行）没有写成数据',
    ],
    [
      'a table that no slide shows',
      { slides: SLIDES.replace('# 海湾', '# 海湾\n\n<Fig id="counties@城关区/total" /><Fig id="gdp@2021/growth" />') },
      'data/tables/gdp.ts#industries 没有一页展示它',
    ],
  ])('find %s, and nothing else', async (_, parts, expected) => {
    expect(await found(parts)).toEqual([expected].flat())
  })

  const left = (caption: string): string => `${COUNTIES}\n\n${caption}\n镇 | 产值（亿元）\n东镇 | 4.5\n西镇 | 3.5`

  it.each([
    ['表10 各镇产值', '表10'],
    ['表10 各镇产值', '表10 各镇产值'],
    ['以下是各镇的产值。', '镇 | 产值（亿元）'],
  ])('%s is left out by “%s”', async (caption, table) => {
    expect(await found({ counties: left(caption), skip: [{ table, reason: '不用' }] })).toEqual([])
  })

  it('are not left out by the number of another', async () => {
    expect(await found({ counties: left('表10 各镇产值'), skip: [{ table: '表1', reason: '不用' }] })).toEqual([
      '原文.txt:35 原文里的这张表没有写成数据',
    ])
  })

  it('may have rows and columns that are left out with a reason', async () => {
    const change = ([counties]: TableInput[]): void => {
      Object.assign(counties!, {
        measures: counties!.measures.slice(1),
        cells: counties!.cells.slice(1).map(([row, , ...rest]) => [row, ...rest]),
        ours: undefined,
        skip: [
          { column: '排名', reason: '按数值已经排好' },
          { row: '城关区', reason: '另有一条' },
        ],
      })
    }
    const slides = SLIDES.replace(
      '# 海湾',
      '# 海湾\n\n<Fig id="counties@安平县/total" /><Fig id="gdp@2021/growth" /><Fig id="industries@工业/value" />',
    )
    expect(await found({ change, slides })).toEqual([])
  })

  it('may say how the column of their rows is headed, as the source does', async () => {
    const headed = (head: string) => found({ change: tables => void (tables[0] = { ...tables[0]!, head }) })
    expect(await headed('县（区）')).toEqual([])
    expect(await headed('县区')).toContainEqual(
      expect.stringContaining('的首列：原表的表头是“县（区）”，head 写的是“县区”'),
    )
    expect(await headed('12县')).toContainEqual(expect.stringContaining('head：首列的表头没有依据，不能有数'))
  })

  it('are found by their heads where the data names no caption', async () => {
    expect(await found({ change: ([counties]) => Object.assign(counties!, { evidence: {} }) })).toEqual([])
  })

  it('are found by a number that a year follows', async () => {
    const caption = '表3：2021年各县（区）地区生产总值'
    expect(COUNTIES).toContain(caption)
    const captioned = (text: string): string => COUNTIES.replace(caption, text)
    expect(await found({ counties: captioned('表3　2021年各县（区）地区生产总值') })).toEqual([])
    expect(await found({ counties: captioned('表32021年各县（区）地区生产总值') })).not.toEqual([])
  })

  it('are missed where the data has none of them', async () => {
    const extra = '表5：粮食产量\n年份 | 产量（万吨） |\n2020 | 36.6 |\n2021 | 37.1 |\n'
    expect(await found({ industries: `${INDUSTRIES}\n${extra}` })).toEqual(['原文.txt:50 原文里的这张表没有写成数据'])
  })
})

describe('tables that were accepted', () => {
  it('are told when they have changed since, with or without the source', async () => {
    const files = tableFiles()
    const data = source(s => (s.tables = [{ ...files[0]!, tables: files[0]!.tables.slice(0, 1) }]))
    const article = `${ARTICLE}\n${COUNTIES}`
    const before = await facts({ source: data, article })
    const lock = lockOf(
      before.article!,
      foundClauses(before, before.article!),
      entriesOf(before).map(({ key, hash }) => [key, hash] as const),
    )
    const changes = async (text: string | null): Promise<string[]> =>
      told(evidence(await facts({ source: data, article: text, lock })).changes)
    expect(await changes(article)).toEqual([])
    expect(await changes(null)).toEqual([])

    Object.assign(files[0]!.tables[0]!.cells[0]!, { 2: '565.8' })
    expect(await changes(null)).toEqual(['data/tables/gdp.ts#counties 这一条在上次对照原文之后改过'])
    expect(await changes(article.replace('565.7', '565.8'))).toEqual([
      'data/source.lock.json 原文与上次登记时不同',
      'data/tables/gdp.ts#counties 这一条在上次对照原文之后改过',
    ])
  })
})

describe('reading tables', () => {
  it.each<[string, string, object]>([
    [
      'bars',
      COUNTIES,
      {
        caption: '表3：2021年各县（区）地区生产总值',
        heads: ['排名', '县（区）', '地区生产总值（亿元）', '比上年增长（%）'],
        count: 12,
      },
    ],
    [
      'spaces within words',
      INDUSTRIES,
      { caption: '表一：地 区 生 产 总 值', heads: ['指 标', '单位', '2021年', '比上年增长（%）'], count: 12 },
    ],
    [
      'Markdown',
      '表1 人口\n\n| 县 | 人口（万人） |\n| --- | ---: |\n| 甲 | 12.5 |\n| 乙 | ８.３ |\n',
      {
        caption: '表1 人口',
        heads: ['县', '人口（万人）'],
        cells: [
          ['甲', '12.5'],
          ['乙', '8.3'],
        ],
      },
    ],
    [
      'tabs, with the unit below the caption',
      '表2 收入\n单位：亿元\n县\t收入\n甲\t12.5\n乙\t\n',
      { caption: '表2 收入', unit: '亿元', heads: ['县', '收入'], cells: [['甲', '12.5']] },
    ],
    [
      'several spaces, with the unit behind the caption',
      '表2 收入（单位：亿元）\n县     收入    增长\n甲     12.5    3.1\n乙乙   8.3     -4.0\n',
      {
        caption: '表2 收入',
        unit: '亿元',
        heads: ['县', '收入', '增长'],
        cells: [
          ['甲', '12.5', '3.1'],
          ['乙乙', '8.3', '-4.0'],
        ],
      },
    ],
    [
      'two rows of heads',
      '表2\n| 指标 | 2021年 | | 2020年 | |\n| | 绝对数 | 增长 | 绝对数 | 增长 |\n| 产值 | 5 | 6 | 7 | 8 |\n',
      {
        heads: ['指标', '2021年绝对数', '2021年增长', '2020年绝对数', '2020年增长'],
        cells: [['产值', '5', '6', '7', '8']],
      },
    ],
    [
      'a heading within it',
      '表2\n| 指标 | 2021年 |\n| 一、工业 | |\n| 产值 | 5 |\n| 利润 | 6 |\n',
      {
        heads: ['指标', '2021年'],
        cells: [
          ['产值', '5'],
          ['利润', '6'],
        ],
      },
    ],
  ])('by %s', (_, text, { count, cells, ...expected }: { count?: number; cells?: string[][] }) => {
    const [table, ...others] = readTables(text)
    expect(others).toEqual([])
    expect(table).toMatchObject(expected)
    if (cells) expect(table!.rows.map(row => row.cells)).toEqual(cells)
    if (count !== undefined) expect(table!.rows).toHaveLength(count)
  })

  it.each([
    '一、  总体情况\n二、  工业发展\n三、  农业发展',
    '会议于2021年召开。\n下午  三时  结束。',
    '甲 | 乙',
    '东镇 2 家 5\n西镇 3 家 6',
    '某区 公报 2025\n地址 东街 5 号\n电话 800 100',
  ])('finds none in %j', text => {
    expect(readTables(text)).toEqual([])
  })

  it('reads each cell of lines that are no table once, however many there are', () => {
    const lines = Array.from({ length: 200 }, () => '甲 | 乙 | 丙')
    let read = 0
    const isNumber = (): boolean => (read++, false)
    expect(readTables(lines.join('\n'), '', undefined, isNumber)).toEqual([])
    expect(read).toBe(lines.length * 2)
  })
})
