import path from 'node:path'
import type { Context } from '../lib/command.ts'
import type { ExportArgs } from './args.ts'
import type { ExportReport } from './export.ts'
import { isContactSheet, isHandout } from './names.ts'

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

function summarize(
  { files, pages, handoutPages, slides, durations, cached, waiting }: ExportReport,
  root: string,
): string[] {
  const shown = (file: string): string => path.relative(root, file) || file
  const own = files.filter(file => file.endsWith('.pdf') || isContactSheet(file))
  const pngs = files.filter(file => !own.includes(file))
  return [
    ...own.map(file =>
      isContactSheet(file)
        ? `${shown(file)}（${slides.length} 页的缩略图）`
        : `${shown(file)}（${isHandout(file) ? (handoutPages ?? pages) : pages} 页）`,
    ),
    ...(pngs.length > 0 ? [`${shown(path.dirname(pngs[0]!))}${path.sep}（${pngs.length} 张 PNG）`] : []),
    ...(waiting.length > 0
      ? [`还没有照片的图片位：${waiting.map(({ id, slide }) => `${id}（第 ${slide} 页）`).join('、')}`]
      : []),
    `用时 ${(durations.total / 1000).toFixed(1)} 秒${cached ? '，沿用了上次建的网站' : ''}`,
  ]
}
