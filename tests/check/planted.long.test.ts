import { expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { askGate } from '../briefing/mutants/gate.ts'
import { planted } from '../fixtures/gate/planted.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'
import { plantedTable, tryPlanted } from './support/planted.ts'

it(
  'a deck written without knowledge of the rules has no fault, and most of its planted errors are found',
  {
    timeout: 1800_000,
  },
  async () => {
    const context = testContext(ROOT)
    const { host, life, log } = context
    let launched: ReturnType<typeof launchBrowser> | undefined
    const gate = { context, browser: () => (launched ??= launchBrowser({ host, life, log })) }
    const { honest, outcomes } = await tryPlanted(planted, 'gate', (folder, args) => askGate(folder, args, gate))
    const table = plantedTable(outcomes).join('\n')
    if (process.env.HUIBAO_PLANTED)
      await (
        await import('node:fs/promises')
      ).writeFile(
        process.env.HUIBAO_PLANTED,
        `${table}\n\n${honest.map(({ severity = 'fault', rule, where, slide, text, measured }) => `${severity} ${rule} ${where ?? ''} ${slide} ${text} ${measured}`).join('\n')}\n`,
      )
    const faults = honest.filter(({ severity }) => severity !== 'notice')
    expect(faults.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
    expect(outcomes.filter(({ found }) => found === 'silent').length, table).toBeLessThanOrEqual(outcomes.length / 10)
  },
)
