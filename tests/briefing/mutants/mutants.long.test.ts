import { expect, it } from 'vitest'
import { testContext } from '../../scripts/support/context.ts'
import { ROOT } from '../../support/project.ts'
import { equivalents, mutants } from './catalogue/index.ts'
import { isRendered } from './mutant.ts'
import { falseAlarms, formatReport, survivors, withoutAdvice } from './report.ts'
import { runSuite } from './suite.ts'

it(
  'finds every fault that only a site shows, and has nothing against any equivalent mutant',
  { timeout: 3600_000 },
  async () => {
    const result = await runSuite({ mutants: mutants.filter(isRendered), equivalents, alone: false }, testContext(ROOT))
    const missed = [...survivors(result), ...withoutAdvice(result)].map(({ mutant }) => mutant.name)
    expect(missed, formatReport(result).join('\n')).toEqual([])
    expect(
      falseAlarms(result).map(({ equivalent }) => equivalent.name),
      formatReport(result).join('\n'),
    ).toEqual([])
  },
)
