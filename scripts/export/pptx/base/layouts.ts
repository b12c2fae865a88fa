import { grid, space, type } from '../../../../styles/tokens.ts'
import type { BasePlaceholder } from './placeholders.ts'

interface Canvas {
  width: number
  height: number
}

/** A layout of the base template. */
export interface BaseLayout {
  /** The deck's name of it. */
  layout: string
  /** What people read. */
  name: string
  /** As office programs know it. */
  type: 'title' | 'secHead' | 'tx'
  /** Ground of the theme, where it is not the master's. */
  ground?: string
  placeholders: readonly BasePlaceholder[]
}

const { margin, unit, gap } = space

/** Placeholders that every page has: title, text, footer and number. */
export function pagePlaceholders({ width, height }: Canvas): BasePlaceholder[] {
  const foot = { top: height - grid.foot, bottom: height }
  return [
    {
      type: 'title',
      rect: { left: margin, top: grid.title, right: width - margin, bottom: grid.body - gap },
      prompt: '单击此处编辑标题',
    },
    {
      type: 'body',
      idx: 1,
      rect: { left: margin, top: grid.body, right: width - margin, bottom: height - grid.foot - 2 * unit },
      prompt: '单击此处编辑文字',
    },
    ...footers(width, foot),
  ]
}

function footers(width: number, foot: { top: number; bottom: number }): BasePlaceholder[] {
  const small = { size: 'quarter', anchor: 'ctr', fontSize: type.size.source, color: 'tx2' } as const
  return [
    {
      ...small,
      type: 'dt',
      idx: 10,
      rect: { left: margin, right: margin + 180, ...foot },
      prompt: '日期',
      align: 'l',
    },
    {
      ...small,
      type: 'ftr',
      idx: 11,
      rect: { left: margin + 200, right: width - margin - 120, ...foot },
      prompt: '页脚',
      align: 'l',
    },
    {
      ...small,
      type: 'sldNum',
      idx: 12,
      rect: { left: width - margin - 100, right: width - margin, ...foot },
      prompt: '‹#›',
      align: 'r',
    },
  ]
}

/** The layouts of a deck. */
export function baseLayouts(canvas: Canvas): BaseLayout[] {
  const { width, height } = canvas
  const opening = (layout: string, name: string): BaseLayout => ({
    layout,
    name,
    type: 'title',
    ground: 'accent5',
    placeholders: [
      {
        type: 'ctrTitle',
        rect: { left: 88, top: 160, right: 0.6 * width, bottom: height - 200 },
        prompt: '单击此处编辑标题',
        fontSize: type.size.cover,
        color: 'bg1',
        align: 'l',
      },
      {
        type: 'subTitle',
        idx: 1,
        rect: { left: 88, top: 88, right: 0.6 * width, bottom: 140 },
        prompt: '单击此处编辑副标题',
        fontSize: type.size.lead,
        color: 'accent4',
        align: 'l',
      },
    ],
  })
  const page = (layout: string, name: string): BaseLayout => ({
    layout,
    name,
    type: 'tx',
    placeholders: pagePlaceholders(canvas),
  })
  return [
    opening('cover', '封面'),
    {
      layout: 'chapter',
      name: '章节页',
      type: 'secHead',
      placeholders: [
        {
          type: 'title',
          rect: { left: margin, top: 250, right: 512, bottom: 430 },
          prompt: '单击此处编辑标题',
          fontSize: type.size.chapter,
        },
        {
          type: 'body',
          idx: 1,
          rect: { left: margin, top: 450, right: 512, bottom: height - grid.foot },
          prompt: '单击此处编辑文字',
          fontSize: type.size.lead,
          color: 'tx2',
        },
      ],
    },
    page('default', '正文页'),
    page('chart', '图表页'),
    page('numbers', '数字页'),
    page('compare', '对照页'),
    page('picture', '图片页'),
    page('quote', '引言页'),
    page('appendix', '附录页'),
    opening('end', '结束页'),
  ]
}
