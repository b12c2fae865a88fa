import { tableLines } from '../table.ts'
import type { FirstView } from './observe.ts'
import { askedBefore, KINDS, sumOf, type Kind, type Sum, type Transfer } from './transfers.ts'

const NAMES: Record<Kind, string> = {
  document: '网页',
  script: '脚本',
  style: '样式',
  font: '字体',
  image: '图片',
  other: '其他',
}

/** How many files are named. */
const LARGEST = 12

/** A file's size in kB of 1000 bytes, as browsers show it. */
function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function cell({ count, bytes }: Sum): string {
  return count === 0 ? '—' : `${kilobytes(bytes)}（${count}）`
}

/** The first views as tables for a terminal: by kind and moment, then the largest files. */
export function formatFirstViews(views: readonly FirstView[]): string[] {
  return views.flatMap((view, index) => [...(index === 0 ? [] : ['']), ...formatFirstView(view)])
}

function formatFirstView({ slide, asSlide, moments, transfers }: FirstView): string[] {
  const until: [string, Transfer[]][] = [
    [`显示这一页前`, askedBefore(transfers, moments.slide)],
    ...(moments.chart === undefined
      ? []
      : [[`画出图前`, askedBefore(transfers, moments.chart)] as [string, Transfer[]]]),
    ['空闲后', transfers],
  ]
  const early = until.at(-2)![1]
  const largest = early
    .filter(({ kind }) => kind !== 'font')
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, LARGEST)
  const seconds = [moments.slide, ...(moments.chart === undefined ? [] : [moments.chart])].map(
    moment => `${(moment / 1000).toFixed(1)} 秒`,
  )
  return [
    `第 ${slide} 页${asSlide ? '（按幻灯片看）' : ''}，手机，4G（9 Mbit/s，170 ms）：${seconds.join('后显示，')}${moments.chart === undefined ? '后显示' : '后画出图'}`,
    ...tableLines([
      ['gzip 后（个数）', ...until.map(([name]) => name)],
      ...KINDS.map(kind => [NAMES[kind], ...until.map(([, some]) => cell(sumOf(some, kind)))]),
      ['脚本和样式', ...until.map(([, some]) => cell(sumOf(some, 'script', 'style')))],
      ['合计', ...until.map(([, some]) => cell(sumOf(some, ...KINDS)))],
    ]),
    `其中最大的：`,
    ...tableLines(largest.map(({ path, bytes }) => [`  ${path}`, kilobytes(bytes)])),
  ]
}
