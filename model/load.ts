import type { SurveyedDeck } from './survey.ts'
import type { DeckSource } from './source.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { HuibaoError, messageOf } from './errors.ts'
import { DataError } from './problems.ts'
import { schemaProblems, SourceSchema } from './schema.ts'
import { surveyDeck } from './survey.ts'
import { soundBases } from './unit-rules.ts'
import { setBases } from './units.ts'

/** The file of a deck that gives its data, relative to the deck's folder. */
export const DATA_ENTRY = 'data/deck.ts'

// The same module as the one that runs: as it is written, or compiled in a packed engine.
const HUIBAO = fileURLToPath(new URL(`./index${path.extname(import.meta.url)}`, import.meta.url))

/**
 * Reads a deck's data, anew each time, however wrong the data is. Slides are read by `slides/load.ts`.
 * @param root folder of the deck
 * @throws HuibaoError where the data cannot be read at all, or lacks a part
 */
export async function loadDeck(root: string): Promise<SurveyedDeck> {
  return surveyDeck(await loadSource(root))
}

/** How data files are read. */
export interface LoadOptions {
  /** Whether what is compiled of them is kept for the next time, in the system's temporary folder. Default: `true`. */
  keep?: boolean
}

/**
 * What a deck's data says, as it is written down; what it adds to the units is known from then on.
 * @param root folder of the deck
 * @throws HuibaoError where the data cannot be read at all, or lacks a part
 */
export async function loadSource(root: string, options?: LoadOptions): Promise<DeckSource> {
  const file = path.join(root, DATA_ENTRY)
  if (!existsSync(file))
    throw new HuibaoError(`没有找到 ${DATA_ENTRY}：${file}`, { hint: '请在文稿所在的文件夹里运行这条命令。' })
  const { source } = await importData<{ source?: unknown }>(file, root, options)
  const missing = schemaProblems(SourceSchema, source)
  if (missing.length > 0)
    throw new HuibaoError(`${DATA_ENTRY} 的 source 写得不完整：\n${missing.map(line => `  ${line}`).join('\n')}`, {
      hint: `要写成 export const source: DeckSource = { … }，各部分都要有；没有的写空数组。`,
    })
  setBases(soundBases((source as DeckSource).units))
  return source as DeckSource
}

/**
 * What a data file exports, read anew.
 * @param root folder of the deck, which messages tell places from
 * @throws HuibaoError where it cannot be read
 */
export async function importData<Exports extends object>(
  file: string,
  root: string,
  { keep = true }: LoadOptions = {},
): Promise<Exports> {
  try {
    // Node would keep what it has imported once, and strips no types below node_modules.
    const jiti = createJiti(import.meta.url, { moduleCache: false, fsCache: keep, alias: { huibao: HUIBAO } })
    return await jiti.import<Exports>(file)
  } catch (error) {
    const reason = messageOf(error)
      .split('\n')[0]!
      .replace(/^ParseError: /, '')
    const missing = /^Cannot find (?:module|package) '([^']+)'/.exec(reason)?.[1]
    throw new HuibaoError(
      `${placeOf(error, root) ?? 'data/ 里的文件'}读不出来：${missing ? `找不到“${missing}”` : reason}`,
      {
        hint: missing
          ? '请核对 import 里的文件名；缺的是包就运行 npm install。'
          : '多半是引号、逗号或括号写错了；npm run typecheck 会指出是哪一行。',
        cause: error,
      },
    )
  }
}

/**
 * The data of a deck that has nothing wrong with it.
 * @throws HuibaoError with every problem of the data, where there is any
 */
export async function loadSoundDeck(root: string): Promise<SurveyedDeck['deck']> {
  const { problems, deck } = await loadDeck(root)
  if (problems.length > 0)
    throw new HuibaoError(new DataError(problems).message, { hint: '请按上面的文件和编号改好，再运行一次。' })
  return deck
}

/** `file:line ` of the first place in the data that an error tells of. */
function placeOf(error: unknown, root: string): string | undefined {
  const told = error instanceof Error ? `${error.message}\n${error.stack ?? ''}`.replaceAll('\\', '/') : ''
  const data = `${path.join(root, 'data').replaceAll('\\', '/')}/`
  const place = new RegExp(`${RegExp.escape(data)}([^\\n:]+):(\\d+)`).exec(told)
  return place ? `data/${place[1]}:${place[2]} ` : undefined
}
