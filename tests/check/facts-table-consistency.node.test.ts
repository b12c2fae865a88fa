import { describe, expect, it } from 'vitest'
import type { TableInput } from '../../model/table.ts'
import { consistency } from '../../scripts/check/facts/consistency.ts'
import { tables } from '../../scripts/check/facts/consistency/tables.ts'
import type { Finding } from '../../scripts/check/finding.ts'
import { facts, source, type Source } from './support/facts-deck.ts'
import { counties, gdp, industries } from '../support/tables.ts'

async function found(table: unknown, change: (source: Source) => void = () => {}): Promise<Finding[]> {
  const data = source(s => {
    s.tables = [{ file: 'data/tables/one.ts', tables: [table as TableInput] }]
    change(s)
  })
  return tables(await facts({ source: data }))
}

/** A table with some cells changed, by row and place in it. */
function changed(table: TableInput, cells: Record<string, Record<number, string>>): TableInput {
  return {
    ...table,
    cells: table.cells.map(line => Object.assign([...line], cells[line[0]]) as unknown as typeof line),
  }
}

const yearly = (...rows: [string, string, string][]): TableInput => ({ ...gdp, cells: rows })

describe('a table', () => {
  it.each<[string, TableInput]>([
    ['ranks in order', counties],
    ['parts that add up, one without a number', industries],
    ['parts that add up within what is rounded', changed(industries, { 工业: { 1: '19.4' } })],
    [
      'growth within what is rounded',
      yearly(['2019', '100.0', '5'], ['2020', '105.2', '5.2'], ['2021', '94.7', '-10.0']),
    ],
    [
      'a break in its series',
      { ...yearly(['2019', '100', '5'], ['2020', '150', '5']), breaks: [{ before: '2020', reason: '口径调整' }] },
    ],
    [
      'growth at comparable prices, where it says so',
      { ...yearly(['2019', '100', '5'], ['2020', '108', '5']), label: '历年产值（增速按可比价格计算）' },
    ],
    ['years that do not follow one another', yearly(['2015', '100', '5'], ['2020', '150', '5'])],
    [
      'ranks from the smallest',
      {
        ...counties,
        cells: [
          ['甲区', '1', '5.0', '1.0'],
          ['乙区', '2', '6.0', '1.0'],
        ],
        ours: undefined,
      },
    ],
  ])('may have %s', async (_, table) => {
    expect(await found(table)).toEqual([])
  })

  it.each<[string, TableInput, string]>([
    [
      'parts that do not add up',
      changed(industries, { 第一产业: { 1: '6.8' } }),
      '“地区生产总值”的增加值是91.3亿元，各部分相加是 91.9亿元（第一产业、第二产业、第三产业）',
    ],
    [
      'parts that are more than their whole, one of them unknown',
      changed(industries, { 其他服务业: { 1: '53.4' } }),
      '“第三产业”的增加值是62.4亿元，各部分相加是 84亿元（批发和零售业、交通运输、仓储和邮政业、住宿和餐饮业、金融业、房地产业、其他服务业）',
    ],
    [
      'a rank out of order',
      changed(counties, { 安平县: { 2: '300.7' } }),
      '“地区生产总值位次”与数值的次序不合：第二位是安平县300.7亿元，第三位是上河区305.2亿元',
    ],
  ])('has %s', async (_, table, expected) => {
    const all = await found(table)
    expect(all.map(({ measured, severity }) => [measured, severity])).toEqual([[expected, undefined]])
  })

  it('prints growth of its own, which is told and no fault', async () => {
    expect(
      await found(yearly(['2015', '1195.1', '-2.9'], ['2016', '1269.2', '4.6'], ['2017', '1477.5', '7'])),
    ).toMatchObject([
      {
        severity: 'notice',
        where: 'data/tables/one.ts#gdp',
        measured: '“地区生产总值增速”与按表里的数算出的不同：2016年印的是 4.6%，算得 6.2%；2017年印的是 7%，算得 16.4%',
      },
    ])
  })

  it('prints growth without prices, which its label says', async () => {
    const table = yearly(['2015', '1195.1', '-2.9'], ['2016', '1269.2', '4.6'])
    const measures = table.measures.map(each => ({ ...each, label: `${each.label}（按不变价格）` }))
    expect(await found({ ...table, measures })).toEqual([])
  })

  it('may say that shares make more than their whole, as a notice', async () => {
    const table = {
      ...industries,
      measures: [{ id: 'share', label: '占比', unit: '%', kind: 'share', whole: '地区生产总值' }],
      cells: [
        ['甲业', '60.0'],
        ['乙业', '50.0'],
      ],
      labels: undefined,
      total: undefined,
      parts: undefined,
    }
    expect(await found(table)).toMatchObject([
      { severity: 'notice', measured: '“占比”一列相加是 110%，占的都是“地区生产总值”' },
    ])
  })

  it('says the same as a sentence on the same thing', async () => {
    const state =
      (value: number, unit = '亿元', about = false) =>
      (s: Source) => {
        Object.assign(s.figures[0]!.figures[0]!, {
          label: '地区生产总值',
          value,
          ...(about && { qualifier: '左右' }),
          unit,
          kind: 'amount',
          period: '2021',
          evidence: {
            column: '数说',
            clause: `2021年地区生产总值${value}${unit}${about ? '左右' : ''}`,
            period: '2021年',
          },
        })
        s.figures[0]!.figures.splice(1, 1)
        Object.assign(s.derived, { figures: [] })
      }
    const table = yearly(['2021', '2311.1', '11'])
    expect(await found(table, state(2311.1))).toEqual([])
    expect(await found(table, state(2300, '亿元', true))).toEqual([])
    expect(await found(table, state(3300, '亿元', true))).toHaveLength(1)
    expect(await found(table, state(2311.2))).toMatchObject([
      { element: 'gdp@2021/total', measured: '表里的地区生产总值是2311.1亿元，“shops”是2311.2亿元' },
    ])
    // In another scale it may be rounded otherwise.
    expect(await found(table, state(23111432, '万元'))).toEqual([])
    expect(await found(table, state(2311143, '万元'))).toMatchObject([
      { element: 'gdp@2021/total', measured: '表里的地区生产总值是2311.1亿元，“shops”是2311143万元' },
    ])
  })

  const structure = (...rows: [string, string, string, string][]): TableInput => ({
    ...gdp,
    measures: ['一产', '二产', '三产'].map((label, index) => ({
      id: `s${index}`,
      label,
      head: `${label}占比`,
      unit: '%',
      kind: 'share',
      whole: '地区生产总值',
    })),
    cells: rows,
  })

  it('may have a year whose shares make more than their whole', async () => {
    expect(await found(structure(['2020', '8.2', '41.5', '50.3'], ['2021', '8.3', '41.5', '50.3']))).toEqual([])
    expect(await found(structure(['2020', '8.2', '41.5', '50.3'], ['2021', '9.2', '41.5', '50.3']))).toMatchObject([
      { severity: 'notice', element: 'gdp', measured: '“2021年”一行相加是 101%，占的都是“地区生产总值”' },
    ])
  })

  const scaled = (...cells: [row: string, unit: string, rank: string, value: string][]): TableInput => ({
    ...industries,
    measures: [
      { id: 'rank', label: '位次', unit: '位', kind: 'rank', of: 'value' },
      { id: 'value', label: '增加值' },
    ],
    cells: cells.map(([row, , rank, value]) => [row, rank, value]),
    units: Object.fromEntries(cells.map(([row, unit]) => [row, unit])),
    labels: undefined,
    total: '全部',
    parts: undefined,
  })

  it('adds and ranks what is told in several scales of one unit', async () => {
    const rows = (whole: string, ranked: [string, string]): TableInput =>
      scaled(['全部', '亿元', '–', whole], ['甲业', '亿元', ranked[0], '3.20'], ['乙业', '万元', ranked[1], '9010'])
    expect(await found(rows('4.10', ['1', '2']))).toEqual([])
    expect(await found(rows('4.30', ['1', '2']))).toMatchObject([
      { element: 'industries@全部/value', measured: '“全部”的增加值是4.30亿元，各部分相加是 4.1亿元（甲业、乙业）' },
    ])
  })

  it('is part of what is consistent', async () => {
    const data = source(
      s => (s.tables = [{ file: 'data/tables/one.ts', tables: [changed(counties, { 安平县: { 2: '300.7' } })] }]),
    )
    expect((await consistency(await facts({ source: data }))).map(({ element }) => element)).toEqual([
      'counties@上河区/rank',
    ])
  })
})
