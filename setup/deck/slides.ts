import type { SlideInfo } from '@slidev/types'
import type { CheckedSlide } from './check.ts'
import type { DeckData, LoadedData } from './context.ts'
import type { DeckProblem } from './problems.ts'
import { relative } from 'node:path'
import { checkSlide } from './check.ts'
import { readContext } from './context.ts'

/** The slide as it was parsed, with its note as written. */
export function checkedSlide({ source }: SlideInfo): CheckedSlide {
  const { raw, contentRaw, frontmatterRaw, frontmatter, start } = source
  return { raw, contentRaw, frontmatterRaw, frontmatter, start, rawNote: readContext(frontmatter)?.rawNote }
}

/** A file's path for messages: relative to the deck, with `/` on every system. */
export function displayPath(file: string, root: string): string {
  return relative(root, file).replaceAll('\\', '/')
}

/** The data with which the slides were parsed. @throws Error where the preparser did not run. */
export function loadedData(slides: readonly SlideInfo[]): LoadedData {
  const loaded = slides[0] && readContext(slides[0].source.frontmatter)?.loaded
  if (!loaded)
    throw new Error('setup/preparser.ts 没有运行，数据无从核对')
  return loaded
}

/** Everything that is wrong with the figures of a deck whose data is right. */
export function figureProblems(slides: readonly SlideInfo[], data: DeckData, root: string): DeckProblem[] {
  return slides.flatMap((slide, index) => checkSlide(checkedSlide(slide), data)
    .map(problem => ({ ...problem, file: displayPath(slide.source.filepath, root), slide: index + 1 })))
}
