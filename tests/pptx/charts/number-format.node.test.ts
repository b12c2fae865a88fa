import { format } from 'numfmt'
import { describe, expect, it } from 'vitest'
import { numberFormat } from '../../../scripts/export/pptx/charts/number-format.ts'

describe('the number format of a printed number', () => {
  it.each([
    ['86.4亿元', 86.4],
    ['1244.0亿元', 1244],
    ['突破840亿元', 840],
    ['30%以上', 30],
    ['12万余件', 12],
    ['12,865人', 12_865],
    ['+6.5%', 6.5],
    ['−4.2%', -4.2],
    ['−57.56亿元', -57.56],
    ['0%', 0],
    ['下降3.2%', 3.2],
    ['“四高”企业5家', 5],
    ['10"高5层', undefined],
    ['四成', undefined],
    ['6%—6.5%', undefined],
    ['719183万元', undefined],
  ])('prints %s, or is none', (text, value) => {
    const code = numberFormat(text, value ?? 71.9183)
    expect(code === undefined ? undefined : format(code, value)).toBe(value === undefined ? undefined : text)
  })

  it('prints another sign than that of its number, too', () => {
    const told = (text: string, value: number, edited: number, rise?: '+'): string =>
      format(numberFormat(text, value, rise)!, edited)
    expect(told('−4.2%', -4.2, 4.2, '+')).toBe('+4.2%')
    expect(told('−57.56亿元', -57.56, 57.56)).toBe('57.56亿元')
    expect(told('+6.5%', 6.5, -6.5, '+')).toBe('−6.5%')
    expect(told('86.4亿元', 86.4, -1)).toBe('−1.0亿元')
  })

  it('is none for a number whose sign the text does not tell', () => {
    expect(numberFormat('4.2%', -4.2)).toBeUndefined()
    expect(numberFormat('−4.2%', 4.2)).toBeUndefined()
  })
})
