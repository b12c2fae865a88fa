import { describe, expect, it } from 'vitest'
import { charts } from '../../components/charts/registry.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { planSmallMultiples, type SmallMultiplesProps } from '../../components/small-multiples.ts'
import { figuresOfTag } from '../../model/slides/table-figures.ts'
import { figureProps } from '../../model/figure-props.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { galleryFigure, galleryFigures, galleryFinders, galleryTable } from '../charts/fixture-gallery.ts'

const plan = (props: SmallMultiplesProps) => planSmallMultiples(props, name => charts[name], galleryFinders)

describe('small multiples', () => {
  it('are a chart for each measure of a table, on one scale, one of them in red', () => {
    const { panels, note, figures } = plan({ of: 'small-output', highlight: 'chip' })
    expect(panels.map(({ name }) => name)).toEqual([
      '现代农业',
      '食品加工',
      '装备制造',
      '电子信息',
      '商贸物流',
      '文化旅游',
    ])
    expect(panels.map(({ highlighted }) => highlighted)).toEqual([false, false, false, true, false, false])
    expect(panels[0]!.props).toEqual({ of: 'small-output', measure: 'farm', steps: [] })
    expect(panels[3]!.props).toEqual({ of: 'small-output', measure: 'chip' })
    expect(note).toBe('各图同一比例尺')
    expect(figures).toHaveLength(42)
  })

  it('are a chart for each row where the columns are periods, ours in red', () => {
    const { panels } = plan({ of: 'small-rows', measure: ['y2019', 'y2025'] })
    expect(panels.map(({ name, highlighted }) => [name, highlighted])).toEqual([
      ['云溪区', true],
      ['澄江区', false],
      ['望湖区', false],
      ['临波区', false],
    ])
    expect(panels[1]!.props).toEqual({ ids: ['small-rows@澄江区/y2019', 'small-rows@澄江区/y2025'], steps: [] })
    expect(plan({ of: 'small-rows', rows: ['澄江区', '望湖区'] }).panels.map(({ name }) => name)).toEqual([
      '澄江区',
      '望湖区',
    ])
  })

  it('are a chart for each table, or list of figures', () => {
    const tables = plan({ of: ['map-income', 'map-two'], chart: 'RankBars', scales: 'own' })
    expect(tables.panels.map(({ name }) => name)).toEqual(['各县区城镇居民人均可支配收入', '两县森林覆盖率'])
    const ids = [['map-two@云溪区'], ['map-two@梅岭县']]
    const lists = plan({ chart: 'BarChart', ids, names: ['云溪', '梅岭'], highlight: '梅岭' })
    expect(lists.panels.map(({ props }) => props)).toEqual([{ ids: ids[0], steps: [] }, { ids: ids[1] }])
  })

  it('move their highlight with clicks', () => {
    const at = (step: number) =>
      plan({ of: 'small-output', steps: ['farm', 'chip'], step }).panels.flatMap(({ id, highlighted }) =>
        highlighted ? [id] : [],
      )
    expect([at(0), at(1), at(2)]).toEqual([[], ['farm'], ['chip']])
  })

  it('say so where each has a scale of its own', () => {
    expect(plan({ of: 'small-mixed', scales: 'own' })).toMatchObject({
      own: true,
      note: '各图比例尺不同，长短、高低不可相比',
    })
  })

  it.each<[string, SmallMultiplesProps, RegExp]>([
    [
      'two measures on one scale',
      { of: 'small-mixed' },
      /“常住人口”是数量（万人），“人均可支配收入”是金额（元），不能用同一比例尺；.*scales="own"/,
    ],
    ['axes that are cut off', { of: 'small-output', panel: { base: 'data' } }, /纵轴不从零开始，高低不能和别的图相比/],
    [
      'other times',
      {
        ids: [
          ['small-output@2019/farm', 'small-output@2025/farm'],
          ['small-output@2019/food', 'small-output@2024/food'],
        ],
        names: ['甲', '乙'],
      },
      /时间轴不同/,
    ],
    ['one panel', { of: 'small-output', measure: 'farm' }, /要2到9张小图，给了1张/],
    ['a chart that is none', { of: 'small-output', chart: 'PieChart' }, /没有叫“PieChart”的图/],
    ['a highlight from elsewhere', { of: 'small-output', highlight: 'steel' }, /要突出的“steel”不在这组图里，有：farm/],
    ['lists without names', { ids: [['map-two@云溪区'], ['map-two@梅岭县']] }, /请用 names 给每张图一个名称/],
    ['rows of what are no periods', { of: 'map-growth', by: 'rows' }, /各列不是各个时段/],
    ['a row that is not there', { of: 'small-rows', rows: ['沙溪区', '云溪区'] }, /没有“沙溪区”这一行/],
    ['a measure that is not there', { of: 'small-output', measure: ['farm', 'steel'] }, /没有“steel”这一列/],
    ['nothing', {}, /没有写 of=/],
    ['what their chart refuses', { chart: 'StackedColumns', of: 'small-output' }, /只有一个系列，没有可堆积的/],
  ])('refuse %s', (_, props, reason) => {
    expect(() => plan(props)).toThrow(ChartDataError)
    expect(() => plan(props)).toThrow(reason)
  })

  it('are refused before a deck is built, and show what they draw', () => {
    const deck = { findFigure: galleryFigure, findTable: galleryTable }
    expect(refusedCharts('<SmallMultiples of="small-mixed" />', deck)).toHaveLength(1)
    expect(refusedCharts(`<SmallMultiples of="small-output" :panel="{ type: 'columns' }" />`, deck)).toEqual([])
    const shown = (text: string) =>
      figuresOfTag(scanTags(text)[0]!, { figureProps, findTable: galleryTable }).map(({ id }) => id)
    expect(shown('<SmallMultiples of="small-rows" :rows="[\'云溪区\']" />')).toHaveLength(7)
    expect(shown('<SmallMultiples of="small-output" measure="farm" />')).toHaveLength(7)
    expect(galleryFigures.length).toBeGreaterThan(100)
  })
})
