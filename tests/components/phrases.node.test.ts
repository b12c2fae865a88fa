import { describe, expect, it } from 'vitest'
import { phrases } from '../../model/phrases.ts'

describe('phrases', () => {
  it.each([
    ['获评首届“市杰出奖”', '获评首届|“市杰出奖”'],
    ['新建24小时城市书房', '新建|24小时|城市|书房'],
    ['治理提升工程总投资', '治理|提升|工程|总投资'],
    ['无人工厂的3D打印机', '无人工厂的|3D打印机'],
    ['民生实事，群众满意。', '民生实事，|群众满意。'],
    ['为全区的高水平发展出力', '为全区的|高水平发展出力'],
    ['我推开窗户就能见到绿色', '我推开窗户|就能见到绿色'],
    ['产值之比为2.3∶1', '产值之|比为|2.3∶1'],
    ['由12.9∶41.0∶46.1调整为12.6:40.4:47.0', '由|12.9∶41.0∶46.1调整|为12.6:40.4:47.0'],
    ['提高2.3个百分点', '提高2.3个百分点'],
    ['死亡人数较2020年下降17.5%', '死亡|人数较|2020年|下降17.5%'],
    ['用电21.7亿千瓦时', '用电|21.7亿千瓦时'],
    ['新建学校3个百姓叫好', '新建|学校|3个|百姓|叫好'],
    ['同比增长（推算）', '同比|增长|（推算）'],
  ])('keeps words, particles, numbers and quoted names whole: %s', (text, expected) => {
    expect(phrases(text).join('|')).toBe(expected)
  })

  it('loses no character', () => {
    const text = '“清水绿岸”工程：总投资15.7亿元，约10000个车位；5G基站2541个——一件事一次办。'
    expect(phrases(text).join('')).toBe(text)
    expect(phrases('')).toEqual([])
  })

  it('never begins a piece with closing punctuation nor ends one with opening punctuation', () => {
    const pieces = phrases('他说：“好。”（《公报》，第3版）就这样……')
    expect(pieces.filter(piece => /^[，。、；：？！”’）》…]/.test(piece) || /[“‘（《]$/.test(piece))).toEqual([])
  })
})
