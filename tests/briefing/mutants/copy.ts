import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from '@slidev/parser'
import { loadSlides } from '../../../model/slides/load.ts'
import type { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { useEngine } from '../../support/project.ts'
import type { Edit } from './mutant.ts'

/** The article that a copy of the deck is checked against, in its folder. */
export const ARTICLE = '原文.txt'

/** All that is checked without a browser. */
const DATA = ['data', 'slides.md']
/** What a site is built from besides. */
const SITE = ['public']

/** A deck on which mutants are tried. */
export interface Original {
  /** An absolute path. */
  root: string
  /** Text of an article from which all of its figures come. */
  article: string
  /** What was accepted of that article: `data/source.lock.json`. */
  lock: string
}

/**
 * Copies a deck below `.huibao/`, where it finds `node_modules`; it goes when the lifecycle ends.
 * @param site whether a site can be built from the copy
 */
export async function copyProject(root: string, name: string, life: Lifecycle, site: boolean): Promise<string> {
  const folder = path.join(root, '.huibao', 'mutants', name)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  life.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await mkdir(folder, { recursive: true })
  await Promise.all(
    [...DATA, ...(site ? SITE : [])].map(part =>
      cp(path.join(root, part), path.join(folder, part), { recursive: true }),
    ),
  )
  await useEngine(folder)
  return folder
}

/** Thrown where a mutant does not fit the deck any more: the catalogue is to be mended. */
export class MisfitError extends Error {
  constructor(name: string, message: string) {
    super(`“${name}”放不进文稿：${message}`)
    this.name = 'MisfitError'
  }
}

interface Span {
  start: number
  end: number
}

/** The entry of a list that some words stand in; the formatter indents every line of it by two or more. */
function entrySpan(text: string, words: string): Span | undefined {
  const at = text.indexOf(words)
  if (at < 0 || text.includes(words, at + 1)) return undefined
  const start = text.lastIndexOf('\n  {', at) + 1
  const close = start + text.slice(start).search(/^ {2}(?:\{.*)?\},?$/m)
  return { start, end: text.indexOf('\n', close) }
}

/** The slide, as it is written, on which alone some words stand; undefined where that is none, or more than one. */
export async function slideWith(slides: string, words: string): Promise<{ raw: string } | undefined> {
  const parsed = await parse(slides, 'slides.md')
  const found = parsed.slides.filter(({ raw }) => raw.includes(words))
  return found.length === 1 ? found[0] : undefined
}

/** Tells the number of that slide in a deck; where it is spread over several, that of the first. */
export async function slideNumbers(root: string): Promise<(words: string) => number | undefined> {
  const { slides } = await loadSlides(root)
  return words => {
    const found = slides.filter(({ source }) => source.raw.includes(words))
    const starts = new Set(found.map(({ source }) => source.start))
    return starts.size === 1 ? found[0]!.index + 1 : undefined
  }
}

async function slideSpan(slides: string, words: string): Promise<Span | undefined> {
  const raw = (await slideWith(slides, words))?.raw
  const start = raw === undefined ? -1 : slides.indexOf(raw)
  return start < 0 ? undefined : { start, end: start + raw!.length }
}

/** What is looked for; in data wherever the formatter has broken its lines. */
function wanted(find: string, file = 'slides.md'): string | RegExp {
  if (!file.startsWith('data/')) return find
  return new RegExp(RegExp.escape(find).replace(/(?:\\x20)+/g, '\\s+'))
}

function replaced(text: string, { file, find, put, all = false }: Edit): string | undefined {
  if (find === undefined) return put
  const parts = text.split(wanted(find, file))
  return parts.length === 2 || (all && parts.length > 2) ? parts.join(put) : undefined
}

/**
 * A file once it has been edited. @throws MisfitError where what is replaced does not stand there, or more than once
 */
export async function edited(text: string, edit: Edit, name: string, slide?: string): Promise<string> {
  const span =
    edit.entry !== undefined
      ? entrySpan(text, edit.entry)
      : edit.file === undefined && slide !== undefined
        ? await slideSpan(text, slide)
        : { start: 0, end: text.length }
  if (!span)
    throw new MisfitError(name, `“${edit.entry ?? slide}”不在唯一的一${edit.entry === undefined ? '页' : '条'}上`)
  const own = replaced(text.slice(span.start, span.end), edit)
  if (own === undefined) throw new MisfitError(name, `${edit.file ?? 'slides.md'} 里“${edit.find}”不是恰好出现一次`)
  return text.slice(0, span.start) + own + text.slice(span.end)
}

/** Applies what is to be changed to a copy. @throws MisfitError */
export async function applyEdits(
  folder: string,
  { name, slide, edits }: { name: string; slide?: string; edits: readonly Edit[] },
): Promise<void> {
  for (const edit of edits) {
    const file = path.join(folder, edit.file ?? 'slides.md')
    const before = edit.find === undefined ? '' : await readFile(file, 'utf8')
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, await edited(before, edit, name, slide))
  }
}

/** Gives a copy the article that it is checked against, with what was accepted of it. */
export async function giveArticle(folder: string, { article, lock }: Original): Promise<void> {
  await writeFile(path.join(folder, ARTICLE), article)
  await writeFile(path.join(folder, 'data', 'source.lock.json'), lock)
}
