import type { ReadFigure } from '../../../model/reading/parse.ts'
import { clauseBegin } from '../../../model/reading/text.ts'
import { actorOf, namesMeasure } from '../phrases.ts'
import type { Inherited, Label } from './label.ts'

/** A measure that is named behind a number, and has none in its own clause: 汽车类零售额由负转正，增长2.1%. */
export function namedBetween(sentence: string, last: ReadFigure | undefined, start: number): Inherited | undefined {
  const clauses = last ? sentence.slice(last.found.end, clauseBegin(sentence, start)).split(/[，,；;]/) : []
  const text = clauses.map(actorOf).findLast(namesMeasure)
  if (text === undefined) return undefined
  const label = { text, core: text, subject: text, end: start, back: 0, context: '' }
  return { label, back: 0, next: false, unit: '' }
}

/** The last label before that names something, and how far back it is. */
export function inheritedFrom(
  sentence: string,
  before: readonly Label[],
  index: number,
  figures: readonly ReadFigure[],
  from = index - 1,
): Inherited | undefined {
  const { start } = figures[index]!.found
  for (let at = from; at >= 0; at--)
    // What brackets enclose is told by the way.
    if (before[at]!.subject !== '' && !/^[^（(]*[）)]/.test(sentence.slice(figures[at]!.found.end, start))) {
      const { unit } = figures[at]!.found
      return { label: before[at]!, back: index - at + before[at]!.back, next: index - at === 1, unit }
    }
  return undefined
}

/** What a number behind 其中 is of: what is counted in its unit before. */
export function thereof(
  sentence: string,
  figures: readonly ReadFigure[],
  index: number,
  before: readonly Label[],
): Inherited | undefined {
  const { found, figure } = figures[index]!
  const begins = sentence.lastIndexOf('其中', found.start)
  const at = figures.findLastIndex(
    (each, at) => at < index && each.found.end <= begins && each.found.unit === found.unit,
  )
  const first = begins >= 0 && !/[，；]/.test(sentence.slice(begins, found.start))
  if (!first || at < 0 || figure.change !== undefined || before[at]!.subject === '') return undefined
  return { label: before[at]!, back: index - at + before[at]!.back, next: true, unit: found.unit }
}
