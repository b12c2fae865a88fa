import { isTenfold } from '../../model/tenfold.ts'
import { FIGURE_FIELDS, type DiffedFigure, type FigureField, type Jump, type State } from './diff.ts'
import type { Pair } from './pairs.ts'
import type { ComparedFigure } from './record.ts'

/** What happened to an entry of which there is at least one side. */
export function stateOf({ before, after }: Pair<unknown>): State {
  return before === undefined ? 'added' : after === undefined ? 'gone' : 'changed'
}

/** What of a figure changed; nothing where one side is missing. */
export function changedFields({ before, after }: Pair<ComparedFigure>): FigureField[] {
  if (!before || !after) return []
  return FIGURE_FIELDS.filter(field => keyOf(before, field) !== keyOf(after, field))
}

function keyOf(figure: ComparedFigure, field: FigureField): string | null {
  switch (field) {
    case 'value':
    case 'period':
    case 'label':
    case 'scope':
    case 'evidence':
    case 'formula':
      return figure.keys[field]
    default:
      return figure[field]
  }
}

/** Changes of a value that are told apart from the usual ones; units of other bases are not compared. */
export function jumpsOf({ before, after }: Pair<Pick<ComparedFigure, 'size' | 'kind'>>): Jump[] {
  if (!before || !after || before.size.base !== after.size.base || before.kind === 'rank') return []
  const pairs = before.size.numbers.flatMap((number, index) => {
    const now = after.size.numbers[index]
    return now === undefined ? [] : [[number, now] as const]
  })
  return [
    ...(pairs.some(([number, now]) => isTenfold(number, now)) ? ['tenfold' as const] : []),
    ...(pairs.some(([number, now]) => number * now < 0) ? ['sign' as const] : []),
  ]
}

/** A figure without what only the comparison needs. */
export function diffedFigure({ keys: _, size: __, ...figure }: ComparedFigure): DiffedFigure {
  return figure
}
