import { describe, expect, it } from 'vitest'
import { packDeck } from '../../model/packed.ts'
import { validate } from '../../model/validate.ts'
import { doubt } from '../../scripts/check/facts/doubt.ts'
import { facts, source, told, type Source } from './support/facts-deck.ts'
import { counties, gdp } from '../support/tables.ts'

const doubtful = (s: Source): void => {
  Object.assign(s.figures[0]!.figures[0]!, { doubt: '原文“全区”指哪里不明' })
  s.tables = [{ file: 'data/tables/one.ts', tables: [{ ...gdp, doubts: { '2019/total': '表头的单位不清' } }] }]
}

describe('a figure in doubt', () => {
  it('is a notice until somebody has looked at it', async () => {
    expect(doubt(await facts({ source: source() }))).toEqual([])
    const found = doubt(await facts({ source: source(doubtful) }))
    expect(found.map(({ element, measured, severity }) => [element, measured, severity])).toEqual([
      ['shops', '待核：原文“全区”指哪里不明', 'notice'],
      ['gdp@2019/total', '待核：表头的单位不清', 'notice'],
    ])
    expect(told(found)[0]).toContain('data/figures/')
  })

  it('is sound data, and its doubt is not packed for a browser', async () => {
    const data = source(doubtful)
    expect(validate(data)).toEqual([])
    expect(JSON.stringify(packDeck((await facts({ source: data })).deck))).not.toMatch(/指哪里不明|单位不清/)
  })

  it('names a cell that there is', () => {
    const data = source(s => {
      s.tables = [{ file: 'data/tables/one.ts', tables: [{ ...counties, doubts: { 丁区: '?' } }] }]
    })
    expect(validate(data).map(({ message }) => message)).toEqual([expect.stringContaining('doubts：没有“丁区”这一格')])
  })
})
