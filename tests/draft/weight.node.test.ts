import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { leadOf, materialOf } from '../../scripts/draft/material.ts'
import { changed, deckOf, stated } from './figures.ts'

/** The id of the figure that leads others. */
function leadAmong(...figures: FigureInput[]): string {
  const material = materialOf(deckOf(...figures), new Set(['doubtful']))
  return leadOf(material.deck.figures, material).id
}

const count = (id: string, value: number): FigureInput => stated(id, { unit: '个', value })
const growth = (id: string, value: number): FigureInput => {
  const { of: _, ...alone } = changed(id, value, value < 0 ? '下降' : '增长')
  return { ...alone, id }
}

describe('what leads', () => {
  it.each<[string, FigureInput[], string]>([
    ['the first of amounts, however large another is', [stated('first', {}), stated('b', { value: 900 })], 'first'],
    ['what others add up to', [stated('a', {}), stated('sum', { label: '合计投资' })], 'sum'],
    ['an amount before a count', [count('a', 9000), stated('amount', { value: 1 })], 'amount'],
    ['the first of growths, however large another is', [growth('whole', 7.6), growth('b', 41.5)], 'whole'],
    ['a fall no more than a rise', [growth('first', 0.3), growth('b', -56)], 'first'],
    [
      'a quantity of which the source says how it grew',
      [count('a', 9000), count('grown', 5), changed('grown', 8, '增长')],
      'grown',
    ],
    ['an amount before its own growth', [changed('amount', 99, '增长'), stated('amount', {})], 'amount'],
    ['the first of counts of as many digits', [count('born', 2210), count('b', 3120)], 'born'],
    ['a count of more digits', [count('a', 9), count('many', 1500)], 'many'],
    [
      'a share before a few things',
      [count('a', 5), stated('share', { unit: '%', kind: 'share', whole: '全部' })],
      'share',
    ],
    ['things before a rate', [stated('a', { unit: '‰', kind: 'rate' }), count('things', 5)], 'things'],
    ['what is before what was', [stated('a', { period: '2030' }), count('now', 5)], 'now'],
    ['what is before what is planned', [stated('a', { period: '2032' }), count('now', 5)], 'now'],
    ['what is certain before what is in doubt', [stated('doubtful', {}), count('certain', 25)], 'certain'],
  ])('is %s', (_, figures, lead) => {
    expect(leadAmong(...figures)).toBe(lead)
  })

  it('is what the source states among many rather than what it says in passing', () => {
    const passing = { evidence: { column: '话说', clause: 'a' } }
    const many = Array.from({ length: 12 }, (_, index) => count(`f${index}`, 25))
    expect(leadAmong(stated('said', passing), ...many)).toBe('f0')
    expect(leadAmong(stated('said', passing), many[0]!)).toBe('said')
  })

  it.each([
    ['商贸扩容提质', 'named'],
    ['商贸', 'amount'],
  ])('in a chapter that is named %s is %s', (title, lead) => {
    const material = materialOf(deckOf(stated('amount', {}), { ...count('named', 5), label: '商贸扩容项目' }))
    const figures = material.deck.figures.map(figure => ({ ...figure, chapter: { ...figure.chapter, title } }))
    expect(leadOf(figures, material).id).toBe(lead)
  })
})
