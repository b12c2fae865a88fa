import { expect, it } from 'vitest'
import { reviewItems } from '../../scripts/review/items.ts'
import { facts, source } from '../check/support/facts-deck.ts'

it('is every figure, cell and quote of a deck, chapter by chapter, with what leads to it and what is in doubt', async () => {
  const deck = await facts({
    source: source(deck => {
      deck.figures[0]!.figures[1]!.doubt = '“余”从哪里来'
      deck.tables = [
        {
          file: 'data/tables/towns.ts',
          tables: [
            {
              id: 'towns',
              label: '各镇产值',
              chapter: 'parks',
              period: '2031',
              evidence: { table: '表1' },
              rows: 'subjects',
              measures: [{ id: 'output', label: '产值', head: '产值（亿元）', unit: '亿元' }],
              cells: [
                ['东镇', '400.5'],
                ['西镇', '…'],
              ],
              doubts: { 东镇: '表里盖着章' },
            },
          ],
        },
      ]
    }),
  })
  const items = reviewItems(deck)
  expect(items.map(({ id, doubt, stated, shown }) => [id, doubt, stated.join(), shown])).toEqual([
    ['shops', null, 'shops', true],
    ['shops-new', '“余”从哪里来', 'shops-new', true],
    ['sales-growth', null, 'sales-growth', true],
    ['shops-base', null, 'shops,shops-new', true],
    ['quote:keeper', null, 'quote:keeper', true],
    ['parks-new', null, 'parks-new', true],
    ['towns@东镇', '表里盖着章', 'towns@东镇', false],
  ])
  const placesOf = (id: string): string[] =>
    items.find(item => item.id === id)!.places.map(({ slide, medium }) => `${slide} ${medium}`)
  expect(placesOf('parks-new')).toEqual(['2 number', '2 note'])
  expect(placesOf('quote:keeper')).toEqual(['3 body'])
  expect(items.find(({ id }) => id === 'shops-base')!.formula!.formula).toBe('300家 − 40余家')
  expect(new Set(items.map(({ fingerprint }) => fingerprint)).size).toBe(items.length)
})
