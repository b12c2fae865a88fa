import { expect } from 'vitest'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { describeChanges } from '../../scripts/visual/report.ts'
import { openStudio } from '../../scripts/visual/studio.ts'
import { compareDeck } from '../../scripts/visual/visual.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

test('every slide looks as its baseline does', async ({ browser }) => {
  const report = await compareDeck(parseVisualArgs([]), testContext(ROOT), (deck, context) =>
    openStudio(deck, context, browser),
  )
  expect(describeChanges(report).join('\n')).toBe('')
})
