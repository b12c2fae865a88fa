import { expect, it } from 'vitest'
import { rowKeys, type RowKey } from '../../scripts/lib/cells/row-keys.ts'

type Row = [heads: string[], section?: string]

/** A key, and behind it what the row is a part of. */
const told = ({ key, of }: RowKey): string => (of === undefined ? key : `${key} ← ${of}`)

it.each<[string, Row[], string[]]>([
  ['heads that stand once', [[['产值']], [['企业']]], ['产值', '企业']],
  ['several heads', [[['工业', '产值']], [['农业', '产值']]], ['工业/产值', '农业/产值']],
  [
    'parts by the head above',
    [[['产值']], [['增长']], [['企业']], [['增长']]],
    ['产值', '产值/增长 ← 产值', '企业', '企业/增长 ← 企业'],
  ],
  [
    'subtotals by the heading of their part',
    [
      [['甲'], '一、教育'],
      [['小计'], '一、教育'],
      [['乙'], '二、交通'],
      [['小计'], '二、交通'],
    ],
    ['甲', '一、教育/小计 ← 一、教育', '乙', '二、交通/小计 ← 二、交通'],
  ],
  ['what a head is the change of', [[['存款']], [['比年初增加']]], ['存款', '存款/比年初增加 ← 存款']],
  ['no part of another', [[['产值']], [['企业']], [['产值']]], ['产值', '企业', '产值']],
])('tells rows apart by %s', (_, rows, expected) => {
  expect(
    rowKeys(
      rows.map(([heads]) => heads),
      rows.map(([, section]) => section),
      head => head.startsWith('比'),
    ).map(told),
  ).toEqual(expected)
})
