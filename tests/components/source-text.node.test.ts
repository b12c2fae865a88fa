import { describe, expect, it } from 'vitest'
import type { Figure } from '../../model/figure.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { sourceParts } from '../../components/source-text.ts'
import { loadDataset } from '../support/load-dataset.ts'
import { soundSource } from '../support/deck-source.ts'

const { getFigure } = loadDataset<string>(soundSource())

describe('sourceParts', () => {
  it.each([
    ['nothing for no figures', [], []],
    ['measure, period and column', ['shops'], ['指标：数量（家）', '时段：2031年', '出处：“数说 商贸”']],
    [
      'columns with all their chapters',
      ['shops', 'parks-new'],
      ['指标：数量', '时段：2031年', '出处：“数说 商贸、园林”'],
    ],
    [
      'what a change is compared with',
      ['sales-growth'],
      ['指标：增幅（%）', '口径：同比', '时段：2031年一季度', '出处：“评说 商贸”'],
    ],
    [
      'periods, the commonest last',
      ['shops', 'shops-new', 'sales-growth'],
      [
        '指标：数量（家）、增幅（%）',
        '口径：同比',
        '时段：销售额为2031年一季度',
        '其余为2031年',
        '出处：“数说 商贸”',
        '“评说 商贸”',
      ],
    ],
    [
      'formulas of derived figures',
      ['shops-base'],
      ['指标：数量（家）', '时段：2031年', '出处：“数说 商贸”', '推算：原有商铺＝300家 − 40余家'],
    ],
  ])('gives %s', (_, ids, parts) => {
    expect(sourceParts(ids.map(getFigure))).toEqual(parts)
  })

  it.each([
    ['names plans that are few and short', '商铺目标', '目标数：商铺目标'],
    ['only says that there are plans whose names a line has no room for', '新建成并投入使用'.repeat(4), '部分为目标数'],
  ])('%s', (_, short, part) => {
    const plan = { ...getFigure('shops'), short, planned: true as const }
    expect(sourceParts([getFigure('shops'), plan])).toContain(part)
  })

  it('names chapters where there are no columns, quotation marks in quotation marks single', () => {
    const { column: _, ...evidence } = getFigure('shops').evidence
    const chapter = { ...getFigure('shops').chapter, title: '二、“十四五”时期回顾' }
    expect(sourceParts([{ ...getFigure('shops'), chapter, evidence }]).at(-1)).toBe('出处：“二、‘十四五’时期回顾”')
  })

  it('gives no unit of what has none', () => {
    expect(sourceParts([{ ...getFigure('shops'), kind: 'ratio', unit: '' }])[0]).toBe('指标：比率')
  })

  const cell = (code: string): Figure => {
    const period = resolvePeriod(code, [])!
    return { ...getFigure('shops'), short: period.text, period }
  }

  it('gives of a series its first and last period', () => {
    const periods = ['2030', '2029', '2031'].map(cell)
    expect(sourceParts(periods)[1]).toBe('时段：2029年至2031年')
    expect(sourceParts(periods.slice(0, 1))[1]).toBe('时段：2030年')
    expect(sourceParts([...periods, getFigure('shops')])[1]).toBe('时段：2029年至2031年')
    expect(sourceParts([...periods, { ...getFigure('shops'), period: cell('2020').period }]).slice(1, 3)).toEqual([
      '时段：商铺累计为2020年',
      '其余为2029年至2031年',
    ])
  })

  it('lists times that names do not tell apart, and of many the first and the last', () => {
    const at = (id: string, code: string): Figure => ({ ...getFigure(id), period: cell(code).period })
    const both = ['2020', '2025'].flatMap(code => [at('shops', code), at('shops-new', code)])
    expect(sourceParts(both)[1]).toBe('时段：2020年、2025年')
    const months = ['2025-10', '2021-06', '2022-09', '2023-12', '2024-05'].map((code, index) => ({
      ...at('shops', code),
      short: `沿河一带的商铺${'甲乙丙丁戊'[index]!}`,
    }))
    expect(sourceParts(months)[1]).toBe('时段：2021年6月至2025年10月')
    const undated = {
      ...getFigure('shops'),
      period: { id: 'before', text: '此前', stated: [], span: null, begin: '', end: '' },
    }
    expect(sourceParts([...months, undated])[1]).toBe('时段：此前、2021年6月至2025年10月')
  })

  it('names the sources where there are several, and chapters where there are no columns', () => {
    const source = { id: 'bulletin', title: '统计公报', publisher: '统计局', date: '2032年3月' }
    const [shops, parks] = [getFigure('shops'), getFigure('parks-new')]
    const plain = { ...shops, evidence: { clause: '商铺累计300家' } }
    expect(sourceParts([plain]).at(-1)).toBe('出处：“商贸”')
    expect(sourceParts([plain, { ...parks, evidence: plain.evidence }]).slice(-2)).toEqual(['出处：“商贸”', '“园林”'])
    expect(
      sourceParts([
        { ...plain, source },
        { ...parks, source: { id: 'article', title: '一年' } },
      ]).slice(-2),
    ).toEqual(['出处：《统计公报》（统计局，2032年3月）“商贸”', '《一年》“数说 园林”'])
    expect(sourceParts([{ ...plain, source: { ...source, undivided: true } }]).at(-1)).toBe(
      '出处：《统计公报》（统计局，2032年3月）',
    )
  })

  it('leaves chapters out where there are many, and sources', () => {
    const shops = getFigure('shops')
    const sources = new Map(['甲', '乙', '丙', '丁'].map(title => [title, { id: title, title }]))
    const told = (...places: readonly (readonly [source: string, chapter: string])[]): string[] =>
      sourceParts(
        places.map(([title, chapter]) => ({
          ...shops,
          source: sources.get(title)!,
          chapter: { ...shops.chapter, title: chapter },
          evidence: { clause: '商铺累计300家' },
        })),
      ).slice(2)
    expect(told(['甲', '一'], ['甲', '二'], ['乙', '三'])).toEqual(['出处：《甲》“一”', '“二”', '《乙》“三”'])
    expect(told(['甲', '一'], ['甲', '二'], ['甲', '三'], ['乙', '四'])).toEqual(['出处：《甲》', '《乙》'])
    expect(told(['甲', '一'], ['乙', '二'], ['丙', '三'], ['丁', '四'])).toEqual([
      '出处：《甲》',
      '《乙》',
      '《丙》',
      '等',
    ])
  })
})
