import { describe, expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'
import { composeGallery, gallerySources } from './gallery.ts'

describe('the gallery', () => {
  // A site of its own: no other deck has every chart in every situation.
  test('has no fault, in any skin and shape and on a phone', { timeout: 600_000 }, async ({ browser, life }) => {
    const context = testContext(await composeGallery(), life)
    const args = parseCheckArgs(await gallerySources())
    const { findings } = await checkDeck(args, context, { browser: async () => browser })
    const faults = findings.filter(finding => !isNotice(finding))
    expect(faults.map(({ where, rule, text, measured }) => `${where} ${rule} ${text} ${measured}`)).toEqual([])
  })
})
