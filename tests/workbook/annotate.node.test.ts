import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SheetProblem } from '../../scripts/lib/cells/cell.ts'
import { readSheets } from '../../scripts/lib/facts/office/workbook.ts'
import { readXml, elementsOf, textOf } from '../../scripts/lib/facts/office/xml.ts'
import { annotate } from '../../scripts/lib/xlsx/annotate.ts'
import { xlsx } from '../check/support/office.ts'
import { soundSource } from '../support/deck-source.ts'
import { typedWorkbook } from './support/workbook.ts'

const problem = (sheet: string, ref: string, found = '三百'): SheetProblem => ({
  sheet,
  ref,
  found,
  expected: '一个数',
})

/** The notes of a workbook by the number of their file and their cells; its parts are sound. */
function notesIn(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const types = parts.find(([name]) => name === '[Content_Types].xml')![1]
  for (const [name, text] of parts) {
    expect(readXml(text, name).name).not.toBe('')
    if (/omments\d/.test(name)) expect(types).toContain(`/${name}`)
  }
  return Object.fromEntries(
    parts
      .filter(([name]) => /omments\d/.test(name))
      .flatMap(([name, text]) =>
        elementsOf(readXml(text, name), 'comment').map(
          each => [`${/\d+/.exec(name)![0]}!${each.attributes.ref}`, textOf(each)] as const,
        ),
      ),
  )
}

describe('problems as notes', () => {
  it('stand in a copy of the own workbook, behind what its heads say', () => {
    const bytes = typedWorkbook(soundSource())
    const copy = annotate(
      bytes,
      [problem('指标', 'E3'), problem('指标', 'E1', '价值'), problem('勘误', '4')],
      '数据.xlsx',
    )
    const notes = notesIn(copy)
    expect(notes['3!E3']).toBe('【待改】现为：三百\n应为：一个数')
    expect(notes['3!E1']).toMatch(/^必填。只写数[\s\S]*\n【待改】现为：价值\n应为：一个数$/)
    expect(notes['10!A4']).toContain('三百')
    expect(readSheets(copy, '数据.xlsx')).toEqual(readSheets(bytes, '数据.xlsx'))
  })

  it('stand in a workbook that has had none, several of one cell together', () => {
    const bytes = xlsx({ 表一: [['甲', 1]], 表二: [['乙', 2]] })
    const typed = { '[Content_Types].xml': strToU8('<Types xmlns="x"></Types>'), ...unzipSync(bytes) }
    const copy = annotate(zipSync(typed), [problem('表二', 'B1'), problem('表二', 'B1', '四')], '数据.xlsx')
    expect(Object.values(notesIn(copy))).toEqual(['【待改】现为：三百\n应为：一个数\n【待改】现为：四\n应为：一个数'])
    expect(strFromU8(unzipSync(copy)['xl/worksheets/sheet1.xml']!)).toContain('legacyDrawing')
    // Somebody checks the copy once more.
    expect(Object.keys(notesIn(annotate(copy, [problem('表二', 'A1')], '数据.xlsx'))).length).toBe(2)
  })

  it('leave out sheets that are not there', () => {
    const bytes = typedWorkbook(soundSource())
    expect(readSheets(annotate(bytes, [problem('没有', 'A1')], '数据.xlsx'), '').length).toBe(
      readSheets(bytes, '').length,
    )
  })
})
