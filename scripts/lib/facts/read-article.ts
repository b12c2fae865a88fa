import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { nearestIds } from '../../../model/nearest.ts'
import type { DeckSource } from '../../../model/source.ts'
import { findSource, sourcesOf } from '../../../model/sources.ts'
import { readGiven } from '../read-file.ts'
import { parseArticle, type Article, type ArticleSource } from './article.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode.ts'

/**
 * Reads files of the sources of a deck.
 * @param given as `--source` has them: a path, or the id of a source, = and a path
 * @throws HuibaoError where a file cannot be read, is of no source of the deck, or nothing is in it
 */
export async function readArticles(root: string, given: readonly string[], deck: DeckSource): Promise<Article> {
  const files = given.map(text => sourceOfFile(text, deck))
  const articles = await Promise.all(files.map(({ file, source }) => readArticle(root, file, deck, source)))
  const sections = articles.flatMap(article => article.sections)
  const tables = articles.flatMap(article => article.tables)
  const oneOfChapters = sourcesOf(deck).length < 2 && files.some(({ source }) => !source?.undivided)
  if (oneOfChapters && !sections.some(({ chapter }) => chapter !== null))
    throw new HuibaoError(`原文里没有找到任何一章的标题：${files.map(({ file }) => file).join('、')}`, {
      hint: `各章标题要单独成行：${deck.chapters.map(({ title }) => title).join('、')}。不分章的来源在 data/sources.ts 里写 undivided: true。`,
      exitCode: 2,
    })
  return { sections, tables }
}

/** What `--source` was given: a path, with the id of its source where that stands before it. */
export function splitGiven(given: string): { id?: string; file: string } {
  const [, id, file] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(given) ?? []
  return id === undefined ? { file: given } : { id, file: file! }
}

/** The source that a file is of: the one that is named, else the only one, or that which has a file of this name. */
function sourceOfFile(given: string, deck: DeckSource): { file: string; source: ArticleSource | undefined } {
  const sources = sourcesOf(deck)
  const { id, file } = splitGiven(given)
  const hint =
    sources.length === 0
      ? '这份文稿没有 data/sources.ts，--source 后面只写路径。'
      : `可以写 --source 来源=路径，来源是：${sources.map(each => `${each.id}（${each.title}）`).join('、')}。`
  const wrong = (message: string): HuibaoError => new HuibaoError(message, { hint, exitCode: 2 })
  if (id !== undefined) {
    const ids = sources.map(source => source.id)
    if (!ids.includes(id))
      throw wrong(
        `--source ${given}：没有“${id}”这个来源${ids.length > 0 ? `，最接近的是：${nearestIds(id, ids).join('、')}` : ''}`,
      )
    return { file, source: articleSource(id, deck) }
  }
  const name = path.basename(file.replaceAll('\\', '/'))
  const own =
    sources.length === 1
      ? sources[0]
      : sources.find(each => each.file !== undefined && path.basename(each.file) === name)
  if (sources.length > 0 && !own) throw wrong(`--source ${given}：不知道它是哪一个来源`)
  return { file, source: own && articleSource(own.id, deck) }
}

function articleSource(id: string, deck: DeckSource): ArticleSource {
  const { title, undivided, headings } = findSource(deck, id)!
  return {
    id,
    title: sourcesOf(deck).length > 1 ? title : '',
    ...(undivided !== undefined && { undivided }),
    ...(headings && { headings }),
  }
}

async function readArticle(
  root: string,
  file: string,
  deck: DeckSource,
  source: ArticleSource | undefined,
): Promise<Article> {
  if (path.resolve(root, file) === path.resolve(root, 'slides.md'))
    throw new HuibaoError(`${file} 是幻灯片，不是原文`, {
      hint: '--source 后面写原文的路径，例如 --source ../原文.txt。',
      exitCode: 2,
    })
  const bytes = await readGiven(root, file)
  const article = await parse(bytes, file, deck, source)
  const { sections, tables } = article
  if (source && sections.length + tables.length === 0)
    throw new HuibaoError(`${file} 里没有文字，也没有表`, { hint: '请核对是不是这个文件。', exitCode: 2 })
  return { sections, tables: tables.map(table => ({ ...table, ...(source && { source: source.id }) })) }
}

async function parse(
  bytes: Uint8Array,
  file: string,
  deck: DeckSource,
  source: ArticleSource | undefined,
): Promise<Article> {
  switch (path.extname(file).toLowerCase()) {
    case '.xlsx':
      return { sections: [], tables: (await import('./office/xlsx.ts')).readXlsx(bytes, file) }
    case '.csv':
      return { sections: [], tables: readCsv(textOf(bytes, file), file) }
    default: {
      const { text, whole } = await proseOf(bytes, file)
      return parseArticle(text, deck, file, source, whole)
    }
  }
}

/** A text as `parseArticle` takes it. */
export interface Prose {
  text: string
  /** Whether each line is a paragraph. */
  whole: boolean
}

/** The text of a file in prose by its bytes, as `readProse` reads it. */
export async function proseOf(bytes: Uint8Array, file: string): Promise<Prose> {
  switch (path.extname(file).toLowerCase()) {
    case '.docx':
      return { text: (await import('./office/docx.ts')).docxText(bytes, file), whole: true }
    case '.md':
      return { text: withoutMarks(textOf(bytes, file)), whole: false }
    default:
      return { text: textOf(bytes, file), whole: false }
  }
}

/**
 * Reads the text of a file in prose: .txt, .md or .docx.
 * @throws HuibaoError where it cannot be read
 */
export async function readProse(root: string, file: string): Promise<Prose> {
  return proseOf(await readGiven(root, file), file)
}

/** A Markdown text without the marks of headings, lists, code, links and what is bold, line for line. */
function withoutMarks(text: string): string {
  return text
    .replace(/^ {0,3}(?:#{1,6}|[-*+])[ \t]+/gm, '')
    .replace(/^ {0,3}(?:```|~~~).*$/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\*\*(?=\S)(.+?)\*\*/g, '$1')
}

function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes)
  if (text !== undefined) return text
  throw new HuibaoError(`读不出文字：${file} 不是文本，或编码不认得`, {
    hint: '请另存为 UTF-8 编码的 txt 或 csv 文件；Word 和 Excel 的文件要以 .docx、.xlsx 结尾。',
    exitCode: 2,
  })
}
