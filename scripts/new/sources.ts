import path from 'node:path'
import { HuibaoError, messageOf } from '../../model/errors.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { readGiven } from '../lib/read-file.ts'
import type { DeckDraft } from '../lib/draft.ts'
import { problemLines } from '../lib/xlsx/problem-lines.ts'

/** A file that a deck is made from, as it came. */
export interface GivenFile {
  /** Its name without folders, under which it stands in the deck. */
  name: string
  bytes: Uint8Array
}

/** A draft, and the names of those of its files that it states its numbers from. */
export interface FoundDraft {
  draft: DeckDraft
  sources: readonly string[]
}

/** Reads files of one kind, all of them together, into a draft. */
type Reader = (files: readonly GivenFile[]) => Promise<DeckDraft>

/** What reads files, by how their names end. */
const READERS: readonly (readonly [endings: readonly string[], reader: Reader])[] = [
  [['.xlsx', '.csv'], readOwnWorkbooks],
  [['.txt', '.md', '.docx'], readArticle],
]

/**
 * The files that a new deck is made from.
 * @throws HuibaoError naming each that cannot be read, or has another one's name
 */
export async function givenFiles(root: string, paths: readonly string[]): Promise<GivenFile[]> {
  const read = await Promise.allSettled(
    paths.map(async file => ({ name: path.basename(file), bytes: await readGiven(root, file) })),
  )
  const names = paths.map(file => path.basename(file).toLowerCase())
  const wrong = paths.flatMap((file, index) => {
    const { reason } = read[index] as PromiseRejectedResult
    if (reason !== undefined) return [`  ${messageOf(reason)}`]
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
 * A draft of files: what is filled in after our template says all, and the others are its sources; else workbooks and
 * csv files together, or an article by itself.
 * @throws HuibaoError where they are of several kinds, or say what cannot be read
 */
export async function draftOf(files: readonly GivenFile[]): Promise<FoundDraft> {
  const template = await templateIn(files)
  const names = files.map(({ name }) => name)
  if (template) return { draft: await readTemplate(template), sources: names.filter(name => name !== template.name) }
  const readers = new Set(names.map(name => readerOf(name)!))
  const [reader] = readers
  if (readers.size > 1)
    throw new HuibaoError(`一次只能从一种来源起稿：${names.join('、')}`, {
      hint: '请先用其中一种起稿，另一种随后放进文稿的文件夹，在 data/sources.ts 里添上。',
      exitCode: 2,
    })
  return { draft: await reader!(files), sources: names }
}

async function templateIn(files: readonly GivenFile[]): Promise<GivenFile | undefined> {
  const [{ readSheets }, { MEETING }] = await Promise.all([
    import('../lib/facts/office/workbook.ts'),
    import('../workbook/meeting.ts'),
  ])
  return files.find(
    ({ name, bytes }) => endingOf(name) === '.xlsx' && readSheets(bytes, name).some(sheet => sheet.name === MEETING),
  )
}

async function readTemplate({ name, bytes }: GivenFile): Promise<DeckDraft> {
  const { readWorkbook } = await import('../workbook/read.ts')
  const read = readWorkbook(bytes, { file: name })
  if ('draft' in read) return read.draft
  throw unreadable(read.problems)
}

async function readOwnWorkbooks(files: readonly GivenFile[]): Promise<DeckDraft> {
  const { draftFromWorkbook } = await import('../lib/cells/draft.ts')
  const { draft, problems } = draftFromWorkbook(files)
  if (draft && problems.length === 0) return draft
  throw unreadable(problems)
}

function unreadable(problems: readonly SheetProblem[]): HuibaoError {
  return new HuibaoError(problemLines(problems).join('\n'), { hint: '什么也没有写。请在表里改好，再运行一次。' })
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
