import { messageOf } from '../../model/errors.ts'
import type { Command } from '../lib/args.ts'
import { parseExportArgs, SPEC } from './args.ts'
import type { ExportReport } from './export.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseExportArgs(context.args)
    const [{ findKept }, { reportExport }] = await Promise.all([import('./kept.ts'), import('./report.ts')])
    try {
      const kept = args.rebuild ? undefined : findKept<ExportReport>(args, context)
      if (kept) return reportExport(handedOver(kept, context.now()), args, context)
      const { exportDeck } = await import('./export.ts')
      return reportExport(await exportDeck(args, context), args, context)
    } catch (error) {
      if (args.json && !context.life.interrupted)
        context.print(JSON.stringify({ ok: false, files: [], problems: [messageOf(error)], warnings: [] }))
      throw error
    }
  },
}

/** The report of an earlier export whose files were handed over. */
function handedOver(report: ExportReport, now: number): ExportReport {
  const total = Math.round(now)
  const durations = { prepare: total, render: 0, write: 0, total }
  return { ...report, kept: true, cached: true, durations, steps: { kept: total } }
}
