import type { SourceComment, SourceLines } from './source-lines.ts'
import { isBlank } from './written-frontmatter.ts'

/** One slide as it was written; lines are zero-based, `to` stands behind the last one. */
export interface WrittenSlide {
  /** The separator that opens its front matter; without one, the first line of its content. */
  start: number
  /** What stands between the dashes; undefined where the slide has no front matter. */
  frontmatter: string | undefined
  /** The lines of content and note. */
  from: number
  to: number
  /** In the order in which they stand. */
  comments: SourceComment[]
}

/** The slides between the separators of a file. */
export function writtenSlides(lines: readonly string[], { kinds, comments }: SourceLines): WrittenSlide[] {
  const slides: WrittenSlide[] = []
  let [start, from] = [0, 0]
  let frontmatter: string | undefined
  const close = (to: number): void => {
    if (frontmatter === undefined && to === from) return
    const own = comments.filter(comment => comment.start >= from && comment.start < to)
    slides.push({ start, frontmatter, from, to, comments: own })
  }
  kinds.forEach((kind, at) => {
    if (kind !== 'separator') return
    close(at)
    const next = kinds.findIndex((other, index) => index > at && other !== 'frontmatter')
    from = next < 0 ? kinds.length : next
    frontmatter = from > at + 1 ? lines.slice(at + 1, from - 1).join('\n') : undefined
    start = frontmatter === undefined ? from : at
  })
  close(kinds.length)
  return slides
}

/** What of a slide stands behind its last comment. */
export function behindComments(lines: readonly string[], { comments, to }: WrittenSlide): { line: number } | undefined {
  const last = comments.at(-1)
  if (last?.end === undefined) return undefined
  if (!isBlank(last.behind)) return { line: last.end }
  const line = lines.findIndex((text, index) => index > last.end! && index < to && !isBlank(text))
  return line < 0 ? undefined : { line }
}

/** Content and note of a slide that has nothing behind its last comment. */
export function bodyOf(lines: readonly string[], slide: WrittenSlide): { content: string; note: string | undefined } {
  const body = lines.slice(slide.from, slide.to).join('\n').trim()
  const last = slide.comments.at(-1)
  if (!last || behindComments(lines, slide)) return { content: body, note: undefined }
  return { content: body.slice(0, -`<!--${last.text}-->`.length).trim(), note: last.text.trim() }
}
