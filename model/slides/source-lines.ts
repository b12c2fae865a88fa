import { isBlank, readFrontmatter, SEPARATOR, type SourceProblem } from './written-frontmatter.ts'

/** What one line of a Markdown file is part of, before anything of it is read as Markdown. */
export type LineKind = 'text' | 'separator' | 'frontmatter' | 'fence' | 'code' | 'comment'

/** A comment of the text: a note, or what is left out. */
export interface SourceComment {
  /** Zero-based lines on which it opens and closes; `end` is undefined where it never closes. */
  start: number
  end: number | undefined
  /** What stands between its marks. */
  text: string
  /** What stands behind it on its last line. */
  behind: string
}

/** A code block between two fences. */
export interface SourceFence {
  start: number
  /** Line of the closing fence; undefined where there is none. */
  end: number | undefined
  /** `` ` `` or `~`, as often as it opens the block. */
  mark: string
}

/** The lines of a file and what they are. */
export interface SourceLines {
  kinds: LineKind[]
  comments: SourceComment[]
  fences: SourceFence[]
  /** What would be taken for a front matter, and is none, and what would cut one off. */
  problems: SourceProblem[]
}

const FENCE = /^[ \t]*(?:(`{3,})[^`]*|(~{3,}).*)$/

/**
 * Tells what each line of a file is: `---` alone on a line separates slides, and opens a front matter where one
 * stands below; fenced code and comments hold whatever they hold.
 */
export function classifyLines(lines: readonly string[]): SourceLines {
  const found: SourceLines = { kinds: [], comments: [], fences: [], problems: [] }
  const { kinds, comments, fences } = found
  const fill = (kind: LineKind, from: number, to: number): void => {
    for (let line = from; line <= to; line++) kinds[line] = kind
  }
  const last = lines.length - 1
  for (let at = 0; at <= last; at++) {
    const line = lines[at]!
    const mark = FENCE.exec(line)?.slice(1).find(Boolean)
    if (SEPARATOR.test(line)) {
      kinds[at] = 'separator'
      if (isBlank(lines[at + 1])) continue
      const { end, problems } = readFrontmatter(lines, at)
      found.problems.push(...problems)
      fill('frontmatter', at + 1, end)
      at = end
    } else if (mark) {
      const end = fenceEnd(lines, at, mark)
      fences.push({ start: at, end, mark })
      fill('code', at, end ?? last)
      kinds[at] = 'fence'
      if (end !== undefined) kinds[end] = 'fence'
      at = end ?? last
    } else {
      const own = commentsFrom(lines, at)
      comments.push(...own)
      const end = own.at(-1) ? (own.at(-1)!.end ?? last) : at
      fill(own.length > 0 ? 'comment' : 'text', at, end)
      at = end
    }
  }
  return found
}

function fenceEnd(lines: readonly string[], start: number, mark: string): number | undefined {
  const close = new RegExp(`^[ \\t]*${mark[0]}{${mark.length},}[ \\t]*$`)
  const end = lines.findIndex((line, index) => index > start && close.test(line))
  return end < 0 ? undefined : end
}

/** The comments that begin on a line, and on the lines on which they end. */
function commentsFrom(lines: readonly string[], start: number): SourceComment[] {
  const found: SourceComment[] = []
  let [at, column] = [start, 0]
  for (;;) {
    // A code span may show the marks of a comment.
    const line = lines[at]!.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, span => ' '.repeat(span.length))
    const open = line.indexOf('<!--', column)
    if (open < 0) return found
    let end = at
    let close = lines[at]!.indexOf('-->', open + 4)
    while (close < 0 && end < lines.length - 1) close = lines[++end]!.indexOf('-->')
    const inside = lines.slice(at, close < 0 ? lines.length : end + 1).join('\n')
    const text = inside.slice(open + 4)
    if (close < 0) return [...found, { start: at, end: undefined, text, behind: '' }]
    const behind = lines[end]!.slice(close + 3)
    found.push({ start: at, end, text: text.slice(0, text.length - behind.length - 3), behind })
    ;[at, column] = [end, close + 3]
  }
}
