import { describe, expect, it } from 'vitest'
import { fitsRoom, planTable, type DataTableProps } from '../../components/data-table.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { expandAppendix } from '../../model/slides/expand-appendix.ts'
import { shownFigures } from '../../model/slides/shown.ts'
import { findFigure as findCell, tables, twenty } from '../charts/fixture-tables.ts'
import { data as sound } from '../setup/deck-data.ts'

const all = [...tables.filter(({ id }) => id !== 'counties'), twenty]
const plan = (props: DataTableProps, own = tables) => planTable(props, id => own.find(table => table.id === id)!)
const names = (props: DataTableProps, own = tables): string[] => plan(props, own).rows.map(({ row }) => row.text)

describe('the rows of a table', () => {
  it('stand as the source has them, with what it prints instead of a number', () => {
    const { rows, gaps } = plan({ of: 'industries' })
    expect(rows.slice(0, 4).map(({ row }) => row.id)).toEqual(['地区生产总值', '第一产业', '第二产业', '工业'])
    expect(rows.filter(({ whole }) => whole).map(({ row }) => row.id)).toEqual(['地区生产总值', '第二产业', '第三产业'])
    expect(rows.find(({ row }) => row.id === '房地产业')!.cells).toEqual([{ gap: '…' }, { gap: '…' }])
    expect(gaps).toEqual(['…'])
  })

  it('are sorted by a measure, what they add up to apart and what has no number last', () => {
    const sorted = names({ of: 'industries', sort: 'growth' })
    expect(sorted.slice(0, 2)).toEqual(['地区生产总值', '建筑业'])
    expect(sorted.slice(-4)).toEqual(['住宿和餐饮业', '房地产业', '第二产业', '第三产业'])
  })

  it('have bars of one scale, ours marked, and none for what is a sum', () => {
    const { rows, figures } = plan({ of: 'counties', bars: 'total', measures: ['total', 'growth'] })
    expect(rows.filter(({ ours }) => ours).map(({ row }) => row.id)).toEqual(['城关区'])
    expect(rows.slice(0, 2).map(({ cells }) => cells.map(({ bar }) => bar))).toEqual([
      [100, undefined],
      [expect.closeTo((100 * 320.7) / 565.7, 9), undefined],
    ])
    expect(figures).toHaveLength(12)
    expect(plan({ of: 'industries', bars: 'value' }).figures.map(({ short }) => short)).not.toContain('第二产业')
  })

  it('are marked where a cell of them is highlighted', () => {
    const marked = (props: DataTableProps): string[] =>
      plan(props).rows.flatMap(({ row, ours }) => (ours ? [row.id] : []))
    expect(marked({ of: 'industries', highlight: 'industries@建筑业/growth' })).toEqual(['建筑业'])
    expect(marked({ of: 'counties', highlight: 'counties@安平县/total' })).toEqual(['安平县'])
    expect(() => plan({ of: 'counties', highlight: 'counties@他县/total' })).toThrow('不在表里')
  })

  it('are of one part, on the scale of all', () => {
    const [first, second] = [1, 2].map(part =>
      plan({ of: 'counties', sort: 'total', bars: 'total', part, parts: 2 }, all),
    )
    expect([first!.rows.length, second!.rows.length]).toEqual([10, 10])
    expect(second!.rows[0]!.row.id).toBe('沁源东区')
    expect(second!.rows[0]!.cells[1]!.bar).toBeCloseTo((100 * 40.9) / 565.7)
  })
})

describe('the room that a table needs', () => {
  const room = (width: number) => ({ width, size: 10, gap: 10 })

  it('is that of its names and numbers, with bars and what stands behind numbers', () => {
    const bare = plan({ of: 'counties', measures: ['total'] })
    const barred = plan({ of: 'counties', measures: ['total'], bars: 'total' })
    expect(barred.width - bare.width).toBeCloseTo(3.4)
    expect(fitsRoom(bare, room(10 * bare.width + 10))).toBe(true)
    expect(fitsRoom(bare, room(10 * bare.width + 9))).toBe(false)
    expect(fitsRoom(bare, room(10 * bare.width + 19), 1)).toBe(false)
  })

  it('grows with every column', () => {
    const { columns, width } = plan({ of: 'counties' })
    expect(width).toBeGreaterThan(plan({ of: 'counties', measures: ['total'] }).width)
    expect(columns.every(({ widest }) => widest > 0)).toBe(true)
  })
})

it.each([
  ['<DataTable of="counties" :measures="[\'total\', \'growth\']" sort="growth" bars="total" />', []],
  ['<DataTable of="county" />', []],
  ['<DataTable of="counties" sort="grow" />', [/表里没有“grow”这一列，最接近的是：growth/]],
  ['<DataTable of="counties" :measures="[\'total\']" bars="growth" />', [/表里没有“growth”这一列/]],
  ['<DataTable of="counties" bars="growth" />', [/条形从零起，只画同一单位、不小于零的/]],
])('%s', (text, expected) => {
  expect(
    refusedCharts(text, { findFigure: findCell, findTable: id => tables.find(table => table.id === id) }).map(
      ({ message }) => message,
    ),
  ).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
})

describe('a slide with a table', () => {
  const data = { ...sound, findTable: (id: string) => all.find(table => table.id === id) }
  const expanded = (text: string): string => expandAppendix(text.split('\n'), data).lines.join('\n')

  it('goes on on the next where its rows are too many', () => {
    const slides = expanded('# 封面\n\n---\n\n## 排名\n\n<DataTable of="counties" sort="total" />\n\n<!-- 讲稿 -->\n')
    expect(slides).toContain('## 排名（上）\n\n<DataTable :part="1" :parts="2" of="counties" sort="total" />')
    expect(slides).toContain('## 排名（下）\n\n<DataTable :part="2" :parts="2" of="counties" sort="total" />')
    expect(slides.match(/讲稿/g)).toHaveLength(1)
    expect(expanded(slides)).toBe(slides)
  })

  it.each(['<DataTable of="gdp" />', '<DataTable of="counties" :part="1" :parts="2" />', '<DataTable of="none" />'])(
    'stays as it is: %s',
    tag => {
      expect(expanded(`# 表\n\n${tag}\n`)).toBe(`# 表\n\n${tag}\n`)
    },
  )

  it('shows its cells, and those alone that are on it', () => {
    const shown = (text: string): string[] => shownFigures(text, { ...data, figureProps: {} })
    expect(shown('<DataTable of="gdp" :measures="[\'growth\']" />')).toEqual(
      ['2015', '2016', '2017', '2018', '2019', '2020', '2021'].map(year => `gdp@${year}/growth`),
    )
    expect(shown('<DataTable of="counties" :measures="[\'growth\']" :part="2" :parts="2" />')[0]).toBe(
      'counties@沁源东区/growth',
    )
    expect(shown('<RankBars of="counties" :top="2" />')).toEqual(['counties@城关区/total', 'counties@安平县/total'])
  })
})
