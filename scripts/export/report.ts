import path from 'node:path'
import type { Context } from '../lib/command.ts'
import type { ExportArgs } from './options.ts'
import type { ExportReport } from './export.ts'
import { forms } from './forms/index.ts'

/** Prints what an export came to; returns the exit code. */
export function reportExport(
  report: ExportReport,
  args: Pick<ExportArgs, 'json'>,
  { root, log, print }: Pick<Context, 'root' | 'log' | 'print'>,
): number {
  report.warnings.forEach(warning => log.warn(warning))
  if (!report.ok) {
    log.error(`没有导出，文稿有 ${report.problems.length} 处问题：`)
    report.problems.forEach(problem => log.info(`  ${problem}`))
  }
  if (args.json) print(JSON.stringify(report))
  else if (report.ok) summarize(report, root).forEach(print)
  return report.ok ? 0 : 1
}

function summarize({ forms: made, durations, kept, cached, waiting }: ExportReport, root: string): string[] {
  const shown = (file: string): string => path.relative(root, file) || file
  return [
    ...forms.flatMap(({ name, folder, summary }) => {
      const { files, count } = made[name] ?? { files: [], count: 0 }
      if (files.length === 0) return []
      const place = folder === undefined ? shown(files[0]!) : shown(path.dirname(files[0]!)) + path.sep
      return [summary(place, count)]
    }),
    ...(waiting.length > 0
      ? [`还没有照片的图片位：${waiting.map(({ id, slide }) => `${id}（第 ${slide} 页）`).join('、')}`]
      : []),
    `用时 ${(durations.total / 1000).toFixed(1)} 秒${kept ? '，内容没有变化，沿用了上次导出的文件' : cached ? '，沿用了上次建的网站' : ''}`,
  ]
}
