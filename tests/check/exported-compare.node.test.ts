import { describe, expect, it } from 'vitest'
import { compareTexts, joinSaid, saidIn, unlimited, type Said } from '../../scripts/check/exported/compare.ts'
import type { ExportedText } from '../../scripts/check/exported/facts.ts'

/** Texts as a PDF paints them, piece by piece. */
const pieces = (...texts: string[]): ExportedText[] => texts.map(text => ({ place: '页面', text, piece: true }))
const paragraphs = (...texts: string[]): ExportedText[] => texts.map(text => ({ place: '标题', text }))
const cells = (...texts: string[]): ExportedText[] => paragraphs(...texts).map(text => ({ ...text, isCell: true }))

/** What is told: a change as found→said, a text that is not the deck's as it is. */
const told = (texts: ExportedText[], said: Said, parts: Record<string, string[]> = {}): string[] => {
  const { changed, strange } = compareTexts(texts, said, text => parts[text] ?? [])
  return [...changed.map(({ found, said: own }) => `${found}→${own}`), ...strange.map(({ text }) => text)]
}

describe('texts that are compared with what the deck says', () => {
  it.each<[string, ExportedText[], string[]]>([
    ['on several lines', pieces('商铺累计 ', '300', ' 家，', '新开40', '余家'), ['商铺累计300家，新开40余家']],
    ['in spaced type', paragraphs('2031年 9 月'), ['2031年9月']],
    ['without numbers', pieces('新开', '很多'), []],
    ['with numbers in the appendix', paragraphs('商铺300家[12]'), ['商铺300家[12]']],
    ['without its numbers in the appendix', paragraphs('商铺300家'), ['商铺300家[12]']],
    ['with signs of a style sheet', paragraphs('▲+6.2%'), ['+6.2%']],
    ['as a list of pages', pieces('2', ' ', '4', ' ', '30'), ['2 4 30']],
    ['less often than there', paragraphs('300家'), ['300家', '300家', '40余家']],
  ])('are the same %s', (_, texts, said) => {
    expect(told(texts, saidIn(said))).toEqual([])
  })

  it.each<[string, ExportedText[], string[], string[]]>([
    ['a digit', pieces('新开', '70', '余家'), ['新开40余家'], ['新开70余家→新开40余家']],
    ['a numeral', paragraphs('第二章'), ['第一章'], ['第二章→第一章']],
    ['another number of the page', cells('40', '40'), ['300', '40', '20'], ['40→20']],
    ['the nearest of several', paragraphs('38家'), ['12家', '30家'], ['38家→30家']],
    ['a number in the appendix', paragraphs('300家[13]'), ['300家[12]'], ['[13]']],
    ['a text too often', paragraphs('300家', '300家'), ['300家'], ['300家']],
    ['more digits', paragraphs('3000家'), ['300家'], ['3000家']],
    ['two cells as one number', cells('4', '4'), ['44'], ['4', '4']],
    ['two cells as one sentence', cells('新开', '40余家'), ['新开40余家'], ['40余家']],
  ])('tell %s', (_, texts, said, expected) => {
    expect(told(texts, saidIn(said))).toEqual(expected)
  })

  it('may be painted out of order, part by part', () => {
    const said = saidIn(['商铺300家，新开40余家'])
    const parts = { '商铺300家，新开40余家': ['商铺', '300家', '新开', '40余家'] }
    expect(told(pieces('商铺', '，新开', '新开', '300家', '40余家'), said, parts)).toEqual([])
    expect(told(pieces('商铺', '，新开', '新开', '300家', '70余家'), said, parts)).toEqual(['70余家→40余家'])
    expect(told(pieces('新开', '300家', '40余家'), said, parts)).toEqual(['300家', '40余家'])
  })

  it('know what stands beside a piece that is not the deck’s', () => {
    const { strange } = compareTexts(pieces('商铺', '70', '余家', '300家'), saidIn(['300家']))
    expect(strange).toEqual([expect.objectContaining({ text: '70', beside: ['商铺', '余家'] })])
  })

  it('count what several places say together', () => {
    const both = joinSaid(saidIn(['300家']), saidIn(['300家']))
    expect(told(paragraphs('300家', '300家', '300家'), both)).toEqual(['300家'])
    expect(told(paragraphs('300家', '300家', '300家'), unlimited(both))).toEqual([])
  })
})
