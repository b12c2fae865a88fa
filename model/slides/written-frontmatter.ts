/** Something of a Markdown file that would be read as something else than was written. */
export interface SourceProblem {
  /** Zero-based line of the file. */
  line: number
  message: string
}

/** What the lines below a separator are; `end` is the last line of the front matter. */
export interface WrittenFrontmatter {
  end: number
  problems: SourceProblem[]
}

export const SEPARATOR = /^---[ \t]*$/

/** A name and what it says, on one line. */
export const KEY = /^(["']?)[A-Za-z_][\w-]*\1[ \t]*:(?:[ \t]|$)/
/** Below a key: what is indented, the entries of a list, and the end of a list or a mapping in brackets. */
const CONTINUED = /^(?:[ \t]|-(?:[ \t]|$)|[\]}])/
const COMMENT = /^#/
/** A name whose colon is full-width, or has no space behind it. */
const LOOSE = /^([A-Za-z_][\w-]*)[ \t]*[:：][ \t]*(?!\/\/)(\S.*)$/

/** Whether nothing stands on a line; a line behind the last one is blank. */
export function isBlank(line: string | undefined): boolean {
  return (line ?? '').trim() === ''
}

/** A line as messages quote it. */
export function quoted(line: string): string {
  const characters = Array.from(line.trim())
  return `“${characters.slice(0, 20).join('')}${characters.length > 20 ? '……' : ''}”`
}

/**
 * Reads the front matter that the separator at `start` opens: lines of `key: value`, whatever is indented below them,
 * comments, and a line of three dashes. Any other text is none, and the slide's own begins there.
 */
export function readFrontmatter(lines: readonly string[], start: number): WrittenFrontmatter {
  const rest = lines.slice(start + 1)
  const length = rest.findIndex(line => SEPARATOR.test(line))
  const block = rest.slice(0, length < 0 ? undefined : length)
  if (length === 0) return { end: start + 1, problems: [] }
  const first = block.findIndex(line => !isBlank(line) && !COMMENT.test(line))
  if (first < 0 || !KEY.test(block[first]!)) return { end: start, problems: [textBelow(lines, start)] }
  const stray = strayLine(block)
  if (stray >= 0) {
    // A front matter has no blank line above its text, which a slide has.
    const ended = length < 0 || block.slice(0, stray).some(isBlank)
    return { end: start + (ended ? stray : 1 + length), problems: [textInside(lines, start + 1 + stray, ended)] }
  }
  if (length < 0) return { end: lines.length - 1, problems: [{ line: start, message: UNCLOSED }] }
  return { end: start + 1 + length, problems: dashesInside(block, start + 1) }
}

/** The first line of a front matter that belongs to no key: text, or a heading, which YAML takes for a comment. */
function strayLine(block: readonly string[]): number {
  const text = block.findIndex(
    line => !isBlank(line) && !COMMENT.test(line) && !KEY.test(line) && !CONTINUED.test(line),
  )
  if (text >= 0) return text
  const lastKey = block.findLastIndex(line => !isBlank(line) && !COMMENT.test(line))
  return block.findIndex((line, index) => index > lastKey + 1 && COMMENT.test(line) && isBlank(block[index - 1]))
}

const UNCLOSED = '页首信息从这里开始，却没有收尾：请在最后一行“名称: 内容”下面加一行 ---'

function textBelow(lines: readonly string[], start: number): SourceProblem {
  const own = respaced(lines[start + 1]!)
  return {
    line: start + 1,
    message: own
      ? `${own}；不是页首信息，就请在 --- 下面空一行`
      : `分页的 --- 下面紧接着写了${quoted(lines[start + 1]!)}，会被当成页首信息；请在 --- 下面空一行`,
  }
}

/** How a line has to be written whose colon is all that keeps it from being a name and what it says. */
function respaced(line: string): string | undefined {
  const [, name, value] = KEY.test(line) ? [] : (LOOSE.exec(line) ?? [])
  return name && `页首信息的冒号要用半角，后面空一格：${quoted(line)}请写成${quoted(`${name}: ${value}`)}`
}

function textInside(lines: readonly string[], line: number, ended: boolean): SourceProblem {
  const own = respaced(lines[line]!)
  if (own && !ended) return { line, message: own }
  const advice = ended
    ? '页首信息没有收尾，请在最后一行“名称: 内容”下面加一行 ---'
    : '页首信息只写“名称: 内容”，名称用英文字母；请改写，或挪到收尾的 --- 下面'
  return { line, message: `${quoted(lines[line]!)}会被当成页首信息；${advice}` }
}

/** Slidev's parser ends a front matter at the first three dashes, wherever they stand. */
function dashesInside(block: readonly string[], from: number): SourceProblem[] {
  return block.flatMap((line, index) =>
    line.includes('---')
      ? [
          {
            line: from + index,
            message: `页首信息的这一行写了连着的三个短横：${quoted(line)}，后面的会被截断；请改用破折号 —— 或“至”`,
          },
        ]
      : [],
  )
}
