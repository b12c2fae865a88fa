import { describe, expect, it } from 'vitest'
import { spread } from '../../components/charts/label-places.ts'
import { charts } from '../../components/charts/registry.ts'
import { planSlope, type SlopePlan } from '../../components/charts/slope-plan.ts'
import { CUT_AXIS } from '../../components/charts/structural.ts'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { changedTable, finders, getFigure, tableOf } from './fixture-tables.ts'
import { renderSvg, textBoxesOf, textsOf } from './render.ts'
import { linesOf } from './slope-lines.ts'

const chart = charts.Slope!
const asked = (props: object, find: (id: string) => Table = tableOf): SlopePlan =>
  chart.plan(props, { ...finders, table: find }) as SlopePlan
const tones = ({ series }: SlopePlan): string[] => series.map(({ name, emphasis }) => `${name} ${emphasis}`)

/** Counties with a measure for each of two years. */
function years(change: (figure: Figure) => Partial<Figure> | null = () => ({})): Table {
  const earlier = getFigure('gdp@2015/total').period
  const table = changedTable('counties', figure =>
    change({
      ...figure,
      ...(figure.id.endsWith('/growth') && { unit: '亿元', kind: 'amount', comparedWith: undefined as never }),
    }),
  )
  return {
    ...table,
    cell: (row, measure) => {
      const cell = table.cell(row, measure)
      if (!cell || !('id' in cell) || measure !== 'total') return cell && 'id' in cell ? amount(cell) : cell
      return { ...amount(cell), period: earlier }
    },
  }
}
function amount({ change: _, comparedWith: __, ...figure }: Figure): Figure {
  return { ...figure, unit: '亿元', kind: 'amount' }
}

describe('slopes', () => {
  it('print names and both numbers of every line, and the two times', () => {
    const texts = textsOf(renderSvg(chart, asked({ of: 'shares' })))
    expect(texts.filter(text => text.endsWith('%')).sort()).toEqual([
      '24.9%',
      '25.5%',
      '6.8%',
      '6.8%',
      '67.7%',
      '68.3%',
    ])
    expect(texts.filter(text => text === '第二产业占比')).toHaveLength(2)
    expect(texts).toEqual(expect.arrayContaining(['2019', '2021', CUT_AXIS]))
  })

  it('take the first and the last period of a series, or those that are named', () => {
    const years = ({ ends }: SlopePlan): string[] => ends[0]!.map(({ id }) => id)
    expect(years(asked({ of: 'added' }))).toEqual(['added@2017/primary', 'added@2021/primary'])
    expect(years(asked({ of: 'added', from: '2018', to: '2020' }))).toEqual([
      'added@2018/primary',
      'added@2020/primary',
    ])
  })

  it('are rows of a table of subjects, with a measure for each time, ours in red', () => {
    const plan = asked({ of: 'counties', rows: ['安平县', '城关区', '屯水区'] }, () => years())
    expect(tones(plan)).toEqual(['城关区 highlight', '安平县 context', '屯水区 context'])
    expect(plan.slots.map(({ label }) => label)).toEqual(['2015', '2021'])
  })

  it('leave out, and name, what has no number at one of the times', () => {
    const rows = ['安平县', '城关区', '屯水区']
    const plan = asked({ of: 'counties', rows }, () =>
      years(figure => (figure.id === 'counties@屯水区/total' ? null : figure)),
    )
    expect(plan.series.map(({ name }) => name)).toEqual(['城关区', '安平县'])
    expect(plan.note).toBe(`${CUT_AXIS}\u3000原表无数：屯水区`)
  })

  it('show one thing in red, by its measure, row, or either of its figures', () => {
    for (const highlight of ['secondary', 'added@2017/secondary', 'added@2021/secondary'])
      expect(tones(asked({ of: 'added', highlight, compare: 'tertiary' }))).toEqual([
        '第一产业 context',
        '第二产业 highlight',
        '第三产业 compare',
      ])
    expect(tones(asked({ of: 'added', steps: ['primary', 'tertiary'], step: 0 }))[0]).toBe('第一产业 context')
  })

  it('begin at zero where there is one line, or any is below it', () => {
    expect(asked({ of: 'added', measure: 'primary' }).zero).toBe(true)
    expect(asked({ of: 'added' }).zero).toBe(false)
    expect(
      planSlope(
        linesOf([
          ['甲', -2, 3],
          ['乙', 4, 5],
        ]),
      ).zero,
    ).toBe(true)
  })

  it('tell a break between the times', () => {
    expect(asked({ of: 'retail', from: '2016' }).note).toBe('双竖线：其间统计口径调整，两端不可比')
    expect(asked({ of: 'retail', from: '2018' }).note).toBe('')
  })

  it('keep numbers apart that are nearly the same', () => {
    const plan = planSlope(linesOf(Array.from({ length: 8 }, (_, index) => [`${index}县`, 60 + index / 10, 71])))
    const boxes = textBoxesOf(renderSvg(chart, plan)).filter(({ text }) => text.endsWith('亿元'))
    expect(boxes).toHaveLength(16)
    const overlaps = boxes.filter((a, index) =>
      boxes
        .slice(index + 1)
        .some(b => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3),
    )
    expect(overlaps).toEqual([])
  })
})

describe('slopes refuse', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['nothing', () => asked({}), /要1到8行两端都有数的，给了0行/],
    ['twelve rows', () => asked({ of: 'counties' }, () => years()), /给了12行；请用 measure 或 rows 挑几行/],
    ['amounts and growths', () => asked({ of: 'counties', rows: ['城关区'] }), /类别不同/],
    [
      'two bases',
      () =>
        planSlope({
          ...linesOf([['甲', 1, 2]]),
          rows: [...linesOf([['甲', 1, 2]]).rows, ...linesOf([['乙', 1, 2]], { unit: '万美元' }).rows],
        }),
      /单位不同/,
    ],
    [
      'a figure twice',
      () =>
        asked({
          pairs: [
            ['gdp@2015/total', 'gdp@2021/total'],
            ['gdp@2015/total', 'gdp@2020/total'],
          ],
        }),
      /“gdp@2015\/total”给了两次/,
    ],
    [
      'ends of several times',
      () =>
        asked({
          pairs: [
            ['gdp@2015/total', 'gdp@2021/total'],
            ['added@2018/primary', 'added@2020/primary'],
          ],
        }),
      /一端要是同一时段：有2015年的，也有2018年的/,
    ],
    ['the later time first', () => asked({ of: 'added', from: '2021', to: '2017' }), /两端要一先一后/],
    ['a period that is not there', () => asked({ of: 'added', from: '2031' }), /没有“2031”这一行，最接近的是：/],
    ['a measure that is not there', () => asked({ of: 'added', measure: 'sum' }), /没有“sum”这一列/],
    ['a highlight from elsewhere', () => asked({ of: 'added', highlight: 'gdp' }), /要突出的“gdp”不在这张图里/],
    ['places', () => planSlope(linesOf([['甲', 1, 2]], { kind: 'rank', unit: '位' })), /位次越小越好/],
  ])('%s', (_, plan, reason) => {
    expect(plan).toThrow(reason)
  })
})

describe('blocks that are spread', () => {
  it.each<[string, number[], number | number[], number[]]>([
    ['stay where there is room', [20, 60], 20, [20, 60]],
    ['lie around the middle of where they would be', [50, 50], 20, [40, 60]],
    ['stay in the room', [95, 95, 95], 20, [50, 70, 90]],
    ['keep their order', [52, 50], 20, [61, 41]],
    ['are of several heights', [50, 50], [20, 40], [35, 65]],
  ])('%s', (_, middles, height, expected) => {
    expect(spread(middles, height, 0, 100)).toEqual(expected)
  })
})
