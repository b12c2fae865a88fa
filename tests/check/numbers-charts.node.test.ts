import { describe, expect, it } from 'vitest'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { extentsOf, gridsOf } from '../../scripts/check/numbers/drawn/extents.ts'
import type { ChartFacts, Mark, Point } from '../../scripts/check/numbers/facts.ts'
import { pathPieces, turnOf } from '../../scripts/check/numbers/page/geometry.ts'
import { chart, data, mark, rectangle } from './support/numbers.ts'

const told = (...charts: ChartFacts[]): string[] =>
  judgeCharts({ charts, data, last: true }).map(({ measured }) => measured)
const zero = mark('zero', '', [
  [100, 0],
  [100, 200],
])
/** A bar from `left`, with teeth over its end where it is inexact. */
const bar = (id: string, left: number, width: number, teeth = 0): Mark[] => [
  mark('bar', id, rectangle(left, 10, width, 40)),
  ...(teeth ? [mark('ragged', id, rectangle(left + width - 1, 10, 9, 40))] : []),
]

describe('corners of paths', () => {
  it.each<[string, Point[]]>([
    [
      'M1 2L3 4Z',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'M1 2l2 2h-1v3',
      [
        [1, 2],
        [3, 4],
        [2, 4],
        [2, 7],
      ],
    ],
    [
      'M0 0C1 1 2 2 3 3A5 5 0 0 1 9 9',
      [
        [0, 0],
        [3, 3],
        [9, 9],
      ],
    ],
    [
      'm.5-1 1e1.5',
      [
        [0.5, -1],
        [10.5, -0.5],
      ],
    ],
  ])('%s', (d, corners) => {
    expect(pathPieces(d).map(({ to }) => to)).toEqual(corners)
  })
})

describe('bars', () => {
  it('in proportion are silent, and one in a hundred is the limit', () => {
    expect(told(chart([zero, ...bar('shops', 100, 300), ...bar('shops-new', 100, 40, 1)]))).toEqual([])
    expect(told(chart([zero, ...bar('shops', 100, 302.9), ...bar('shops-new', 100, 40, 1)]))).toEqual([])
    expect(told(chart([zero, ...bar('shops', 100, 306), ...bar('shops-new', 100, 40, 1)])).join()).toContain('画成')
  })

  it.each<[string, ChartFacts, string]>([
    ['not from zero', chart([zero, ...bar('shops', 120, 300)]), '条形不从零线起，差 20 px'],
    ['with an even end for an inexact number', chart([zero, ...bar('shops-new', 100, 40)]), '末端没有画出“余”'],
    [
      'with teeth elsewhere than at its end',
      chart([zero, ...bar('shops-new', 100, 40), mark('ragged', 'shops-new', rectangle(150, 10, 9, 40))]),
      '末端没有画出“余”',
    ],
    ['with teeth for an exact one', chart([zero, ...bar('shops', 100, 300, 1)]), '末端画成了约数的样子'],
    ['unseen', chart([zero, ...bar('shops', 100, 300).map(each => ({ ...each, painted: false }))]), '图形没有画出来'],
    ['missing', chart([zero, ...bar('shops', 100, 300)], { figures: ['shops', 'parks-new'] }), '图里没有画这条数据'],
    ['without a mark', chart([], { figures: ['shops'] }), '无从测量'],
  ])('%s are told', (_, drawn, expected) => {
    expect(told(drawn).join()).toContain(expected)
  })

  it('of one measure share their scale over the slide', () => {
    expect(told(chart([zero, ...bar('shops', 100, 300)]), chart([zero, ...bar('shops-new', 100, 40, 1)]))).toEqual([])
    expect(told(chart([zero, ...bar('shops', 100, 300)]), chart([zero, ...bar('shops-new', 100, 80, 1)]))).toHaveLength(
      1,
    )
    expect(told(chart([zero, ...bar('shops', 100, 300)]), chart([zero, ...bar('parks-new', 100, 80)]))).toEqual([])
  })

  it('of a part lie at the end of the total', () => {
    const part = (from: number) => [
      mark('part', 'shops-new', rectangle(from - 40, 10, 40, 40)),
      mark('ragged', 'shops-new', rectangle(from - 48, 10, 9, 40)),
    ]
    expect(told(chart([zero, ...bar('shops', 100, 300), ...part(400)]))).toEqual([])
    expect(told(chart([zero, ...bar('shops', 100, 300), ...part(380)])).join()).toContain('不在总数的末端')
    const base = mark('base', 'shops', rectangle(100, 10, 260, 40))
    expect(told(chart([zero, base, ...part(400)]))).toEqual([])
    expect(told(chart([zero, base, ...part(390)])).join()).toContain('不在总数的末端')
  })
})

describe('marks', () => {
  it('are whole: a style sheet cuts nothing off', () => {
    const icons = (cut: boolean) =>
      chart([0, 1, 2].map(index => mark('icon', 'parks-new', rectangle(index * 50, 0, 40, 40), { cut })))
    expect(told(icons(false))).toEqual([])
    expect(told(icons(true)).join()).toContain('图形被样式裁去了一部分')
  })
})

describe('rings', () => {
  /** As ECharts draws it: the outer edge from the top, then the inner one back; a whole ring in two parts. */
  const ring = (percent: number, from = 0): string => {
    const at = (radius: number, share: number): string => {
      const angle = (2 * Math.PI * (from + share)) / 100
      return `${(150 + radius * Math.sin(angle)).toFixed(4)} ${(120 - radius * Math.cos(angle)).toFixed(4)}`
    }
    const large = percent > 50 ? 1 : 0
    return percent < 100
      ? `M${at(100, 0)}A100 100 0 ${large} 1 ${at(100, percent)}L${at(72, percent)}A72 72 0 ${large} 0 ${at(72, 0)}Z`
      : `M${at(100, 0)}A100 100 0 1 1 ${at(100, 90)}A100 100 0 0 1 ${at(100, 0)}M${at(72, 0)}A72 72 0 1 0 ${at(72, 90)}A72 72 0 0 0 ${at(72, 0)}Z`
  }

  it.each([0.003, 0.05, 3, 12.5, 50, 63.4, 80.43, 99, 99.99, 100])('%d percent', percent => {
    const { start, share } = turnOf(ring(percent))!
    expect(share).toBeCloseTo(percent, 1)
    expect(start).toBeCloseTo(0, 3)
  })

  it('begin where they begin', () => {
    expect(turnOf(ring(30, 20))!.start).toBeCloseTo(20, 2)
    expect(turnOf(ring(30, -20))!.start).toBeCloseTo(-20, 2)
  })

  it('against the clock take less than nothing', () => {
    expect(turnOf('M50 0A50 50 0 0 0 0 50L20 50A30 30 0 0 1 50 20Z')!.share).toBeCloseTo(-25, 3)
  })

  it('may reach to the middle', () => {
    expect(turnOf('M50 0A50 50 0 0 1 100 50L50 50Z')).toMatchObject({ start: 0, share: expect.closeTo(25, 3) })
    expect(turnOf('M100 50A50 50 0 0 1 50 100L50 50Z')).toMatchObject({ start: 25, share: expect.closeTo(25, 3) })
  })

  it.each([
    'M0 0L10 0L10 10Z',
    'M50 0A50 40 0 0 1 100 50L80 50A30 30 0 0 0 50 20Z',
    'M50 0A50 50 0 0 1 100 50L80 50L50 50Z',
  ])('are no other outlines: %s', d => {
    expect(turnOf(d)).toBeUndefined()
  })
})

describe('cells and icons', () => {
  const cells = (filled: number) =>
    chart(
      Array.from({ length: 100 }, (_, index) => {
        const [x, y, share] = [
          (index % 10) * 40,
          400 - Math.floor(index / 10) * 40,
          Math.min(1, Math.max(0, filled - index)),
        ]
        return [
          ...(share < 1 ? [mark('cell', 'x', rectangle(x + 0.75, y + 0.75, 33.7, 33.7))] : []),
          ...(share > 0 ? [mark('fill', 'x', rectangle(x, y + 35.2 * (1 - share), 35.2, 35.2 * share))] : []),
        ]
      }).flat(),
    )

  it.each([0.4, 1, 46.8, 99, 100])('%d cells are filled', filled => {
    expect(gridsOf(cells(filled))[0]).toMatchObject({ cells: 100, figure: 'x' })
    expect(gridsOf(cells(filled))[0]!.filled).toBeCloseTo(filled, filled < 1 ? 0 : 2)
  })

  it('icons count as far as they are shown', () => {
    const icon = (index: number, facts = {}) => mark('icon', 'parks-new', rectangle(index * 50, 0, 40, 40), facts)
    expect(extentsOf(chart([icon(0), icon(1), icon(2, { shown: 0.5 })]), data.findFigure)).toMatchObject([
      { measure: 'icons', extent: 2.5, others: 0, across: 40 },
    ])
    expect(told(chart([icon(0), icon(1), icon(2)]))).toEqual([])
  })
})
