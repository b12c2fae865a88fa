import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { consistency } from '../../scripts/check/facts/consistency.ts'
import { derived } from '../../scripts/check/facts/derived.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { facts, source, told, type Source } from './support/facts-deck.ts'

const shop = (s: Source, index: number): FigureInput => s.figures[0]!.figures[index]!
const share = (value: number): Partial<FigureInput> =>
  ({
    label: '网上销售占比',
    value,
    unit: '%',
    kind: 'share',
    qualifier: 'none',
    whole: '全部',
    change: undefined,
    of: undefined,
    period: 'year',
    evidence: { column: '评说', clause: '网上、网下销售占比分别为52.5%、47.5%' },
  }) as Partial<FigureInput>

describe('labels and their clauses', () => {
  const faults = async (change: (s: Source) => void): Promise<string> =>
    told(evidence(await facts({ source: source(change), article: null })).faults).join()

  it.each([
    [52.5, ''],
    [47.5, '“网上”是第 1 个，数据取的是第 2 个数'],
  ])('in a list go in turn: %d', async (value, said) => {
    const text = await faults(s => Object.assign(shop(s, 2), share(value)))
    if (said === '') expect(text).toBe('')
    else expect(text).toContain(said)
  })

  it('are told where they are exchanged, or of something else', async () => {
    expect(
      await faults(s => {
        ;[shop(s, 0).label, shop(s, 1).label] = [shop(s, 1).label, shop(s, 0).label]
      }),
    ).toContain('像是写反了')
    expect(await faults(s => Object.assign(shop(s, 0), { label: '游客' }))).toContain('没有一个词相同')
    expect(await faults(s => Object.assign(shop(s, 0), { label: '游客', note: '即商铺' }))).toBe('')
  })

  it('are of the same area, and compare with the same time', async () => {
    expect(
      await faults(s =>
        Object.assign(shop(s, 0), { label: '全省商铺', evidence: { column: '数说', clause: '全市商铺累计300家' } }),
      ),
    ).toContain('数据写的是“全省”')
    expect(await faults(s => Object.assign(shop(s, 2), { comparedWith: '上月' }))).toContain('与“上月”相比')
    expect(await faults(s => Object.assign(shop(s, 2), { comparedWith: '上年同期' }))).toBe('')
  })
})

describe('words of the data', () => {
  const faults = async (change: (s: Source) => void): Promise<string> =>
    told(consistency(await facts({ source: source(change), article: null }))).join()

  it('hold no number, nor do names hold one of the data', async () => {
    expect(await faults(s => Object.assign(shop(s, 0), { note: '居第3' }))).toContain('note 里写着“第3”')
    expect(
      await faults(s => (s.names = { file: 'data/names.ts', names: [{ text: '商铺300家', reason: '统计' }] })),
    ).toContain('里面有数据“shops”的数')
  })

  it.each([
    ['2031年1—3月', '今年前3个月', ''],
    ['2031年一季度', '一季度', ''],
    ['截至2031年3月', '截至3月', ''],
    ['2031年1—2月', '今年前3个月', '印成“2031年1—2月”'],
    ['2031年二季度', '一季度', '印成'],
    ['2030年一季度', '2031年一季度', '印成'],
    ['2031年3月', '截至3月', '印成'],
  ])('a period is printed as what it means: %s for %s', async (text, stated, said) => {
    const found = await faults(s => {
      Object.assign(s.periods[1]!, { text, stated: [stated] })
      Object.assign(shop(s, 2).evidence, { period: stated })
    })
    if (said === '') expect(found).toBe('')
    else expect(found).toContain(said)
  })
})

describe('lists with what is no entry', () => {
  it('are told of, and everything else is checked', async () => {
    const broken = source(s => {
      Object.assign(s, { periods: [null, ...s.periods], chapters: [null, ...s.chapters] })
      Object.assign(shop(s, 0), { value: 301 })
    })
    expect(told(evidence(await facts({ source: broken, article: null })).faults).join()).toContain('没有写“301家”')
  })
})

describe('a derived label', () => {
  it('is about what goes in', async () => {
    const faults = async (label: string): Promise<string> =>
      told(derived(await facts({ source: source(s => Object.assign(s.derived.figures[0]!, { label })) }))).join()
    expect(await faults('原有商铺')).toBe('')
    expect(await faults('原有新建公园')).toContain('没有一处相同')
  })
})
