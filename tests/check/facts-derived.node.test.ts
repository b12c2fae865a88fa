import { describe, expect, it } from 'vitest'
import { figure, minus, over, percent, plus } from '../../model/expression.ts'
import { derived } from '../../scripts/check/facts/derived.ts'
import { facts, source, told, type Source } from './support/facts-deck.ts'

const shop = (source: Source, index = 0) => source.figures[0]!.figures[index]!
const base = (source: Source) => source.derived.figures[0]!
const run = async (change?: (source: Source) => void): Promise<string[]> =>
  told(derived(await facts({ source: source(change), article: null })))

describe('derived figures', () => {
  it('are in order', async () => {
    expect(await run()).toEqual([])
  })

  it('may be by how much one thing has grown since another time', async () => {
    const grown = (period?: string) => (s: Source) => {
      const evidence = { column: '数说', clause: '商铺260家', period: '2025年' }
      Object.assign(shop(s, 1), {
        label: '先前商铺',
        value: 260,
        qualifier: 'none',
        of: undefined,
        period: '2025',
        evidence,
      })
      Object.assign(base(s), { label: '增加的商铺', ...(period && { period }) })
    }
    expect(await run(grown('2025/2031'))).toEqual([])
    expect(await run(grown())).toEqual([expect.stringContaining("请在这一条里写明：period: '2025/2031'")])
  })

  it.each<[string, (source: Source) => void, string]>([
    ['a wrong unit', s => Object.assign(base(s), { unit: '个' }), '算式得出的单位是“家”，写的是“个”'],
    ['a kind that has no such unit', s => Object.assign(base(s), { kind: 'amount' }), '类别“金额”不用单位“家”'],
    [
      'an input that is not there',
      s => Object.assign(base(s), { expression: minus(figure('shops'), figure('shops-nww')) }),
      '算式用到不存在的“shops-nww”',
    ],
    [
      'a pair of ids that is swapped',
      s => Object.assign(base(s), { expression: minus(figure('shops-new'), figure('shops')) }),
      '算式得出负数（-260）',
    ],
    [
      'what is no part taken away',
      s => {
        Object.assign(shop(s, 1), { of: undefined })
      },
      '从“商铺累计”（shops）里减去“新开商铺”（shops-new），后者没有写明是前者的一部分',
    ],
    [
      'a growth taken from its whole',
      s =>
        Object.assign(base(s), {
          unit: '%',
          kind: 'share',
          whole: '去年',
          expression: minus(percent(100), figure('sales-growth')),
        }),
      '100% − “销售额”（sales-growth），后者是增幅',
    ],
    [
      "a division by another thing's change",
      s => Object.assign(base(s), { expression: over(figure('shops'), plus(percent(100), figure('sales-growth'))) }),
      '“商铺累计”（shops）除以“销售额”（sales-growth），后者没有写明是前者的占比或增减',
    ],
    [
      'a part added to its own whole',
      s => Object.assign(base(s), { expression: plus(figure('shops'), figure('shops-new')) }),
      '“商铺累计”（shops）和“新开商铺”（shops-new）相加，其中一个已经包含另一个',
    ],
    [
      'a base that is not the whole',
      s => {
        Object.assign(shop(s, 2), {
          value: -6.5,
          change: '下降',
          evidence: { column: '评说', clause: '销售额下降6.5%', period: '一季度' },
        })
        Object.assign(base(s), {
          unit: '%',
          kind: 'share',
          decimals: 1,
          whole: '去年',
          expression: minus(percent(90), figure('sales-growth')),
        })
      },
      '90% − …，基数不是整体',
    ],
    [
      'a label of an earlier time than its period',
      s => Object.assign(base(s), { label: '年初商铺' }),
      '名称写着“年初”，时段却与算式里的数据相同',
    ],
    [
      'the time after a change for that before it',
      s => {
        Object.assign(shop(s, 2), {
          period: 'year',
          of: 'shops',
          evidence: { column: '评说', clause: '销售额同比增长6.5%' },
        })
        Object.assign(base(s), { expression: over(figure('shops'), plus(percent(100), figure('sales-growth'))) })
      },
      '除以变化得出的是变化之前的数，时段却与“销售额”（sales-growth）相同',
    ],
    [
      'different periods',
      s =>
        Object.assign(shop(s, 1), {
          period: 'spring',
          of: undefined,
          evidence: { column: '数说', clause: '新开商铺40余家', period: '一季度' },
        }),
      '算式用到不同时段的数（2031年、2031年一季度）',
    ],
    [
      'a share beyond its whole',
      s =>
        Object.assign(base(s), {
          unit: '%',
          kind: 'share',
          whole: '去年',
          expression: plus(percent(100), figure('sales-growth')),
        }),
      '占比是 107%',
    ],
    [
      'a share of nothing in particular',
      s => {
        Object.assign(shop(s, 2), {
          value: -6.5,
          change: '下降',
          evidence: { column: '评说', clause: '销售额下降6.5%', period: '一季度' },
        })
        Object.assign(base(s), {
          unit: '%',
          kind: 'share',
          decimals: 1,
          expression: minus(percent(100), figure('sales-growth')),
        })
      },
      '占比没有写明是谁的一部分',
    ],
  ])('with %s are found', async (_, change, expected) => {
    const found = await run(change)
    expect(found.filter(text => text.startsWith(`data/derived.ts#shops-base ${expected}`))).not.toEqual([])
  })

  it('of their own period are let be', async () => {
    expect(await run(s => Object.assign(base(s), { period: 'spring' }))).toEqual([])
  })
})
