import { messageOf } from '../../model/errors.ts'
import type { Command } from '../lib/args.ts'
import { parseVisualArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseVisualArgs(context.args)
    const [{ compareDeck }, { reportVisual }] = await Promise.all([import('./visual.ts'), import('./report.ts')])
    try {
      return reportVisual(await compareDeck(args, context), args, context)
    } catch (error) {
      if (args.json && !context.life.interrupted)
        context.print(JSON.stringify({ ok: false, problems: [messageOf(error)] }))
      throw error
    }
  },
}
