import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { packDeck, unpackDeck, type PackedDeck } from '../../model/packed.ts'
import { surveyDeck } from '../../model/survey.ts'
import { soundSource } from '../support/deck-source.ts'
import { tableFiles } from '../support/tables.ts'

describe('a deck that is packed for the browser', () => {
  const source = { ...soundSource(), tables: tableFiles() }
  source.figures[0]!.figures.push({
    id: 'structure',
    label: '结构',
    value: [22.8, 34.5, 42.7],
    unit: '',
    kind: 'ratio',
    period: '2030',
    evidence: { column: source.columns[0]!, clause: '2030年结构为22.8:34.5:42.7' },
  } satisfies FigureInput)
  const { deck, problems } = surveyDeck(source)
  const unpacked = unpackDeck(JSON.parse(JSON.stringify(packDeck(deck))) as PackedDeck)

  it('is sound at first', () => {
    expect(problems).toEqual([])
  })

  it('has the same figures, chapters and periods', () => {
    expect(unpacked.figures).toEqual(deck.figures)
    expect(unpacked.chapters).toEqual(deck.chapters)
    expect(unpacked.periods).toEqual(deck.periods)
    expect(unpacked.findFigure('structure')).toMatchObject({ value: Number.NaN, parts: [22.8, 34.5, 42.7] })
    expect(() => unpacked.getFigure('structur' as never)).toThrow('没有编号为“structur”的数据，最接近的是：structure')
  })

  it('has the same tables, down to gaps', () => {
    expect(unpacked.tables).toHaveLength(deck.tables.length)
    deck.tables.forEach(({ cell, ...table }, index) => {
      const { cell: other, ...own } = unpacked.tables[index]!
      expect(own).toEqual(table)
      for (const row of table.rows)
        for (const { id } of table.measures) expect(other(row.id, id)).toEqual(cell(row.id, id))
      expect(other(table.rows[0]!.id)).toEqual(cell(table.rows[0]!.id))
    })
  })
})
