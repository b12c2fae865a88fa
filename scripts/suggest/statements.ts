import type { ReadFigure } from '../../model/reading/parse.ts'
import { PLAN_WORDS } from '../../model/changes.ts'
import type { Section } from '../lib/facts/article.ts'
import { readFigures } from '../../model/reading/parse.ts'
import { overlaps, sentencesOf, type Span } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { parseUnit } from '../../model/units.ts'
import { isDescribing, isNameCounted, isPeriodOfYears } from './describing.ts'
import type { Label } from './labels/label.ts'
import { labelsOf } from './labels/labels.ts'
import { beginOf } from './labels/said.ts'

/** A number that the article states of something. */
export interface Statement extends ReadFigure {
  section: Section
  /** The sentence that it is read in, and where that begins in the section. */
  sentence: string
  offset: number
  /** Its label, and which of the numbers of its sentence it is. */
  label: Label
  index: number
  /** Where what is said of each number of the sentence begins. */
  above: readonly number[]
  /** Whether it is planned, and no fact, by its clause or by what heads the sentence. */
  planned: boolean
  /** Whether its clause only says that it is not known yet: 预计全年增长5%. */
  estimated: boolean
}

/** What the sentences of a section state, in order. */
export function statementsOf(section: Section): Statement[] {
  return sentencesOf(section.text).flatMap(({ start: offset, text: sentence }) => {
    const read = readFigures(sentence)
    const numbers = read.map(({ found }) => found)
    const figures = read.filter(
      (figure, index) => isStated(sentence, figure) && !isNameCounted(sentence, numbers, index),
    )
    const labels = labelsOf(sentence, figures)
    const above = figures.map(({ found }, index) => beginOf(sentence, found.start, labels[index - 1]?.end ?? 0))
    return labels.map((label, index) => {
      const each = figures[index]!
      const ahead = isAhead(sentence, each)
      const estimated = ahead && isEstimated(sentence, each)
      return { ...each, section, sentence, offset, label, index, above, planned: ahead && !estimated, estimated }
    })
  })
}

/**
 * Whether a number is part of what a heading names: 10件民生实事 below 2025年10件民生实事办理观察.
 * @param headings as the article is read, in half width and without spaces
 */
export function isInHeading({ sentence, found }: Statement, headings: readonly string[]): boolean {
  const [next] = wordsOf(sentence.slice(found.end, found.end + 12))
  const named = next !== undefined && /^(?:n|vn|j|l|b|a)/.test(next.tag)
  const phrase = sentence.slice(found.number.start, found.end + (next?.end ?? 0))
  return named && headings.some(heading => heading.includes(phrase))
}

const QUOTED = /“[^”]*”|《[^》]*》/g
/** What a number takes up that has been told of: 这两个项目. */
const TAKEN_UP = /[这那该其此各每]$/

/** Whether a number says something of its own: not in a name, not taken up again, with a unit that figures have. */
function isStated(sentence: string, { found }: ReadFigure): boolean {
  const { unit, number, unknownQualifier } = found
  const quoted = [...sentence.matchAll(QUOTED)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }))
  return (
    parseUnit(unit) !== undefined &&
    unknownQualifier === null &&
    !quoted.some(span => overlaps(span, number)) &&
    !TAKEN_UP.test(sentence.slice(0, number.start)) &&
    !isDescribing(sentence, found) &&
    !isPeriodOfYears(sentence, found)
  )
}

/** What says of a number that it is not known yet, of a time that is to come that it is planned. */
export const ESTIMATED = '预计'

/** What heads a list of plans: 2026年的目标是. */
const PLANS_AHEAD = /(?:目标|计划|预期)[^，。；]{0,6}(?:是|为|：|:)/

/** Whether a number is not yet so, by its clause or by what heads the list that it is of. */
function isAhead(sentence: string, { found, figure }: ReadFigure): boolean {
  const turned = found.turned.some(word => PLAN_WORDS.includes(word))
  return turned || figure.kind === 'target' || PLANS_AHEAD.test(sentence.slice(0, found.start))
}

/** Whether nothing in front of a number says that it is a plan but 预计. */
function isEstimated(sentence: string, { found }: ReadFigure): boolean {
  const plans = wordsOf(sentence.slice(0, found.start)).filter(({ text }) => PLAN_WORDS.includes(text))
  return plans.length > 0 && plans.every(({ text }) => text === ESTIMATED)
}

/** Where a statement has its number in its section. */
export function placeOf({ offset, found }: Pick<Statement, 'offset' | 'found'>): Span {
  return { start: offset + found.start, end: offset + found.end }
}
