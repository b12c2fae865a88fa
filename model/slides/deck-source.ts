import type { SlidevMarkdown } from '@slidev/types'
import type { DeckProblem } from './problems.ts'
import { displayPath } from './slides.ts'
import { frontmatterErrors, sourceProblems } from './source-problems.ts'

/** What of a Markdown file is needed to say what is wrong with its lines. */
export type ReadMarkdown = Pick<SlidevMarkdown, 'raw' | 'slides' | 'errors'>

/**
 * What is wrong with the Markdown files of a deck before anything of what they say is looked at: lines that would be
 * read as something else than was written, and pages that are included and cannot be. One reading for every command.
 * @param files by their absolute paths, each with its text as in the file
 * @param root folder of the deck
 * @param strict whether the engine prepares what Slidev's parser gets; a plain Slidev deck is read as Slidev reads it
 */
export function deckSourceProblems(
  files: Readonly<Record<string, ReadMarkdown>>,
  root: string,
  strict = true,
): DeckProblem[] {
  return Object.entries(files).flatMap(([path, { raw, slides, errors = [] }]) => {
    const problems = strict ? sourceProblems(raw) : frontmatterErrors(slides)
    const file = displayPath(path, root)
    return [
      ...problems.map(({ line, message }) => ({ file, line: line + 1, message })),
      ...errors.map(({ row, message }) => ({ file, line: row + 1, message })),
    ]
  })
}
