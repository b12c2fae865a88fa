import { parseSync } from '@slidev/parser/core'
import { prepareLines } from '../../model/slides/prepare.ts'
import { slidesMarkdown } from './markdown.ts'
import type { DraftSlide } from './slide.ts'

/** Layouts of slides that new ones stand before: the last one and the appendix. */
const LAST: ReadonlySet<unknown> = new Set(['end', 'appendix'])

/** Lines with what ends them. */
const LINES = /[^\n]*\n|[^\n]+$/g
const LINE_END = /\r?\n$/

/** A written `slides.md` with more slides before its end; all that it has keeps its bytes. */
export function withSlides(written: string, slides: readonly DraftSlide[]): string {
  if (slides.length === 0) return written
  const lines = written.match(LINES) ?? []
  const prepared = prepareLines(lines.map(line => line.replace(LINE_END, '')))
  const last = parseSync(prepared.join('\n'), 'slides.md').slides.find(
    ({ frontmatter, index }) => index > 0 && LAST.has(frontmatter.layout),
  )
  const before = last ? lines.slice(0, last.start) : lines
  const eol = LINE_END.exec(before.findLast(line => LINE_END.test(line)) ?? '\n')![0]
  const added = slidesMarkdown(slides).replaceAll('\n', eol)
  const own = before.join('')
  return last ? `${own}${added}${eol}${written.slice(own.length)}` : `${own.trimEnd()}${eol}${eol}${added}`
}
