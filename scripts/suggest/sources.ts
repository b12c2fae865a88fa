import path from 'node:path'
import { HuibaoError } from '../../model/errors.ts'
import type { Span } from '../../model/span.ts'
import type { DeckSource } from '../../model/source.ts'
import { sourcesOf } from '../../model/sources.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import type { DeckDraft } from '../lib/draft.ts'
import type { DraftPart } from '../lib/drafts/join.ts'
import { proseOf } from '../lib/facts/read-article.ts'
import { isTraditional } from '../lib/facts/traditional.ts'
import { readGiven } from '../lib/read-file.ts'
import { problemLines } from '../lib/xlsx/problem-lines.ts'

/** A file that a deck is made from, as it came. */
export interface GivenFile {
  /** Its name without folders, under which it stands in the deck. */
  name: string
  bytes: Uint8Array
}

/** What is known of files beside what stands in them. */
export interface SourceOptions {
  /** The year that articles are about. Default: as they say. */
  year?: number | undefined
  /** The time of tables of workbooks that say none. */
  span?: Span | undefined
}

/** A draft, and the names of those of its files that it states its numbers from. */
export interface FoundDraft {
  draft: DeckDraft
  sources: readonly string[]
  /** What people have to know of how files were read, in Chinese, a line each. */
  told: readonly string[]
}

/** What files are, by how their names end, in the order in which a deck names them. */
const SORTS: readonly (readonly [sort: DraftPart['sort'], endings: readonly string[]])[] = [
  ['article', ['.txt', '.md', '.docx']],
  ['tables', ['.xlsx', '.csv']],
]

const sortOf = (file: string): number =>
  SORTS.findIndex(([, endings]) => endings.includes(path.extname(file).toLowerCase()))

/**
 * The files that a deck is made from, in an order that does not depend on that in which they are given: articles before
 * tables, by name.
 * @throws HuibaoError naming each that cannot be read, or has another one's name
 */
export async function givenFiles(root: string, paths: readonly string[]): Promise<GivenFile[]> {
  const names = paths.map(file => path.basename(file))
  const plain = names.map(name => name.normalize().toLowerCase())
  const read = await Promise.allSettled(
    paths.map(async (file, index) => ({ name: names[index]!, bytes: await readGiven(root, file) })),
  )
  const endings = SORTS.flatMap(([, own]) => own).join('、')
  const wrong = paths.flatMap((file, index) => {
    if (sortOf(file) < 0)
      return [`  ${file}：不认得这种文件，要 ${endings}；旧的 .doc、.xls 和 WPS 的 .wps、.et 请另存为 .docx、.xlsx`]
    const { reason } = read[index] as PromiseRejectedResult
    if (reason !== undefined) return [`  ${(reason as Error).message}`]
    return plain.indexOf(plain[index]!) < index ? [`  ${file}：和前面的文件同名，请改名`] : []
  })
  if (wrong.length > 0) throw new HuibaoError(`这些文件用不了：\n${wrong.join('\n')}`, { exitCode: 2 })
  const key = ({ name }: GivenFile): string => `${sortOf(name)}${name.normalize()}`
  return read
    .map(result => (result as PromiseFulfilledResult<GivenFile>).value)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * A draft of files, each a source: of our template filled in, articles and workbooks. The files that a template names
 * among its sources are what it is checked against, and are not read for more.
 * @throws HuibaoError where one says what cannot be read
 */
export async function draftOf(files: readonly GivenFile[], options: SourceOptions = {}): Promise<FoundDraft> {
  const template = await templateIn(files)
  const others = files.filter(file => file !== template?.file)
  const own = template && withItsFiles(template.draft, others)
  const told: string[] = []
  const parts = await partsOf(
    others.filter(file => !own?.files.includes(file)),
    options,
    told,
  )
  if (own) parts.unshift({ sort: 'template', draft: parts.length > 0 ? withSource(own.draft, own.files) : own.draft })
  const sources = others.map(({ name }) => name)
  const [first, ...more] = parts as [DraftPart, ...DraftPart[]]
  if (more.length === 0) return { draft: first.draft, sources, told }
  const { joinDrafts } = await import('../lib/drafts/join.ts')
  const { accepts } = await import('./accepts.ts')
  const { draft, conflicts, shared } = joinDrafts(parts, accepts)
  if (shared > 0) told.push(`${shared} 条数据几个来源都有，数相同，各合为一条`)
  if (conflicts.length > 0)
    told.push(
      `来源之间有 ${conflicts.length} 处对不上，两边的数都在，都标了待核：`,
      ...conflicts.flatMap(({ label, told }) => [`  ${label}`, ...told.map(each => `    ${each}`)]),
    )
  return { draft, sources, told }
}

/** What our template says, where one of the files is it. @throws HuibaoError where several are, or it cannot be read */
async function templateIn(files: readonly GivenFile[]): Promise<{ file: GivenFile; draft: DeckDraft } | undefined> {
  const [{ readSheets }, { MEETING }, { readWorkbook }] = await Promise.all([
    import('../lib/facts/office/workbook.ts'),
    import('../workbook/meeting.ts'),
    import('../workbook/read.ts'),
  ])
  const [file, ...more] = files.filter(
    ({ name, bytes }) => /\.xlsx$/i.test(name) && readSheets(bytes, name).some(sheet => sheet.name === MEETING),
  )
  if (!file) return undefined
  if (more.length > 0)
    throw new HuibaoError(`一份文稿只能有一个填好的模板：${[file, ...more].map(({ name }) => name).join('、')}`, {
      hint: '请把它们的内容合到一个工作簿里。',
      exitCode: 2,
    })
  const read = readWorkbook(file.bytes, { file: file.name })
  const problems = 'problems' in read ? read.problems : read.draft.title === '' ? [UNTITLED] : []
  if (problems.length > 0) throw unreadable(problems.map(problem => inFile(problem, file)))
  return { file, draft: (read as Extract<typeof read, { draft: unknown }>).draft }
}

/**
 * What a template says, and those of the other files that are its own sources: which it names, or the only article
 * beside the only one that has no file yet; the articles, where it names none.
 */
function withItsFiles(draft: DeckDraft, others: readonly GivenFile[]): { draft: DeckDraft; files: GivenFile[] } {
  const { source } = draft
  const sources = sourcesOf(source)
  const named = others.filter(({ name }) => sources.some(({ file }) => file === name))
  const articles = others.filter(file => !named.includes(file) && SORTS[sortOf(file.name)]![0] === 'article')
  if (sources.length === 0) return { draft, files: articles }
  const [open, ...more] = sources.filter(({ file }) => file === undefined)
  const [article] = articles
  if (!open || more.length > 0 || !article || articles.length > 1) return { draft, files: named }
  const withFile = sources.map(each => (each === open ? { ...each, file: article.name } : each))
  return { draft: { ...draft, source: { ...source, sources: withFile } }, files: [...named, article] }
}

/** A template's draft that has a source, as each of several has to. @param articles what it is of */
function withSource(draft: DeckDraft, articles: readonly GivenFile[]): DeckDraft {
  const { title, source } = draft
  if (sourcesOf(source).length > 0) return draft
  if (articles.length > 1)
    throw new HuibaoError(`模板没有写来源，分不清它的数出自哪一篇：${articles.map(({ name }) => name).join('、')}`, {
      hint: '请在模板的“来源”表里写明它们，每条数据写上来源；或者只给一篇。',
      exitCode: 2,
    })
  const [article] = articles
  const own = article ? { title: path.parse(article.name).name, file: article.name } : { title }
  return { ...draft, source: { ...source, sources: [{ id: 'article', ...own }] } }
}

/** A draft of each file. @param told gets what people have to know of how they were read */
async function partsOf(files: readonly GivenFile[], options: SourceOptions, told: string[]): Promise<DraftPart[]> {
  const [{ draftFromWorkbook }, { leftLines, printNormalised }, { suggest }, { unfitNames, withFitNames }] =
    await Promise.all([
      import('../lib/cells/draft.ts'),
      import('../lib/cells/command.ts'),
      import('./suggest.ts'),
      import('./fit-names.ts'),
    ])
  const problems: SheetProblem[] = []
  const parts: DraftPart[] = []
  for (const file of files) {
    const [sort] = SORTS[sortOf(file.name)]!
    if (sort === 'article') {
      const { year } = options
      const prose = await proseOf(file.bytes, file.name)
      if (isTraditional(prose.text))
        throw new HuibaoError(`读不了 ${file.name}：它是繁体字的`, {
          hint: '请先转成简体（Word 和 WPS：审阅，繁转简），再运行一次。',
          exitCode: 2,
        })
      const draft = suggest({ ...prose, file: file.name }, year === undefined ? {} : { year })
      told.push(...unreadLines(file.name, draft.source))
      parts.push({ sort, draft: { ...draft, source: withFitNames(draft.source) } })
      continue
    }
    const { draft, cells, left, normalised, notes, ...read } = draftFromWorkbook([file], options.span)
    const unfit = draft ? unfitNames(draft.source) : []
    problems.push(...[...read.problems, ...unfit].map(problem => inFile(problem, file)))
    const tell = (line: string): unknown => told.push(line)
    notes.forEach(note => tell(`${file.name}：${note}`))
    // All that a csv file holds are texts.
    const isCsv = /\.csv$/i.test(file.name)
    printNormalised(
      normalised.filter(({ how }) => !isCsv || how !== '文字'),
      tell,
    )
    leftLines(left).forEach((line, index) => tell(index === 0 ? `${file.name}：${line}` : line))
    if (draft) parts.push({ sort, draft: { ...draft, source: withFitNames(draft.source), ...(cells && { cells }) } })
  }
  if (problems.length > 0) throw unreadable(problems)
  return parts
}

/** Numbers and tables of an article that are no data, and may have been meant to be, in a line. */
function unreadLines(file: string, { names, tables = [] }: DeckSource): string[] {
  const unread = [
    ...(names?.names ?? []).map(({ text, reason }) => ({ text: `“${text}”`, reason })),
    ...tables.flatMap(({ skip = [] }) => skip.map(({ table, reason }) => ({ text: `表“${table}”`, reason }))),
  ].filter(({ reason }) => reason.endsWith('（待核）'))
  if (unread.length === 0) return []
  const shown = unread.slice(0, MOST_UNREAD).map(({ text }) => text)
  const more = unread.length > shown.length ? '等，都' : '，'
  return [`${file}：有 ${unread.length} 处数没有读成数据：${shown.join('、')}${more}列在 data/ 里，标着待核`]
}

/** Numbers that are no data that a line names. */
const MOST_UNREAD = 5

/** What a new deck cannot do without, though data can. */
const UNTITLED: SheetProblem = { sheet: '会议', ref: 'B2', found: '（空）', expected: '封面上的标题' }

/** Something that is wrong with a sheet, which is named with its file. */
const inFile = (problem: SheetProblem, { name }: GivenFile): SheetProblem => ({
  ...problem,
  sheet: `${name}[${problem.sheet}]`,
})

function unreadable(problems: readonly SheetProblem[]): HuibaoError {
  return new HuibaoError(problemLines(problems).join('\n'), { hint: '什么也没有写。请在表里改好，再运行一次。' })
}
