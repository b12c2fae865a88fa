import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { signed } from '../../scripts/check/facts/signed.ts'
import { reviewItems } from '../../scripts/review/items.ts'
import { facts, SLIDES, source } from '../check/support/facts-deck.ts'

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

describe('a proportion', () => {
  const proportion = (): FigureInput => ({
    id: 'structure',
    label: '各业比例',
    value: [22.8, 34.5, 42.7],
    shares: [
      { id: 'shops-share', label: '商铺占比', short: '商铺' },
      { id: 'stalls-share', label: '摊位占比' },
      { id: 'rest-share', label: '其余占比' },
    ],
    unit: '',
    kind: 'ratio',
    whole: '销售额',
    period: '2031',
    evidence: { column: '数说', clause: '各业比例为22.8∶34.5∶42.7' },
  })
  const read = async (change: (own: FigureInput) => void = () => {}) => {
    const own = proportion()
    change(own)
    const written = source(deck => {
      ;(deck.figures[0]!.figures as FigureInput[]).push(own)
    })
    const slides = `${SLIDES}\n\n---\n\n## 商铺<Fig id="shops-share" />\n\n<!-- <Fig id="structure" /> -->\n`
    return facts({ source: written, slides, article: null })
  }

  it('is one decision with its shares: of where any of them is, and of what each is called', async () => {
    const items = reviewItems(await read()).filter(({ id }) => /structure|share/.test(id))
    expect(items.map(({ id, shown, stated }) => [id, shown, stated])).toEqual([['structure', true, ['structure']]])
    const [item] = items
    expect(item!.measure).toBe('比率，占销售额')
    expect(item!.shares.map(({ id, label, text }) => [id, label, text])).toEqual([
      ['shops-share', '商铺占比', '22.8%'],
      ['stalls-share', '摊位占比', '34.5%'],
      ['rest-share', '其余占比', '42.7%'],
    ])
    expect(item!.places.map(({ slide, medium }) => `${slide} ${medium}`)).toEqual(['4 note', '4 title'])
    const other = reviewItems(
      await read(own => (own.shares = own.shares!.with(1, { id: 'stalls-share', label: '货摊占比' }))),
    )
    expect(other.find(({ id }) => id === 'structure')!.fingerprint).not.toBe(item!.fingerprint)
  })

  it('that is wrong is not listed, nor are its shares', async () => {
    const items = reviewItems(await read(own => (own.value = [22.8, 34.5, 40])))
    expect(items.filter(({ id }) => /structure|share/.test(id))).toEqual([])
  })

  it('asks for two people once, whichever share a slide shows', async () => {
    const deck = await read()
    const of = (review: Parameters<typeof signed>[1]): string[] =>
      signed(deck, review).flatMap(({ element }) => (/structure|share/.test(element) ? [element] : []))
    expect(of({})).toEqual(['structure'])
    const { fingerprint } = reviewItems(deck).find(({ id }) => id === 'structure')!
    const confirmed = { verdict: 'confirmed', at: '2031-03-01T08:00:00Z', fingerprint } as const
    expect(of({ structure: { 李明: confirmed, 王芳: confirmed } })).toEqual([])
  })
})
