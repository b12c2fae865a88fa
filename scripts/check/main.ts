import { runCommand } from '../lib/command.ts'

await runCommand(async context => {
  const { HELP, parseCheckArgs } = await import('./args.ts')
  const args = parseCheckArgs(context.args)
  if (args.help) return context.print(HELP)
  const [{ checkDeck }, { reportCheck }] = await Promise.all([import('./check.ts'), import('./report.ts')])
  return reportCheck(await checkDeck(args, context), args, context)
})
