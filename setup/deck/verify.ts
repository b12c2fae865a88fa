import type { ResolvedSlidevOptions } from '@slidev/types'
import { missingCharacters } from '../fonts/characters.ts'
import { readCoverage } from '../fonts/cmap.ts'
import { readFaces } from '../fonts/faces.ts'
import { deckFiles } from '../fonts/files.ts'
import { lookProblems } from './look.ts'
import { dataMessage, DeckError, problemsMessage } from './problems.ts'
import { displayPath, loadedData, slideProblems } from './slides.ts'

/**
 * Stops a build at wrong data; then at a skin that does not exist, at wrong ids and at characters that no face can show, all of them in one
 * message.
 * @throws DeckError
 */
export async function verifyDeck({ data, entry, userRoot, roots }: ResolvedSlidevOptions, projectRoot: string): Promise<void> {
  const loaded = loadedData(data.slides)
  if ('error' in loaded)
    throw new DeckError(dataMessage(loaded.error))
  const files = await deckFiles(Object.keys(data.markdownFiles), [...roots, projectRoot], userRoot)
  const fonts = await readFaces(projectRoot)
  const problems = [
    ...lookProblems(data.headmatter, displayPath(entry, userRoot)),
    ...slideProblems(data.slides, loaded.data, userRoot),
    ...missingCharacters(files, fonts.map(({ font }) => readCoverage(font))),
  ]
  if (problems.length)
    throw new DeckError(problemsMessage(problems))
}
