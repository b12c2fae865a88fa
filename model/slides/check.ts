import type { DeckData } from './context.ts'
import type { StatedId } from './ids.ts'
import type { DeckProblem } from './problems.ts'
import type { SlideText } from './source.ts'
import { FORMAT_STYLES } from '../format.ts'
import { wrongParts } from './appendix.ts'
import { isFigureTag, isStyle, styleOf } from './figure-text.ts'
import { frontmatterIds, valueOffset } from './frontmatter.ts'
import { unknownIdMessage } from '../id-sorts.ts'
import { componentName, idsOfTag } from './ids.ts'
import { isPlannedTime } from './note.ts'
import { scanTags } from './scan.ts'
import { contentOffset, lineAt, noteOffset } from './source.ts'

/** A slide as Slidev parsed it, with its note as written. */
export interface CheckedSlide extends SlideText {
  frontmatter: Readonly<Record<string, unknown>>
  rawNote?: string
}

type SlideProblem = Omit<DeckProblem, 'file' | 'slide'>

/** A problem in a text whose place on the slide is not known yet. */
interface TextProblem {
  /** Offset into that text. */
  at: number
  message: string
}

function unknown(ids: readonly StatedId[], data: DeckData): TextProblem[] {
  return ids
    .filter(({ id, sort }) => !data.isKnown(id, sort))
    .map(({ id, sort, at }) => ({ at, message: unknownIdMessage(id, data.nearest(id, sort), sort) }))
}

function textProblems(text: string, data: DeckData, evaluated: boolean): TextProblem[] {
  return scanTags(text).flatMap(tag => {
    const ids = idsOfTag(tag, data.figureProps)
    const problems = unknown(ids, data)
    const inline = isFigureTag(tag)
    if (!(inline || componentName(tag.name) === 'BigNumber') || tag.type === 'close') return problems
    // On a slide, Vue may compute what stands in an expression; a note is only text.
    const computed = evaluated && tag.attributes.some(({ name }) => /^(?::|\.|v-)/.test(name))
    if (computed) return problems
    if (inline && ids.length === 0)
      problems.push({ at: tag.start, message: '<Fig> 没有直接写明数据编号，应写成 <Fig id="…" />' })
    const style = styleOf(tag)
    if (!isStyle(style))
      problems.push({ at: tag.start, message: `没有“${style}”这种写法，as 只能是 ${FORMAT_STYLES.join('、')}` })
    return problems
  })
}

function located(slide: CheckedSlide, base: number, problems: readonly TextProblem[]): SlideProblem[] {
  return problems.map(({ at, message }) => ({ line: lineAt(slide, base + at), message }))
}

/** All that is wrong with the ids and the planned time in a slide's frontmatter, in the order of its lines. */
export function checkFrontmatter(slide: CheckedSlide, data: DeckData): SlideProblem[] {
  const { frontmatter, frontmatterRaw = '' } = slide
  const problems = unknown(frontmatterIds(frontmatter, frontmatterRaw), data)
  if (frontmatter.time !== undefined && !isPlannedTime(frontmatter.time))
    problems.push({
      at: valueOffset(frontmatterRaw, 'time'),
      message: `time 是计划的秒数，例如 time: 45，现在写的是“${String(frontmatter.time)}”`,
    })
  const head = frontmatterRaw ? slide.raw.indexOf(frontmatterRaw) : 0
  return located(
    slide,
    head,
    problems.sort((a, b) => a.at - b.at),
  )
}

/** All that is wrong with one slide's ids, appendix tables and planned time, in the order of its lines. */
export function checkSlide(slide: CheckedSlide, data: DeckData): SlideProblem[] {
  const { contentRaw, rawNote } = slide
  const content = [...textProblems(contentRaw, data, true), ...wrongParts(contentRaw)].sort((a, b) => a.at - b.at)
  return [
    ...checkFrontmatter(slide, data),
    ...located(slide, contentOffset(slide), content),
    ...(rawNote ? located(slide, noteOffset(slide, rawNote), textProblems(rawNote, data, false)) : []),
  ]
}
