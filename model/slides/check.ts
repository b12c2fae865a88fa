import type { DeckData } from './context.ts'
import type { StatedId } from './ids.ts'
import type { DeckProblem } from './problems.ts'
import type { SlideText } from './source.ts'
import { FORMAT_STYLES } from '../format.ts'
import { wrongParts } from './appendix.ts'
import { isFigureTag, isStyle, styleOf } from './figure-text.ts'
import { frontmatterIds, valueOffset } from './frontmatter.ts'
import { unknownIdMessage } from '../id-sorts.ts'
import { idsOfTag } from './ids.ts'
import { isPlannedTime } from './note.ts'
import { scanTags } from './scan.ts'
import { contentOffset, lineAt, noteOffset } from './source.ts'

/** A slide as Slidev parsed it, with its note as written. */
export interface CheckedSlide extends SlideText {
  frontmatter: Readonly<Record<string, unknown>>
  rawNote?: string
}

type Found = Omit<DeckProblem, 'file' | 'slide'>

interface Fault {
  /** Offset into the text at hand. */
  at: number
  message: string
}

function unknown(ids: readonly StatedId[], data: DeckData): Fault[] {
  return ids
    .filter(({ id, sort }) => !data.isKnown(id, sort))
    .map(({ id, sort, at }) => ({ at, message: unknownIdMessage(id, data.nearest(id, sort), sort) }))
}

function textFaults(text: string, data: DeckData, evaluated: boolean): Fault[] {
  return scanTags(text).flatMap(tag => {
    const ids = idsOfTag(tag, data.figureProps)
    const faults = unknown(ids, data)
    if (!isFigureTag(tag) || tag.type === 'close') return faults
    // On a slide, Vue may compute what stands in an expression; a note is only text.
    const computed = evaluated && tag.attributes.some(({ name }) => /^(?::|\.|v-)/.test(name))
    if (computed) return faults
    if (ids.length === 0) faults.push({ at: tag.start, message: '<Fig> 没有直接写明数据编号，应写成 <Fig id="…" />' })
    const style = styleOf(tag)
    if (!isStyle(style))
      faults.push({ at: tag.start, message: `没有“${style}”这种写法，as 只能是 ${FORMAT_STYLES.join('、')}` })
    return faults
  })
}

function located(slide: CheckedSlide, base: number, faults: readonly Fault[]): Found[] {
  return faults.map(({ at, message }) => ({ line: lineAt(slide, base + at), message }))
}

/** All that is wrong with the ids and the planned time in a slide's frontmatter, in the order of its lines. */
export function checkFrontmatter(slide: CheckedSlide, data: DeckData): Found[] {
  const { frontmatter, frontmatterRaw = '' } = slide
  const faults = unknown(frontmatterIds(frontmatter, frontmatterRaw), data)
  if (frontmatter.time !== undefined && !isPlannedTime(frontmatter.time))
    faults.push({
      at: valueOffset(frontmatterRaw, 'time'),
      message: `time 是计划的秒数，例如 time: 45，现在写的是“${String(frontmatter.time)}”`,
    })
  const head = frontmatterRaw ? slide.raw.indexOf(frontmatterRaw) : 0
  return located(
    slide,
    head,
    faults.sort((a, b) => a.at - b.at),
  )
}

/** All that is wrong with one slide's ids, appendix tables and planned time, in the order of its lines. */
export function checkSlide(slide: CheckedSlide, data: DeckData): Found[] {
  const { contentRaw, rawNote } = slide
  const content = [...textFaults(contentRaw, data, true), ...wrongParts(contentRaw)].sort((a, b) => a.at - b.at)
  return [
    ...checkFrontmatter(slide, data),
    ...located(slide, contentOffset(slide), content),
    ...(rawNote ? located(slide, noteOffset(slide, rawNote), textFaults(rawNote, data, false)) : []),
  ]
}
