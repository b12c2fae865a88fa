import type { CellId, TableInput } from '../../model/table.ts'

/** The tables of `tests/fixtures/tables/` as a deck writes them down. */

export const counties = {
  id: 'counties',
  label: '各县（区）地区生产总值',
  chapter: 'trade',
  period: '2021',
  evidence: { table: '表3' },
  rows: 'subjects',
  measures: [
    { id: 'rank', label: '地区生产总值位次', head: '排名', unit: '位', kind: 'rank', of: 'total' },
    { id: 'total', label: '地区生产总值', head: '地区生产总值（亿元）', unit: '亿元' },
    {
      id: 'growth',
      label: '地区生产总值增速',
      head: '比上年增长（%）',
      unit: '%',
      change: '增长',
      comparedWith: '上年',
      of: 'total',
    },
  ],
  cells: [
    ['城关区', '1', '565.7', '8.0'],
    ['安平县', '2', '320.7', '9.9'],
    ['上河区', '3', '305.2', '9.8'],
    ['长岭县', '4', '252.5', '11.5'],
    ['屯水区', '5', '218.3', '25.1'],
    ['沁川县', '6', '198.1', '13.8'],
    ['潞滨区', '7', '174.7', '9.7'],
    ['武山县', '8', '85.5', '10.3'],
    ['壶口县', '9', '75.9', '12.3'],
    ['黎阳县', '10', '43.4', '13.2'],
    ['沁源东区', '11', '40.9', '10.1'],
    ['平顶县', '12', '30.2', '10.8'],
  ],
  ours: '城关区',
} as const satisfies TableInput

export const gdp = {
  id: 'gdp',
  label: '历年地区生产总值',
  chapter: 'trade',
  evidence: { table: 'gdp-by-year' },
  rows: 'periods',
  measures: [
    { id: 'total', label: '地区生产总值', head: '地区生产总值（亿元）', unit: '亿元' },
    {
      id: 'growth',
      label: '地区生产总值增速',
      head: '比上年增长（%）',
      unit: '%',
      change: '增长',
      comparedWith: '上年',
      of: 'total',
    },
  ],
  cells: [
    ['2015', '1195.1', '-2.9'],
    ['2016', '1269.2', '4.6'],
    ['2017', '1477.5', '7'],
    ['2018', '1645.6', '7.4'],
    ['2019', '1652.1', '6'],
    ['2020', '1711.6', '5.1'],
    ['2021', '2311.1', '11'],
  ],
} as const satisfies TableInput

export const industries = {
  id: 'industries',
  label: '分产业地区生产总值',
  chapter: 'parks',
  period: '2021',
  evidence: { table: '表一' },
  rows: 'subjects',
  measures: [
    { id: 'value', label: '增加值', head: '2021年', unit: '亿元' },
    {
      id: 'growth',
      label: '增长',
      head: '比上年增长（%）',
      unit: '%',
      change: '增长',
      comparedWith: '上年',
      of: 'value',
    },
  ],
  cells: [
    ['地区生产总值', '91.3', '7.5'],
    ['第一产业', '6.2', '6.9'],
    ['第二产业', '22.7', '6.2'],
    ['工业', '19.5', '3.6'],
    ['建筑业', '3.2', '23.3'],
    ['第三产业', '62.4', '8.0'],
    ['批发和零售业', '9.1', '6.9'],
    ['交通运输、仓储和邮政业', '10', '5.9'],
    ['住宿和餐饮业', '3.0', '-20.1'],
    ['金融业', '8.5', '4.4'],
    ['房地产业', '…', '…'],
    ['其他服务业', '23.4', '5.3'],
  ],
  labels: { '地区生产总值/value': '地区生产总值' },
  total: '地区生产总值',
  parts: {
    第二产业: ['工业', '建筑业'],
    第三产业: ['批发和零售业', '交通运输、仓储和邮政业', '住宿和餐饮业', '金融业', '房地产业', '其他服务业'],
  },
} as const satisfies TableInput

export type TableCellId = CellId<typeof counties | typeof gdp | typeof industries>

/** The tables as one file of data; tests break a copy. */
export function tableFiles(): { file: string; tables: TableInput[] }[] {
  return [
    { file: 'data/tables/gdp.ts', tables: structuredClone([counties, gdp, industries]) as unknown as TableInput[] },
  ]
}
