import type { NumberMark } from '../view.ts'

/** What the marks of numbers mean. */
export const LEGEND: readonly { sort: NumberMark['sort']; name: string }[] = [
  { sort: 'figure', name: '数据' },
  { sort: 'name', name: '名目' },
  { sort: 'open', name: '没有交代' },
  { sort: 'period', name: '时段' },
  { sort: 'untaken', name: '写明不取' },
]
