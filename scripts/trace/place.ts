import type { Medium } from '../lib/facts/appearances.ts'

/** What of a slide prints a figure, in words. */
export const MEDIA: Readonly<Record<Place['medium'], string>> = {
  title: '标题',
  body: '正文',
  number: '大数字',
  chart: '图表',
  note: '备注',
  appendix: '附录',
  text: '手写的文字',
}

/** One place where a figure appears. */
export interface Place {
  slide: number
  title: string
  /** What of the slide prints it; a chart prints its figures in its alternative text too. */
  medium: Medium | 'text'
  /** Component and prop, such as `BarChart ids`; empty for typed text. */
  component: string
  /** How it is printed there; empty where it is not by a style. */
  text: string
  /** `file:line`. */
  where: string
}
