import process from 'node:process'
import { asksForHelp, helpOf } from '../../scripts/lib/args.ts'
import { runCommand } from '../../scripts/lib/command.ts'

/** Exports the gallery: `npm run gallery -- --skin 夜 --aspect 4:3`. Options are those of the export. */
await runCommand(process.argv.slice(2), async context => {
  const [{ command }, { composeGallery }] = await Promise.all([
    import('../../scripts/export/main.ts'),
    import('./gallery.ts'),
  ])
  if (asksForHelp(context.args)) return context.print(helpOf(command.spec))
  const root = await composeGallery()
  return command.run({ ...context, root, args: ['png', '--out', `${context.root}/exports/gallery`, ...context.args] })
})
