import { describe, expect, it } from 'vitest'
import { toDeckData } from '../../model/slides/data.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import type { MeasureInput, TableInput } from '../../model/table.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { tableSlides } from '../../scripts/draft/table-slides.ts'
import { deckWith } from './figures.ts'

const amount: MeasureInput = { id: 'amount', label: '余额', unit: '亿元' }
const growth: MeasureInput = { id: 'growth', label: '余额增速', unit: '%', change: '增长', of: 'amount' }

/** The slides of a table. */
function slides(table: Partial<TableInput>) {
  const peers: TableInput = {
    ...{ id: 'peers', label: '各项余额', chapter: 'trade', period: 'year', evidence: { table: '表1' } },
    ...{ rows: 'subjects', measures: [amount, growth], cells: [] },
    ...table,
  }
  const deck = deckWith({ tables: [{ file: 'data/tables/trade.ts', tables: [peers] }] })
  const printed = (title = ''): string => printFigures(title, toDeckData(deck), id => id).replace('## ', '')
  return tableSlides(deck.tables[0]!, materialOf(deck)).map(({ title, body }) => ({
    title: printed(title),
    body: body.join(),
  }))
}

/** The title of the slide of a table, as it prints, and the row that its drawing sets apart. */
function told(table: Partial<TableInput>): [title: string, highlight: string | undefined] {
  const { title, body } = slides(table)[0]!
  return [title, /highlight="(?:peers@)?([^/"]+)/.exec(body)?.[1]]
}

const years = ['2029', '2030', '2031'].map((period): MeasureInput => ({
  id: `p${period}`,
  label: '',
  unit: '万人',
  period,
  head: period,
}))

it.each<[string, Partial<TableInput>, [string, string | undefined]]>([
  [
    'peers is told from its ends',
    {
      cells: [
        ['甲行', '30', '2.0'],
        ['乙行', '20', '9.0'],
        ['丙行', '10', '-1.0'],
      ],
    },
    ['乙行余额增长9.0%，丙行余额下降1.0%', '乙行'],
  ],
  [
    'peers of which one is ours is told of it',
    {
      ours: '甲行',
      cells: [
        ['甲行', '30', '2.0'],
        ['乙行', '20', '9.0'],
        ['丙行', '10', '-1.0'],
      ],
    },
    ['甲行余额30亿元，增长2.0%', '甲行'],
  ],
  [
    'a whole with its parts is told of the whole',
    {
      cells: [
        ['存款', '30', '2.0'],
        ['住户存款', '20', '9.0'],
        ['企业存款', '10', '-1.0'],
      ],
      heads: { 住户存款: '其中：住户存款' },
    },
    ['存款余额30亿元，增长2.0%', '存款'],
  ],
  [
    'parts above their sum is told of the sum',
    {
      cells: [
        ['住户存款', '20', '9.0'],
        ['企业存款', '10', '-1.0'],
        ['存款合计', '30', '2.0'],
      ],
    },
    ['存款合计余额30亿元，增长2.0%', '存款合计'],
  ],
  [
    'subtotals and their sum is told of the sum',
    {
      cells: [
        ['甲行', '20', '9.0'],
        ['城区小计', '20', '9.0'],
        ['乙行', '10', '-1.0'],
        ['乡镇小计', '10', '-1.0'],
        ['总计', '30', '2.0'],
      ],
    },
    ['总计余额30亿元，增长2.0%', '总计'],
  ],
  [
    'years side by side is told from the first to the last of them',
    {
      measures: years,
      cells: [
        ['常住人口', '40.1', '40.5', '42.0'],
        ['城镇人口', '20.1', '21.5', '23.0'],
      ],
    },
    ['常住人口从40.1万人增加到42.0万人', '常住人口'],
  ],
  [
    'changes of years side by side is told of the last year',
    {
      measures: years.map(({ id, head = '', period = '' }) => ({
        ...growth,
        ...{ id, head, period, label: '增速' },
        of: undefined,
      })) as never,
      cells: [
        ['工业', '8.9', '7.3', '9.0'],
        ['投资', '11.2', '8.0', '5.9'],
      ],
    },
    ['工业增长9.0%，投资增长5.9%', '工业'],
  ],
  [
    'changes is told of what begins it, and of the largest of the others',
    {
      measures: [{ id: 'growth', label: '价格涨跌', unit: '%', kind: 'growth', change: '上涨', fall: '下降' }],
      total: '居民消费',
      cells: [
        ['居民消费', '0.3'],
        ['衣着', '1.2'],
        ['食品', '-0.6'],
        ['居住', '0.1'],
        ['医疗', '0.2'],
      ],
    },
    ['居民消费价格涨跌上涨0.3%，衣着价格涨跌上涨1.2%', '衣着'],
  ],
  [
    'a month beside the months of the deck is told of the latter',
    {
      measures: [
        { id: 'month', label: '本月总量', unit: '亿元', period: '2031-09' },
        { ...growth, id: 'month-growth', label: '本月增速', period: '2031-09', of: 'month' },
        { ...amount, label: '累计总量' },
        { ...growth, label: '累计增速' },
      ],
      cells: [
        ['甲行', '3', '8.9', '30', '2.0'],
        ['乙行', '2', '5.2', '20', '9.0'],
      ],
    },
    ['乙行累计总量增长9.0%，甲行累计总量增长2.0%', '乙行'],
  ],
])('a table of %s', (_, table, expected) => {
  expect(told(table)).toEqual(expected)
})

describe('a table that is too wide for a slide', () => {
  const subjects = ['地区生产总值', '一般公共预算收入'].flatMap((name, at): MeasureInput[] => [
    { id: `total-${at}`, label: `${name}总量`, unit: '亿元' },
    { id: `growth-${at}`, label: `${name}增速`, unit: '%', change: '增长', of: `total-${at}` },
    { id: `rank-${at}`, label: `${name}增速位次`, unit: '位', kind: 'rank' },
    { id: `firms-${at}`, label: `${name}涉及企业`, unit: '家' },
  ])
  const cells = ['甲县高新技术区', '乙县', '丙县'].map((name, at): [string, ...string[]] => [
    name,
    ...['1234962.35', `${at}.1`, `${at + 1}`, '1976', '5839962.70', `${at}.2`, `${at + 1}`, '1974'],
  ])

  it('is a slide for each subject of its columns', () => {
    const measures = slides({ measures: subjects, cells }).map(({ body }) => /:measures="([^"]*)"/.exec(body)?.[1])
    expect(measures).toEqual([
      "['total-0', 'growth-0', 'rank-0', 'firms-0']",
      "['total-1', 'growth-1', 'rank-1', 'firms-1']",
    ])
  })

  it('shows the columns that say most, where they have one subject', () => {
    const names = ['预算数', '调整预算数', '执行数', '上年执行数', '比预算增减额', '占全部支出的数额', '本月数']
    const measures = names.map((label, at): MeasureInput => ({ id: `m${at}`, label, unit: '万元' }))
    const changed = { ...growth, of: 'm2' }
    const wide = ['甲县', '乙县', '丙县'].map((name, at): [string, ...string[]] => [
      name,
      ...names.map(() => `${at + 1}305200.25`),
      `${at}.1`,
    ])
    const { body } = slides({ measures: [...measures, changed], cells: wide })[0]!
    expect(body).toContain('bars="m2"')
    expect(body).toContain("'growth'")
    expect(body).not.toContain("'m6'")
  })
})
