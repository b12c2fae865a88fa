import type { DeckData } from './context.ts'
import type { StatedId } from './ids.ts'
import type { DeckProblem } from './problems.ts'
import type { SlideText } from './source.ts'
import { FORMAT_STYLES } from '../../data/format.ts'
import { isFigureTag, isStyle, styleOf } from './figure-text.ts'
import { frontmatterIds } from './frontmatter.ts'
import { idsOfTag } from './ids.ts'
import { isPlannedTime } from './note.ts'
import { unknownIdMessage } from './problems.ts'
import { scanTags } from './scan.ts'
import { contentOffset, lineAt, noteOffset } from './source.ts'

/** A slide as Slidev parsed it, with its note as written. */
export interface CheckedSlide extends SlideText {
  frontmatter: Readonly<Record<string, unknown>>
  rawNote?: string
}

type Found = Omit<DeckProblem, 'file' | 'slide'>

function unknown(ids: readonly StatedId[], data: DeckData): { at: number, message: string }[] {
  return ids
    .filter(({ id }) => !data.findFigure(id))
    .map(({ id, at }) => ({ at, message: unknownIdMessage(id, data.nearest(id)) }))
}

function textProblems(text: string, data: DeckData, evaluated: boolean): { at: number, message: string }[] {
  return scanTags(text).flatMap((tag) => {
    const ids = idsOfTag(tag, data.figureProps)
    const problems = unknown(ids, data)
    if (!isFigureTag(tag) || tag.type === 'close')
      return problems
    // On a slide, Vue may compute what stands in an expression; a note is only text.
    const computed = evaluated && tag.attributes.some(({ name }) => /^(?::|\.|v-)/.test(name))
    if (computed)
      return problems
    if (ids.length === 0)
      problems.push({ at: tag.start, message: '<Fig> 没有直接写明数据编号，应写成 <Fig id="…" />' })
    const style = styleOf(tag)
    if (!isStyle(style))
      problems.push({ at: tag.start, message: `没有“${style}”这种写法，as 只能是 ${FORMAT_STYLES.join('、')}` })
    return problems
  })
}

/** All that is wrong with one slide's figures and planned time, in the order of its lines. */
export function checkSlide(slide: CheckedSlide, data: DeckData): Found[] {
  const { contentRaw, rawNote, frontmatter, frontmatterRaw = '' } = slide
  const at = (base: number) => ({ at, message }: { at: number, message: string }): Found => ({ line: lineAt(slide, base + at), message })
  const head = frontmatterRaw ? slide.raw.indexOf(frontmatterRaw) : 0
  const problems = unknown(frontmatterIds(frontmatterRaw), data).map(at(head))
  if (frontmatter.time !== undefined && !isPlannedTime(frontmatter.time))
    problems.push(at(head)({ at: Math.max(0, frontmatterRaw.search(/^time\s*:/m)), message: `time 是计划的秒数，例如 time: 45，现在写的是“${String(frontmatter.time)}”` }))
  problems.push(...textProblems(contentRaw, data, true).map(at(contentOffset(slide))))
  if (rawNote)
    problems.push(...textProblems(rawNote, data, false).map(at(noteOffset(slide, rawNote))))
  return problems
}
