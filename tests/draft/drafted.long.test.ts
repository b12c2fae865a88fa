import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import type { Head } from '../../scripts/draft/draft.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'
import { draftedDeck, FIRST_DECK } from './drafted-deck.ts'

// Sites of their own: no other deck has drafted slides.
describe('a drafted deck', () => {
  test.for<[string, string, Head, string[]]>([
    ['of the first deck', FIRST_DECK, { title: '2020年沙坪坝区工作情况', scene: 'scenes/cover.svg' }, []],
    [
      'of a bulletin',
      'bulletin',
      { title: '松岑县2031年统计公报解读', subtitle: '松岑县统计局' },
      ['--source', '原文.md'],
    ],
    ['of a work report', 'work-report', { title: '岚泽区政府工作报告' }, ['--source', '原文.txt']],
    ['of another district', 'other-district', { title: '海湾区这一年' }, []],
  ])(
    '%s is exported and has no fault, unedited',
    { timeout: 1_800_000 },
    async ([, fixture, head, source], { browser, life }) => {
      const { root } = await draftedDeck(
        `drafted-${fixture === FIRST_DECK ? 'first-deck' : fixture}-site`,
        fixture,
        head,
      )
      const context = testContext(root, life)
      const tools = { browser: async () => browser }
      const { problems } = await exportDeck(parseExportArgs(['pdf']), context, tools)
      expect(problems).toEqual([])
      const { findings } = await checkDeck(parseCheckArgs(source), context, tools)
      const faults = findings.filter(finding => !isNotice(finding))
      expect(faults.map(({ where, rule, text, measured }) => `${where} ${rule} ${text} ${measured}`)).toEqual([])
    },
  )
})
