import { describe, expect, it } from 'vitest'
import { splitNumbers } from '../../components/kept-numbers.ts'

describe('numbers in a text that may break anywhere else', () => {
  it.each([
    ['原有商铺＝1050家 − 470余家', '原有商铺＝|1050家| − |470余家|'],
    ['销售额为2031年1—11月', '销售额为|2031年1—11月|'],
    ['基数为2031年初，其余为2031年', '基数为|2031年初|，其余为|2031年|'],
    ['2757.4亿元 ÷ （100% + 10.1%）', '|2757.4亿元| ÷ （|100%| + |10.1%|）'],
    ['提升7.81万平方米', '提升|7.81万平方米|'],
    ['没有数', '没有数'],
  ])('stay with their units: %s', (text, expected) => {
    expect(splitNumbers(text).join('|')).toBe(expected)
    expect(splitNumbers(text).join('')).toBe(text)
  })
})
