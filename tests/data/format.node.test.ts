import type { FormatStyle, Printable } from '../../model/format.ts'
import { describe, expect, it } from 'vitest'
import { figureSegments, formatFigure } from '../../model/format.ts'

function printable(over: Partial<Printable>): Printable {
  return { value: 1, decimals: 0, unit: '个', qualifier: 'none', kind: 'count', ...over }
}

describe('formatFigure', () => {
  it.each<[string, Partial<Printable>, FormatStyle | undefined]>([
    ['1600亿元', { value: 1600, unit: '亿元', kind: 'amount' }, undefined],
    ['突破1600亿元', { value: 1600, unit: '亿元', kind: 'amount', qualifier: '突破' }, undefined],
    ['1000余家', { value: 1000, unit: '家', qualifier: '余' }, undefined],
    ['14万余件', { value: 14, unit: '万件', qualifier: '余' }, undefined],
    ['20余万户', { value: 20, unit: '万户', qualifier: '余' }, undefined],
    ['1.5万余人次', { value: 1.5, decimals: 1, unit: '万人次', qualifier: '余' }, undefined],
    ['2万亿余元', { value: 2, unit: '万亿元', kind: 'amount', qualifier: '余' }, undefined],
    ['12余公里', { value: 12, unit: '公里', kind: 'length', qualifier: '余' }, undefined],
    ['100余亿元', { value: 100, unit: '亿元', kind: 'amount', qualifier: '余' }, undefined],
    ['150万平方米以上', { value: 150, unit: '万平方米', kind: 'area', qualifier: '以上' }, undefined],
    ['约10000个', { value: 10000, qualifier: '约' }, undefined],
    ['不足70家', { value: 70, unit: '家', qualifier: '不足' }, undefined],
    ['12865个', { value: 12865 }, undefined],
    ['52.05%', { value: 52.05, decimals: 2, unit: '%', kind: 'share' }, undefined],
    ['52.50%', { value: 52.5, decimals: 2, unit: '%', kind: 'share' }, undefined],
    ['0.17次', { value: 0.17, decimals: 2, unit: '次', kind: 'frequency' }, undefined],
    ['1.01%', { value: 1.005 + 0.0001, decimals: 2, unit: '%', kind: 'share' }, undefined],
    ['第二位', { value: 2, unit: '位', kind: 'rank' }, undefined],
    ['第九十九位', { value: 99, unit: '位', kind: 'rank' }, undefined],
    ['第100位', { value: 100, unit: '位', kind: 'rank' }, undefined],
    ['2.3个百分点', { value: 2.3, decimals: 1, unit: '个百分点', kind: 'growth', change: '提高' }, undefined],
    [
      '高于全市平均0.6个百分点',
      { value: 0.6, decimals: 1, unit: '个百分点', kind: 'growth', change: '高于', comparedWith: '全市平均' },
      'worded',
    ],
    [
      '+0.6个百分点',
      { value: 0.6, decimals: 1, unit: '个百分点', kind: 'growth', change: '高于', comparedWith: '全市平均' },
      'signed',
    ],
    ['提高2.3个百分点', { value: 2.3, decimals: 1, unit: '个百分点', kind: 'growth', change: '提高' }, 'worded'],
    ['8.9%', { value: 8.9, decimals: 1, unit: '%', kind: 'growth', change: '同比增长' }, 'plain'],
    ['同比增长8.9%', { value: 8.9, decimals: 1, unit: '%', kind: 'growth', change: '同比增长' }, 'worded'],
    ['+8.9%', { value: 8.9, decimals: 1, unit: '%', kind: 'growth', change: '同比增长' }, 'signed'],
    ['0.0%', { value: 0, decimals: 1, unit: '%', kind: 'growth', change: '增长' }, 'signed'],
    ['−55.3%', { value: -55.3, decimals: 1, unit: '%', kind: 'growth', change: '同比下降' }, 'signed'],
    ['压缩87.8%', { value: -87.8, decimals: 1, unit: '%', kind: 'growth', change: '压缩' }, 'worded'],
    ['46.8%', { value: 46.8, decimals: 1, unit: '%', kind: 'share' }, 'signed'],
    ['−1.2‰', { value: -1.2, decimals: 1, unit: '‰', kind: 'rate' }, undefined],
    ['负增长2.5%', { value: -2.5, decimals: 1, unit: '%', kind: 'growth', change: '负增长' }, 'worded'],
    ['翻一番', { value: 2, unit: '倍', kind: 'growth', change: '翻一番' }, 'worded'],
    ['与上年持平', { value: 0, unit: '%', kind: 'growth', change: '与上年持平' }, 'plain'],
    [
      '22.8:34.5:42.7',
      { value: Number.NaN, parts: [22.8, 34.5, 42.7], decimals: 1, unit: '', kind: 'ratio' },
      undefined,
    ],
    ['7.9:41.0:51.1', { value: Number.NaN, parts: [7.9, 41, 51.1], decimals: 1, unit: '', kind: 'ratio' }, undefined],
    ['2.3:1', { value: Number.NaN, parts: [2.3, 1], decimals: 1, unit: '', kind: 'ratio' }, undefined],
    ['1.0:32.8:66.2', { value: Number.NaN, parts: [1, 32.8, 66.2], decimals: 1, unit: '', kind: 'ratio' }, undefined],
    [
      '高于全市平均0.4个百分点',
      { value: 0.4, decimals: 1, unit: '个百分点', kind: 'growth', change: '高于', comparedWith: '全市平均' },
      'worded',
    ],
    ['2.04:1', { value: Number.NaN, parts: [2.04, 1], decimals: 2, unit: '', kind: 'ratio' }, undefined],
    ['104.8:100', { value: Number.NaN, parts: [104.8, 100], decimals: 1, unit: '', kind: 'ratio' }, undefined],
    ['6%—6.5%', { value: 6, to: 6.5, unit: '%', kind: 'share', decimals: 0 }, undefined],
    ['约四成', { value: 40, unit: '%', kind: 'share', as: '四成', qualifier: '约' }, undefined],
    ['三分之二以上', { value: 2 / 3, unit: '', kind: 'share', as: '三分之二', qualifier: '以上' }, undefined],
    ['下降两成', { value: -20, unit: '%', kind: 'growth', as: '两成', change: '下降' }, 'worded'],
    ['−20%', { value: -20, unit: '%', kind: 'growth', as: '两成', change: '下降' }, 'signed'],
    ['12,865人', { value: 12865, unit: '人', as: '12,865人' }, undefined],
    ['4.5%以内', { value: 4.5, decimals: 1, unit: '%', kind: 'rate', qualifier: '以内' }, undefined],
    ['7600多人', { value: 7600, unit: '人', qualifier: '多' }, undefined],
    ['2031年', { period: { id: 'year', text: '2031年', stated: [], span: null, begin: '', end: '' } }, 'period'],
  ])('prints %s', (text, over, style) => {
    expect(formatFigure(printable(over), style)).toBe(text)
  })

  it('gives the pieces apart for large type', () => {
    expect(figureSegments(printable({ value: 14, unit: '万件', qualifier: '余' }))).toEqual([
      { role: 'number', text: '14' },
      { role: 'unit', text: '万' },
      { role: 'qualifier', text: '余' },
      { role: 'unit', text: '件' },
    ])
    expect(figureSegments(printable({ value: -2.5, decimals: 1, unit: '‰', kind: 'rate' }))[0]).toEqual({
      role: 'number',
      text: '−2.5',
    })
  })

  it('gives what says change and number in one as the number', () => {
    expect(figureSegments(printable({ value: 2, unit: '倍', kind: 'growth', change: '翻一番' }), 'worded')).toEqual([
      { role: 'number', text: '翻一番' },
    ])
  })
})
