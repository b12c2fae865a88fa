import { existsSync } from 'node:fs'
import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import { DATA_ENTRY } from '../../model/load.ts'
import { withDefaults } from '../../model/slides/headmatter.ts'
import { oneLine } from './text.ts'

/** What the exporter has to know of a deck before it is rendered. */
export interface Deck {
  title: string
  author: string
  /** One line; empty where the deck says nothing about itself. */
  subject: string
  keywords: string[]
  /** What the deck is for, and when that is, as it says itself; undefined where it does not. */
  meeting?: string | undefined
  date?: string | undefined
  /** A BCP 47 tag. */
  lang: string
  /** Name of exported files, without folder or extension. */
  fileName: string
  /** Name of Slidev's theme; undefined where a plain Slidev deck names none. */
  theme?: string | undefined
  /** Size of a slide in CSS pixels. */
  canvas: { width: number; height: number }
  /** How many slides are shown. */
  total: number
  /** The layout of each of them. */
  layouts: string[]
  /** The Markdown files that the deck is made of: absolute paths. */
  files: string[]
}

/**
 * Reads the deck's own facts from `slides.md` and the pages that it includes.
 * @throws HuibaoError where `slides.md` is missing, or a front matter or an include is broken
 */
export async function readDeck(root: string): Promise<Deck> {
  const entry = path.join(root, 'slides.md')
  if (!existsSync(entry)) {
    throw new HuibaoError(`没有找到 slides.md：${entry}`, { hint: '请在文稿所在的文件夹里运行这条命令。' })
  }
  const { resolveConfig } = await import('@slidev/parser/fs')
  const { loadSlides } = await import('../../model/slides/load.ts')
  const data = await loadSlides(root)
  // A plain Slidev deck, which can be exported too, has Slidev's own defaults.
  const isOurs = existsSync(path.join(root, DATA_ENTRY))
  const head = isOurs ? withDefaults(data.headmatter) : data.headmatter
  const config = resolveConfig(head)
  if (isOurs && head.theme === undefined)
    throw new HuibaoError('slides.md:1  页首没有写 theme', {
      hint: '请让第一行是 ---，在它下面写一行 theme: none，再以一行 --- 收尾。',
    })
  const title = text(head.title) || '未命名'
  return {
    title,
    author: text(head.author),
    subject: text(head.subject) || text(head.info),
    keywords: keywords(head.keywords),
    meeting: text(head.meeting) || undefined,
    date: text(head.date) || undefined,
    lang: text(head.lang) || text(record(head.htmlAttrs).lang) || 'zh-CN',
    fileName: fileName(text(head.exportFilename) || title),
    theme: text(head.theme) || undefined,
    canvas: { width: config.canvasWidth, height: Math.round(config.canvasWidth / config.aspectRatio) },
    total: data.slides.length,
    layouts: data.slides.map(
      ({ frontmatter }, index) => text(frontmatter.layout) || (index === 0 ? 'cover' : 'default'),
    ),
    files: Object.keys(data.markdownFiles),
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return oneLine(String(value))
}

function keywords(value: unknown): string[] {
  const list = Array.isArray(value) ? value : text(value).split(/[,，、;；]/)
  return list.map(text).filter(word => word !== '')
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** Windows allows fewer characters in a file's name than the others do. */
function fileName(name: string): string {
  const safe = name
    .replace(/\.pdf$/i, '')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/[. ]+$/, '')
    .trim()
  return safe || 'slides'
}
