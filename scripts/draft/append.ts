import { classifyLines } from '../../model/slides/source-lines.ts'
import { prepareLines } from '../../model/slides/prepare.ts'
import { writtenSlides } from '../../model/slides/written-slides.ts'
import { slidesMarkdown } from './markdown.ts'
import type { DraftSlide } from './slide.ts'

/** Layouts of slides that new ones stand before: the last one and the appendix. */
const LAST = /^layout:[ \t]*(?:end|appendix)[ \t]*$/m

/** A written `slides.md` with more slides before its end; all that it has keeps its bytes. */
export function withSlides(written: string, slides: readonly DraftSlide[]): string {
  if (slides.length === 0) return written
  const eol = written.includes('\r\n') ? '\r\n' : '\n'
  const lines = written.split(/\r?\n/)
  const prepared = prepareLines(lines)
  const last = writtenSlides(prepared, classifyLines(prepared)).find(
    ({ frontmatter, start }) => start > 0 && frontmatter !== undefined && LAST.test(frontmatter),
  )
  const added = slidesMarkdown(slides).split('\n').join(eol)
  if (!last) return `${written.trimEnd()}${eol}${eol}${added}`
  const place = lines.slice(0, last.start).reduce((sum, line) => sum + line.length + eol.length, 0)
  return `${written.slice(0, place)}${added}${eol}${written.slice(place)}`
}
