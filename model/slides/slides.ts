import { entriesOf } from '../appendix-entries.ts'
import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { CheckedSlide } from './check.ts'
import type { DeckData, LoadedData } from './context.ts'
import type { DeckProblem } from './problems.ts'
import { relative } from 'node:path'
import { appendixParts, partProblems } from './appendix.ts'
import { checkFrontmatter, checkSlide } from './check.ts'
import { readContext } from './context.ts'
import { contentOffset, lineAt } from './source.ts'

/** The slide as it was parsed, with its note as written. */
export function checkedSlide({ source }: { source: SourceSlideInfo }): CheckedSlide {
  const { raw, contentRaw, frontmatterRaw, frontmatter } = source
  const { rawNote, start = source.start } = readContext(frontmatter) ?? {}
  return { raw, contentRaw, frontmatterRaw, frontmatter, start, rawNote }
}

/** A file's path for messages: relative to the deck, with `/` on every system. */
export function displayPath(file: string, root: string): string {
  return relative(root, file).replaceAll('\\', '/')
}

/** The number of the slide that a line of a Markdown file is of, its front matter and note included. */
export function slideAtLine(
  slides: readonly SlideInfo[],
  root: string,
  { file, line }: { file: string; line: number },
): number | undefined {
  const index = slides.findLastIndex(
    slide => displayPath(slide.source.filepath, root) === file && checkedSlide(slide).start < line,
  )
  return index === -1 ? undefined : index + 1
}

/** The data with which the slides were parsed. @throws Error where the preparser did not run. */
export function loadedData(slides: readonly SlideInfo[]): LoadedData {
  const loaded = slides.map(({ source }) => readContext(source.frontmatter)).find(Boolean)?.loaded
  if (!loaded) throw new Error('setup/preparser.ts 没有运行，数据无从核对')
  return loaded
}

/** What the pages that include a slide say in its place; a page that includes several says it once. */
function includingProblems(
  { importChain = [] }: SlideInfo,
  data: DeckData,
  root: string,
  seen: Set<SourceSlideInfo>,
): DeckProblem[] {
  return importChain
    .filter(source => !seen.has(source))
    .flatMap(source => {
      seen.add(source)
      return checkFrontmatter(checkedSlide({ source }), data).map(problem => ({
        ...problem,
        file: displayPath(source.filepath, root),
      }))
    })
}

/** What is wrong with the tables of the appendix, all slides together; `slide` counts from 1. */
export function appendixProblems(
  slides: readonly CheckedSlide[],
  { figures }: Pick<DeckData, 'figures'>,
): { slide: number; line: number; message: string }[] {
  const tables = slides.flatMap((slide, index) =>
    appendixParts(slide.contentRaw).map(part => ({ ...part, slide, no: index + 1 })),
  )
  const rowsOf = (id: string): number => entriesOf(figures.filter(({ chapter }) => chapter.id === id)).length
  return partProblems(tables, rowsOf).map(({ table: { slide, no, at }, message }) => ({
    slide: no,
    line: lineAt(slide, contentOffset(slide) + at),
    message,
  }))
}

/** Everything that is wrong with the ids, appendix tables and planned times of a deck whose data is right. */
export function slideProblems(slides: readonly SlideInfo[], data: DeckData, root: string): DeckProblem[] {
  const seen = new Set<SourceSlideInfo>()
  const own = slides.flatMap((slide, index) =>
    [
      ...includingProblems(slide, data, root, seen),
      ...checkSlide(checkedSlide(slide), data).map(problem => ({
        ...problem,
        file: displayPath(slide.source.filepath, root),
      })),
    ].map(problem => ({ ...problem, slide: index + 1 })),
  )
  const tables = appendixProblems(slides.map(checkedSlide), data).map(problem => ({
    ...problem,
    file: displayPath(slides[problem.slide - 1]!.source.filepath, root),
  }))
  return [...own, ...tables]
}
