import type { Context } from '../lib/command.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { CheckArgs } from './check-args.ts'
import { categories } from './categories.ts'
import { isNotice, type Finding } from './finding.ts'
import { createCheckContext } from './context.ts'

/** What a check came to. */
export interface CheckReport {
  /** `family`, as the JSON output calls it, is the id of the category. */
  findings: (Finding & { family: string })[]
  /** What was looked at: parts of a Chinese sentence. */
  scopes: string[]
  /**
   * Why rules could not be applied, where others have found something that is to be mended first: Chinese sentences.
   */
  obstacles: string[]
  /** Milliseconds. */
  duration: number
}

/**
 * Checks the deck in the working folder.
 * @param tools what is at hand already, such as a browser for several decks
 * @throws HuibaoError where there is nothing to check: a wrong range, no browser, a deck that does not build …
 */
export async function checkDeck(
  args: CheckArgs,
  context: Context,
  tools?: Parameters<typeof createCheckContext>[2],
): Promise<CheckReport> {
  const start = context.now()
  const checkContext = await createCheckContext(args, context, tools)
  const report: CheckReport = { findings: [], scopes: [], obstacles: [], duration: 0 }
  for (const { id, name, load } of categories) {
    const rules = args.rules.get(id)
    if (!rules) continue
    try {
      const { findings, scope } = await (await load()).check(rules, checkContext)
      report.findings.push(...findings.map(finding => ({ family: id, ...finding })))
      report.scopes.push(scope)
    } catch (error) {
      // A deck whose data is wrong does not build: what is wrong has been found already, and must still be told.
      if (!(error instanceof HuibaoError) || report.findings.every(isNotice)) throw error
      report.obstacles.push(`${name}（${[...rules].join('、')}）没有检查：${error.message}`)
    }
  }
  return { ...report, duration: Math.round(context.now() - start) }
}
