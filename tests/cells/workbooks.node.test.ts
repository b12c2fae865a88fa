import { describe, expect, it } from 'vitest'
import { differences, mended, refusals, type Difference } from './support/expected.ts'
import { cellsOf, OFFICE_WORKBOOKS, type OfficeWorkbook } from './support/office-workbooks.ts'

/** What is known to be read otherwise than a clerk would, and why. */
interface Gap {
  sheet: string
  /** Areas such as F4:F12, with commas between several. */
  cells: string
  what: Difference['what']
  reason: string
}

const SHARED = {
  stock: 'no head says that the number is that of the last day',
  wording: 'another wording of the same',
  until: '截至8月31日 is read as it says, from no day on',
}

const GAPS: Record<OfficeWorkbook, Gap[]> = {
  budget: [
    { sheet: '收入', cells: 'F4:F12,F14', what: 'label', reason: SHARED.wording },
    { sheet: '收入', cells: 'H4:H11,H13', what: 'label', reason: SHARED.wording },
    { sheet: '支出 (2)', cells: 'E4:E8', what: 'label', reason: SHARED.wording },
    {
      sheet: '收入',
      cells: 'G12',
      what: 'extra',
      reason: 'accountants print nothing as a stroke, and nothing is kept',
    },
  ],
  fiveYears: [{ sheet: '五年对比', cells: 'D7:H8,D11:H11', what: 'period', reason: SHARED.stock }],
  monthly: [
    { sheet: '9月', cells: 'D6:E8', what: 'label', reason: 'the rows do not say that they are 增加值' },
    {
      sheet: '9月',
      cells: 'E9,G9,D10:E10,G10,G11,D12:E12,G12,D13:E13,G13,D15:E15,G15,D16:E16,G16,D17:E17,G17',
      what: 'label',
      reason: 'labels are of one figure: that of the year so far is told from that of the month',
    },
    { sheet: '9月', cells: 'B14:E14,G14', what: 'label', reason: '其中：限额以上 is not joined with what it is of' },
    { sheet: '9月', cells: 'B20,D20', what: 'missing', reason: 'a number without a unit is no figure' },
    { sheet: '9月', cells: 'D18:E18', what: 'period', reason: SHARED.stock },
  ],
  projects: [
    { sheet: '台账', cells: 'D7:G7', what: 'label', reason: 'the second row of one work has a name of its own' },
    { sheet: '台账', cells: 'D9:G9,D14:G14', what: 'label', reason: SHARED.wording },
    { sheet: '台账', cells: 'D5:D7,D9,D11:D12,D14:D15', what: 'period', reason: SHARED.until },
    { sheet: '台账', cells: 'E5:E7,E9,E11:E12,E14:E15', what: 'period', reason: '年度计划 is no word of time' },
    { sheet: '台账', cells: 'F5:G7,F9:G9,F11:G12,F14:G15', what: 'period', reason: SHARED.until },
    { sheet: '台账', cells: 'I5,I11,I12,I12', what: 'missing', reason: 'numbers within sentences are not read' },
  ],
  ranking: [
    { sheet: '排位', cells: 'C5:D5,F5:G5,I5', what: 'label', reason: SHARED.wording },
    { sheet: '排位', cells: 'C7:C13,F7:F13', what: 'label', reason: SHARED.wording },
    { sheet: '排位', cells: 'H7:H13', what: 'label', reason: '同口径 stands above another column' },
    { sheet: '排位', cells: 'D10', what: 'value', reason: 'Excel rounds what 15 digits say: 6.05 is 6.1' },
  ],
}

const names = Object.keys(OFFICE_WORKBOOKS) as OfficeWorkbook[]

describe('a workbook that an office keeps', () => {
  it.each(names)('is refused for what nobody can be sure of, cell by cell: %s', name => {
    const { workbook, refused } = OFFICE_WORKBOOKS[name]
    expect(refusals(workbook)).toEqual(refused.map(({ sheet, ref, found }) => `${sheet}!${ref} ${found}`))
  })

  it.each(names)('is read as a clerk reads it, but for what is known: %s', name => {
    const { workbook, mends } = OFFICE_WORKBOOKS[name]
    const found = differences(mended(workbook, mends)).map(({ sheet, ref, what }) => `${sheet}!${ref} ${what}`)
    const known = GAPS[name].flatMap(({ sheet, cells, what }) => cellsOf(cells).map(ref => `${sheet}!${ref} ${what}`))
    expect(found.sort()).toEqual(known.sort())
  })
})
