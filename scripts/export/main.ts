import { messageOf } from '../../model/errors.ts'
import type { Command } from '../lib/args.ts'
import { parseExportArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseExportArgs(context.args)
    const [{ exportDeck }, { reportExport }] = await Promise.all([import('./export.ts'), import('./report.ts')])
    try {
      return reportExport(await exportDeck(args, context), args, context)
    } catch (error) {
      if (args.json && !context.life.interrupted)
        context.print(JSON.stringify({ ok: false, files: [], problems: [messageOf(error)], warnings: [] }))
      throw error
    }
  },
}
