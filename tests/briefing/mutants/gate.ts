import type { Browser } from 'playwright-chromium'
import { parseCheckArgs } from '../../../scripts/check/args.ts'
import { checkDeck } from '../../../scripts/check/check.ts'
import type { Finding } from '../../../scripts/check/finding.ts'
import type { Context } from '../../../scripts/lib/command.ts'
import { silentLog } from '../../../scripts/lib/log.ts'

/** What the gate says of a copy. */
export interface Answer {
  findings: Finding[]
  /** Why there was nothing to check, such as a deck that does not build; undefined where there was. */
  refused?: string
}

export interface GateOptions {
  context: Context
  /** One for all copies. */
  browser: () => Promise<Browser>
}

/** Asks the gate about a copy. @param given as on the command line */
export async function askGate(folder: string, given: string[], { context, browser }: GateOptions): Promise<Answer> {
  await using life = context.life.part()
  try {
    const { findings, obstacles } = await checkDeck(
      parseCheckArgs(given),
      { ...context, root: folder, args: given, life, log: silentLog, print: () => {} },
      { browser },
    )
    return { findings, ...(obstacles.length > 0 && { refused: obstacles.join('\n') }) }
  } catch (error) {
    if (context.life.interrupted || !(error instanceof Error)) throw error
    return { findings: [], refused: error.message }
  }
}
