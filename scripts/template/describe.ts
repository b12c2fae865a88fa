import {
  chooseLayouts,
  contrastOf,
  isReadable,
  placeOf,
  type Chosen,
  type Need,
} from '../export/pptx/foreign/choose.ts'
import { bodyFrame } from '../export/pptx/foreign/fit.ts'
import type { ForeignLayout, ForeignTemplate, ForeignTheme } from '../export/pptx/foreign/read.ts'
import { ASPECTS, canvasOf, type Aspect } from '../lib/look.ts'

/** What a template has, what it lacks, and how slides will use it. */
export interface TemplateReport {
  file: string
  /** Width and height: millimetres. */
  size: { width: number; height: number }
  /** The nearest aspect ratio that decks are drawn in. */
  aspect: Aspect
  theme: { name: string; fonts: { heading: string; body: string }; colors: Record<string, string> }
  layouts: { name: string; type: string; placeholders: string[] }[]
  /** Which layout each sort of slides stands on. */
  uses: { slides: string; layout: string; how: string }[]
  /** Sentences: what it lacks, and what follows from it. */
  missing: string[]
  /** Sentences: what is worth knowing. */
  notes: string[]
}

const EMU_PER_MM = 36_000
/** Width of the canvas that slides are drawn on, px. */
const CANVAS = { width: 1280, height: 720 }
/** EMU of a px of a slide as wide as that canvas, by which the scale of a page is told. */
const EMU_PER_PX = 9525
/** What large text needs to stand out. */
const LEAST_CONTRAST = 3
/** Below which scale slides of a hall cannot be read any more. */
const LEAST_SCALE = 0.7

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  title: '标题',
  ctrTitle: '标题（居中）',
  subTitle: '副标题',
  body: '文字',
  obj: '内容',
  pic: '图片',
  tbl: '表格',
  chart: '图表',
  media: '媒体',
  dgm: 'SmartArt',
  clipArt: '剪贴画',
  dt: '日期',
  ftr: '页脚',
  sldNum: '页码',
}

/** Says of a template what slides would make of it. */
export function describeTemplate(template: ForeignTemplate): TemplateReport {
  const { file, size, theme, layouts, slides } = template
  const chosen = chooseLayouts(template)
  const aspect = nearestAspect(size)
  const scale = pageScale(chosen, size, aspect)
  return {
    file,
    size: { width: Math.round(size.width / EMU_PER_MM), height: Math.round(size.height / EMU_PER_MM) },
    aspect,
    theme: { name: theme.name, fonts: theme.fonts, colors: Object.fromEntries(theme.colors) },
    layouts: layouts.map(({ name, type, placeholders }) => ({
      name,
      type,
      placeholders: placeholders.map(each => PLACEHOLDERS[each.type] ?? each.type),
    })),
    uses: usesOf(chosen, scale, theme),
    missing: missingIn(chosen, template),
    notes: [
      ...(slides > 0 ? [`它自己的 ${slides} 页幻灯片不带走，只用母版、版式、主题的颜色和字体`] : []),
      ...(Math.abs(size.width / size.height - ratioOf(aspect)) > 0.02
        ? [`画面比例不是 ${ASPECTS.join('，也不是 ')}：整页的图片两边会留空`]
        : []),
      ...(aspect === '16:9' ? [] : [`画面比例是 ${aspect}：导出时加 --aspect ${aspect}，与它相合`]),
      ...(scale < LEAST_SCALE && isReadable(chosen.page, theme)
        ? [`正文页要缩到 ${percent(scale)}，字会偏小；请把“${chosen.page.name}”的文字框改大`]
        : []),
    ],
  }
}

function nearestAspect({ width, height }: ForeignTemplate['size']): Aspect {
  const distance = (aspect: Aspect): number => Math.abs(ratioOf(aspect) - width / height)
  return [...ASPECTS].sort((a, b) => distance(a) - distance(b))[0]!
}

function ratioOf(aspect: Aspect): number {
  const [across, along] = aspect.split(':').map(Number) as [number, number]
  return across / along
}

/** By how much what stands on a page becomes smaller, beside a slide of the deck's own as wide as the template's. */
function pageScale({ page }: Chosen, size: ForeignTemplate['size'], aspect: Aspect): number {
  const { scale } = bodyFrame(page, canvasOf({ canvas: CANVAS }, { aspect }), size)
  return scale / ((size.width / (CANVAS.width * EMU_PER_PX)) * EMU_PER_PX)
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

function usesOf(chosen: Chosen, scale: number, theme: ForeignTheme): TemplateReport['uses'] {
  const inPlaces = (layout: ForeignLayout, roles: Record<string, 'title' | 'body' | 'number'>): string => {
    const held = Object.entries(roles).filter(([, role]) => placeOf(layout, role) !== undefined)
    return held.length === 0 ? '' : `${held.map(([name]) => name).join('、')}放进占位符，用模板的样子；`
  }
  const cover = (layout: ForeignLayout): string =>
    `${inPlaces(layout, { 标题: 'title', 小字: 'body' })}文稿的封面图不放`
  const below = placeOf(chosen.page, 'body') ? '文字占位符的位置' : '标题以下的地方'
  const free = '整页照文稿原样，颜色和字体用模板的，不显示模板的装饰'
  const told: Record<Need, [slides: string, how: string]> = {
    opening: ['封面', cover(chosen.opening)],
    end: ['结束页', cover(chosen.end)],
    page: [
      '正文、图表、数字、对照、附录页',
      isReadable(chosen.page, theme)
        ? `${inPlaces(chosen.page, { 标题: 'title', 页码: 'number' })}标题以下的内容放进${below}，按 ${percent(scale)} 缩放`
        : free,
    ],
    free: ['章节、图片、引言页', free],
  }
  return (Object.entries(told) as [Need, [string, string]][]).map(([need, [slides, how]]) => ({
    slides,
    layout: chosen[need].name,
    how,
  }))
}

function missingIn(chosen: Chosen, { theme }: ForeignTemplate): string[] {
  const lacks = (layout: ForeignLayout, role: 'title' | 'body' | 'number'): boolean =>
    placeOf(layout, role) === undefined
  const accent = theme.colors.get('accent1')!
  const { ground } = chosen.page
  const isPlain = isReadable(chosen.page, theme)
  return [
    ...(lacks(chosen.opening, 'title') ? ['没有带标题占位符的封面版式：封面的字照文稿的位置放'] : []),
    ...(lacks(chosen.opening, 'body') ? [`封面版式“${chosen.opening.name}”没有副标题占位符：小字照文稿的位置放`] : []),
    ...(isPlain && lacks(chosen.page, 'title') ? ['没有带标题占位符的正文版式：标题照文稿的位置放'] : []),
    ...(isPlain && lacks(chosen.page, 'body') ? [`正文版式“${chosen.page.name}”没有文字占位符：内容放在标题以下`] : []),
    ...(isPlain && lacks(chosen.page, 'number')
      ? [`正文版式“${chosen.page.name}”没有页码占位符：页码照文稿的位置放`]
      : []),
    ...(theme.fonts.heading === '' || theme.fonts.body === '' ? ['主题没有写中文字体：由打开它的软件决定'] : []),
    ...(isPlain
      ? []
      : [`没有底色衬得出主题文字颜色的版式（“${chosen.page.name}”的底色是 #${ground}）：正文页也照文稿原样`]),
    ...(isPlain && chosen.page.picture !== undefined
      ? ['正文版式的底是图片：字压在图上看不看得清，导出以后要看一遍']
      : []),
    ...(contrastOf(accent, theme.colors.get('bg1')!) < LEAST_CONTRAST
      ? ['主题的第一个强调色和底色太接近：文稿用它突出数字，会看不清']
      : []),
  ]
}

/** The same for people. */
export function templateLines(report: TemplateReport): string[] {
  const { file, size, aspect, theme, layouts, uses, missing, notes } = report
  const list = (head: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', head, ...items.map(item => `  ${item}`)]
  return [
    `${file}：可以用`,
    `大小 ${size.width}×${size.height} 毫米（接近 ${aspect}）；主题“${theme.name}”，标题字体 ${theme.fonts.heading || '没有写'}，正文字体 ${theme.fonts.body || '没有写'}`,
    `颜色 ${Object.entries(theme.colors)
      .map(([slot, hex]) => `${slot} #${hex}`)
      .join('、')}`,
    ...list(
      `它有 ${layouts.length} 个版式：`,
      counted(layouts.map(({ name, placeholders }) => `${name}（${placeholders.join('、') || '没有占位符'}）`)),
    ),
    ...list(
      '文稿的页会这样用：',
      uses.map(({ slides, layout, how }) => `${slides} → “${layout}”：${how}`),
    ),
    ...list('缺的：', missing),
    ...list('请知道：', notes),
  ]
}

/** Lines, each once; those of several masters are often alike. */
function counted(lines: readonly string[]): string[] {
  return [...Map.groupBy(lines, line => line)].map(([line, { length }]) => (length > 1 ? `${line} ×${length}` : line))
}
