import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import type { DeckDraft } from '../lib/draft.ts'

/** A file that a deck is made from, as it came. */
export interface GivenFile {
  /** Its name without folders, under which it stands in the deck. */
  name: string
  bytes: Uint8Array
}

/** Reads files of one kind, all of them together, into a draft. */
type Reader = (files: readonly GivenFile[]) => Promise<DeckDraft>

/** What reads files, by how their names end. */
const READERS: readonly (readonly [endings: readonly string[], reader: Reader])[] = [
  [['.xlsx', '.csv'], readWorkbooks],
  [['.txt', '.md', '.docx'], readArticle],
]

/**
 * The files that a new deck is made from.
 * @throws HuibaoError naming each that cannot be read, or has another one's name
 */
export async function givenFiles(root: string, paths: readonly string[]): Promise<GivenFile[]> {
  const read = await Promise.allSettled(
    paths.map(async file => ({ name: path.basename(file), bytes: await readFile(path.resolve(root, file)) })),
  )
  const names = paths.map(file => path.basename(file).toLowerCase())
  const wrong = paths.flatMap((file, index) => {
    const { reason } = read[index] as PromiseRejectedResult
    if (reason !== undefined) return [`  ${file}：${messageOf(reason)}`]
    if (readerOf(file) === undefined) return [`  ${file}：不认得这种文件，要 ${endings().join('、')}`]
    return names.indexOf(names[index]!) < index ? [`  ${file}：和前面的文件同名，请改名`] : []
  })
  if (wrong.length > 0) throw new HuibaoError(`这些文件用不了：\n${wrong.join('\n')}`, { exitCode: 2 })
  return read.map(result => (result as PromiseFulfilledResult<GivenFile>).value)
}

const endingOf = (file: string): string => path.extname(file).toLowerCase()
const readerOf = (file: string): Reader | undefined => READERS.find(([own]) => own.includes(endingOf(file)))?.[1]
const endings = (): string[] => READERS.flatMap(([own]) => own)

/**
 * A draft of files: workbooks and csv files together, an article by itself.
 * @throws HuibaoError where they are of several kinds, or say what cannot be read
 */
export async function draftOf(files: readonly GivenFile[]): Promise<DeckDraft> {
  const readers = new Set(files.map(({ name }) => readerOf(name)!))
  const [reader] = readers
  if (readers.size > 1)
    throw new HuibaoError(`一次只能从一种来源起稿：${files.map(({ name }) => name).join('、')}`, {
      hint: '请先用其中一种起稿，另一种随后放进文稿的文件夹，在 data/sources.ts 里添上。',
      exitCode: 2,
    })
  return reader!(files)
}

async function readWorkbooks(files: readonly GivenFile[]): Promise<DeckDraft> {
  const { draftFromWorkbook } = await import('../lib/cells/draft.ts')
  const { draft, problems } = draftFromWorkbook(files)
  if (draft && problems.length === 0) return draft
  const lines = problems.map(({ sheet, ref, found, expected }) => `  ${sheet} ${ref}：${found}，应是${expected}`)
  throw new HuibaoError(`表里有 ${problems.length} 处读不准，什么也没有写：\n${lines.join('\n')}`, {
    hint: '请在表里改好，再运行一次。',
  })
}

async function readArticle(files: readonly GivenFile[]): Promise<DeckDraft> {
  const [file, ...more] = files
  if (more.length > 0)
    throw new HuibaoError(`一次只能从一篇文章起稿，给了 ${files.length} 篇`, {
      hint: '请用最全的一篇起稿，其余的随后添进 data/sources.ts。',
      exitCode: 2,
    })
  const [{ proseOf }, { suggest }] = await Promise.all([
    import('../lib/facts/read-article.ts'),
    import('../suggest/suggest.ts'),
  ])
  return suggest({ ...(await proseOf(file!.bytes, file!.name)), file: file!.name })
}
