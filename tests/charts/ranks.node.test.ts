import { describe, expect, it } from 'vitest'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { planRanks, rankBars } from '../../components/charts/rank-bars.ts'
import { chartTheme, chartThemeOf } from '../../components/charts/theme.ts'
import { findFigure as findCell, longer, tableOf, tables, twenty } from './fixture-tables.ts'
import { extentsOf, renderSvg, textBoxesOf, textsOf } from './render.ts'

const counties = tableOf('counties')
const { highlight, context } = chartTheme.color

describe('ranked bars', () => {
  it('stand in the order of a measure, each with its place, ours in red', () => {
    const { items } = planRanks(counties, { measure: 'growth' })
    expect(items.slice(0, 3).map(({ rank, name, label }) => [rank, name, label.value])).toEqual([
      ['1', '屯水区', '+25.1%'],
      ['2', '沁川县', '+13.8%'],
      ['3', '黎阳县', '+13.2%'],
    ])
    expect(items.filter(({ emphasis }) => emphasis === 'highlight').map(({ name }) => name)).toEqual(['城关区'])
  })

  it('share a place where they are equal', () => {
    const unranked = { ...counties, measures: counties.measures.filter(({ kind }) => kind !== 'rank') }
    const { items } = planRanks(longer(unranked, 'total', [['甲河区', 320.7]]))
    expect(items.slice(0, 4).map(({ rank }) => rank)).toEqual(['1', '2', '2', '4'])
  })

  it('leave out what others add up to, and say what has no number', () => {
    const plan = planRanks(tableOf('industries'))
    const names = plan.items.map(({ name }) => name)
    expect(names).toContain('工业')
    expect(names).not.toContain('第二产业')
    expect(names).not.toContain('地区生产总值')
    expect(plan.note).toBe('原表无数：房地产业')
    expect(plan.items.every(({ emphasis }) => emphasis === 'context')).toBe(true)
  })

  it.each([
    [1136, 430, 2],
    [1136, 496, 2],
    [814, 560, 1],
  ])('of twenty rows are legible in %d × %d, on one scale in %d columns', (width, height, columns) => {
    const plan = planRanks(twenty)
    const svg = renderSvg(rankBars, plan, { width, height })
    const boxes = textBoxesOf(svg)
    expect(Math.min(...boxes.map(({ size }) => size))).toBeGreaterThanOrEqual(20)
    expect(textsOf(svg).filter(text => /^\d+$/.test(text))).toHaveLength(20)
    const overlaps = boxes.filter((a, index) =>
      boxes
        .slice(index + 1)
        .some(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3),
    )
    expect(overlaps).toEqual([])
    expect(boxes.filter(({ left, right }) => left < -1 || right > width + 1)).toEqual([])
    const [red] = extentsOf(svg, highlight)
    const greys = extentsOf(svg, context)
    expect(new Set(greys.map(({ left }) => Math.round(left))).size).toBe(columns)
    expect((greys[0]!.right - greys[0]!.left) / (red!.right - red!.left)).toBeCloseTo(320.7 / 565.7, 3)
    const [last] = greys.slice(-1)
    expect((last!.right - last!.left) / (red!.right - red!.left)).toBeCloseTo(6.5 / 565.7, 2)
  })

  it('of twenty rows stand in one column on a page to read', () => {
    const theme = chartThemeOf('red', 'page')
    const plan = planRanks(twenty)
    const { height } = rankBars.layout(plan, theme, { width: 358 })
    expect(
      new Set(
        extentsOf(renderSvg(rankBars, plan, { theme, width: 358, height }), context).map(({ left }) =>
          Math.round(left),
        ),
      ).size,
    ).toBe(1)
  })
})

describe('ranked bars refuse', () => {
  const refused = (text: string, own: readonly Table[] = tables) =>
    refusedCharts(text, { findFigure: findCell, findTable: id => own.find(table => table.id === id) }).map(
      ({ message }) => message,
    )
  const withCells = (row: string, measure: string, change: Partial<Figure>) => [
    {
      ...counties,
      cell: (id: string, own?: string) => {
        const cell = counties.cell(id, own)
        return id === row && own === measure && cell && 'id' in cell ? { ...cell, ...change } : cell
      },
    },
  ]

  it.each<[string, RegExp[]]>([
    ['<RankBars of="counties" />', []],
    ['<RankBars of="counties" measure="growth" :top="5" highlight="counties@屯水区/growth" />', []],
    ['<RankBars of="county" />', []],
    ['<RankBars />', [/没有写 of/]],
    ['<RankBars of="counties" measure="grow" />', [/表里没有“grow”这一列，最接近的是：growth/]],
    ['<RankBars of="counties" measure="rank" />', [/位次请用 DataTable/]],
    ['<RankBars of="gdp" />', [/各行是时段，不是同类/]],
    ['<RankBars of="counties" measure="growth" :top="5" />', [/“城关区”排在第12，不在前5里/]],
    ['<RankBars of="counties" highlight="counties@无名县/total" />', [/要突出的“counties@无名县\/total”不在这张图里/]],
  ])('%s', (text, expected) => {
    expect(refused(text)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })

  it('places that the table prints otherwise', () => {
    expect(refused('<RankBars of="counties" />', withCells('上河区', 'rank', { value: 4 }))).toEqual([
      expect.stringMatching(/表里印的是第四位，按数排却是第3；请核对这两列/),
    ])
  })

  it('more rows than anyone can read', () => {
    const many = longer(twenty, 'total', [['新区', 1]])
    expect(() => planRanks(many)).toThrow('要2到20项数据，给了21项')
  })
})
