import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import type { TableInput } from '../../model/table.ts'
import { validate } from '../../model/validate.ts'
import { soundSource } from '../support/deck-source.ts'
import { counties } from '../support/tables.ts'

/** What is wrong with a rank of 2021 among the counties of the table, some of its cells changed. */
function problemsOf(place: number, rankIn: object, cells: Readonly<Record<string, string>> = {}, more: object = {}) {
  const source = soundSource()
  const rank = {
    ...{ id: 'rank', label: '增速在全市的位次', value: place, unit: '位', kind: 'rank', period: '2021' },
    rankIn: { table: 'counties', ...rankIn },
    evidence: { column: '数说', clause: `2021年增速居全市第${place}位` },
    ...more,
  }
  source.figures[0]!.figures.push(rank as FigureInput)
  const table: TableInput = {
    ...counties,
    cells: counties.cells.map(([row, rank, total, growth]) => [row, rank, total, cells[row] ?? growth]),
  }
  return validate({ ...source, tables: [{ file: 'data/tables/gdp.ts', tables: [table] }] }).map(
    ({ file, id, message, about }) => `${file} ${id} ${about} ${message}`,
  )
}

const wrong = (message: string): string[] => [`data/figures/trade.ts rank relation rankIn：${message}`]
const second = { measure: 'growth', row: '沁川县' }

describe('a rank that names its table', () => {
  it.each<[string, number, object]>([
    ['by the measure that is no rank', 1, {}],
    ['of another row than ours', 2, second],
    ['from the smallest', 1, { measure: 'growth', order: 'ascending' }],
  ])('follows from it %s', (_, place, rankIn) => {
    expect(problemsOf(place, rankIn)).toEqual([])
  })

  it('is refused with both places where the cells say another', () => {
    expect(problemsOf(3, second)).toEqual(
      wrong('写的是第三位，按表“counties”的地区生产总值增速从大到小，“沁川县”（增长13.8%）应是第2位（前面是屯水区）'),
    )
  })

  it('follows from numbers in several scales of one unit', () => {
    const source = soundSource()
    source.figures[0]!.figures.push({
      ...{ id: 'rank', label: '产值位次', value: 1, unit: '位', kind: 'rank', period: '2021' },
      rankIn: { table: 'two' },
      evidence: { column: '数说', clause: '2021年产值居全市第一位' },
    } as FigureInput)
    const table = {
      ...{ id: 'two', label: '产值', chapter: 'trade', period: '2021', evidence: { table: '表9' }, rows: 'subjects' },
      measures: [{ id: 'value', label: '产值' }],
      cells: [
        ['甲区', '3.2'],
        ['乙区', '9010'],
      ],
      units: { 甲区: '亿元', 乙区: '万元' },
      ours: '甲区',
    } as unknown as TableInput
    const problems = (ours: string): string[] =>
      validate({ ...source, tables: [{ file: 'data/tables/two.ts', tables: [{ ...table, ours }] }] }).map(
        ({ message }) => message,
      )
    expect(problems('甲区')).toEqual([])
    expect(problems('乙区')).toEqual([
      'rankIn：写的是第一位，按表“two”的产值从大到小，“乙区”（9010万元）应是第2位（前面是甲区）',
    ])
  })

  it('shares its place with what prints the same', () => {
    const cells = { 黎阳县: '13.8' }
    expect(problemsOf(2, second, cells)).toEqual([])
    expect(problemsOf(3, second, cells)).toEqual([])
    expect(problemsOf(4, second, cells)).toEqual(
      wrong(
        '写的是第四位，按表“counties”的地区生产总值增速从大到小，“沁川县”（增长13.8%）应是第2—3位（前面是屯水区；与黎阳县并列）',
      ),
    )
  })

  it('may stand below a row without a number', () => {
    const cells = { 平顶县: '…' }
    expect(problemsOf(3, second, cells)).toEqual([])
    expect(problemsOf(1, second, cells)).toEqual(
      wrong(
        '写的是第一位，按表“counties”的地区生产总值增速从大到小，“沁川县”（增长13.8%）应是第2—3位（前面是屯水区；平顶县没有数）',
      ),
    )
  })

  it.each<[string, object, string]>([
    ['a table that is not there', { table: 'countries' }, '没有“countries”这张表，最接近的是：counties'],
    ['a measure that is not there', { measure: 'gdp' }, '表“counties”没有“gdp”这一列，最接近的是：rank、total、growth'],
    ['a column of ranks', { measure: 'rank' }, '表“counties”的“rank”这一列就是位次，请写按它排的那一列'],
    [
      'a row that is not there',
      { row: '上河县' },
      '表“counties”没有“上河县”这一行，最接近的是：上河区、安平县、长岭县',
    ],
  ])('names no %s', (_, rankIn, message) => {
    expect(problemsOf(1, rankIn)).toEqual(wrong(message))
  })

  it('is of a row with a number', () => {
    expect(problemsOf(2, second, { 沁川县: '–' })).toEqual(
      wrong('表“counties”里“沁川县”的“比上年增长（%）”没有数，排不出位次'),
    )
  })

  it('is of the time of its column', () => {
    const evidence = { column: '数说', clause: '增速居全市第2位' }
    expect(problemsOf(2, second, {}, { period: 'year', evidence })).toEqual(
      wrong('位次是2031年的，表“counties”的这一列是2021年的'),
    )
  })

  it('is a rank', () => {
    const amount = { value: 3, unit: '个', kind: 'count', evidence: { column: '数说', clause: '2021年新建公园3个' } }
    expect(problemsOf(3, {}, {}, amount)).toEqual(wrong('只有位次（kind 是 rank）才写'))
  })
})
