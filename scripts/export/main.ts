import { runCommand } from '../lib/command.ts'
import { messageOf } from '../../model/errors.ts'

await runCommand(async context => {
  const { HELP, parseExportArgs } = await import('./args.ts')
  const args = parseExportArgs(context.args)
  if (args.help) {
    context.print(HELP)
    return 0
  }
  const [{ exportDeck }, { reportExport }] = await Promise.all([import('./export.ts'), import('./report.ts')])
  try {
    return reportExport(await exportDeck(args, context), args, context)
  } catch (error) {
    if (args.json && !context.life.interrupted)
      context.print(JSON.stringify({ ok: false, files: [], problems: [messageOf(error)], warnings: [] }))
    throw error
  }
})
