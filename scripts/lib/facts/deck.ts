import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { loadDeck } from '../../../model/load.ts'
import type { DeckData } from '../../../model/slides/context.ts'
import { toDeckData } from '../../../model/slides/data.ts'
import { readSlides, type FactSlide } from '../../../model/slides/read.ts'
import type { DeckSource } from '../../../model/source.ts'
import type { SurveyedDeck } from '../../../model/survey.ts'
import { tableIdOf } from '../../../model/table-id.ts'

/** A deck's data as it is written down, its slides, and where in the files everything stands. */
export interface DeckFacts extends SurveyedDeck {
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
  const surveyed = await loadDeck(root)
  const data = toDeckData(surveyed.deck, root)
  return { ...surveyed, data, slides: await readSlides(root, data), where: await lineFinder(root, surveyed.source) }
}

async function lineFinder(root: string, source: DeckSource): Promise<DeckFacts['where']> {
  const files = [
    ...source.figures,
    ...(source.tables ?? []),
    source.derived,
    source.quotes,
    source.photos,
    source.errata,
    source.names,
    source.unused,
    source.structural,
  ].flatMap(part => (part ? [part.file] : []))
  const own = [...new Set([...files, 'data/columns.ts', 'data/chapters.ts', 'data/periods.ts'])]
  const texts = new Map(
    await Promise.all(
      own.map(async file => [file, await readFile(path.join(root, file), 'utf8').catch(() => '')] as const),
    ),
  )
  return (file, key) => {
    const line = lineWith(texts.get(file) ?? '', key) ?? lineWith(texts.get(file) ?? '', tableIdOf(key) ?? key)
    return line === undefined ? file : `${file}:${line}`
  }
}

function lineWith(text: string, key: string): number | undefined {
  const found = new RegExp(`\\b(?:id|text|printed):\\s*(['"\`])${RegExp.escape(key)}\\1`).exec(text)
  return found ? text.slice(0, found.index).split('\n').length : undefined
}
