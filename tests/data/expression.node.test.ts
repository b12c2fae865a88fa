import type { Operand } from '../../model/expression.ts'
import { describe, expect, it } from 'vitest'
import { evaluate, figure, formulaText, inputsOf, minus, over, percent, plus, round } from '../../model/expression.ts'

const OPERANDS: Record<string, Operand> = {
  total: { value: 130, unit: '家', qualifier: 'none', text: '130家' },
  new: { value: 60, unit: '家', qualifier: '余', text: '60余家' },
  amount: { value: 2757.4, unit: '亿元', qualifier: 'none', text: '2757.4亿元' },
  share: { value: 46.8, unit: '%', qualifier: 'none', text: '46.8%' },
  cut: { value: 87.8, unit: '%', qualifier: 'none', text: '87.8%' },
  rate: { value: 4, unit: '‰', qualifier: 'none', text: '4‰' },
  none: { value: 0, unit: '家', qualifier: 'none', text: '0家' },
  rough: { value: 10, unit: '家', qualifier: '约', text: '约10家' },
}
const operand = (id: string): Operand => OPERANDS[id]!

describe('derived figures', () => {
  it.each([
    ['a lower bound taken away leaves an upper bound', minus(figure('total'), figure('new')), 0, 70, '不足'],
    ['a lower bound added leaves a lower bound', plus(figure('total'), figure('new')), 0, 190, '余'],
    [
      'division by a lower bound leaves an upper bound, rounded up',
      over(figure('total'), figure('new')),
      1,
      2.2,
      '不足',
    ],
    ['a lower bound is rounded down', over(figure('new'), figure('total')), 1, 0.4, '余'],
    ['an approximation stays one', plus(figure('total'), figure('rough')), 0, 140, '约'],
    ['bounds that pull apart leave an approximation', minus(figure('new'), figure('new')), 0, 0, '约'],
    ['an inexact quotient is an approximation', over(figure('amount'), figure('share')), 0, 5892, '约'],
    ['an exact difference is exact in spite of floating point', minus(percent(100), figure('cut')), 1, 12.2, 'none'],
    ['a divisor in per mille', over(figure('total'), figure('rate')), 0, 32500, 'none'],
    ['a factor in percent', over(figure('amount'), plus(percent(100), figure('share'))), 0, 1878, '约'],
  ] as const)('%s', (_, expression, decimals, value, qualifier) => {
    expect(round(evaluate(expression, operand), decimals)).toEqual({ value, qualifier })
  })

  it('keeps the unit of the dividend', () => {
    expect(evaluate(over(figure('amount'), figure('total')), operand).unit).toBe('亿元')
  })

  it('refuses sums of different units', () => {
    expect(() => evaluate(plus(figure('total'), figure('amount')), operand)).toThrow('单位不同，不能相加：家与亿元')
  })

  it('refuses to divide by zero', () => {
    expect(() => evaluate(over(figure('total'), figure('none')), operand)).toThrow('除数为零')
  })

  it('refuses to divide by less than nothing', () => {
    expect(() => evaluate(over(figure('total'), minus(figure('none'), figure('total'))), operand)).toThrow('除数是负数')
  })

  it('prints percentages with the digits that they need', () => {
    expect(formulaText(over(percent(12.5), percent(100)), operand)).toBe('12.5% ÷ 100%')
  })

  it('prints the formula and lists its inputs once each', () => {
    const expression = over(figure('amount'), plus(percent(100), minus(figure('share'), figure('amount'))))
    expect(formulaText(expression, operand)).toBe('2757.4亿元 ÷ （100% + （46.8% − 2757.4亿元））')
    expect(inputsOf(expression)).toEqual(['amount', 'share'])
  })
})
