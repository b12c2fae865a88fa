import type { ResolvedSlidevOptions } from '@slidev/types'
import { chartProblems } from './charts.ts'
import { missingCharacters } from './fonts/characters.ts'
import { lazyCoverage } from './fonts/coverage.ts'
import { faces, fullFont } from './fonts/faces.ts'
import { deckFiles } from './fonts/files.ts'
import { surveyFolder } from './photos/folder.ts'
import { createPhotoReader } from './photos/read.ts'
import { lookProblems } from './look.ts'
import { deckSourceProblems } from '../../model/slides/deck-source.ts'
import { DeckError, problemsMessage } from '../../model/slides/problems.ts'
import { displayPath, loadedData, slideAtLine, slideProblems } from '../../model/slides/slides.ts'

/**
 * Stops a build at lines that would be read as something else than was written; at wrong data; then at a skin that does
 * not exist, at wrong ids, at charts that refuse their figures, at photos that are not fit to be shown, and at
 * characters that no face can show, all of them in one message.
 * @throws DeckError
 */
export async function verifyDeck(options: ResolvedSlidevOptions, projectRoot: string): Promise<void> {
  const { data, entry, userRoot, roots } = options
  const misread = deckSourceProblems(data.markdownFiles, userRoot)
  if (misread.length) throw new DeckError(problemsMessage(misread, '文稿'))
  const loaded = loadedData(data.slides)
  if ('error' in loaded) throw new DeckError(loaded.error.message)
  const files = await deckFiles(Object.keys(data.markdownFiles), [...roots, projectRoot], userRoot)
  const problems = [
    ...lookProblems(data.headmatter, displayPath(entry, userRoot)),
    ...slideProblems(data.slides, loaded.data, userRoot),
    ...(await chartProblems(data.slides, loaded.data, userRoot)),
    ...(await surveyFolder(options, loaded.data, createPhotoReader())).problems,
    ...missingCharacters(
      files,
      faces.map(face => lazyCoverage(fullFont(face, projectRoot).read)),
    ).map(problem => ({ ...problem, slide: slideAtLine(data.slides, userRoot, problem) })),
  ]
  if (problems.length) throw new DeckError(problemsMessage(problems))
}
