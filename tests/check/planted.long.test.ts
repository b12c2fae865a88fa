import { describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { askGate } from '../briefing/mutants/gate.ts'
import { planted as districtErrors } from '../fixtures/gate/planted.ts'
import { planted as countyErrors } from '../fixtures/holdout/planted.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'
import { plantedTable, tryPlanted } from './support/planted.ts'

/** Share of the planted errors that may be told by nothing: slips in words that no data contradicts. */
const UNSEEN = 0.3

describe.each([
  ['gate', districtErrors],
  ['holdout', countyErrors],
] as const)('a deck written without knowledge of the rules: %s', (fixture, errors) => {
  it('has no fault of facts or numbers, and most of its planted errors are told', { timeout: 1800_000 }, async () => {
    const context = testContext(ROOT)
    const { host, life, log } = context
    let launched: ReturnType<typeof launchBrowser> | undefined
    const gate = { context, browser: () => (launched ??= launchBrowser({ host, life, log })) }
    const { honest, outcomes } = await tryPlanted(errors, fixture, (folder, args) => askGate(folder, args, gate))
    const table = plantedTable(outcomes).join('\n')
    const faults = honest.filter(finding => !isNotice(finding))
    expect(faults.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
    const silent = outcomes.filter(({ found }) => found === 'silent')
    expect(silent.length / outcomes.length, table).toBeLessThanOrEqual(UNSEEN)
  })
})
