import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { WrittenCell } from '../../scripts/lib/xlsx/sheet.ts'
import { writeXlsx } from '../../scripts/lib/xlsx/write.ts'

const wrapped = (value: string): WrittenCell => ({ value, style: { wrap: true } })

it.each<[string, WrittenCell, string]>([
  ['one line where its text has room', wrapped('产值'), '<row r="1">'],
  ['two lines of Chinese, which takes two places a character', wrapped('产'.repeat(8)), '<row r="1" ht="30">'],
  ['a line for each that its text has', wrapped('产\n值\n\n'), '<row r="1" ht="60">'],
  ['one line where its text does not wrap', { value: '产'.repeat(40) }, '<row r="1">'],
  ['one line of a number', { value: 1234567890123, style: { wrap: true } }, '<row r="1">'],
])('a row is %s', (_, cell, expected) => {
  const parts = unzipSync(writeXlsx([{ name: '表', rows: [[cell]], columns: [{ width: 12 }] }]))
  expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain(expected)
})
