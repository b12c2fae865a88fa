import { cellName, cellPlace } from '../../../scripts/lib/facts/office/place.ts'
import { budget } from '../../fixtures/workbooks/budget.ts'
import { fiveYears } from '../../fixtures/workbooks/five-years.ts'
import { monthly } from '../../fixtures/workbooks/monthly.ts'
import { projects } from '../../fixtures/workbooks/projects.ts'
import { ranking } from '../../fixtures/workbooks/ranking.ts'
import type { Workbook } from '../../fixtures/workbooks/workbook.ts'
import type { Mend } from './expected.ts'

export type OfficeWorkbook = 'budget' | 'fiveYears' | 'monthly' | 'projects' | 'ranking'

/** A workbook that was made without knowledge of the rules. */
export interface OfficeCase {
  workbook: Workbook
  /** What a clerk is asked to write otherwise. */
  refused: readonly { sheet: string; ref: string; found: string }[]
  /** What a clerk then writes. */
  mends: readonly Mend[]
}

export const OFFICE_WORKBOOKS: Record<OfficeWorkbook, OfficeCase> = {
  budget: {
    workbook: budget,
    refused: [{ sheet: '收入', ref: 'F13', found: '#DIV/0!' }],
    mends: [{ sheet: '收入', ref: 'F13', value: '–' }],
  },
  fiveYears: {
    workbook: fiveYears,
    refused: [{ sheet: '五年对比', ref: 'F12', found: '缺测' }],
    mends: [{ sheet: '五年对比', ref: 'F12', value: '缺' }],
  },
  monthly: {
    workbook: monthly,
    // Rows below 地区生产总值 have no unit; by their place alone they may be in any.
    refused: [{ sheet: '9月', ref: 'D6', found: '“1—9月绝对额”没有单位' }],
    mends: ['第一产业', '第二产业', '第三产业'].map((name, index) => ({
      sheet: '9月',
      ref: `A${6 + index}`,
      value: `${name}（亿元）`,
    })),
  },
  projects: {
    workbook: projects,
    refused: [{ sheet: '台账', ref: '7', found: '行名“县人民医院传染病区（120张床位）”与上面的一行相同' }],
    mends: [{ sheet: '台账', ref: 'B7', value: '县人民医院传染病区设备' }],
  },
  ranking: { workbook: ranking, refused: [], mends: [] },
}

/** The cells of areas such as F4:F12, with commas between several. */
export function cellsOf(areas: string): string[] {
  return areas.split(',').flatMap(area => {
    const [from, to] = area.split(':').map(cellPlace)
    const last = to ?? from!
    const rows = Array.from({ length: last.row - from!.row + 1 }, (_, index) => from!.row + index)
    const columns = Array.from({ length: last.column - from!.column + 1 }, (_, index) => from!.column + index)
    return rows.flatMap(row => columns.map(column => cellName({ column, row })))
  })
}
