import type { SurveyedDeck } from './survey.ts'
import type { DeckSource } from './source.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { HuibaoError, messageOf } from './errors.ts'
import { DataError } from './problems.ts'
import { surveyDeck } from './survey.ts'

/** The file of a deck that gives its data, relative to the deck's folder. */
export const DATA_ENTRY = 'data/deck.ts'

// The same module as the one that runs: as it is written, or compiled in a packed engine.
const HUIBAO = fileURLToPath(new URL(`./index${path.extname(import.meta.url)}`, import.meta.url))

/**
 * Reads a deck's data, anew each time, however wrong the data is. Slides are read by `slides/read.ts`.
 * @param root folder of the deck
 * @throws HuibaoError where the data cannot be read at all
 */
export async function loadDeck(root: string): Promise<SurveyedDeck> {
  const file = path.join(root, DATA_ENTRY)
  if (!existsSync(file))
    throw new HuibaoError(`没有找到 ${DATA_ENTRY}：${file}`, { hint: '请在文稿所在的文件夹里运行这条命令。' })
  try {
    // Node would keep what it has imported once, and strips no types below node_modules.
    const jiti = createJiti(import.meta.url, { moduleCache: false, alias: { huibao: HUIBAO } })
    return surveyDeck((await jiti.import<{ source: DeckSource }>(file)).source)
  } catch (error) {
    throw new HuibaoError(`${placeOf(error, root) ?? 'data/ 里的文件'}读不出来：${messageOf(error).split('\n')[0]}`, {
      hint: '多半是引号、逗号或括号写错了；npm run typecheck 会指出是哪一行。',
      cause: error,
    })
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

/** `file:line ` of a syntax error, as the parser tells it. */
function placeOf(error: unknown, root: string): string | undefined {
  const place = /(\/[^\n]*?\.ts):(\d+)/.exec(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : '')
  return place ? `${path.relative(root, place[1]!).replaceAll('\\', '/')}:${place[2]} ` : undefined
}
