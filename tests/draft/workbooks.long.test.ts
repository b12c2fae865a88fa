import { cp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { createDeck } from '../../scripts/new/create.ts'
import { madeFrom } from '../../scripts/new/made.ts'
import { mended } from '../cells/support/expected.ts'
import { OFFICE_WORKBOOKS, type OfficeWorkbook } from '../cells/support/office-workbooks.ts'
import { fileOf } from '../cells/support/workbook.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'
import { test } from '../support/test.ts'

/** Files as their offices name them. */
const FILES: Record<OfficeWorkbook, string> = {
  budget: '望岑区预算执行情况.xlsx',
  fiveYears: '砚溪县五年对比.xlsx',
  monthly: '汀岚县月报.xlsx',
  projects: '朔棠县民生实事台账.xlsx',
  ranking: '各县排位.xlsx',
}

// Sites of their own: no other deck has this data.
describe('a deck that is made of a workbook as an office keeps it', () => {
  test.for(Object.keys(FILES) as OfficeWorkbook[])(
    'is exported and has no fault, unedited: %s',
    { timeout: 1_800_000 },
    async (name, { browser, life }) => {
      const [workshop, file] = [temporaryFolder(), FILES[name]]
      const { workbook, mends } = OFFICE_WORKBOOKS[name]
      await writeFile(path.join(workshop, file), fileOf(mended(workbook, mends)))
      const { content } = await madeFrom([file], testContext(workshop, life))
      const made = await createDeck({
        folder: path.join(workshop, 'deck'),
        root: workshop,
        engine: undefined,
        content,
        life,
      })
      const root = await composeDeck(`workbook-${name}-site`)
      await cp(made, root, { recursive: true, filter: from => path.basename(from) !== 'package.json' })
      const context = testContext(root, life)
      const tools = { browser: async () => browser }
      const { problems } = await exportDeck(parseExportArgs(['pdf']), context, tools)
      const { findings } = await checkDeck(parseCheckArgs(['--source', file]), context, tools)
      const faults = findings.filter(finding => !isNotice(finding))
      const told = faults.map(({ where, rule, text, measured }) => `${where} ${rule} ${text} ${measured}`)
      expect([...problems, ...told]).toEqual([])
    },
  )
})
