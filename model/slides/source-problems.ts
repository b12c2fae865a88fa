import { parseSync } from '@slidev/parser/core'
import { prepareLines } from './prepare.ts'
import { classifyLines, type SourceLines } from './source-lines.ts'
import { isBlank, KEY, quoted, type SourceProblem } from './written-frontmatter.ts'
import { behindComments, bodyOf, writtenSlides, type WrittenSlide } from './written-slides.ts'

type ParsedSlide = ReturnType<typeof parseSync>['slides'][number]

/**
 * Everything in a Markdown file that Slidev would show as something else than was written: what our own strict reading
 * of its lines refuses, and where that is nothing, what Slidev's parser reads in another way.
 * @param text as in the file
 * @returns in the order of lines; empty where both readings agree
 */
export function sourceProblems(text: string): SourceProblem[] {
  const lines = prepareLines(text.split(/\r?\n/))
  const read = classifyLines(lines)
  const slides = writtenSlides(lines, read)
  const problems = [
    ...unreadable(lines),
    ...read.problems,
    ...strayDashes(lines, read),
    ...unclosed(read),
    ...slides.flatMap(slide => [...emptySlide(lines, slide), ...noteProblems(lines, slide)]),
  ]
  if (problems.length > 0) return problems.sort((a, b) => a.line - b.line)
  try {
    const parsed = parseSync(lines.join('\n'), '').slides
    return [...differences(lines, slides, parsed), ...frontmatterErrors(parsed)]
  } catch (error) {
    return [unparsed(lines, read, error)]
  }
}

/** The parser gives up on a file with an alias that stands for nothing: mostly what was to be bold. */
function unparsed(lines: readonly string[], { kinds }: SourceLines, error: unknown): SourceProblem {
  const line = lines.findIndex((text, at) => kinds[at] === 'frontmatter' && /[:-][ \t]+\*\S/.test(text))
  if (line < 0) throw error
  return { line, message: `页首信息的内容不能以 * 开头：${quoted(lines[line]!)}；请去掉 *，或者把内容放进引号` }
}

/** What to do about what YAML says, by its codes. */
const ADVICE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个名称写了两次，请删去一个',
  MISSING_CHAR: '引号或括号没有写完，请补上',
  BLOCK_AS_IMPLICIT_KEY: '内容里有冒号，请把内容放进引号',
  TAB_AS_INDENT: '行首用了制表符，请改用空格',
  BAD_INDENT: '行首的空格不齐，请对齐',
}

/** What YAML says of the front matters of parsed slides. */
export function frontmatterErrors(
  slides: readonly Pick<ParsedSlide, 'start' | 'frontmatterDoc' | 'frontmatterRaw'>[],
): SourceProblem[] {
  return slides.flatMap(({ start, frontmatterDoc, frontmatterRaw = '' }) =>
    (frontmatterDoc?.errors ?? []).map(({ code, message, linePos }) => ({
      // What is never closed is reported at the end, past the last line.
      line: start + Math.min(linePos?.[0].line ?? 1, frontmatterRaw.trimEnd().split('\n').length),
      message: `页首信息读不懂，${ADVICE[code] ?? '请写成“名称: 内容”，内容里有符号就放进引号'}（${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}）`,
    })),
  )
}

function unreadable(lines: readonly string[]): SourceProblem[] {
  const line = lines.findIndex(text => /[\uFFFD\0]/.test(text))
  return line < 0 ? [] : [{ line, message: '这一行有读不出的字：文件不是 UTF-8 编码，请用编辑器另存为 UTF-8' }]
}

/** A line of text that `---` right below it would underline as a heading. */
const PARAGRAPH = /^[ \t]{0,3}(?![#|>/]|<(?!Fig[\s/>])|[*+-][ \t]|\d+[.)][ \t])\S/

function strayDashes(lines: readonly string[], { kinds, problems }: SourceLines): SourceProblem[] {
  return lines.flatMap((text, line) => {
    const above = lines[line - 1] ?? ''
    // What closes a front matter that could not be read is told of there.
    const opened = kinds.lastIndexOf('separator', line - 1)
    if (line > 0 && problems.some(problem => problem.line === opened + 1)) return []
    if (kinds[line] === 'text' && text.startsWith('---'))
      return [
        {
          line,
          message: `${quoted(text)}以三个短横开头，Slidev 会在这里分页；分页请只写 ---，横线请写 ***，表格的分隔行请以 | 开头`,
        },
      ]
    if (kinds[line] !== 'separator' || kinds[line - 1] !== 'text' || !PARAGRAPH.test(above)) return []
    return [
      {
        line,
        message: KEY.test(above)
          ? `--- 紧接在${quoted(above)}的下面：如果是页首信息，请删去它上面的空行，让它紧接着开头的 ---；如果不是，请在 --- 上面空一行`
          : `--- 紧接在文字${quoted(above)}的下面：如果是分页，请在 --- 上面空一行；如果是标题，请改写成“## ${above.trim()}”`,
      },
    ]
  })
}

function unclosed({ comments, fences }: SourceLines): SourceProblem[] {
  return [
    ...comments
      .filter(({ end, text }) => end === undefined || text.includes('<!--'))
      .map(({ start }) => ({ line: start, message: '注释从这里开始，却没有收尾，后面的会跟着不见；请补上 -->' })),
    ...fences
      .filter(({ end }) => end === undefined)
      .map(({ start, mark }) => ({ line: start, message: `代码块从这里开始，却没有收尾；请补上一行 ${mark}` })),
  ]
}

function emptySlide(lines: readonly string[], { start, frontmatter, from, to }: WrittenSlide): SourceProblem[] {
  if (frontmatter !== undefined || lines.slice(from, to).some(line => !isBlank(line))) return []
  if (start === 0) return [{ line: 0, message: '文件开头的空行会成为一页空白；第一页的页首信息请从第一行的 --- 写起' }]
  return [{ line: start - 1, message: '这一行 --- 下面什么也没有，会成为一页空白；请删去这一行' }]
}

function noteProblems(lines: readonly string[], slide: WrittenSlide): SourceProblem[] {
  const { comments } = slide
  const last = comments.at(-1)
  if (last?.end === undefined) return []
  const behind = behindComments(lines, slide)
  if (behind)
    return [
      {
        line: last.start,
        message: `这段注释不会成为讲稿，因为后面（第 ${behind.line + 1} 行）还写了${quoted(behind.line === last.end ? last.behind : lines[behind.line]!)}；是讲稿就请挪到这一页的最后，不是就请删去`,
      },
    ]
  const before = comments.at(-2)
  if (before?.end === undefined || !isBlank(before.behind) || !between(lines, before.end, last.start)) return []
  // A remark before the note is left out as it should be; what is longer than the note is hardly a remark.
  if (before.text.trim().length <= last.text.trim().length) return []
  return [
    {
      line: last.start,
      message: `这一页最后有两段注释，只有后一段${quoted(last.text)}会成为讲稿，前一段${quoted(before.text)}不会；都是讲稿就请合成一段，前一段是备注就请挪到正文前面`,
    },
  ]
}

/** Whether nothing stands on the lines between two. */
function between(lines: readonly string[], above: number, below: number): boolean {
  return above < below && lines.slice(above + 1, below).every(isBlank)
}

/** The first slide that Slidev's parser reads in another way; all behind it may differ because of it. */
function differences(
  lines: readonly string[],
  slides: readonly WrittenSlide[],
  parsed: readonly ParsedSlide[],
): SourceProblem[] {
  for (let index = 0; index < Math.max(slides.length, parsed.length); index++) {
    const [written, read] = [slides[index], parsed[index]]
    if (written && read && isSame(lines, written, read)) continue
    const line = written?.start ?? read!.start
    if (read?.frontmatterStyle === 'yaml')
      return [
        { line, message: '这一页以 ```yaml 代码块开头，会被当成页首信息；请先写页首信息，或在代码块上面写一行文字' },
      ]
    const seen = read ? `从第 ${read.start + 1} 行读起，是${quoted(read.content || read.raw)}` : '没有这一页'
    return [
      {
        line,
        message: `这一页 Slidev 读到的和写的不一样（${seen}）；请检查这一页的 ---、代码块和注释，一样一行，不要混写`,
      },
    ]
  }
  return []
}

function isSame(lines: readonly string[], written: WrittenSlide, read: ParsedSlide): boolean {
  const { content, note } = bodyOf(lines, written)
  return (
    written.start === read.start &&
    (written.frontmatter ?? '').trim() === (read.frontmatterRaw ?? '').trim() &&
    content === read.contentRaw &&
    note === read.note
  )
}
