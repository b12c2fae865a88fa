import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { describeChanges } from '../../scripts/visual/report.ts'
import { compareDeck } from '../../scripts/visual/visual.ts'
import { testContext } from '../scripts/support/context.ts'

it('every slide looks as its baseline does', { timeout: 300_000 }, async () => {
  const report = await compareDeck(parseVisualArgs([]), testContext(fileURLToPath(new URL('../..', import.meta.url))))
  expect(describeChanges(report).join('\n')).toBe('')
})
