import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseLines } from '../../scripts/parse/tables.ts'

const linesOf = (name: string): string[] =>
  readFileSync(new URL(`../fixtures/tables/${name}`, import.meta.url), 'utf8').split('\n')

describe('tables among lines', () => {
  it.each([
    ['gdp-by-county.txt', 12],
    ['gdp-by-industry.txt', 11],
    ['gdp-by-year.csv', 7],
  ])('are read in full: %s', (name, atLeast) => {
    const rows = parseLines(linesOf(name)).filter(({ clause }) => /\d\s*\|?$/.test(clause))
    expect(rows.length).toBeGreaterThanOrEqual(atLeast)
    for (const { clause, figures, unread } of rows) {
      expect(unread).toEqual([])
      const digits = clause.match(/-?\d+(?:\.\d+)?/g)!.filter(each => !/^20\d\d$/.test(each))
      expect(figures.map(({ value }) => String(value))).toEqual(digits)
    }
  })

  it('give a cell the name of its row, the unit, change and time of its heads', () => {
    const rows = parseLines(linesOf('gdp-by-industry.txt'))
    const [total, growth] = rows.find(({ clause }) => clause.startsWith('住宿和餐饮业'))!.figures
    expect(total).toMatchObject({ value: '3.0', unit: '亿元', period: '2021' })
    expect(total!.of).toContain('住宿和餐饮业')
    expect(growth).toMatchObject({ value: -20.1, unit: '%', kind: 'growth', change: '下降', period: '2021' })
    expect(growth!.comparedWith).toBe('上年')
  })

  it('may have the places of rows before their names', () => {
    const rows = parseLines(linesOf('gdp-by-county.txt'))
    expect(rows.find(({ clause }) => clause.startsWith('5 '))!.figures).toEqual([
      { value: 5, unit: '位', kind: 'rank', period: '2021', of: '屯水区排名' },
      { value: 218.3, unit: '亿元', period: '2021', of: '屯水区地区生产总值' },
      {
        ...{ value: 25.1, unit: '%', change: '增长', comparedWith: '上年', kind: 'growth', period: '2021' },
        of: '屯水区地区生产总值增速',
      },
    ])
  })

  it('leave clauses around them as they are, and say what has no unit', () => {
    const read = parseLines(['全县生产总值91.3亿元', '', '镇 | 产值 | 亩数（亩）', '东镇 | 12 | 300', '西镇 | 9 | 200'])
    expect(read.map(({ figures }) => figures.map(({ value, unit }) => `${value as number}${unit}`))).toEqual([
      ['91.3亿元'],
      [],
      ['300亩'],
      ['200亩'],
    ])
    expect(read.map(({ unread }) => unread)).toEqual([[], [], ['12'], ['9']])
  })

  it.each<[lines: string[], figures: string[][], unread: string[][]]>([
    [
      ['完成投资5亿元,增长3%', '引进项目6个,开工4个'],
      [
        ['5亿元', '3%'],
        ['6个', '4个'],
      ],
      [[], []],
    ],
    [
      ['财政收入1,200', '税收收入1,100'],
      [[], []],
      [['1,200'], ['1,100']],
    ],
    [
      ['财政收入1,200万元', '全年税收,1,100万元'],
      [['1200万元'], ['1100万元']],
      [[], []],
    ],
    [['财政收入1,200'], [[]], [['1,200']]],
    [
      ['镇,产值（万元）', '东镇,"1,200"', '西镇,900'],
      [[], ['1200万元'], ['900万元']],
      [[], [], []],
    ],
    [
      ['指标,2020,2021', '产值（万元）,30,31'],
      [[], ['30万元', '31万元']],
      [[], []],
    ],
  ])('are told from clauses with commas: %j', (lines, figures, unread) => {
    const read = parseLines(lines)
    expect(read.map(each => each.figures.map(({ value, unit }) => `${value as number}${unit}`))).toEqual(figures)
    expect(read.map(each => each.unread)).toEqual(unread)
  })

  it('have a number for each column, also where heads are alike', () => {
    const [, row] = parseLines([
      '镇 | 产值（万元） | 产值（万元） | 增长（%） | 增长（%）',
      '东镇 | 12 | 300 | 1.5 | -2',
    ])
    expect(row!.figures.map(({ value }) => value)).toEqual([12, 300, 1.5, -2])
    expect(row!.unread).toEqual([])
  })

  it('say of a change what its head says, and no more', () => {
    const head = '镇 | 产值（万元） | 环比增长（%） | 较年初增长（%） | 同比增减（%） | 增速（%） | 降幅（%）'
    const [, row] = parseLines([head, '东镇 | 12 | 1.5 | 2.5 | -3.5 | 4.5 | 5.5'])
    expect(row!.figures.slice(1).map(({ value, change, comparedWith }) => [value, change, comparedWith])).toEqual([
      [1.5, '环比增长', undefined],
      [2.5, '增长', '年初'],
      [-3.5, '同比下降', undefined],
      [4.5, '增长', undefined],
      [-5.5, '下降', undefined],
    ])
  })

  it('are divided by spaces, not by those within a word', () => {
    const read = parseLines(['指\u3000标      产值（万元）', '合\u3000计          12', '\u3000粮\u3000食        7'])
    expect(read.map(({ figures }) => figures.map(({ of, value }) => [of, value]))).toEqual([
      [],
      [['合计产值', 12]],
      [['粮食产值', 7]],
    ])
  })

  it('may hold bounds, and sums in brackets', () => {
    const [, row] = parseLines(['指标 | 单位 | 目标 | 累计 | 上年', '能耗 | 万吨 | ＞10 | 〔14〕 | ≤9'])
    expect(row!.figures.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [10, '大于'],
      [14, undefined],
      [9, '不高于'],
    ])
  })

  it('have the unit of each row where its head gives one', () => {
    const read = parseLines(['指标 | 本年', '产值（万元） | 12', '人口（万人） | 3', '面积 | 4'])
    expect(read.map(({ figures }) => figures.map(({ unit }) => unit))).toEqual([[], ['万元'], ['万人'], []])
  })
})
