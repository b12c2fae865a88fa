import { xlsx, type Cell, type WorkbookLooks } from '../../check/support/office.ts'

/** The month's workbook of an invented district, as its office keeps it. */
export interface Monthly {
  /** As the title says it: 2026年1—2月. */
  time: string
  /** Of 一般公共预算收入, in 万元. */
  revenue: Cell
  growth: Cell
  /** Rows behind those that are there. */
  more?: readonly (readonly Cell[])[]
  towns?: readonly (readonly Cell[])[]
  looks?: WorkbookLooks
}

export const FIRST: Monthly = { time: '2026年1—2月', revenue: 28_350, growth: { value: 0.061, format: '0.0%' } }

/** A sheet of indicators, one of towns, and one that nobody is to see. */
export function monthly({ time, revenue, growth, more = [], towns = TOWNS, looks = {} }: Monthly): Uint8Array {
  return xlsx(
    {
      主要指标: [
        [`云溪区${time}主要经济指标`],
        ['编制单位：区统计局', null, null, null, '单位：万元'],
        ['指标', '单位', '本月', '累计', '同比增长（%）'],
        ['规上工业增加值', '亿元', { value: 12.3, format: '0.0' }, { value: 25.6, format: '0.0' }, -1.2],
        ['其中：装备制造', '亿元', 3.1, '约６.４', 8],
        [],
        ['一般公共预算收入', '万元', '１３，１２０', revenue, growth],
        ['城镇登记失业率', '%', null, 3.3000000000000003, '持平'],
        ['新增企业', '家', 60, '120余', '–'],
        ...more,
        ['注：增加值增速按可比价格计算。'],
      ],
      各镇: [['表2 各镇产值'], ['单位：万元'], ['镇', '产值', '比上年同期增长（%）'], ...towns],
      底稿: [
        ['草', '数'],
        ['一', 9],
      ],
    },
    { ...looks, hidden: ['底稿', ...(looks.hidden ?? [])] },
  )
}

const TOWNS: readonly (readonly Cell[])[] = [
  ['东镇', 400.5, 8],
  ['西镇', 200, -1.5],
  ['合计', 600.5, 4.7],
]
