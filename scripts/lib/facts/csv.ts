import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import { tableOf, type SourceTable } from '../../../model/reading/tables.ts'
import { toHalfWidth } from '../../../model/reading/text.ts'

/**
 * Reads a csv file as one table, its caption the file's name.
 * @throws HuibaoError where it is none
 */
export function readCsv(text: string, file: string): SourceTable {
  let records: readonly (readonly string[])[]
  try {
    records = parse(text, { bom: true, relaxColumnCount: true })
  } catch (error) {
    throw new HuibaoError(`csv 文件读不出来：${file}：${messageOf(error)}`, {
      hint: '请核对引号和逗号，或另存为 UTF-8 编码的 csv。',
      exitCode: 2,
      cause: error,
    })
  }
  const lines = records.map((record, index) => ({
    cells: record.map(cell => toHalfWidth(cell).trim()),
    line: index + 1,
  }))
  if (lines.length < 2)
    throw new HuibaoError(`csv 文件里没有表：${file}`, { hint: '第一行是各列的名称，下面每行一条。', exitCode: 2 })
  const { name } = path.parse(file)
  return { file, caption: name, unit: '', ...tableOf(lines), first: 1, last: lines.at(-1)!.line }
}
