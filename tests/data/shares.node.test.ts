import { describe, expect, expectTypeOf, it } from 'vitest'
import { planStackedColumns } from '../../components/charts/stacked-columns.ts'
import { planRing } from '../../components/charts/parts-ring.ts'
import { readTime } from '../../components/charts/time-series.ts'
import { resolveDeck } from '../../model/deck.ts'
import { figure, minus, percent } from '../../model/expression.ts'
import type { FigureInput, ShareId } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'
import { numberInClause } from '../../model/reading/statement.ts'
import { validate } from '../../model/validate.ts'
import { soundSource } from '../support/deck-source.ts'

const structure = {
  id: 'structure',
  label: '三次产业结构',
  value: [12.6, 40.4, 47],
  shares: [
    { id: 'primary', label: '第一产业占比', short: '第一产业' },
    { id: 'secondary', label: '第二产业占比', short: '第二产业' },
    { id: 'tertiary', label: '第三产业占比', short: '第三产业' },
  ],
  decimals: 1,
  unit: '',
  whole: '地区生产总值',
  period: 'year',
  evidence: { column: '数说', clause: '三次产业结构为12.6∶40.4∶47.0' },
} as const satisfies FigureInput

const before = {
  ...structure,
  ...{ id: 'structure-before', label: '上年三次产业结构', value: [12.9, 41, 46.1], period: '2030' },
  shares: structure.shares.map(({ id, label, short }) => ({ id: `${id}-before`, label: `上年${label}`, short })),
  evidence: { column: '数说', clause: '三次产业结构由上年的12.9∶41.0∶46.1', period: '上年' },
}

function deckWith(...figures: object[]): ReturnType<typeof soundSource> {
  const source = soundSource()
  source.figures[0]!.figures.push(...(figures as FigureInput[]))
  return source
}

const messages = (changed: object): string[] =>
  validate(deckWith({ ...structure, ...changed })).map(({ file, id, message }) => `${file} ${id} ${message}`)

const deck = resolveDeck<string>(deckWith(structure, before))
const find = (id: string) => deck.getFigure(id)

describe('the shares that a proportion names', () => {
  it('are figures with the clause, the period and the whole of the proportion', () => {
    expect(validate(deckWith(structure, before))).toEqual([])
    const tertiary = find('tertiary')
    expect(formatFigure(tertiary)).toBe('47.0%')
    expect(tertiary).toMatchObject({ kind: 'share', whole: '地区生产总值', period: { id: 'year' }, short: '第三产业' })
    expect(tertiary.evidence).toEqual(structure.evidence)
    expect(formatFigure(find('structure'))).toBe('12.6:40.4:47.0')
    expectTypeOf<ShareId<typeof structure>>().toEqualTypeOf<'primary' | 'secondary' | 'tertiary'>()
  })

  it('stand in the clause where the proportion does', () => {
    const { clause } = structure.evidence
    const { start, end } = numberInClause(find('secondary'), clause)!
    expect(clause.slice(start, end)).toBe('12.6∶40.4∶47.0')
  })

  it('are drawn as parts of a ring, and over time as columns', () => {
    const none = (): never => {
      throw new Error('not asked for')
    }
    const ring = planRing('环形图', ['primary', 'secondary', 'tertiary'].map(find))
    expect(ring.pieces.map(({ value }) => value)).toEqual([12.6, 40.4, 47])
    const ids = structure.shares.map(({ id }) => [`${id}-before`, id])
    const columns = planStackedColumns(readTime('堆积柱形图', { ids }, { figure: find, table: none, target: none }))
    expect(columns.series.map(({ name }) => name)).toEqual(['第一产业', '第二产业', '第三产业'])
    expect(columns.items).toHaveLength(6)
  })

  it('go into formulas', () => {
    const source = deckWith(structure)
    const rest = { id: 'others', label: '其他产业占比', unit: '%', kind: 'share', whole: '地区生产总值', decimals: 1 }
    source.derived.figures = [
      ...source.derived.figures,
      { ...rest, kind: 'share', expression: minus(percent(100), figure('tertiary')) },
    ]
    expect(validate(source)).toEqual([])
    expect(resolveDeck<string>(source).getFigure('others').value).toBe(53)
  })

  it('are planned where the proportion is', () => {
    const ahead = { ...structure, period: '2032', evidence: { ...structure.evidence, clause: '2032年12.6∶40.4∶47.0' } }
    expect(resolveDeck<string>(deckWith(ahead)).getFigure('primary').planned).toBe(true)
  })

  const [first, second, third] = structure.shares
  it.each<[string, object, string]>([
    [
      'a sum that rounding does not explain',
      { value: [12.6, 40.4, 46], evidence: { column: '数说', clause: '三次产业结构为12.6∶40.4∶46.0' } },
      'shares：各部分相加是 99.0（12.6 + 40.4 + 46.0），应为 100，四舍五入的误差除外；请核对 value，不是百分比的不写 shares',
    ],
    ['a number too few', { shares: [first, second] }, 'shares：写了 2 个部分，value 有 3 个数，应按次序一一对应'],
    ['no whole', { whole: undefined }, 'shares：没有写明是谁的各部分，请写明 of 或 whole'],
    [
      'an id that there is already',
      { shares: [first, second, { ...third, id: 'structure' }] },
      '编号“structure”重复，已见于 data/figures/trade.ts 的 structure',
    ],
    [
      'a label that there is already',
      { shares: [first, second, { ...third, label: '商铺累计' }] },
      '名称“商铺累计”重复，已见于 data/figures/trade.ts 的 shops',
    ],
  ])('are refused with %s', (_, changed, message) => {
    expect(messages(changed)).toEqual([`data/figures/trade.ts structure ${message}`])
  })

  it('are refused of one number', () => {
    const one = { value: 3, decimals: 0, unit: '个', evidence: { column: '数说', clause: '新建公园3个' } }
    expect(messages(one)).toEqual(['data/figures/trade.ts structure shares：只有比例（value 是几个数）才分得出各部分'])
  })

  it('may be off by what rounding leaves open', () => {
    const rounded = { value: [12.6, 40.4, 46.9], evidence: { column: '数说', clause: '为12.6∶40.4∶46.9' } }
    expect(messages(rounded)).toEqual([])
  })

  it('are not asked of a proportion of something else', () => {
    const incomes = { label: '城乡收入比', value: [1.8, 1], shares: undefined, whole: undefined }
    expect(messages({ ...incomes, evidence: { column: '数说', clause: '城乡收入比为1.8∶1' } })).toEqual([])
  })
})
