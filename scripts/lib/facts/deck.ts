import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { figureProps } from '../../../model/figure-props.ts'
import { DERIVED_MARK, formatFigure } from '../../../model/format.ts'
import { loadDataset, type Dataset } from '../../../model/dataset.ts'
import type { DataProblem } from '../../../model/problems.ts'
import type { DeckSource } from '../../../model/source.ts'
import { validate } from '../../../model/validate.ts'
import type { DeckData } from '../../../model/slides/context.ts'
import { toDeckData } from '../../../model/slides/load.ts'
import { HuibaoError, messageOf } from '../errors.ts'
import { readSlides, type FactSlide } from './slides.ts'

/** A deck's data as it is written down, its slides, and where in the files everything stands. */
export interface DeckFacts {
  source: DeckSource
  /** What is wrong with the data; a deck that is built has none. */
  problems: readonly DataProblem[]
  /** The figures that are in order, resolved. */
  dataset: Dataset<string>
  data: DeckData
  slides: readonly FactSlide[]
  /** `file:line` of an entry of the data, by its id or text; only the file where the line is not found. */
  where: (file: string, key: string) => string
}

/**
 * Reads a deck's data and slides, however wrong the data is.
 * @throws HuibaoError where the data cannot be read at all, or the slides cannot
 */
export async function loadDeckFacts(root: string): Promise<DeckFacts> {
  const source = await importSource(root)
  const checked = checkData(source)
  return { ...checked, slides: await readSlides(root, checked.data), where: await lineFinder(root, source) }
}

/** A deck's data with what is wrong with it, and what of it is in order. */
export function checkData(source: DeckSource): Omit<DeckFacts, 'slides' | 'where'> {
  const problems = validate(source)
  const dataset = soundDataset(source, problems)
  const data = toDeckData(
    {
      ...dataset,
      formatFigure,
      DERIVED_MARK,
      chapters: entries(source.chapters),
      quotes: entries(source.quotes.quotes),
      photos: entries(source.photos.photos),
    } as Parameters<typeof toDeckData>[0],
    { figureProps },
  )
  // What is no entry at all is a problem already; the rules look at the others.
  return {
    source: { ...source, chapters: entries(source.chapters), periods: entries(source.periods) },
    problems,
    dataset,
    data,
  }
}

/** Without what is no entry at all; the check of the data has said so. */
function entries<Entry>(list: readonly Entry[]): Entry[] {
  return list.filter(entry => typeof entry === 'object' && entry !== null)
}

async function importSource(root: string): Promise<DeckSource> {
  const file = path.join(root, 'data', 'deck.ts')
  if (!existsSync(file))
    throw new HuibaoError(`没有找到 data/deck.ts：${file}`, { hint: '请在文稿所在的文件夹里运行这条命令。' })
  try {
    return ((await import(pathToFileURL(file).href)) as { source: DeckSource }).source
  } catch (error) {
    // Node puts the place of a syntax error before its stack.
    const place = /file:\/\/(\S+?):(\d+)\n/.exec(error instanceof Error ? (error.stack ?? '') : '')
    const at = place
      ? `${path.relative(root, decodeURI(place[1]!)).replaceAll('\\', '/')}:${place[2]} `
      : 'data/ 里的文件'
    throw new HuibaoError(`${at}读不出来：${messageOf(error)}`, {
      hint: '多半是引号、逗号或括号写错了；npm run typecheck 会指出是哪一行。',
      cause: error,
    })
  }
}

/** The data without the entries that are wrong; what depends on these goes too. */
function soundDataset(source: DeckSource, problems: readonly DataProblem[]): Dataset<string> {
  let sound = source
  let wrong = problems
  while (wrong.length > 0) {
    const bad = new Set(wrong.map(({ file, id }) => `${file}\n${id}`))
    const keep =
      (file: string) =>
      (entry: { id?: unknown } | null, index: number): boolean =>
        !bad.has(`${file}\n${typeof entry?.id === 'string' ? entry.id : `第${index + 1}条`}`)
    const figures = sound.figures.map(({ figures, ...rest }) => ({ ...rest, figures: figures.filter(keep(rest.file)) }))
    const derived = { ...sound.derived, figures: sound.derived.figures.filter(keep(sound.derived.file)) }
    const smaller =
      [...figures, derived].reduce((sum, file) => sum + file.figures.length, 0) <
      [...sound.figures, sound.derived].reduce((sum, file) => sum + file.figures.length, 0)
    sound = { ...sound, figures, derived }
    wrong = validate(sound)
    // What is left concerns no figure: quotes, photos and the like, which the dataset does not hold.
    if (!smaller) break
  }
  try {
    return loadDataset(wrong.length === 0 ? sound : { ...sound, ...EMPTY })
  } catch {
    return loadDataset({
      ...sound,
      ...EMPTY,
      chapters: [],
      columns: [],
      periods: [],
      figures: [],
      derived: { file: '', figures: [] },
    })
  }
}

const EMPTY = {
  quotes: { file: '', quotes: [] },
  photos: { file: '', photos: [] },
  corrections: { file: '', corrections: [] },
  names: { file: '', names: [] },
  unused: { file: '', unused: [] },
} satisfies Partial<DeckSource>

async function lineFinder(root: string, source: DeckSource): Promise<DeckFacts['where']> {
  const files = [
    ...source.figures,
    source.derived,
    source.quotes,
    source.photos,
    source.corrections,
    source.names,
    source.unused,
  ].flatMap(part => (part ? [part.file] : []))
  const own = [...new Set([...files, 'data/columns.ts', 'data/chapters.ts', 'data/periods.ts'])]
  const texts = new Map(
    await Promise.all(
      own.map(async file => [file, await readFile(path.join(root, file), 'utf8').catch(() => '')] as const),
    ),
  )
  return (file, key) => {
    const line = lineWith(texts.get(file) ?? '', key)
    return line === undefined ? file : `${file}:${line}`
  }
}

function lineWith(text: string, key: string): number | undefined {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`\\b(?:id|text|printed):\\s*(['"\`])${escaped}\\1`).exec(text)
  return found ? text.slice(0, found.index).split('\n').length : undefined
}
