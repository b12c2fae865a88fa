import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'
import { test } from '../support/test.ts'

describe('the work report of an invented district', () => {
  // A site of its own: no other deck has a whole report with its plans.
  test(
    'is exported and has no fault, in any skin and shape and on a phone',
    { timeout: 900_000 },
    async ({ browser, life }) => {
      const context = testContext(await composeDeck('work-report', 'work-report'), life)
      const tools = { browser: async () => browser }
      const { problems, warnings, files } = await exportDeck(parseExportArgs(['pdf']), context, tools)
      expect([problems, warnings]).toEqual([[], []])
      expect(files.map(file => file.split('/').at(-1))).toEqual(['lanze-report.pdf'])
      const { findings } = await checkDeck(parseCheckArgs(['--source', '原文.txt']), context, tools)
      const faults = findings.filter(finding => !isNotice(finding))
      expect(faults.map(({ where, rule, text, measured }) => `${where} ${rule} ${text} ${measured}`)).toEqual([])
    },
  )
})
