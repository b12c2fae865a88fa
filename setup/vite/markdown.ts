import type { SlidevPluginOptions } from '@slidev/types'

type MarkdownOptions = NonNullable<SlidevPluginOptions['markdown']>
type MarkdownParser = Parameters<NonNullable<MarkdownOptions['markdownSetup']>>[0]
type BlockRule = Parameters<MarkdownParser['block']['ruler']['before']>[2]

const FIGURE = /^<Fig[\s/>]/

/** A paragraph that begins with a figure: CommonMark takes a line that is nothing but a tag for a block of HTML. */
const figureParagraph: BlockRule = (state, startLine, endLine, silent) => {
  const textOf = (line: number): string =>
    state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line])
  if (silent || state.sCount[startLine]! - state.blkIndent >= 4 || !FIGURE.test(textOf(startLine))) return false
  const terminators = state.md.block.ruler.getRules('paragraph')
  const parent = state.parentType
  state.parentType = 'paragraph'
  let next = startLine + 1
  while (next < endLine && !state.isEmpty(next)) {
    const isText = state.sCount[next]! - state.blkIndent > 3 || state.sCount[next]! < 0
    if (!isText && terminators.some(rule => rule(state, next, endLine, true))) break
    next++
  }
  state.parentType = parent
  state.line = next
  state.push('paragraph_open', 'p', 1).map = [startLine, next]
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(startLine, next, state.blkIndent, false).trim()
  inline.map = [startLine, next]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  return true
}

/**
 * How the Markdown of slides is read: figures are words of their sentence, wherever they stand in it, and dollar signs
 * are dollar signs. Briefings hold no formulas; two sums in US$ on a line are none.
 */
export const markdown = {
  componentOptions: { inlineTags: ['Fig'] },
  markdownSetup(md: MarkdownParser): void {
    md.block.ruler.before('html_block', 'figure_paragraph', figureParagraph)
    md.disable(['math_inline', 'math_block'], true)
  },
} satisfies MarkdownOptions
