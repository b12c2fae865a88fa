import type { Figure, FigureInput } from '../../model/figure.ts'
import type { DerivedInput } from '../../model/source.ts'
import { loadDataset } from '../support/load-dataset.ts'
import { figure, minus, percent } from '../../model/expression.ts'

// An invented district, so that a change of the real deck's data never breaks the tests of the charts.
const year = (input: Omit<FigureInput, 'period' | 'evidence'>, clause: string): FigureInput => ({
  ...input,
  period: 'year',
  evidence: { column: '数说', clause },
})
const half = (input: Omit<FigureInput, 'period' | 'evidence'>, clause: string): FigureInput => ({
  ...input,
  period: 'half',
  evidence: { column: '数说', clause, period: '上半年' },
})

const stated: FigureInput[] = [
  year(
    { id: 'output', label: '装备产业产值', value: 820, unit: '亿元', qualifier: '突破', kind: 'amount' },
    '装备产业产值突破820亿元',
  ),
  year({ id: 'trade', label: '外贸总额', value: 410.5, unit: '亿元', kind: 'amount' }, '外贸总额410.5亿元'),
  half({ id: 'contracts', label: '合同金额', value: 96, unit: '亿元', kind: 'amount' }, '合同金额96亿元'),
  year({ id: 'capital', label: '利用外资', value: 3, unit: '亿美元', kind: 'amount' }, '利用外资3亿美元'),
  year(
    {
      id: 'bays',
      label: '智能化改造的公共停车泊位',
      short: '改造泊位',
      value: 5000,
      unit: '个',
      qualifier: '约',
      kind: 'count',
    },
    '改造约5000个公共停车泊位',
  ),
  year({ id: 'shelters', label: '新建候车亭', value: 40, unit: '个', kind: 'count' }, '新建候车亭40个'),
  year({ id: 'shops', label: '新增商户', value: 900, unit: '家', qualifier: '余', kind: 'count' }, '新增商户900余家'),
  year(
    { id: 'firms', label: '科创企业累计', short: '科创企业', value: 640, unit: '家', kind: 'count' },
    '科创企业累计640家',
  ),
  year(
    { id: 'firms-new', label: '新培育科创企业', value: 240, unit: '家', qualifier: '余', kind: 'count', of: 'firms' },
    '培育科创企业240余家',
  ),
  year({ id: 'schools', label: '新建小学', value: 6, unit: '所', kind: 'count' }, '新建小学6所'),
  year({ id: 'nurseries', label: '新建幼儿园', value: 11, unit: '所', kind: 'count' }, '新建幼儿园11所'),
  year({ id: 'towers', label: '完成整治的高层建筑', value: 230, unit: '栋', kind: 'count' }, '整治高层建筑230栋'),
  year({ id: 'cases', label: '受理事项', value: 8, unit: '万件', kind: 'count' }, '受理事项8万件'),
  half(
    {
      id: 'growth-industry',
      label: '工业增速',
      short: '工业',
      value: 12.5,
      unit: '%',
      kind: 'growth',
      change: '同比增长',
      comparedWith: '上年同期',
      of: 'contracts',
    },
    '工业同比增长12.5%',
  ),
  half(
    {
      id: 'growth-trade',
      label: '贸易增速',
      short: '贸易',
      value: 4,
      unit: '%',
      kind: 'growth',
      change: '同比增长',
      comparedWith: '上年同期',
    },
    '贸易同比增长4%',
  ),
  half(
    {
      id: 'drop-energy',
      label: '能耗降幅',
      short: '能耗',
      value: -7.25,
      unit: '%',
      kind: 'growth',
      change: '同比下降',
      comparedWith: '上年同期',
    },
    '能耗同比下降7.25%',
  ),
  year(
    { id: 'cut', label: '审批环节', value: -62.5, unit: '%', kind: 'growth', change: '压缩', comparedWith: '原环节' },
    '审批环节压缩62.5%',
  ),
  year(
    { id: 'share-trade', label: '外贸占比', value: 36.4, unit: '%', kind: 'share', whole: '全省外贸总额' },
    '外贸占全省36.4%',
  ),
  year({ id: 'share-green', label: '绿化率', value: 45, unit: '%', qualifier: '以上', kind: 'share' }, '绿化率45%以上'),
  year({ id: 'share-full', label: '满意率', value: 100, unit: '%', kind: 'share' }, '满意率100%'),
  year({ id: 'rank', label: '增速排位', value: 3, unit: '位', kind: 'rank' }, '增速排第三位'),
]

const derived: DerivedInput[] = [
  {
    id: 'firms-before',
    label: '科创企业年初数',
    unit: '家',
    kind: 'count',
    decimals: 0,
    of: 'firms',
    expression: minus(figure('firms'), figure('firms-new')),
  },
  {
    id: 'cut-rest',
    label: '剩余环节',
    unit: '%',
    kind: 'share',
    decimals: 1,
    whole: '原环节',
    expression: minus(percent(100), figure('cut')),
  },
]

const { figures, findFigure, getFigure } = loadDataset({
  columns: ['数说'],
  chapters: [{ id: 'all', title: '全部', short: '全部', topic: '全部' }],
  periods: [
    { id: 'year', text: '2031年', stated: ['2031年'], implied: true },
    { id: 'half', text: '2031年上半年', stated: ['上半年'] },
  ],
  figures: [{ file: 'tests/charts/fixture-figures.ts', chapter: 'all', figures: stated }],
  derived: { file: 'tests/charts/fixture-figures.ts', figures: derived },
  quotes: { file: '', quotes: [] },
  photos: { file: '', photos: [] },
  errata: { file: '', errata: [] },
})

/** All figures of the invented district. */
export { figures, findFigure }

/** Figures of the invented district, in the order of their ids. */
export function figuresOf(...ids: string[]): Figure[] {
  return ids.map(getFigure)
}

/** One figure of the invented district. */
export function figureOf(id: string): Figure {
  return getFigure(id)
}
