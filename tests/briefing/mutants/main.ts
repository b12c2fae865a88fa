import process from 'node:process'
import { asksForHelp, helpOf } from '../../../scripts/lib/args.ts'
import { runCommand } from '../../../scripts/lib/command.ts'

await runCommand(process.argv.slice(2), async context => {
  const { parseMutantArgs, SPEC } = await import('./args.ts')
  if (asksForHelp(context.args)) return context.print(helpOf(SPEC))
  const args = parseMutantArgs(context.args)
  const [{ runSuite }, { report }] = await Promise.all([import('./suite.ts'), import('./report.ts')])
  return report(await runSuite(args, context), args.json, context)
})
