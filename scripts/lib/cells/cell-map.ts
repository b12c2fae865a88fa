import { existsSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import type { CellMap } from '../../../model/cell-map.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { importData } from '../../../model/load.ts'
import { id, schemaProblems, shape, text } from '../../../model/schema.ts'
import { parseSpan } from '../../../model/span.ts'
import { printFile } from '../data-files/print.ts'

/** Where a deck keeps which cells its figures come from. */
export const CELLS_FILE = 'data/cells.ts'

const CellMapSchema = v.array(
  shape({
    source: id,
    period: v.pipe(
      text,
      v.check(code => parseSpan(code) !== undefined, '不是时段的代码，如 2026-01/2026-02'),
    ),
    figures: v.array(
      shape({
        figure: id,
        sheet: text,
        row: text,
        column: text,
        cell: text,
        back: v.optional(v.pipe(v.number('应为数值'), v.integer('应为整数'), v.minValue(0, '不能为负'))),
      }),
    ),
    tables: v.optional(v.array(shape({ table: id, sheet: text, caption: text }))),
  }),
)

/**
 * The maps of a deck, one for each workbook; none where it has no such file.
 * @throws HuibaoError where the file cannot be read, or says something else
 */
export async function loadCellMaps(root: string): Promise<CellMap[]> {
  const file = path.join(root, CELLS_FILE)
  if (!existsSync(file)) return []
  const { cells } = await importData<{ cells?: unknown }>(file, root)
  const problems = schemaProblems(CellMapSchema, cells)
  if (problems.length > 0)
    throw new HuibaoError(`${CELLS_FILE} 写得不对：\n${problems.map(line => `  ${line}`).join('\n')}`, {
      hint: '请改好，或删去它，再运行 huibao map。',
    })
  return cells as CellMap[]
}

/** The file of maps. */
export function printCellMaps(maps: readonly CellMap[]): string {
  return printFile({
    name: 'cells',
    about: '数据在单位自己的工作簿里是哪些格：huibao map 写，huibao refresh 照它读下一个月的',
    value: maps,
    type: 'readonly CellMap[]',
    imports: ['CellMap'],
  })
}
