import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { exported } from '../scripts/support/exported.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'

describe('the deck of a statistical bulletin', () => {
  const life = new Lifecycle()
  let root: string
  beforeAll(async () => {
    root = await composeDeck('bulletin', 'bulletin')
  })
  afterAll(() => life.disposeAsync())

  it('is exported', { timeout: 10 * 60_000 }, async () => {
    const browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
    const { report, pdfs } = await exported({ root, browser, life }, 'pdf', '--timeout', '600')
    expect(report.problems).toEqual([])
    expect(Object.values(pdfs)[0]!.pages[3]).toMatch(/地区生产总值327\.8亿元.*增长6\.2%/)
  })

  it.each([
    ['in either skin and either shape', ['--source', '原文.md']],
    ['with reference numbers', ['layout', 'numbers', '--refs']],
  ])('has no fault, %s', { timeout: 20 * 60_000 }, async (_, args) => {
    const { findings } = await checkDeck(parseCheckArgs(args), testContext(root, life))
    const faults = findings.filter(finding => !isNotice(finding))
    expect(faults.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
  })
})
