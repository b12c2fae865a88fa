import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-chromium'
import type { parseCheckArgs } from '../../scripts/check/args.ts'
import type { checkDeck } from '../../scripts/check/check.ts'
import type { Finding } from '../../scripts/check/finding.ts'
import type { Context } from '../../scripts/lib/command.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'

interface Gate {
  parseCheckArgs: typeof parseCheckArgs
  checkDeck: typeof checkDeck
}

/** What the gate of a copy says. */
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

/** Asks the gate of a copy, with that copy's own code where it has any. @param given as on the command line */
export async function askGate(folder: string, given: string[], { context, browser }: GateOptions): Promise<Answer> {
  const home = existsSync(path.join(folder, 'scripts')) ? folder : context.root
  const [args, check] = await Promise.all(['args.ts', 'check.ts'].map(file => import(pathToFileURL(path.join(home, 'scripts', 'check', file)).href))) as [Pick<Gate, 'parseCheckArgs'>, Pick<Gate, 'checkDeck'>]
  const life = new Lifecycle()
  const stop = context.life.defer(() => life.dispose())
  try {
    const { findings, obstacles } = await check.checkDeck(args.parseCheckArgs(given), { ...context, root: folder, args: given, life, log: silentLog, print: () => {} }, { browser })
    return { findings, ...(obstacles.length > 0 && { refused: obstacles.join('\n') }) }
  }
  catch (error) {
    if (context.life.interrupted || !(error instanceof Error)) throw error
    return { findings: [], refused: error.message }
  }
  finally {
    await stop()
  }
}
