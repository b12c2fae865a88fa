import type { Context } from '../lib/command.ts'
import type { VisualArgs } from './args.ts'
import { lookName } from './plan.ts'
import type { Change, VisualReport } from './visual.ts'

const ACCEPT = 'npm run visual -- --accept'

/** What is not as it was: a sentence each, and what to do about it. */
export function describeChanges({ ok, changed, missing, stale, chromium }: VisualReport): string[] {
  if (ok) return []
  return [
    ...changed.map(describeChange),
    ...(missing.length > 0
      ? [
          `还没有基准图：${missing.length} 张，${missing
            .slice(0, 5)
            .map(({ name }) => name)
            .join('、')}${missing.length > 5 ? ' 等' : ''}`,
        ]
      : []),
    ...(stale.length > 0 ? [`没有对应页的基准图：${stale.join('、')}`] : []),
    ...(chromium.baselines !== undefined && chromium.own !== chromium.baselines
      ? [
          `基准图是 Chromium ${chromium.baselines} 画的，这里是 Chromium ${chromium.own}：只有文字边缘不同的话，多半是浏览器的缘故，不是文稿变了`,
        ]
      : []),
    `看过 .huibao/visual/ 里的图，没有问题就接受：${ACCEPT}${missing.length + stale.length === 0 && chromium.own === chromium.baselines ? `（只接受几页：加 --range ${[...new Set(changed.map(({ no }) => no))].join(',')}）` : ''}`,
  ]
}

function describeChange({ no, title, look, reason, share, box, diff }: Change): string {
  const place = `第 ${no} 页${title && `《${title}》`}（${lookName(look)}）`
  if (reason === 'size' || !box) return `${place}的画面大小和基准图不一样，见 ${diff}`
  const percent = share < 0.0005 ? '不到 0.1%' : `${(100 * share).toFixed(1)}%`
  return `${place}和基准图不一样：画面变了 ${percent}，在左起 ${box.left}、上起 ${box.top} 的 ${box.width}×${box.height} 一块里，见 ${diff}`
}

/** Prints what a comparison came to; returns the exit code. */
export function reportVisual(
  report: VisualReport,
  args: Pick<VisualArgs, 'accept' | 'json'>,
  { log, print }: Pick<Context, 'log' | 'print'>,
): number {
  const lines = describeChanges(report)
  if (lines.length > 0) {
    log.error('画面和基准图对不上：')
    lines.forEach(line => log.info(`  ${line}`))
  }
  if (args.json) print(JSON.stringify(report))
  else if (args.accept)
    print(
      report.accepted.length > 0
        ? `接受了 ${report.accepted.length} 张基准图：${report.accepted.join('、')}`
        : '没有变化，基准图都不用换',
    )
  else if (report.ok) print(`${report.compared} 张画面和基准图一样`)
  return report.ok ? 0 : 1
}
