import { describe, expect, it } from 'vitest'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import { arcsOf } from '../../scripts/check/numbers/drawn/arcs.ts'
import { cellsOf, iconsOf } from '../../scripts/check/numbers/drawn/counts.ts'
import type { ChartFacts, Mark, Point } from '../../scripts/check/numbers/facts.ts'
import { pathCorners } from '../../scripts/check/numbers/page/geometry.ts'
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
    expect(pathCorners(d)).toEqual(corners)
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
  const ring = (percent: number): Point[] => {
    const steps = Array.from({ length: 41 }, (_, index) => (((2 * Math.PI * percent) / 100) * index) / 40)
    const at =
      (radius: number) =>
      (angle: number): Point => [150 + radius * Math.sin(angle), 120 - radius * Math.cos(angle)]
    return [...steps.map(at(100)), ...[...steps].reverse().map(at(72))]
  }

  it.each([3, 12.5, 50, 63.4, 80.43, 99, 100])('%d percent', percent => {
    expect(arcsOf(chart([mark('arc', 'x', ring(percent))]))[0]!.percent).toBeCloseTo(percent, 1)
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
    expect(cellsOf(cells(filled))[0]).toMatchObject({ cells: 100, figure: 'x' })
    expect(cellsOf(cells(filled))[0]!.filled).toBeCloseTo(filled, filled < 1 ? 0 : 2)
  })

  it('icons count as far as they are shown', () => {
    const icon = (index: number, facts = {}) => mark('icon', 'parks-new', rectangle(index * 50, 0, 40, 40), facts)
    expect(iconsOf(chart([icon(0), icon(1), icon(2, { shown: 0.5 })]))).toEqual([
      { figure: 'parks-new', filled: 2.5, hollow: 0, size: 40 },
    ])
    expect(told(chart([icon(0), icon(1), icon(2)]))).toEqual([])
  })
})
