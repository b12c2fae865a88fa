import type { ClauseMark, NumberMark, TextBlock } from '../view.ts'

/** A piece of a paragraph in which nothing begins or ends. */
export interface Run {
  text: string
  number: NumberMark | null
  /** Whether it is the last piece of its number. */
  last: boolean
  /** Ids of the figures whose clause it is in. */
  clauses: readonly string[]
}

/** A paragraph in pieces, each in one number or none and in the same clauses. */
export function runsOf({ text, numbers, clauses }: Pick<TextBlock, 'text' | 'numbers' | 'clauses'>): Run[] {
  const marks: readonly Pick<ClauseMark, 'start' | 'end'>[] = [...numbers, ...clauses]
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    const number = numbers.find(mark => mark.start <= start && end <= mark.end) ?? null
    return {
      text: text.slice(start, end),
      number,
      last: number?.end === end,
      clauses: clauses.filter(mark => mark.start <= start && end <= mark.end).map(({ id }) => id),
    }
  })
}
