import type { Command } from '../lib/args.ts'
import { parseBenchArgs, SPEC } from './args.ts'

export const command: Command = {
  spec: SPEC,
  async run(context) {
    const args = parseBenchArgs(context.args)
    if (args.subject === 'first-view') {
      const [{ benchFirstView }, { formatFirstViews }] = await Promise.all([
        import('./first-view/bench.ts'),
        import('./first-view/format.ts'),
      ])
      const views = await benchFirstView(context)
      if (args.json) context.print(JSON.stringify({ views }))
      else formatFirstViews(views).forEach(context.print)
      return
    }
    if (args.subject === 'pptx') {
      const { benchPptx, formatPptxBench } = await import('./pptx.ts')
      const bench = await benchPptx(args.runs, context)
      if (args.json) context.print(JSON.stringify({ runs: args.runs, ...bench }))
      else formatPptxBench(bench).forEach(context.print)
      return
    }
    if (args.subject === 'check') {
      const { benchCheck, formatCheckTimings } = await import('./check.ts')
      const summaries = await benchCheck(args.runs, context)
      if (args.json) context.print(JSON.stringify({ runs: args.runs, timings: summaries }))
      else formatCheckTimings(summaries).forEach(context.print)
      return
    }
    if (args.subject === 'present') return (await import('./present/run.ts')).runPresentBench(args, context)
    const [{ benchExport }, { formatFloor, formatTable }, { formatSteps }] = await Promise.all([
      import('./export.ts'),
      import('./summary.ts'),
      import('./steps.ts'),
    ])
    const { comparisons, floor, steps } = await benchExport(args, context)
    if (args.json) context.print(JSON.stringify({ runs: args.runs, comparisons, floor, steps }))
    else
      [...formatTable(comparisons), ...formatFloor(comparisons, floor), '', ...formatSteps(steps)].forEach(
        context.print,
      )
  },
}
