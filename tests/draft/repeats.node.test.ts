import { expect, it } from 'vitest'
import type { TableInput } from '../../model/table.ts'
import { repeatedIn } from '../../scripts/draft/repeats.ts'
import { deckWith, inChapter, stated } from './figures.ts'

const structure: TableInput = {
  id: 'structure',
  label: '结构',
  chapter: 'trade',
  evidence: { table: '表1' },
  rows: 'periods',
  measures: ['零售', '批发'].map((label, index) => ({
    id: `m${index}`,
    label,
    unit: '%',
    kind: 'share',
    whole: '销售额',
  })),
  cells: [
    ['2030', '40', '60'],
    ['2031', '45', '55'],
  ],
}

it.each([
  ['whose numbers a table has at its time is repeated', [45, 55], '2031', true],
  ['of another time is not', [45, 55], '2030', false],
  ['of more parts is not', [45, 55, 3], '2031', false],
])('a proportion %s', (_, value, period, expected) => {
  const deck = deckWith({
    ...inChapter([stated('ratio', { label: '结构', value, unit: '', kind: 'ratio', period })]),
    tables: [{ file: 'data/tables/trade.ts', tables: [structure] }],
  })
  expect(repeatedIn(deck.findFigure('ratio')!, deck.tables) !== undefined).toBe(expected)
})
