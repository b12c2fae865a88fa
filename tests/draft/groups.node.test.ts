import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { chunks, groupFigures } from '../../scripts/draft/groups.ts'
import { packed } from '../../scripts/draft/number-slides.ts'
import { changed, materialWith, stated } from './figures.ts'

/** The tags of the charts that figures come into. */
function charts(...figures: FigureInput[]): string[] {
  const material = materialWith(...figures)
  const all = material.deck.figures
  return groupFigures({ free: all, all, material }).groups.map(({ advice }) => advice.tag)
}

const inCell = (id: string, figure: Partial<FigureInput>): FigureInput =>
  stated(id, {
    ...figure,
    evidence: { column: '表格', clause: id, cell: { table: '《9月》', row: id, column: '绝对额' } },
  })
const count = { unit: '个', value: 5 } as const
const share = { unit: '%', kind: 'share', whole: '全部许可' } as const

describe('figures that one chart shows', () => {
  it.each<[string, FigureInput[], string[]]>([
    [
      'changes of one base',
      [changed('sales', 6, '增长'), changed('income', -2, '下降')].map(({ of: _, ...figure }) => figure),
      [`<GrowthBars :ids="['sales-growth', 'income-growth']" />`],
    ],
    [
      'counts of what is called alike',
      [stated('a', { label: '技改项目', ...count }), stated('b', { label: '扩能项目', ...count })],
      [`<BarChart :ids="['a', 'b']" />`],
    ],
    [
      'names too long to stand beside a bar',
      ['技改项目', '按照年度计划分期分批实施的扩能项目和配套项目'].map((label, at) =>
        stated(`f${at}`, { label, ...count }),
      ),
      [],
    ],
    [
      'counts of other things',
      [stated('a', { label: '公园', ...count }), stated('b', { label: '车站', ...count })],
      [],
    ],
    ['amounts of other things', [stated('a', { label: '旅游收入' }), stated('b', { label: '营业收入' })], []],
    [
      'one much larger than the others',
      [stated('a', { label: '技改项目', ...count }), stated('b', { label: '扩能项目', ...count, value: 500 })],
      [],
    ],
    [
      'a total and its parts',
      [
        stated('all', { label: '投资', value: 9 }),
        stated('a', { label: '工业投资', value: 4, of: 'all' }),
        stated('b', { label: '农业投资', value: 5, of: 'all' }),
      ],
      [`<Contribution total="all" :parts="['a', 'b']" />`],
    ],
    [
      'a total and what follows it in its column of a workbook',
      [
        inCell('all', { label: '生产总值', value: 9 }),
        inCell('a', { label: '一产', value: 4 }),
        inCell('b', { label: '二产', value: 5 }),
        inCell('c', { label: '三产', value: 7, unit: '家' }),
      ],
      [`<Contribution total="all" :parts="['a', 'b']" />`],
    ],
    [
      'a sum and what stands above it in its column of a workbook',
      [
        inCell('a', { label: '新区投资', value: 4 }),
        inCell('b', { label: '老区投资', value: 5 }),
        inCell('城区小计', { label: '城区小计投资', value: 9 }),
      ],
      [`<Contribution total="城区小计" :parts="['a', 'b']" />`],
    ],
    [
      'sums and their sum',
      [
        inCell('a', { label: '新区投资', value: 4 }),
        inCell('b', { label: '老区投资', value: 5 }),
        inCell('城区小 计', { label: '城区小计投资', value: 9 }),
        inCell('乡镇小 计', { label: '乡镇小计投资', value: 100 }),
        inCell('合 计', { label: '合计投资', value: 109 }),
      ],
      [
        `<Contribution total="城区小 计" :parts="['a', 'b']" />`,
        `<Contribution total="合 计" :parts="['城区小 计', '乡镇小 计']" />`,
      ],
    ],
    [
      'points of a column of a workbook, which add up by accident',
      [0.5, 0.1, 0.4].map((value, at) =>
        inCell(`f${at}`, { label: `指标${at}增速变动`, value, unit: '个百分点', kind: 'growth', change: '提高' }),
      ),
      [],
    ],
    [
      'shares of one whole that overlap',
      [stated('a', { label: '即办率', value: 80, ...share }), stated('b', { label: '网办率', value: 50, ...share })],
      [`<ShareDonut :ids="['a', 'b']" />`],
    ],
    [
      'one measure in two periods',
      [stated('old', { label: '上期收入', short: '收入', value: 3, period: '2030' }), stated('new', { label: '收入' })],
      [`<BeforeAfter before="old" after="new" mixed-periods />`],
    ],
    [
      'a proportion in two periods',
      [
        stated('old', { label: '上期结构', short: '结构', value: [1, 2], unit: '', kind: 'ratio', period: '2030' }),
        stated('new', { label: '结构', value: [1, 3], unit: '', kind: 'ratio' }),
      ],
      [`<Compare from="old" to="new" />`],
    ],
  ])('%s', (_, figures, tags) => {
    expect(charts(...figures)).toEqual(tags)
  })
})

it.each([
  [9, 8, [5, 4]],
  [8, 8, [8]],
  [0, 8, []],
  [25, 10, [8, 9, 8]],
])('%i items in lists of at most %i', (length, most, lengths) => {
  expect(chunks(Array.from({ length }), most).map(each => each.length)).toEqual(lengths)
})

it('large numbers are packed evenly, families whole', () => {
  const { deck } = materialWith(...Array.from({ length: 14 }, (_, index) => stated(`f${index}`, {})))
  const families = [deck.figures.slice(0, 4), deck.figures.slice(4, 5), deck.figures.slice(5, 14)]
  expect(packed(families).map(({ length }) => length)).toEqual([5, 6, 3])
})
