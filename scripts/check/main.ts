import type { Command } from '../lib/args.ts'
import { parseCheckArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseCheckArgs(context.args)
    const [{ checkDeck }, { reportCheck }] = await Promise.all([import('./check.ts'), import('./report.ts')])
    return reportCheck(await checkDeck(args, context), args, context)
  },
}
