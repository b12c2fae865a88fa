import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { load, type LoadedSlidevData } from '@slidev/parser/fs'
import { HuibaoError } from '../errors.ts'
import { DATA_ENTRY } from '../load.ts'
import type { DeckData } from './context.ts'
import { loadDeckData } from './data.ts'
import { deckSourceProblems, type ReadMarkdown } from './deck-source.ts'
import { expandAppendix } from './expand-appendix.ts'
import { prepareLines } from './prepare.ts'
import { type DeckProblem, problemsMessage } from './problems.ts'

/**
 * Reads the slides of a deck as Slidev shows them: the one way in which Node reads them. Every page of the appendix is
 * a slide, and lines are those of the files. A plain Slidev deck is read as it is written, and so are the tables of an
 * appendix whose data is wrong.
 * @param root folder of the deck
 * @param data Default: that of the deck, loaded anew.
 * @throws HuibaoError where the files would be read as something else than was written
 */
export async function loadSlides(root: string, data?: DeckData): Promise<LoadedSlidevData> {
  const isOurs = data !== undefined || existsSync(path.join(root, DATA_ENTRY))
  const known = data ?? (isOurs ? await ownData(root) : undefined)
  const texts = new Map<string, string>()
  const origins = new Map<string, number[]>()
  /** Files at which Slidev's parser has thrown are read as well: the strict reading knows why. */
  const unparsed = (): Record<string, ReadMarkdown> =>
    Object.fromEntries([...texts].map(([file, raw]) => [file, { raw, slides: [] }]))
  const loaded = await load({ roots: [root], userRoot: root }, path.join(root, 'slides.md'), async file => {
    const text = await readFile(file, 'utf8')
    // The deck's own file is read twice, on Windows by two names.
    texts.set(file.split(path.sep).join('/'), text)
    if (!isOurs) return text
    const lines = prepareLines(text.split(/\r?\n/))
    if (!known) return lines.join('\n')
    const expanded = expandAppendix(lines, known)
    origins.set(file, expanded.origins)
    return expanded.lines.join('\n')
  }).catch((error: unknown) => {
    if (isOurs) reject(deckSourceProblems(unparsed(), root))
    throw error
  })
  for (const [file, markdown] of Object.entries(loaded.markdownFiles)) {
    const lineOf = (line: number): number => origins.get(file)?.[line] ?? line
    for (const slide of markdown.slides) slide.start = lineOf(slide.start)
    for (const error of markdown.errors ?? []) error.row = lineOf(error.row)
    markdown.raw = texts.get(file)!
  }
  reject(deckSourceProblems({ ...unparsed(), ...loaded.markdownFiles }, root, isOurs))
  return loaded
}

function reject(problems: readonly DeckProblem[]): void {
  if (problems.length > 0) throw new HuibaoError(problemsMessage(problems, '文稿'))
}

async function ownData(root: string): Promise<DeckData | undefined> {
  const loaded = await loadDeckData(root)
  return 'data' in loaded ? loaded.data : undefined
}
