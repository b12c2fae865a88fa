import { runCommand } from '../lib/command.ts'
import { messageOf } from '../../model/errors.ts'

await runCommand(async context => {
  const { HELP, parseVisualArgs } = await import('./args.ts')
  const args = parseVisualArgs(context.args)
  if (args.help) {
    context.print(HELP)
    return 0
  }
  const [{ compareDeck }, { reportVisual }] = await Promise.all([import('./visual.ts'), import('./report.ts')])
  try {
    return reportVisual(await compareDeck(args, context), args, context)
  } catch (error) {
    if (args.json && !context.life.interrupted)
      context.print(JSON.stringify({ ok: false, problems: [messageOf(error)] }))
    throw error
  }
})
