import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { testContext } from '../scripts/support/context.ts'
import { innocents, mutants } from './catalogue/index.ts'
import { falseAlarms, formatReport, survivors, withoutAdvice } from './report.ts'
import { runSuite } from './suite.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

it('finds every mutant in a build of its own, and has nothing against any innocent edit', { timeout: 2 * 3600_000 }, async () => {
  const result = await runSuite({ mutants, innocents, alone: true }, testContext(ROOT))
  expect([...survivors(result), ...withoutAdvice(result)].map(({ mutant }) => mutant.name), formatReport(result).join('\n')).toEqual([])
  expect(falseAlarms(result).map(({ innocent }) => innocent.name)).toEqual([])
})
