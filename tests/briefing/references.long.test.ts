import { expect, it } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'

it('has room for reference numbers on every slide, and those of the appendix', { timeout: 600_000 }, async () => {
  const { findings } = await checkDeck(parseCheckArgs(['layout', 'numbers', '--refs']), testContext(ROOT))
  expect(findings).toEqual([])
})
