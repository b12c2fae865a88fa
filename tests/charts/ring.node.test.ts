import { describe, expect, it } from 'vitest'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { planRing } from '../../components/charts/parts-ring.ts'
import { shareDonut } from '../../components/charts/share-donut.ts'
import { chartTheme } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import { figureOf } from './fixture-figures.ts'
import { changedTable, findFigure, finders, tableOf } from './fixture-tables.ts'
import { normalizeSvg, renderSvg, textsOf } from './render.ts'

const PARTS = ['tertiary', 'secondary', 'primary'].map(each => `shares@2021/${each}`)
const share = (id: string, value: number, changes: Partial<Figure> = {}): Figure => ({
  ...{ ...figureOf('share-trade'), id, short: id, label: id, value, decimals: 0 },
  ...changes,
})
const names = (parts: readonly Figure[]): string[] =>
  planRing('环形图', parts, {}).pieces.map(({ name, value }) => `${name} ${value}`)

describe('a ring of parts', () => {
  it('prints each beside it, and in its middle what all are parts of', () => {
    const texts = textsOf(renderSvg(shareDonut, shareDonut.plan({ parts: PARTS }, finders)))
    expect(texts).toEqual(['68.3%', '第三产业占比', '24.9%', '第二产业占比', '6.8%', '第一产业占比', '地区生产总值'])
  })

  it('ends with what remains, without a number where no figure has it', () => {
    expect(names([share('甲', 50), share('乙', 20)])).toEqual(['甲 50', '乙 20', '其余 30'])
    const svg = renderSvg(shareDonut, planRing('环形图', [share('甲', 50), share('乙', 20)], {}))
    expect(textsOf(svg)).toEqual(['50%', '甲', '20%', '乙', '其余', '全省外贸总额'])
    expect(svg).toContain(chartTheme.color.track)
  })

  it('calls nothing a rest that rounding may have left', () => {
    expect(names([share('甲', 50), share('乙', 49)])).toEqual(['甲 50', '乙 49', ' 1'])
    expect(names([share('甲', 50), share('乙', 51)])).toEqual(['甲 50', '乙 51'])
  })

  it('prints the rest where a figure derived from all parts has it', () => {
    const rest = share('余下', 30, { derived: { formula: '', inputs: ['甲', '乙'], rounding: 0 } })
    const plan = planRing('环形图', [share('甲', 50), share('乙', 20)], {}, { rest })
    expect(textsOf(renderSvg(shareDonut, plan))).toEqual(expect.arrayContaining(['30%', '余下', '推算']))
    expect(plan.pieces).toHaveLength(3)
  })

  it('takes the rows of a table, the largest first', () => {
    const measure = { id: 'share', label: '占比', unit: '%', kind: 'share', head: '占比', period: null } as const
    const rows: Record<string, number> = { 城关区: 30, 安平县: 45, 上河区: 5 }
    const counties = {
      ...changedTable('counties', () => ({})),
      measures: [measure],
      rows: tableOf('counties').rows.slice(0, 3),
      cell: (row: string) => share(`counties@${row}`, rows[row]!, { short: row }),
    }
    const plan = (props: object) =>
      (
        shareDonut.plan({ of: 'counties', ...props }, { ...finders, table: () => counties }) as ReturnType<
          typeof planRing
        >
      ).pieces
    expect(plan({}).map(({ name }) => name)).toEqual(['安平县', '城关区', '上河区', '其余'])
    expect(plan({ top: 2 }).map(({ name, value }) => `${name} ${value}`)).toEqual(['安平县 45', '城关区 30', '其余 25'])
  })

  it('has ends for what is not exact', async () => {
    const plan = planRing('环形图', [share('甲', 50, { qualifier: '以上' }), share('乙', 20)], {})
    expect(plan.note).toBe('锯齿边：实际大于所标数')
    await expect(normalizeSvg(renderSvg(shareDonut, plan))).toMatchFileSnapshot('./snapshots/ring.svg')
  })
})

describe('a ring refuses', () => {
  it.each<[string, readonly Figure[], string]>([
    ['a part alone', [share('甲', 50)], '一环要2到5个部分，给了1个；更多的请用 BarChart 或 RankBars'],
    ['six parts', Array.from({ length: 6 }, (_, index) => share(`${index}`, 5)), '给了6个'],
    ['amounts', [share('甲', 50), figureOf('trade')], '“trade”是金额，这里只画占比'],
    ['a negative part', [share('甲', 50), share('乙', -2)], '“乙”小于零'],
    [
      'more than the whole',
      [share('甲', 50), share('乙', 52)],
      '各部分相加是102%（50% + 52%），超过整体；请核对，有重叠的各画一环（ids）',
    ],
    [
      'more than the whole, whatever the qualifiers leave open',
      [share('甲', 60, { qualifier: '以上' }), share('乙', 45)],
      '各部分相加是105%（60%以上 + 45%），超过整体',
    ],
    [
      'parts of two wholes',
      [share('甲', 50), share('乙', 20, { whole: '全市' })],
      '整体不同：“甲”是全省外贸总额的一部分，“乙”是全市的；各画一环请用 ids',
    ],
    ['parts of two periods', [share('甲', 50), share('乙', 20, { period: figureOf('contracts').period })], '时段不同'],
  ])('%s', (_, parts, reason) => {
    expect(() => planRing('环形图', parts, {})).toThrow(reason)
  })

  it('a rest that was not derived from its parts', () => {
    expect(() => planRing('环形图', [share('甲', 50), share('乙', 20)], {}, { rest: share('丙', 30) })).toThrow(
      '“丙”不是由这几个部分推算的其余部分；原文印的请写在 parts 里',
    )
  })

  it.each([
    [`<ShareDonut :parts="['shares@2021/tertiary', 'shares@2021/primary']" highlight="shares@2021/primary" />`, []],
    [`<ShareDonut of="shares" measure="primary" />`, [/时段不同/]],
    [`<ShareDonut of="counties" measure="sum" />`, [/表里没有“sum”这一列/]],
    [`<ShareDonut of="counties" measure="total" :top="3" />`, [/这里只画占比/]],
  ])('%s', (text, expected) => {
    const found = refusedCharts(text, { findFigure, findTable: tableOf }).map(({ message }) => message)
    expect(found).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })
})
