import { expect, it } from 'vitest'
import { toDeckData } from '../../model/slides/data.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import type { MeasureInput, TableInput } from '../../model/table.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { tableSlide } from '../../scripts/draft/table-slides.ts'
import { deckWith } from './figures.ts'

const amount: MeasureInput = { id: 'amount', label: '余额', unit: '亿元' }
const growth: MeasureInput = { id: 'growth', label: '余额增速', unit: '%', change: '增长', of: 'amount' }

/** The title of the slide of a table, as it prints, and the row that its drawing sets apart. */
function told(table: Partial<TableInput>): [title: string, highlight: string | undefined] {
  const peers: TableInput = {
    ...{ id: 'peers', label: '各项余额', chapter: 'trade', period: 'year', evidence: { table: '表1' } },
    ...{ rows: 'subjects', measures: [amount, growth], cells: [] },
    ...table,
  }
  const deck = deckWith({ tables: [{ file: 'data/tables/trade.ts', tables: [peers] }] })
  const { title = '', body } = tableSlide(deck.tables[0]!, materialOf(deck))[0]!
  const said = printFigures(title, toDeckData(deck), id => id).replace('## ', '')
  return [said, /highlight="peers@([^/"]+)/.exec(body.join())?.[1]]
}

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
])('a table of %s', (_, table, expected) => {
  expect(told(table)).toEqual(expected)
})
