import { isTenfold } from '../../model/tenfold.ts'
import { FIGURE_FIELDS, type DiffedFigure, type FigureField, type Jump, type State } from './diff.ts'
import { detailsOf, type Detail } from './leaves.ts'
import type { Pair } from './pairs.ts'
import type { ComparedFigure } from './record.ts'

/** What happened to an entry of which there is at least one side. */
export function stateOf({ before, after }: Pair<unknown>): State {
  return before === undefined ? 'added' : after === undefined ? 'gone' : 'changed'
}

/** Fields that are one in what is told, by those of an entry. */
const FIELD_OF: Readonly<Record<string, FigureField>> = {
  ...{ to: 'value', decimals: 'value', as: 'value', stated: 'value', printAs: 'unit', comparedWith: 'change' },
  ...{ short: 'label', kind: 'scope', of: 'scope', whole: 'scope', overlap: 'scope', planned: 'scope' },
  expression: 'formula',
}

/** What of a figure's entry changed, field by field; nothing where one side is missing. */
export function figureDetails({ before, after }: Pair<ComparedFigure>): Detail[] {
  return before && after ? detailsOf(before.leaves, after.leaves, 'figure') : []
}

/** What of a figure changed; a field that is not known here goes by its own name. */
export function changedFields(details: readonly Detail[]): string[] {
  const fields = fieldsOf(details).map(field => FIELD_OF[field] ?? field)
  const known = FIGURE_FIELDS.filter(field => fields.includes(field))
  return [...new Set([...known, ...fields])]
}

/** The fields that details are of. */
export function fieldsOf(details: readonly Detail[]): string[] {
  return [...new Set(details.map(({ path }) => path.split('.')[0]!))]
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
export function diffedFigure({ leaves: _, size: __, ...figure }: ComparedFigure): DiffedFigure {
  return figure
}
