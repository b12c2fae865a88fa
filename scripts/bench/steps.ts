import { median } from './summary.ts'
import { tableLines } from './table.ts'

/** Steps of an export as people call them, in the order in which they begin. */
const NAMES: Readonly<Record<string, string>> = {
  start: '启动 Node、装入程序',
  kept: '看有没有可以沿用的文件',
  deck: '读文稿和数据',
  stamp: '看网站要不要重建',
  build: '建网站',
  browser: '启动浏览器（与建网站同时）',
  load: '打开打印页',
  settle: '等图表和图片就绪',
  compare: '认出没有变的页',
  inspect: '量每一页',
  fonts: '核对字体',
  unshown: '核对有没有看不见的字',
  png: '画 PNG',
  'contact-sheet': '画缩略图总览',
  longimage: '画长图',
  card: '画封面卡片',
  pptx: '写 PPTX',
  print: '印 PDF',
  finish: '写书签、属性、附件',
  text: '核对 PDF 的文字',
  handout: '印讲义',
  html: '做单个网页文件',
}

/** The steps of exports that were timed several times, as a table for a terminal. */
export function formatSteps(exports: readonly { name: string; steps: readonly Record<string, number>[] }[]): string[] {
  const middle = (runs: readonly Record<string, number>[], step: string): string => {
    const known = runs.flatMap(run => run[step] ?? [])
    return known.length === 0 ? '' : `${(median(known) / 1000).toFixed(2)} 秒`
  }
  const taken = Object.keys(NAMES).filter(step => exports.some(({ steps }) => steps.some(run => step in run)))
  return tableLines([
    ['', ...exports.map(({ name }) => name)],
    ...taken.map(step => [NAMES[step]!, ...exports.map(({ steps }) => middle(steps, step))]),
  ])
}
