import { describe, expect, it } from 'vitest'
import { minus, figure } from '../../model/expression.ts'
import { factsOf } from '../../model/facts.ts'
import { formatFigure } from '../../model/format.ts'
import { inPrintedUnit } from '../../model/print-unit.ts'
import { numberInClause } from '../../model/reading/statement.ts'
import { loadDataset } from '../support/load-dataset.ts'
import { soundSource } from '../support/deck-source.ts'

describe('a number in another unit', () => {
  it.each<[number, number | undefined, string, string, number, number]>([
    [719183, undefined, '万元', '亿元', 71.9183, 4],
    [719000, undefined, '万元', '亿元', 71.9, 1],
    [10000, undefined, '万元', '亿元', 1, 0],
    [5, undefined, '万元', '亿元', 0.0005, 4],
    [-719183, undefined, '万元', '亿元', -71.9183, 4],
    [71.9183, undefined, '亿元', '万元', 719183, 0],
    [71.9, undefined, '亿元', '万元', 719000, 0],
    [8, 1, '亿元', '万元', 80000, 0],
    [0, undefined, '万元', '亿元', 0, 0],
    [12.5, undefined, '万亩', '亩', 125000, 0],
    [0.1, undefined, '万亿元', '亿元', 1000, 0],
  ])('%s (%s digits) %s is %s %s', (value, decimals, unit, printAs, printed, digits) => {
    expect(inPrintedUnit({ value, ...(decimals !== undefined && { decimals }), unit, printAs })).toMatchObject({
      value: printed,
      decimals: digits,
      unit: printAs,
    })
  })

  it('takes both ends of a range', () => {
    expect(inPrintedUnit({ value: 65000, to: 71250, unit: '万元', printAs: '亿元' })).toMatchObject({
      value: 6.5,
      to: 7.125,
    })
  })
})

describe('a figure that is printed in another unit', () => {
  const source = soundSource()
  const part = { column: '数说', clause: '其中税收119183万元' }
  source.figures[0]!.figures.push(
    {
      id: 'income',
      label: '收入',
      value: 719183,
      unit: '万元',
      printAs: '亿元',
      qualifier: '约',
      period: 'year',
      evidence: { column: '数说', clause: '收入约719183万元' },
    },
    {
      id: 'tax',
      label: '税收',
      value: 119183,
      unit: '万元',
      printAs: '亿元',
      of: 'income',
      period: 'year',
      evidence: part,
    },
  )
  source.derived.figures = [
    ...source.derived.figures,
    {
      id: 'other-income',
      label: '其他收入',
      unit: '亿元',
      kind: 'amount',
      decimals: 0,
      of: 'income',
      expression: minus(figure('income'), figure('tax')),
    },
  ]
  const { getFigure, figures } = loadDataset<string>(source)

  it('has one printed form, exact to the digit', () => {
    expect(formatFigure(getFigure('income'))).toBe('约71.9183亿元')
    expect(formatFigure(getFigure('tax'))).toBe('11.9183亿元')
  })

  it('is computed with as it is printed', () => {
    expect(getFigure('other-income').derived?.formula).toBe('约71.9183亿元 − 11.9183亿元')
    expect(formatFigure(getFigure('other-income'))).toBe('约60亿元')
  })

  it('keeps the writing of the source as evidence', () => {
    const { evidence } = getFigure('income')
    const { start, end } = numberInClause(getFigure('income'), evidence.clause)!
    expect(evidence.clause.slice(start, end)).toBe('约719183万元')
    const fact = factsOf({ title: '', lang: 'zh-CN' }, figures, {}).figures.find(({ id }) => id === 'income')
    expect(fact).toMatchObject({ text: '约71.9183亿元', value: 71.9183, stated: { value: 719183, unit: '万元' } })
    expect(fact?.clause).toBe('收入约719183万元')
  })
})
