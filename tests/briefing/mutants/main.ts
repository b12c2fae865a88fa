import { runCommand } from '../../../scripts/lib/command.ts'

await runCommand(async context => {
  const { HELP, parseMutantArgs } = await import('./args.ts')
  const args = parseMutantArgs(context.args)
  if (args.help) return context.print(HELP)
  const [{ runSuite }, { report }] = await Promise.all([import('./suite.ts'), import('./report.ts')])
  return report(await runSuite(args, context), args.json, context)
})
